"""Header values to text: RFC 2047 words as mailers really write them, raw octets too.

Words are cut in mid-character, lose their closing mark, hold blanks or stand inside
quotes; each is still read for what it says.
"""

import re
from binascii import a2b_qp
from dataclasses import dataclass

from hudhud.mime.charsets import decode_text
from hudhud.mime.limits import HEADER_VALUE_OCTETS
from hudhud.mime.transfer import decode_base64
from hudhud.mime.visible import one_line

# B and Q, each with its closing mark, else up to the next blank. A `?=` inside Q that
# two hexadecimal digits follow is a question mark and an escape.
_WORD = re.compile(
    rb"=\?([\w.:()+-]{0,60})(?:\*[\w-]*)?\?(?:"
    rb"[bB]\?([^?]*)\?=|"
    rb"[qQ]\?((?:[^=]|=(?!\?[\w.:()+*-]{1,99}\?[bBqQ]\?))*?)\?=(?![0-9A-F]{2})|"
    rb"([bBqQ])\?([^\s?]*)\??)"
)
_FOLD = re.compile(rb"[\r\n]+[ \t]*")


@dataclass(frozen=True, slots=True)
class _Word:
    charset: str
    is_base64: bool
    text: bytes


def header_text(value: bytes, charsets: tuple[str, ...] = ()) -> str:
    """What a header value says, on one line and safe to show.

    `charsets` are those the message declares elsewhere: raw octets are read by them
    where they are not UTF-8.
    """
    return one_line(decode_words(value, charsets))


def decode_words(value: bytes, charsets: tuple[str, ...] = ()) -> str:
    """The value with its encoded words decoded; not yet safe to show."""
    value = unfold(value[:HEADER_VALUE_OCTETS])
    if b"=?" not in value:
        return decode_text(value, "", charsets)
    pieces: list[str] = []
    words: list[_Word] = []
    end = 0
    for found in _WORD.finditer(value):
        between = value[end : found.start()]
        if between.strip() or not words:
            pieces += [_joined(words), decode_text(between, "", charsets)]
            words.clear()
        words.append(_word(found))
        end = found.end()
    pieces += [_joined(words), decode_text(value[end:], "", charsets)]
    return "".join(pieces)


def unfold(value: bytes) -> bytes:
    return _FOLD.sub(b" ", value) if b"\n" in value or b"\r" in value else value


def _word(found: re.Match[bytes]) -> _Word:
    charset, base64, quoted, open_kind, open_text = found.groups()
    is_base64 = base64 is not None or open_kind in (b"b", b"B")
    text = next(text for text in (base64, quoted, open_text) if text is not None)
    return _Word(charset.decode("ascii"), is_base64, text)


def _joined(words: list[_Word]) -> str:
    """Neighbours of one charset are decoded as one: a character may span them."""
    pieces: list[str] = []
    octets = b""
    for index, word in enumerate(words):
        octets += _octets(word)
        following = words[index + 1] if index + 1 < len(words) else None
        if following is None or following.charset.lower() != word.charset.lower():
            pieces.append(decode_text(octets, word.charset))
            octets = b""
    return "".join(pieces)


def _octets(word: _Word) -> bytes:
    if word.is_base64:
        return decode_base64(word.text)
    return a2b_qp(word.text, header=True)
