"""Files that newsreaders wrote into the text as yEnc: `=ybegin` to `=yend`."""

import re
from dataclasses import dataclass

FILES = 100

_BEGIN = re.compile(
    rb"(?:^|(?<=\n))=ybegin (?:[a-z]+=[0-9]+ ){1,6}name=([^\r\n]{1,255})\r*\n"
    rb"(?:=ypart [^\n]*\n)?"
)
_END = re.compile(rb"(?:^|(?<=\n))=yend [^\n]*(?:\n|\Z)")
_SHIFTED = bytes((octet - 42) % 256 for octet in range(256))
_ESCAPED = bytes((octet - 42 - 64) % 256 for octet in range(256))


@dataclass(frozen=True, slots=True)
class YencodedFile:
    """A file inside a text, or the part of one that this letter carries."""

    name: bytes
    lines: bytes

    def octets(self) -> bytes:
        first, *escaped = self.lines.translate(None, b"\r\n").split(b"=")
        rest = (
            piece[:1].translate(_ESCAPED) + piece[1:].translate(_SHIFTED)
            for piece in escaped
        )
        return first.translate(_SHIFTED) + b"".join(rest)

    def estimate(self) -> int:
        lines = self.lines
        return len(lines) - sum(map(lines.count, (b"\r", b"\n", b"=")))


def take_yencoded(octets: bytes) -> tuple[bytes, tuple[YencodedFile, ...]]:
    """The text without the files in it, and the files; the last may lack its end."""
    if b"=ybegin " not in octets:
        return octets, ()
    kept: list[bytes] = []
    files: list[YencodedFile] = []
    at = 0
    while len(files) < FILES and (begin := _BEGIN.search(octets, at)):
        end = _END.search(octets, begin.end())
        lines_end = end.start() if end else len(octets)
        files.append(YencodedFile(begin[1], octets[begin.end() : lines_end]))
        kept.append(octets[at : begin.start()])
        at = end.end() if end else len(octets)
    kept.append(octets[at:])
    return b"".join(kept), tuple(files)
