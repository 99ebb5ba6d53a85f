"""Files that old mailers wrote straight into the text: `begin 644 name` to `end`."""

import re
from dataclasses import dataclass

from hudhud.mime.transfer import decode_uu_lines

FILES = 100

_BEGIN = re.compile(
    rb"(?:^|(?<=\n))begin [0-7]{3,4} ([^\r\n]{1,255})\r*\n(?=[ -`]{2,90}\r*(?:\n|\Z))"
)
_END = re.compile(rb"\nend[ \t]*\r*(?:\n|\Z)")


@dataclass(frozen=True, slots=True)
class UuencodedFile:
    """A file inside a text: its name as written, and its lines as they stand."""

    name: bytes
    lines: bytes

    def octets(self) -> bytes:
        return decode_uu_lines(self.lines)

    def estimate(self) -> int:
        """The octets it decodes to, from counting alone."""
        ends = self.lines.count(b"\n") + self.lines.count(b"\r")
        measures = self.lines.count(b"\n") + 1
        return max((len(self.lines) - ends - measures) * 3 // 4, 0)


def take_uuencoded(octets: bytes) -> tuple[bytes, tuple[UuencodedFile, ...]]:
    """The text without the files in it, and the files.

    The last may lack its end: that is a message cut short.
    """
    if b"begin " not in octets:
        return octets, ()
    kept: list[bytes] = []
    files: list[UuencodedFile] = []
    at = 0
    while len(files) < FILES and (begin := _BEGIN.search(octets, at)):
        end = _END.search(octets, begin.end() - 1)
        lines_end = end.start() if end else len(octets)
        files.append(UuencodedFile(begin[1], octets[begin.end() : lines_end]))
        kept.append(octets[at : begin.start()])
        at = end.end() if end else len(octets)
    kept.append(octets[at:])
    return b"".join(kept), tuple(files)
