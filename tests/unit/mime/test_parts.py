"""The tree of a message, also where its boundaries lie."""

from base64 import encodebytes

import pytest

from hudhud.mime.limits import Note
from hudhud.mime.parts import Part, read_parts
from support.mime_letters import letter, multipart, part, plain_letter

TEXT = part("text/plain", "text")
HTML = part("text/html", "<p>html")


def leaves(found: Part) -> list[str]:
    if not found.children:
        return [found.content.word]
    return [word for child in found.children for word in leaves(child)]


def types(octets: bytes) -> list[str]:
    return leaves(read_parts(octets).root)


def bodies(octets: bytes) -> list[bytes]:
    root = read_parts(octets).root
    return [child.encoded() for child in root.children]


def test_a_plain_letter_is_one_part() -> None:
    root = read_parts(plain_letter("Hello.\r\n")).root
    assert (root.content.word, root.encoded()) == ("text/plain", b"Hello.\r\n")


def test_the_line_end_before_a_boundary_belongs_to_the_boundary() -> None:
    assert bodies(letter(multipart("mixed", [TEXT, HTML]))) == [b"text", b"<p>html"]


def test_multiparts_nest_and_an_outer_boundary_ends_the_inner() -> None:
    inner = multipart("alternative", [TEXT, HTML], "inner").rpartition(b"--inner--")[0]
    octets = letter(multipart("mixed", [inner, part("image/png", b"x")], "outer"))
    assert types(octets) == ["text/plain", "text/html", "image/png"]


def test_a_boundary_that_begins_like_another_is_not_it() -> None:
    inner = multipart("alternative", [TEXT, HTML], "edge-inner")
    octets = letter(multipart("mixed", [inner, TEXT], "edge"))
    assert types(octets) == ["text/plain", "text/html", "text/plain"]


def test_preamble_and_epilogue_are_no_parts() -> None:
    octets = letter(multipart("mixed", [TEXT])) + b"epilogue\r\n"
    octets = octets.replace(b"\r\n\r\n--", b"\r\n\r\npreamble\r\n--", 1)
    assert bodies(octets) == [b"text"]


@pytest.mark.parametrize("line_end", [b"\r\n", b"\n", b"\r\r\n", b"\r"])
def test_line_ends_of_every_kind_are_read(line_end: bytes) -> None:
    octets = letter(multipart("mixed", [TEXT, HTML])).replace(b"\r\n", line_end)
    assert types(octets) == ["text/plain", "text/html"]


def test_blanks_after_a_boundary_do_not_hide_it() -> None:
    octets = letter(multipart("mixed", [TEXT, HTML])).replace(
        b"_edge\r\n", b"_edge \t\n"
    )
    assert types(octets) == ["text/plain", "text/html"]


def test_doubled_boundaries_make_no_empty_parts() -> None:
    octets = letter(multipart("mixed", [TEXT, HTML]))
    doubled = octets.replace(b"--=_edge\r\n", b"--=_edge\r\n--=_edge\r\n")
    assert types(doubled) == ["text/plain", "text/html"]


def test_a_boundary_nobody_declared_is_found() -> None:
    octets = letter(multipart("mixed", [TEXT, HTML]))
    octets = octets.replace(b'; boundary="=_edge"', b"")
    assert types(octets) == ["text/plain", "text/html"]


def test_a_wrongly_declared_boundary_is_found() -> None:
    octets = letter(multipart("mixed", [TEXT, HTML]))
    octets = octets.replace(b'boundary="=_edge"', b'boundary="other"')
    assert types(octets) == ["text/plain", "text/html"]


def test_a_multipart_that_lost_its_content_type_is_found() -> None:
    body = multipart("mixed", [TEXT, HTML]).partition(b"\r\n\r\n")[2]
    assert types(letter(b"\r\n" + body)) == ["text/plain", "text/html"]


def test_a_multipart_without_any_boundary_is_its_text() -> None:
    tree = read_parts(letter(part("multipart/mixed", "only words\r\n")))
    assert tree.root.content.word == "text/plain"
    assert tree.notes == {Note.NO_BOUNDARY}


def test_a_multipart_cut_short_is_noted_and_keeps_its_parts() -> None:
    octets = letter(multipart("mixed", [TEXT, HTML]))
    tree = read_parts(octets[:-20])
    assert leaves(tree.root) == ["text/plain", "text/html"]
    assert tree.notes == {Note.CUT_SHORT}


def test_a_header_block_alone_lacks_nothing() -> None:
    header = letter(multipart("mixed", [TEXT])).partition(b"\r\n\r\n")[0]
    assert read_parts(header + b"\r\n\r\n").notes == set()


@pytest.mark.parametrize("encoding", ["", "base64"])
def test_an_embedded_message_is_looked_into(encoding: str) -> None:
    inner = letter(multipart("mixed", [TEXT, HTML], "inner"))
    octets = letter(part("message/rfc822", inner, encoding=encoding))
    assert types(octets) == ["text/plain", "text/html"]


def test_an_embedded_message_that_only_claims_base64_is_looked_into() -> None:
    octets = letter(part("message/rfc822", plain_letter()))
    octets = octets.replace(
        b"message/rfc822\r\n",
        b"message/rfc822\r\nContent-Transfer-Encoding: base64\r\n",
    )
    assert types(octets) == ["text/plain"]


def test_parts_of_a_digest_are_messages() -> None:
    octets = letter(multipart("digest", [b"\r\n" + plain_letter()] * 2))
    root = read_parts(octets).root
    assert all(child.is_embedded for child in root.children)
    assert types(octets) == ["text/plain", "text/plain"]


@pytest.mark.parametrize(
    ("declared", "word"),
    [
        ("text", "text/plain"),
        ("text/", "text/plain"),
        ("plain", "text/plain"),
        ("nonsense; name=x.bin", "application/octet-stream"),
        ("", "text/plain"),
    ],
)
def test_a_broken_content_type_becomes_the_likeliest(declared: str, word: str) -> None:
    assert types(letter(part(declared, "x"))) == [word]


def test_nesting_over_the_limit_stops_and_is_noted() -> None:
    octets = b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (depth, depth)
        for depth in range(400)
    )
    assert Note.NESTING_LIMIT in read_parts(octets).notes


def test_embedding_over_the_limit_stops_and_is_noted() -> None:
    octets = b"Content-Type: message/rfc822\n\n" * 2_000 + b"Subject: x\n\ny"
    assert Note.NESTING_LIMIT in read_parts(octets).notes


def test_parts_over_the_limit_are_left_out_and_noted() -> None:
    octets = b"Content-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\nx\n" * 50_000
    tree = read_parts(octets)
    assert Note.PARTS_LIMIT in tree.notes
    assert len(tree.root.children) < 10_001


def test_a_multipart_of_its_parents_boundary_takes_what_follows() -> None:
    inner = b'Content-Type: multipart/alternative; boundary="=_edge"\r\n\r\n'
    octets = letter(multipart("mixed", [inner, TEXT, HTML]))
    root = read_parts(octets).root
    assert [child.content.word for child in root.children] == ["multipart/alternative"]
    assert leaves(root) == ["text/plain", "text/html"]


def test_a_part_without_anything_is_an_empty_text() -> None:
    octets = letter(
        b"Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n--b--\r\n"
    )
    root = read_parts(octets).root
    assert [child.encoded() for child in root.children] == [b""]


def test_boundaries_of_base64_do_not_slow_a_large_part() -> None:
    octets = letter(
        multipart(
            "mixed", [TEXT, part("application/pdf", encodebytes(bytes(3_000_000)))]
        )
    )
    assert types(octets) == ["text/plain", "application/pdf"]
