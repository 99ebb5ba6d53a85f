"""`winmail.dat`, built as MS-OXTNEF says."""

import struct
from base64 import encodebytes
from time import process_time

import pytest

from hudhud.mime.letter import Letter, attachment_octets, read_letter
from hudhud.mime.summary import summarize
from hudhud.mime.tnef import unwrap
from support.mime_letters import PICTURE, letter, multipart, part

BEGIN = b"\x78\x9f\x3e\x22\x01\x00"
FILE_BEGINS, FILE_NAME, FILE_OCTETS, FILE_PROPERTIES = 0x9002, 0x8010, 0x800F, 0x9005
BODY, PROPERTIES, CODEPAGE = 0x800C, 0x9003, 0x9007
HTML, LONG_NAME, CONTENT_ID, TYPE = 0x1013, 0x3707, 0x3712, 0x370E
BINARY, UNICODE = 0x0102, 0x001F
MANY = 0xFFFFFFFF


def attribute(number: int, octets: bytes) -> bytes:
    head = struct.pack("<BHHI", 1, number, 6, len(octets))
    return head + octets + struct.pack("<H", sum(octets) & 0xFFFF)


def property_of(number: int, value: bytes | str) -> bytes:
    kind = BINARY if isinstance(value, bytes) else UNICODE
    octets = value if isinstance(value, bytes) else f"{value}\0".encode("utf-16-le")
    padding = bytes(-len(octets) % 4)
    return struct.pack("<HHII", kind, number, 1, len(octets)) + octets + padding


def properties(*found: bytes) -> bytes:
    return struct.pack("<I", len(found)) + b"".join(found)


def file(name: bytes, octets: bytes, *found: bytes) -> bytes:
    return (
        attribute(FILE_BEGINS, bytes(14))
        + attribute(FILE_NAME, name + b"\0")
        + attribute(FILE_OCTETS, octets)
        + attribute(FILE_PROPERTIES, properties(*found))
    )


def opened(tnef: bytes, words: str = "") -> Letter:
    return read_letter(mailed(tnef, words))


def mailed(tnef: bytes, words: str = "") -> bytes:
    content_type = 'application/ms-tnef; name="winmail.dat"'
    wrapped = part(content_type, tnef, encoding="base64")
    return letter(multipart("mixed", [part("text/plain", words), wrapped]))


def test_its_files_are_the_letters_own() -> None:
    tnef = BEGIN + file(b"REPORT~1.PDF", PDF, property_of(LONG_NAME, "تقرير.pdf"))
    found = opened(tnef, "See the file.")
    assert [(one.name, one.octets) for one in found.attachments] == [
        ("تقرير.pdf", len(PDF))
    ]
    assert found.summary.attachments == 1
    assert attachment_octets(mailed(tnef), 0) == PDF


PDF = b"%PDF-1.4\n" + bytes(300)


def test_its_body_is_read_where_there_is_no_other() -> None:
    tnef = BEGIN + attribute(CODEPAGE, struct.pack("<II", 1256, 0))
    tnef += attribute(BODY, "مرحبا بكم".encode("cp1256") + b"\0")
    found = opened(tnef)
    assert (found.text, found.summary.preview) == ("مرحبا بكم", "مرحبا بكم")


def test_its_html_stands_beside_the_plain_text_of_the_letter() -> None:
    tnef = BEGIN + attribute(
        PROPERTIES, properties(property_of(HTML, b"<p>Hello <b>there</b>"))
    )
    found = opened(tnef, "Hello there")
    assert (found.text, found.html) == ("Hello there", "<p>Hello <b>there</b></p>")


def test_its_body_is_not_read_twice() -> None:
    tnef = BEGIN + attribute(BODY, b"The same.\0")
    assert opened(tnef, "The same.").text == "The same."


def test_pictures_of_its_html_are_inline() -> None:
    more = (property_of(CONTENT_ID, "one@x"), property_of(TYPE, "image/png"))
    html = property_of(HTML, b"<img src='cid:one@x'>x")
    tnef = BEGIN + attribute(PROPERTIES, properties(html)) + file(b"a", PICTURE, *more)
    found = opened(tnef)
    assert found.html == '<img src="cid:one@x">x'
    assert [(one.content_id, one.inline) for one in found.attachments] == [
        ("one@x", True)
    ]


def rich(packed: bytes) -> Letter:
    return opened(
        BEGIN + attribute(PROPERTIES, properties(property_of(0x1009, packed)))
    )


def test_rich_text_is_read_as_text() -> None:
    text = rb"{\rtf1\ansi\ansicpg1256{\fonttbl x;}\'e3\'d1 \u1605?\par{\b b}\emdash c}"
    packed = struct.pack("<II", len(text) + 12, len(text)) + b"MELA" + bytes(4) + text
    assert rich(packed).text == "مر م\nb—c"


def test_packed_rich_text_is_unpacked() -> None:
    """The example of MS-OXRTFCP section 3.1."""
    packed = bytes.fromhex(
        "2d0000002b0000004c5a4675f1c5c7a703000a00726370673132354232"
        "0af32068656c090020627705b06c647d0a800fa0"
    )
    assert rich(packed).text == "hello world"


def test_html_inside_rich_text_is_html() -> None:
    text = (
        rb"{\rtf1\ansi\fromhtml1{\*\htmltag64 <p>}\htmlrtf {\htmlrtf0 Hello"
        rb"\htmlrtf }\htmlrtf0{\*\htmltag72 </p>}}"
    )
    packed = struct.pack("<II", len(text) + 12, len(text)) + b"MELA" + bytes(4) + text
    assert rich(packed).html == "<p>Hello</p>"


def test_what_is_no_tnef_stays_a_file() -> None:
    found = opened(b"not at all", "Hello.")
    assert [one.name for one in found.attachments] == ["winmail.dat"]


def test_what_was_cut_is_read_as_far_as_it_goes() -> None:
    tnef = BEGIN + file(b"a.txt", b"first") + file(b"b.txt", b"second")
    for end in range(len(tnef)):
        files = unwrap(tnef[:end]).files
        assert all(
            ("a.txt", "b.txt")[at].startswith(one.name) for at, one in enumerate(files)
        )
        assert all(
            (b"first", b"second")[at].startswith(one.octets)
            for at, one in enumerate(files)
        )


endless = struct.pack("<I", MANY)
BOMBS = {
    "attributes": BEGIN + attribute(FILE_BEGINS, b"") * 200_000,
    "properties": BEGIN + attribute(PROPERTIES, endless),
    "values of no octets": BEGIN
    + attribute(PROPERTIES, endless + struct.pack("<HHI", 0x1002, 0x1000, MANY)),
    "texts of no octets": BEGIN
    + attribute(
        PROPERTIES, endless + struct.pack("<HHI", 0x101E, 0x1000, MANY) + bytes(400_000)
    ),
    "rich text": BEGIN
    + attribute(
        PROPERTIES,
        properties(
            property_of(
                0x1009,
                struct.pack("<II", 0, MANY)
                + b"LZFu"
                + bytes(5)
                + b"{\\rtf1 "
                + (b"\xff" + b"\x00\x0f" * 8) * 20_000,
            )
        ),
    ),
    "inside itself": BEGIN
    + file(
        b"a",
        b"",
        property_of(0x3701, bytes.fromhex("0703020000000000c000000000000046") + BEGIN),
    )
    * 100,
}


@pytest.mark.parametrize("tnef", BOMBS.values(), ids=BOMBS.keys())
def test_a_bomb_ends_soon(tnef: bytes) -> None:
    octets = b"Content-Type: application/ms-tnef\n"
    octets += b"Content-Transfer-Encoding: base64\n\n" + encodebytes(tnef)
    started = process_time()
    read_letter(octets)
    summarize(octets)
    assert process_time() - started < 2.0
