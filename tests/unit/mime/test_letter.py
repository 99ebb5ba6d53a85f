"""Whole messages, read for the reading pane."""

import pytest

from hudhud.mime.letter import read_letter
from hudhud.mime.limits import Note
from support.mime_letters import encoded_word, field, letter, part, plain_letter


def from_field(value: bytes) -> bytes:
    return field("From", value) + b"\r\nbody"


def test_every_header_is_there_in_order_and_decoded() -> None:
    octets = plain_letter("x", encoded_word("تقرير", "windows-1256"))
    names = [name for name, _ in read_letter(octets).headers]
    assert names[:3] == ["From", "To", "Date"]
    assert ("Subject", "تقرير") in read_letter(octets).headers


def test_flowed_text_is_joined() -> None:
    body = "One paragraph \r\nof two lines.\r\n"
    octets = letter(part("text/plain; charset=utf-8; format=flowed", body))
    assert read_letter(octets).text == "One paragraph of two lines."


def test_a_charset_named_only_inside_the_html_is_heeded() -> None:
    html = "<meta charset=windows-1256><p>مرحبا</p>".encode("cp1256")
    assert read_letter(letter(part("text/html", html))).text == "مرحبا"


def test_a_letter_in_plain_text_has_no_html() -> None:
    found = read_letter(plain_letter("Line one.\r\n\r\nLine two.\r\n"))
    assert (found.text, found.html) == ("Line one.\n\nLine two.", None)


def test_controls_in_the_text_never_come_out() -> None:
    found = read_letter(plain_letter("a\x00b\x1b[31m\tc\u202ed\r\n"))
    assert found.text == "ab[31m\tcd"


@pytest.mark.parametrize(
    ("value", "notes"),
    [
        (b"Noor <noor@example.org>", ()),
        (b'"Noor@example.org" <noor@example.org>', ()),
        (b'"bank@example.com" <e@evil.example>', (Note.SENDER_NAME_IS_ADDRESS,)),
        (
            b"=?utf-8?Q?bank=40example.com=00?= <e@evil.example>",
            (Note.SENDER_NAME_IS_ADDRESS,),
        ),
    ],
)
def test_a_name_that_looks_like_an_address_is_noted(
    value: bytes, notes: tuple[Note, ...]
) -> None:
    assert read_letter(from_field(value)).notes == notes


def test_several_from_fields_are_noted() -> None:
    octets = field("From", "a@example.org") + from_field(b"b@example.org")
    found = read_letter(octets)
    assert found.notes == (Note.SEVERAL_SENDERS,)
    assert found.summary.sender is not None
    assert found.summary.sender.address == "a@example.org"


def test_html_too_tangled_is_shown_as_text() -> None:
    octets = letter(part("text/html", "<div>" * 20_000 + "words"))
    found = read_letter(octets)
    assert (found.html, found.text) == (None, "words")
    assert Note.HTML_TOO_COMPLEX in found.notes


def test_each_part_is_cleaned_by_itself() -> None:
    """An attribute left open in one part must not swallow the next (EFAIL)."""
    octets = letter(
        b'Content-Type: multipart/mixed; boundary="b"\r\n\r\n'
        b"--b\r\nContent-Type: text/html\r\n\r\n<img src='http://evil.example/\r\n"
        b"--b\r\nContent-Type: text/plain\r\n\r\nthe secret\r\n"
        b"--b\r\nContent-Type: text/html\r\n\r\n'>after\r\n--b--\r\n"
    )
    found = read_letter(octets)
    assert found.html is not None
    assert "evil" not in found.html
    assert "the secret" in found.html


def test_plain_text_beside_html_keeps_its_direction_line_by_line() -> None:
    octets = letter(
        b'Content-Type: multipart/mixed; boundary="b"\r\n\r\n'
        b"--b\r\nContent-Type: text/html\r\n\r\n<p>x</p>\r\n--b\r\n"
        b"Content-Type: text/plain; charset=utf-8\r\n\r\n"
        + "مرحبا <b>\r\n\r\nhello".encode()
        + b"\r\n--b--\r\n"
    )
    assert read_letter(octets).html == (
        '<p>x</p><hr><div dir="rtl">مرحبا &lt;b&gt;</div>'
        '<div dir="auto"><br></div><div dir="ltr">hello</div>'
    )


def test_text_over_the_limit_is_cut_and_noted() -> None:
    octets = letter(part("text/plain; charset=utf-8", "words " * 2_000_000))
    found = read_letter(octets)
    assert found.notes == (Note.TEXT_CUT,)
    assert 10_000_000 < len(found.text) <= 10_485_760
