"""Rich text of Outlook, as far as a letter needs it: unpacked, then read as text.

MS-OXRTFCP unpacks it; MS-OXRTFEX tells how HTML hides in it.
"""

import re
from dataclasses import dataclass, replace

from hudhud.mime.charsets import decode_text

RTF_OCTETS = 1_048_576
GROUPS = 10_000

_COMPRESSED, _PLAIN = b"LZFu", b"MELA"
_WINDOW = 4_096
_PRIMER = (
    rb"{\rtf1\ansi\mac\deff0\deftab720{\fonttbl;}"
    rb"{\f0\fnil \froman \fswiss \fmodern \fscript \fdecor MS Sans SerifSymbolArial"
    rb"Times New RomanCourier{\colortbl\red0\green0\blue0" + b"\r\n"
    rb"\par \pard\plain\f0\fs20\b\i\u\tab\tx"
)
_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?[0-9]{1,10})?[ ]?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z'])"
    rb"|([{}])|[\r\n]+|([^\\{}\r\n]+)"
)
_SKIPPED = frozenset(
    {b"fonttbl", b"colortbl", b"stylesheet", b"info", b"pict", b"object", b"header"}
    | {b"footer", b"listtable", b"generator", b"themedata", b"datastore"}
)
_BREAKS = {b"par": "\n", b"line": "\n", b"tab": "\t", b"row": "\n", b"cell": "\t"}
_SIGNS = {
    **{b"emdash": "—", b"endash": "–", b"lquote": "‘", b"rquote": "’"},
    **{b"ldblquote": "“", b"rdblquote": "”", b"bullet": "•"},
}
_SYMBOLS = {b"~": "\u00a0", b"_": "-", b"{": "{", b"}": "}", b"\\": "\\"}


@dataclass(frozen=True, slots=True)
class RichText:
    """`text` is HTML where `is_html`, plain text otherwise."""

    text: str
    is_html: bool


def read_rich_text(octets: bytes) -> RichText:
    """The text of RTF; empty where it is none."""
    if not octets.lstrip().startswith(b"{\\rtf"):
        return RichText("", is_html=False)
    reader = _Reader()
    for token in _TOKEN.finditer(octets[:RTF_OCTETS]):
        reader.take(token)
    return RichText(reader.finished(), reader.is_html)


def unpack_rich_text(octets: bytes) -> bytes:
    """Compressed RTF unpacked; empty where it is neither kind."""
    kind, stated = octets[8:12], int.from_bytes(octets[4:8], "little")
    if kind == _PLAIN:
        return octets[16 : 16 + min(stated, RTF_OCTETS)]
    if kind != _COMPRESSED:
        return b""
    return _unpacked(octets[16:], min(stated, RTF_OCTETS))


def _unpacked(packed: bytes, most: int) -> bytes:
    """LZ77 over a window that begins with the primer; a flag octet for eight tokens."""
    out = bytearray(_PRIMER)
    primed, at = len(out), 0
    while at < len(packed) and len(out) - primed < most:
        flags, at = packed[at], at + 1
        for bit in range(8):
            if not flags >> bit & 1:
                out += packed[at : at + 1]
                at += 1
                continue
            word = int.from_bytes(packed[at : at + 2], "big")
            at += 2
            back = (len(out) - (word >> 4)) % _WINDOW
            if not back or at > len(packed):
                return bytes(out[primed : primed + most])
            for _ in range((word & 15) + 2):
                out.append(out[-back] if back <= len(out) else 0x20)
    return bytes(out[primed : primed + most])


@dataclass(frozen=True, slots=True)
class _State:
    """What holds inside one group."""

    is_skipped: bool = False
    is_hidden: bool = False
    after_unicode: int = 1


class _Reader:
    def __init__(self) -> None:
        self.is_html = False
        self._charset = "cp1252"
        self._pieces: list[str] = []
        self._octets = bytearray()
        self._state = _State()
        self._outer: list[_State] = []
        self._is_destination = False
        self._to_skip = 0

    def take(self, token: re.Match[bytes]) -> None:
        word, number, escaped, symbol, brace, text = token.groups()
        if brace is not None:
            self._brace(brace)
        elif word is not None:
            self._word(word, int(number) if number else None)
        elif symbol == b"*":
            self._is_destination = True
        elif escaped is not None:
            self._put_octets(bytes([int(escaped, 16)]))
        elif symbol is not None:
            self._put(_SYMBOLS.get(symbol, ""))
        elif text is not None:
            self._put_octets(text)

    def finished(self) -> str:
        self._flush()
        text = "".join(self._pieces).replace("\x00", "").strip()
        # Beyond the first plane a character comes as two halves.
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")

    def _brace(self, brace: bytes) -> None:
        self._to_skip = 0
        if brace == b"{":
            if len(self._outer) < GROUPS:
                self._outer.append(self._state)
        elif self._outer:
            self._state = self._outer.pop()

    def _word(self, word: bytes, number: int | None) -> None:
        is_destination, self._is_destination = self._is_destination, False
        if word == b"htmltag":
            return
        if word in _SKIPPED or is_destination:
            self._state = replace(self._state, is_skipped=True)
        elif word == b"u" and number is not None:
            self._put(chr(number % 0x10000))
            self._to_skip = self._state.after_unicode
        elif word in _BREAKS or word in _SIGNS:
            self._put(_BREAKS.get(word) or _SIGNS[word])
        else:
            self._setting(word, number)

    def _setting(self, word: bytes, number: int | None) -> None:
        match word:
            case b"fromhtml":
                self.is_html = True
            case b"ansicpg" if number:
                self._charset = f"cp{number}" if number != 65001 else "utf-8"
            case b"htmlrtf":
                self._state = replace(self._state, is_hidden=number != 0)
            case b"uc":
                self._state = replace(
                    self._state, after_unicode=max(0, min(number or 0, 10))
                )

    def _put_octets(self, octets: bytes) -> None:
        dropped = min(self._to_skip, len(octets))
        self._to_skip -= dropped
        if self._is_shown():
            self._octets += octets[dropped:]

    def _put(self, text: str) -> None:
        if self._is_shown():
            self._flush()
            self._pieces.append(text)

    def _is_shown(self) -> bool:
        return not (self._state.is_skipped or self._state.is_hidden)

    def _flush(self) -> None:
        if self._octets:
            self._pieces.append(decode_text(bytes(self._octets), self._charset))
            self._octets.clear()
