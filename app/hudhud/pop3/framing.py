"""Where a multi-line reply ends, and how byte-stuffing is undone (RFC 1939 section 3).

The way a server ends its status lines tells how it ends every line. Where that is CRLF,
a bare LF is content: a message that holds LF "." LF must not be able to end itself and
have the rest of it read as replies.

A span of content is always cut so that it begins with the line end that stands before
its first line. So a dot at the start of a line is never parted from its line end, and
the empty reply needs no rule of its own.
"""

import re
from dataclasses import dataclass

from hudhud.pop3.errors import OutOfStep

# What a server sends that ends its own lines with CRLF, but the message with LF.
BARE_TERMINATOR = b"\n.\r\n"


@dataclass(frozen=True, slots=True)
class Cut:
    """How far content goes, and where the terminator behind it ends (None: not yet).

    `is_stuffed` is False where no line of the content begins with a dot.
    """

    stop: int
    terminated: int | None
    is_stuffed: bool


@dataclass(frozen=True, slots=True)
class LineMode:
    """`unsettled` are the endings that may turn out to be the start of a terminator."""

    end: bytes
    dotted: re.Pattern[bytes]
    terminator: re.Pattern[bytes]
    unsettled: tuple[bytes, ...]

    def cut(self, octets: bytes, start: int) -> Cut:
        """Scans once where no line is stuffed, as in nearly every message."""
        dotted = self.dotted.search(octets, start)
        if dotted is None:
            return Cut(self._settled(octets, start), None, False)
        at = dotted.start()
        found = self.terminator.match(octets, at)
        if found is not None:
            return Cut(at + len(self.end), found.end(), False)
        found = self.terminator.search(octets, at)
        if found is None:
            return Cut(self._settled(octets, start), None, True)
        return Cut(found.start() + len(self.end), found.end(), True)

    def unstuffed(self, span: bytes) -> bytes:
        return span.replace(self.end + b".", self.end)

    def _settled(self, octets: bytes, start: int) -> int:
        for ending in self.unsettled:
            if octets.endswith(ending, start):
                return len(octets) - len(ending)
        return len(octets)


# Longest first. In CRLF mode those of BARE_TERMINATOR are held back too, so that it
# can still be told from content when nothing follows it.
CRLF = LineMode(
    end=b"\r\n",
    dotted=re.compile(rb"\r\n\."),
    terminator=re.compile(rb"\r\n\.\r\n"),
    unsettled=(b"\r\n.\r", BARE_TERMINATOR, b"\r\n.", b"\n.\r")
    + (b"\r\n", b"\n.", b"\r", b"\n"),
)
LF = LineMode(
    end=b"\n",
    dotted=re.compile(rb"\n\."),
    terminator=re.compile(rb"\n\.\r?\n"),
    unsettled=(b"\n.\r", b"\n.", b"\n"),
)


class LineLimits:
    """Counts the lines of one listing, so that no server fills the memory with it."""

    def __init__(self, line_octets: int, lines: int, octets: int) -> None:
        self._line_octets = line_octets
        self._lines_left = lines
        self._octets_left = octets
        self._unended = 0

    def count(self, octets: bytes) -> None:
        """Raises OutOfStep past a limit; pieces may be cut anywhere."""
        first, *others = octets.split(b"\n")
        lengths = [self._unended + len(first), *map(len, others)]
        self._unended = lengths[-1]
        self._lines_left -= len(others)
        self._octets_left -= len(octets)
        if max(lengths) > self._line_octets:
            raise OutOfStep(f"a listing line over {self._line_octets} octets")
        if self._lines_left < 0 or self._octets_left < 0:
            raise OutOfStep("a listing without an end")
