"""Many commands of one kind in flight, within a window of commands and octets.

The line is written and read in turn, never one after the other: a server that does not
read while it writes is always read from. Replies come in the order of the commands, so
the caller takes them one by one and may rest between two of them.
"""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from time import sleep

from hudhud.pop3.commands import Command
from hudhud.pop3.conversation import End, Reply
from hudhud.pop3.conversation import Piece as Part
from hudhud.pop3.errors import WrongState, harmless
from hudhud.pop3.wire import Wire

# Past these, more in flight brings nothing on a line of any length.
MAX_COMMANDS = 2048
MAX_OCTETS = 8 * 1024 * 1024

# After a refusal: servers hang up after some twenty errors in a row.
CAUTIOUS_COMMANDS = 8

UNKNOWN_OCTETS = 16 * 1024
PIECE_OCTETS = 256 * 1024

# A client that takes every few kilobytes as they come fights a near server for the
# processor. Resting while much is still to come costs nothing on a slow line.
REST_S = 0.002
SMALL_READ_OCTETS = 64 * 1024


@dataclass(frozen=True, slots=True)
class Wanted:
    """`octets` as listed: an estimate for the window and nothing else."""

    number: int
    octets: int | None


@dataclass(frozen=True, slots=True)
class Piece:
    """A message of less than 256 KB is one last piece."""

    number: int
    octets: bytes
    last: bool


@dataclass(frozen=True, slots=True)
class Refused:
    """The server would not give this one message. `text` is harmless to show."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Window:
    """How much may be in flight; one command always may."""

    commands: int = MAX_COMMANDS
    octets: int = MAX_OCTETS


LOCK_STEP = Window(commands=1)


class Pipeline:
    """One use: give it what is wanted, take `pieces` or `verdicts` to the end."""

    def __init__(
        self,
        wire: Wire,
        window: Window,
        wanted: Sequence[Wanted],
        command: Callable[[int], Command],
    ) -> None:
        if not wire.is_idle:
            raise WrongState("other commands are still in flight")
        self._wire = wire
        self._window = window
        self._wanted = wanted
        self._command = command
        self._next = 0
        self._flying: deque[tuple[int, int]] = deque()
        self._octets = 0
        self._arrived = 0
        self._most = window.commands

    def pieces(self) -> Iterator[Piece | Refused]:
        parts: list[bytes] = []
        held = 0
        while True:
            event = self._wire.poll()
            if isinstance(event, Part):
                parts.append(event.octets)
                held += len(event.octets)
                self._arrived += len(event.octets)
                if held >= PIECE_OCTETS:
                    yield Piece(self._flying[0][0], b"".join(parts), last=False)
                    parts, held = [], 0
            elif isinstance(event, End):
                octets = parts[0] if len(parts) == 1 else b"".join(parts)
                parts, held = [], 0
                yield Piece(self._landed(), octets, last=True)
            elif isinstance(event, Reply):
                if not event.ok:
                    text = harmless(self._wire.masked(event.text))
                    yield Refused(self._landed(refused=True), text)
            elif not self._go_on():
                return

    def verdicts(self) -> Iterator[tuple[int, bool]]:
        """For commands answered in one line: each number, and whether it was +OK."""
        while True:
            event = self._wire.poll()
            if isinstance(event, Reply):
                yield self._landed(refused=not event.ok), event.ok
            elif not self._go_on():
                return

    def _go_on(self) -> bool:
        """Fill the window and read on; False when everything was answered."""
        self._fill()
        if not self._flying:
            return False
        near = self._wire.last_read_octets < SMALL_READ_OCTETS
        if near and self._octets - self._arrived > SMALL_READ_OCTETS:
            self._wire.push()
            sleep(REST_S)
        self._wire.read()
        return True

    def _fill(self) -> None:
        while self._next < len(self._wanted) and self._has_room():
            wanted = self._wanted[self._next]
            self._next += 1
            octets = UNKNOWN_OCTETS if wanted.octets is None else wanted.octets
            self._wire.send(self._command(wanted.number))
            self._flying.append((wanted.number, octets))
            self._octets += octets

    def _has_room(self) -> bool:
        if not self._flying:
            return True
        if len(self._flying) >= self._most:
            return False
        current = min(self._arrived, self._flying[0][1])
        return self._octets - current < self._window.octets

    def _landed(self, refused: bool = False) -> int:
        number, octets = self._flying.popleft()
        self._octets -= octets
        self._arrived = 0
        most = self._window.commands
        self._most = min(most, CAUTIOUS_COMMANDS) if refused else most
        return number


def shortened(
    items: Iterator[Piece | Refused], most_octets: int
) -> Iterator[Piece | Refused]:
    """Leave out what is past so many octets of each message."""
    left = most_octets
    for item in items:
        if isinstance(item, Refused):
            yield item
            continue
        octets = item.octets[:left]
        left = most_octets if item.last else left - len(octets)
        if octets or item.last:
            yield Piece(item.number, octets, item.last)
