"""Parameters of header fields, RFC 2231 and its misuses."""

import pytest

from hudhud.mime.parameters import parse_parameters

ARABIC_PDF = "مرحبا.pdf"


@pytest.mark.parametrize(
    ("value", "word", "parameters"),
    [
        (b"text/plain", "text/plain", {}),
        (b"TEXT/Plain; Charset=UTF-8", "text/plain", {"charset": "UTF-8"}),
        (b"text/plain charset=utf-8", "text/plain", {"charset": "utf-8"}),
        (b"text/plain;charset=a;format=flowed", "text/plain", {"format": "flowed"}),
        (b"text/plain; charset=a format=flowed", "text/plain", {"format": "flowed"}),
        (b'multipart/x; boundary="a b;c"', "multipart/x", {"boundary": "a b;c"}),
        (b'multipart/x; boundary="a  b"', "multipart/x", {"boundary": "a  b"}),
        (b"multipart/x;\r\n\tboundary=abc", "multipart/x", {"boundary": "abc"}),
        (b"multipart/x; boundary = abc", "multipart/x", {"boundary": "abc"}),
        (b"multipart/x; boundary=a=b=", "multipart/x", {"boundary": "a=b="}),
        (b'x/y; name="open', "x/y", {"name": "open"}),
        (b"x/y; name=my file.pdf; a=b", "x/y", {"name": "my file.pdf"}),
        (b'x/y; name="C:\\dir\\a.txt"', "x/y", {"name": "C:\\dir\\a.txt"}),
        (b'x/y; name="say \\"hi\\""', "x/y", {"name": 'say "hi"'}),
        (b"charset=utf-8", "", {"charset": "utf-8"}),
        (b"; ; ;", "", {}),
        (b"", "", {}),
    ],
)
def test_a_field_is_a_word_and_parameters(
    value: bytes, word: str, parameters: dict[str, str]
) -> None:
    parsed = parse_parameters(value)
    assert parsed.word == word
    assert parsed.parameters | parameters == parsed.parameters


@pytest.mark.parametrize(
    "parameters",
    [
        b"filename*=utf-8''%D9%85%D8%B1%D8%AD%D8%A8%D8%A7.pdf",
        b"filename*=UTF-8'ar'%D9%85%D8%B1%D8%AD%D8%A8%D8%A7.pdf; filename=x.pdf",
        b"filename=x.pdf; filename*=windows-1256''%E3%D1%CD%C8%C7.pdf",
        b"filename*0*=utf-8''%D9%85%D8; filename*1*=%B1%D8%AD%D8%A8%D8%A7;"
        b' filename*2=".pdf"',
        b"filename*1*=%D8%A8%D8%A7.pdf; filename*0*=utf-8''%D9%85%D8%B1%D8%AD",
        b'filename="=?utf-8?B?2YXYsdit2KjYpw==?=.pdf"',
        b"filename==?utf-8?B?2YXYsdit2KjYpy5wZGY=?=",
        b'filename="=?utf-8?B?2YXYsdit?=\r\n =?utf-8?B?2KjYpy5wZGY=?="',
        'filename="مرحبا.pdf"'.encode(),
        "filename=مرحبا.pdf".encode(),
    ],
)
def test_a_file_name_is_read_in_every_way_it_is_written(parameters: bytes) -> None:
    parsed = parse_parameters(b"attachment; " + parameters)
    assert parsed.get("filename") == ARABIC_PDF


def test_continuations_without_encoding_are_joined() -> None:
    parsed = parse_parameters(b'x; name*0="a long "; name*1="file "; name*2=name.txt')
    assert parsed.get("name") == "a long file name.txt"


def test_a_token_has_no_comment_and_no_quotes() -> None:
    parsed = parse_parameters(b"text/plain; charset=us-ascii (plain text)")
    assert parsed.token("charset") == "us-ascii"
    assert parse_parameters(b"x; charset='utf-8'").token("charset") == "utf-8"
