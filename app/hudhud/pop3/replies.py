"""What servers answer, as values. Lenient where a real server was seen to err.

A status line is judged strictly, for everything hangs on it. A line of a listing that
makes no sense is left out and counted, and the others stand.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from hudhud.pop3.errors import OutOfStep

STATUS = re.compile(
    rb"(?:(\+OK)|-ERR)(?![0-9a-z])[ \t]*((?:\[([^\]\r\n]*)\])?[^\r\n]*)", re.IGNORECASE
)
DROP_LISTING = re.compile(r"(\d{1,19})[ \t]+(\d{1,19})(?!\S)")
NUMBER = re.compile(rb"0*[1-9]\d{0,9}")
OCTETS = re.compile(rb"\d{1,19}")
POSITIVE = b"+OK"


@dataclass(frozen=True, slots=True)
class DropListing:
    """The STAT answer; messages marked as deleted are not counted."""

    messages: int
    octets: int


@dataclass(frozen=True, slots=True)
class ScanLine:
    """`octets` is a hint and no more; None where the server gave no size."""

    number: int
    octets: int | None


@dataclass(frozen=True, slots=True)
class UniqueIdLine:
    """`uid` as the server wrote it: may be empty, long, 8-bit or used twice."""

    number: int
    uid: bytes


@dataclass(frozen=True, slots=True)
class Listings:
    """The maildrop as the server described it, lines in the server's order.

    `drop` is None where STAT made no sense. `unique_ids` is None where UIDL was
    refused; where the capabilities announce UIDL, take that for a passing trouble.
    `malformed` counts the lines left out of both listings.
    """

    drop: DropListing | None
    scan: tuple[ScanLine, ...]
    unique_ids: tuple[UniqueIdLine, ...] | None
    malformed: int


def parse_status(line: bytes) -> tuple[bool, str, str]:
    """Whether it is +OK, the text behind it, and the response code in upper case.

    Raises OutOfStep for anything but a status line. The text keeps the code.
    """
    # The plainest and by far the commonest first.
    if line[:4] == b"+OK " and line[4:].isascii():
        text = line[4:].decode("ascii").lstrip(" ")
        if text.isprintable() and text[:1] != "[":
            return True, text, ""
    found = STATUS.fullmatch(line)
    if found is None:
        raise OutOfStep(f"not a reply: {line.decode('utf-8', 'backslashreplace')}")
    positive, words, code = found.groups()
    return (
        positive is not None,
        words.decode("utf-8", "backslashreplace"),
        (code or b"").decode("ascii", "replace").strip().upper(),
    )


def parse_drop_listing(text: str) -> DropListing | None:
    found = DROP_LISTING.match(text)
    return found and DropListing(int(found[1]), int(found[2]))


def parse_scan_listing(octets: bytes) -> tuple[tuple[ScanLine, ...], int]:
    """The lines of LIST, and how many made no sense."""
    sizes: dict[int, ScanLine] = {}
    malformed = 0
    for number, rest in _numbered(octets):
        if number is None or number in sizes:
            malformed += 1
            continue
        size = OCTETS.match(rest)
        sizes[number] = ScanLine(number, int(size[0]) if size else None)
    return tuple(sizes.values()), malformed


def parse_unique_id_listing(octets: bytes) -> tuple[tuple[UniqueIdLine, ...], int]:
    """The lines of UIDL, and how many made no sense.

    The whole rest of a line is the id, inner blanks and all.
    """
    names: dict[int, UniqueIdLine] = {}
    malformed = 0
    for number, rest in _numbered(octets):
        if number is None or number in names:
            malformed += 1
            continue
        names[number] = UniqueIdLine(number, rest)
    return tuple(names.values()), malformed


def _numbered(octets: bytes) -> Iterator[tuple[int | None, bytes]]:
    """Each line as its message-number (None: there is none) and what follows it."""
    lines = octets.replace(b"\r\n", b"\n").split(b"\n")
    if not lines[-1]:
        lines.pop()
    for line in lines:
        number, rest = _parted(line)
        # Some servers begin every line of UIDL with a status indicator.
        if number.upper() == POSITIVE:
            number, rest = _parted(rest)
        yield (int(number) if NUMBER.fullmatch(number) else None), rest


def _parted(line: bytes) -> tuple[bytes, bytes]:
    """Cut at the first run of blanks."""
    first, _, rest = line.replace(b"\t", b" ").strip(b" ").partition(b" ")
    return first, rest.lstrip(b" ")
