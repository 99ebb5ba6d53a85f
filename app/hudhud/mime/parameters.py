"""Content-Type and Content-Disposition: a word and its parameters.

RFC 2045 section 5 as mailers bend it, with RFC 2231 (charsets, continuations) and the
RFC 2047 words that should not be there.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import unquote_to_bytes

from hudhud.mime.charsets import decode_text
from hudhud.mime.encoded_words import decode_words, unfold
from hudhud.mime.limits import HEADER_VALUE_OCTETS

PARAMETERS = 500
# Most letters say the same few things; those are read once.
REMEMBERED = 512
REMEMBERED_OCTETS = 100

_BLANKS = re.compile(rb"(\"(?:[^\"\\]|\\.)*\")|[ \t\r\n\x00]+")
_PARAMETER = re.compile(
    rb"([^\s=;\"]+) ?= ?"
    rb"(?:\"((?:[^\"\\]|\\.)*)(?:\"|\Z)|([^;]*?)(?= ?;| [\w*-]+=| ?\Z))"
)
_NAME = re.compile(r"([^*]+)(?:\*(\d{1,3}))?(\*)?")
_ESCAPED = re.compile(rb"\\([\"\\])")
_COMMENT = re.compile(r"\s*\([^()]*\)\s*$")


@dataclass(frozen=True, slots=True)
class Parameterized:
    """`word` in lower case (`text/plain`, `attachment`); parameters by lower name."""

    word: str
    parameters: dict[str, str]

    def get(self, name: str) -> str:
        return self.parameters.get(name, "")

    def token(self, name: str) -> str:
        """A parameter that cannot hold blanks or comments, such as a charset."""
        value = self.get(name).strip(" '\"")
        return _COMMENT.sub("", value).split(" ")[0]


@dataclass(frozen=True, slots=True)
class _Piece:
    order: int
    is_extended: bool
    value: bytes


def parse_parameters(value: bytes, charsets: tuple[str, ...] = ()) -> Parameterized:
    if len(value) <= REMEMBERED_OCTETS:
        return _remembered(value, charsets)
    return _parsed(value[:HEADER_VALUE_OCTETS], charsets)


@lru_cache(maxsize=REMEMBERED)
def _remembered(value: bytes, charsets: tuple[str, ...]) -> Parameterized:
    return _parsed(value, charsets)


def _parsed(value: bytes, charsets: tuple[str, ...]) -> Parameterized:
    value = unfold(value)
    squeezed = _BLANKS.sub(lambda found: found[1] or b" ", value)
    head, _, rest = squeezed.partition(b";")
    # Some forget the semicolon after the word, some the word itself.
    first, blank, parameter = head.strip().partition(b" ")
    if b"=" in first:
        first, rest = b"", squeezed
    elif blank and b"=" in parameter:
        rest = parameter + b";" + rest
    word = decode_text(first).strip(" \"'<>,").lower()
    return Parameterized(word, _parameters(rest, charsets))


def _parameters(rest: bytes, charsets: tuple[str, ...]) -> dict[str, str]:
    pieces: dict[str, list[_Piece]] = {}
    for count, found in enumerate(_PARAMETER.finditer(rest)):
        if count >= PARAMETERS:
            break
        name, quoted, plain = found.groups()
        value = _ESCAPED.sub(rb"\1", quoted) if quoted is not None else plain.strip()
        split = _NAME.fullmatch(decode_text(name).lower())
        if split is None:
            continue
        base, order, star = split.groups()
        piece = _Piece(int(order or 0), star is not None, value)
        pieces.setdefault(base, []).append(piece)
    return {name: _value(found, charsets) for name, found in pieces.items()}


def _value(pieces: list[_Piece], charsets: tuple[str, ...]) -> str:
    """One value of its pieces; where both forms are given, the extended one holds."""
    if any(piece.is_extended for piece in pieces):
        return _extended(pieces, charsets)
    numbered = sorted(pieces, key=lambda piece: piece.order)
    if len(numbered) > 1 and numbered[-1].order > 0:
        return decode_words(b"".join(piece.value for piece in numbered), charsets)
    return decode_words(pieces[0].value, charsets)


def _extended(pieces: list[_Piece], charsets: tuple[str, ...]) -> str:
    if all(piece.order == 0 for piece in pieces):
        pieces = [next(piece for piece in pieces if piece.is_extended)]
    numbered = sorted(pieces, key=lambda piece: piece.order)
    charset, mark, first = numbered[0].value.partition(b"'")
    _language, second_mark, text = first.partition(b"'")
    if not (mark and second_mark):
        charset, text = b"", numbered[0].value
    octets = unquote_to_bytes(text) if numbered[0].is_extended else text
    for piece in numbered[1:]:
        value = piece.value
        octets += unquote_to_bytes(value) if piece.is_extended else value
    return decode_text(octets, decode_text(charset), charsets)
