"""The messages that every real server is given, and what it must serve of them."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from support.letters import head, letter, letter_of, with_attachment

MBOX_LINE = b"From sender@example.org Mon Jan  5 10:00:00 2026\n"
BEGIN = 1_767_600_000
"""The first delivery, in Unix seconds: 5 January 2026."""

ODD_BODIES = (
    b".\r\n..\r\n.dot at start\r\nabc\r\n.\r\nend\r\n",
    b"x" * 9000 + b"\r\nafter the long line\r\n",
    "8-bit: äöü €\r\n".encode() + b"\xff\xfe raw\r\n",
    b"no end of line at the end",
    b"",
    b"before\r\n\r\nFrom here it looks like a mailbox\r\nafter\r\n",
    "تحية طيبة وبعد\r\n".encode("windows-1256"),
    b"\r\n\r\n\r\n",
    b"tabs\tand trailing blanks  \r\n \r\n.\r\n",
)


def seeds(count: int) -> tuple[bytes, ...]:
    """CRLF line ends, as they would come over SMTP; the odd kinds from number 3 on."""
    return tuple(seed(number) for number in range(1, count + 1))


def seed(number: int) -> bytes:
    odd = number - 3
    if 0 <= odd < len(ODD_BODIES):
        return head(f"seed message {number}", number) + b"\r\n" + ODD_BODIES[odd]
    if odd == len(ODD_BODIES):
        return with_attachment(bytes(range(256)) * 800, f"paper-{number}.bin", number)
    if odd == len(ODD_BODIES) + 1:
        return letter_of(20_000, number)
    return letter(f"seed message {number}", f"body {number}\r\nsecond\r\n", number)


def with_line_feeds(octets: bytes) -> bytes:
    return octets.replace(b"\r\n", b"\n")


def write_maildir(folder: Path, messages: Iterable[bytes]) -> None:
    """Delivered one a second, so that every server numbers them in this order."""
    for name in ("cur", "new", "tmp"):
        (folder / name).mkdir(parents=True)
    for number, octets in enumerate(messages, start=1):
        name = f"{BEGIN + number}.M{number:06}P1.seed"
        (folder / "new" / name).write_bytes(with_line_feeds(octets))


def write_mbox(file: Path, messages: Iterable[bytes]) -> None:
    file.write_bytes(b"".join(mbox_entries(messages)))


def mbox_entries(messages: Iterable[bytes]) -> Iterator[bytes]:
    for octets in messages:
        text = with_line_feeds(as_quoted(octets))
        yield MBOX_LINE + text + (b"\n" if text.endswith(b"\n") else b"\n\n")


def as_quoted(octets: bytes) -> bytes:
    """A line of an mbox cannot begin with "From ": it gets a ">", not all undo it."""
    return octets.replace(b"\r\nFrom ", b"\r\n>From ")
