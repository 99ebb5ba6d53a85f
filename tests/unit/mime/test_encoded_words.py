"""RFC 2047 words, whole, cut and lied about."""

from base64 import b64encode

import pytest

from hudhud.mime.encoded_words import header_text
from support.mime_letters import encoded_word

GREETING = "مرحبا بكم في هدهد"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (b"plain words", "plain words"),
        (b"=?utf-8?B?aGVsbG8=?=", "hello"),
        (b"=?UTF-8?q?=D9=85=D8=B1=D8=AD=D8=A8=D8=A7?=", "مرحبا"),
        (b"=?utf-8*ar?Q?=D9=85?=", "م"),
        (b"=?utf-8?Q?under_score?=", "under score"),
        (b"=?utf-8?Q?raw blanks inside?=", "raw blanks inside"),
        (b"=?utf-8?Q?who=3F?=", "who?"),
        (b"=?utf-8?Q?what?=3F?=", "what??"),
        (b"Re: =?utf-8?B?aGVsbG8=?= there", "Re: hello there"),
        (b"=?utf-8?B?aGVs?= =?utf-8?B?bG8=?=", "hello"),
        (b"=?utf-8?B?aGVs?=\r\n\t=?utf-8?B?bG8=?=", "hello"),
        (b"=?utf-8?B?aGVsbG8=?==?utf-8?Q?_you?=", "hello you"),
        (b"=?utf-8?B?aGVsbG8=?= =?iso-8859-1?Q?_=E9?=", "hello é"),
        (b"=?utf-8?B?aGVsbG8=?= and =?utf-8?B?aGVsbG8=?=", "hello and hello"),
        (b'"=?utf-8?B?aGVsbG8=?="', '"hello"'),
        (b"[=?utf-8?B?aGVsbG8=?=]x", "[hello]x"),
        (b"=?iso-2022-jp?B?GyRCJUYlOSVIGyhC?=", "テスト"),
        (b"=?gb2312?B?u+HS6c2o1qo=?=", "会议通知"),
        (b"=?utf-8?B?aGVsbG8", "hello"),
        (b"=?utf-8?Q?open_word and more", "open word and more"),
        (b"=?utf-8?B?aGVsbG8 =?utf-8?B?bw==?=", "helloo"),
        (b"=?utf-8?B?aGVs bG8=?=", "hello"),
        (b"=?utf-8?B?aGVsbG8?=", "hello"),
        (b"=?nonsense?Q?caf=C3=A9?=", "café"),
        (b"=??Q?empty?=", "empty"),
        (b"=?utf-8?X?abc?=", "=?utf-8?X?abc?="),
        (b"a =? b ?= c", "a =? b ?= c"),
        (b"=?utf-8?Q??=", ""),
        (b"", ""),
    ],
)
def test_words_read_as_their_writers_meant(value: bytes, text: str) -> None:
    assert header_text(value) == text


@pytest.mark.parametrize("cut", range(1, len(GREETING.encode())))
def test_words_split_in_mid_character_join(cut: int) -> None:
    octets = GREETING.encode()
    words = [b64encode(octets[:cut]), b64encode(octets[cut:])]
    value = b"\r\n ".join(b"=?utf-8?B?" + word + b"?=" for word in words)
    assert header_text(value) == GREETING


def test_raw_octets_go_by_utf_8_and_then_by_the_charset_of_the_letter() -> None:
    assert header_text(GREETING.encode()) == GREETING
    assert header_text(GREETING.encode("cp1256"), ("windows-1256",)) == GREETING


def test_raw_octets_between_words_are_read_too() -> None:
    value = "تجربة ".encode() + encoded_word("مرحبا")
    assert header_text(value) == "تجربة مرحبا"


@pytest.mark.parametrize(
    "hostile",
    ["\u202egnp.exe", "\u2066x\u2069", "a\x00b", "a\r\nBcc: x", "\x1b[31m", "\x85"],
)
def test_controls_and_bidi_overrides_never_come_out(hostile: str) -> None:
    text = header_text(encoded_word(f"start {hostile} end"))
    assert text.startswith("start ")
    assert text.endswith(" end")
    assert not set(text) & set("\u202e\u2066\u2069\x00\r\n\x1b\x85")


def test_joiners_and_marks_that_spelling_needs_stay() -> None:
    assert header_text("می\u200cخواهم \u200f(1)".encode()) == "می\u200cخواهم \u200f(1)"
