"""Long secrets in pieces that every keyring takes.

Windows keeps 2,560 octets of UTF-16 an entry, so a piece has 1,000 units of it. The
pieces are written first and the header that names them last, under one of two
generations, a and b, in turn: a write that is interrupted leaves the old secret whole.
"""

import hashlib
import re
from dataclasses import dataclass

UNITS_A_PIECE = 1000
OCTETS_A_UNIT = 2
GENERATIONS = ("a", "b")

_MARK = "hudhud pieces "
_HEADER = re.compile(_MARK + r"([ab]) ([0-9]{1,4}) ([0-9a-f]{64})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Header:
    """What stands in the place of a secret that lies in pieces."""

    generation: str
    count: int
    sha256: str

    def __str__(self) -> str:
        return f"{_MARK}{self.generation} {self.count} {self.sha256}"


def fits_whole(secret: str) -> bool:
    """Short enough for one entry, and not to be taken for a header afterwards."""
    return len(_units(secret)) <= UNITS_A_PIECE * OCTETS_A_UNIT and not (
        secret.startswith(_MARK)
    )


def parse_header(entry: str) -> Header | None:
    """None where the entry is itself the secret."""
    found = _HEADER.fullmatch(entry)
    return Header(found[1], int(found[2]), found[3]) if found else None


def header_for(secret: str, count: int, before: Header | None) -> Header:
    generation = "b" if before is not None and before.generation == "a" else "a"
    return Header(generation, count, _sha256(secret))


def split(secret: str) -> list[str]:
    """At least one piece; none ends between the two halves of a character."""
    units = _units(secret)
    pieces: list[str] = []
    start = 0
    while start < len(units):
        end = start + UNITS_A_PIECE * OCTETS_A_UNIT
        if end < len(units) and 0xDC <= units[end + 1] <= 0xDF:
            end -= OCTETS_A_UNIT
        pieces.append(units[start:end].decode("utf-16-le"))
        start = end
    return pieces


def joined(header: Header, pieces: list[str]) -> str | None:
    """None where a piece is missing or not the one that was written."""
    secret = "".join(pieces)
    whole = len(pieces) == header.count and _sha256(secret) == header.sha256
    return secret if whole else None


def _units(secret: str) -> bytes:
    return secret.encode("utf-16-le")


def _sha256(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
