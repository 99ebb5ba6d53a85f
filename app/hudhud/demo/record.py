"""What happened at the server, for those who must prove something of it."""

from collections import deque
from dataclasses import dataclass
from enum import StrEnum
from threading import Condition
from typing import NamedTuple

from hudhud.demo.maildrop import Letter

KEPT_LINES = 200_000


class Speaker(StrEnum):
    CLIENT = "C"
    SERVER = "S"


class Ending(StrEnum):
    """How a session ended. Only QUIT in TRANSACTION deletes anything."""

    QUIT = "quit"
    LOST = "lost"
    IDLE = "idle"
    CUT = "cut"


class Line(NamedTuple):
    """One line of a dialogue without its CRLF; of a long reply the first alone.

    Octets of the client are as they came: a password is in them.
    """

    session: int
    speaker: Speaker
    octets: bytes
    in_tls: bool

    def __str__(self) -> str:
        return f"{self.speaker}: {self.octets.decode('latin-1')}"


@dataclass(frozen=True, slots=True)
class SessionEnd:
    """`deleted` are the letters this session really removed, in their order."""

    session: int
    ending: Ending
    signed_in: bool
    deleted: tuple[Letter, ...]


class Record:
    """Grows while sessions run; read it from any thread."""

    def __init__(self) -> None:
        self._lines: deque[Line] = deque(maxlen=KEPT_LINES)
        self._ends: list[SessionEnd] = []
        self._violations: list[str] = []
        self._credentials: list[Line] = []
        self._running = 0
        self._changed = Condition()

    @property
    def lines(self) -> tuple[Line, ...]:
        """The dialogues, in the order of what was heard and said."""
        return tuple(self._lines)

    @property
    def commands(self) -> tuple[str, ...]:
        """What clients said, a command each."""
        return tuple(
            line.octets.decode("latin-1")
            for line in self.lines
            if line.speaker is Speaker.CLIENT
        )

    @property
    def ends(self) -> tuple[SessionEnd, ...]:
        return tuple(self._ends)

    @property
    def deleted(self) -> tuple[Letter, ...]:
        """Every letter that a session really removed, oldest removal first."""
        return tuple(letter for end in self.ends for letter in end.deleted)

    @property
    def violations(self) -> tuple[str, ...]:
        """What clients did that the RFCs do not allow."""
        return tuple(self._violations)

    @property
    def credentials_in_clear(self) -> tuple[bytes, ...]:
        """Lines of a sign-in that came over a line without TLS."""
        return tuple(line.octets for line in self._credentials if not line.in_tls)

    def note_line(self, line: Line) -> None:
        self._lines.append(line)

    def note_credential(self, line: Line) -> None:
        self._credentials.append(line)

    def note_violation(self, text: str) -> None:
        self._violations.append(text)

    def note_begin(self) -> None:
        with self._changed:
            self._running += 1

    def note_end(self, end: SessionEnd) -> None:
        with self._changed:
            self._running -= 1
            self._ends.append(end)
            self._changed.notify_all()

    def wait_for_ends(self, count: int, timeout_s: float = 5.0) -> bool:
        """Wait until so many sessions have ended and none is running."""
        with self._changed:
            return self._changed.wait_for(
                lambda: len(self._ends) >= count and not self._running, timeout_s
            )
