"""The demo server, made to misbehave: for tests of what a client does then.

    fault = Fault(Step.RETR, Kind.RESET)
    with MisbehavingServer(maildrop, fault, Shrunken(2)) as server:
        ...

What it does wrong is said in frozen values (`support.faults`, `support.misbehaviours`).
Each is asked, for every command it concerns, what to answer, and may let the server
act first. All else stays as strict and correct as the demo server is.
"""

import socket
import struct
import sys
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from threading import Event, Lock

from hudhud.demo.commands import Malformed, parse_command
from hudhud.demo.connection import Connection, Cut
from hudhud.demo.maildrop import Maildrop
from hudhud.demo.record import Speaker
from hudhud.demo.server import DemoServer
from hudhud.demo.session import Session
from hudhud.demo.terms import Terms

GREETING = "GREETING"

Act = Callable[[], bytes]
"""Lets the server do what it was told; returns its reply."""


class Wire(Connection):
    """The line to the client, for misbehaviours that reach beyond a reply."""

    def __init__(self, line: socket.socket, session: Session, stop: Event) -> None:
        super().__init__(line, session)
        self._stop = stop
        self.held = b""
        self.errors = 0

    def send_now(self, octets: bytes) -> None:
        self.say(octets)
        self.flush()

    def close_now(self) -> None:
        """End the line, over TLS without the word that says so."""
        self.flush()
        with suppress(OSError):
            self.line.shutdown(socket.SHUT_WR)
        self.line.close()
        raise Cut

    def reset(self) -> None:
        self.flush()
        linger = struct.pack("hh" if sys.platform == "win32" else "ii", 1, 0)
        self.line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        self.line.close()
        raise Cut

    def stall(self) -> None:
        """Say nothing more, and listen until the client gives up."""
        self.flush()
        while self.line.recv(65536):
            pass
        raise Cut

    def pause(self, seconds: float) -> None:
        if self._stop.wait(seconds):
            raise Cut


@dataclass(frozen=True, slots=True)
class Asked:
    """One command. `occurrence` counts it in its session; `behind` waits in the pipe.

    The greeting is asked for as the keyword GREETING.
    """

    keyword: str
    argument: str | None
    occurrence: int
    behind: int
    session: Session
    wire: Wire


@dataclass(frozen=True, slots=True, kw_only=True)
class Misbehaviour:
    """`times`: so often in a server's life. `sessions`: only in these, from 1."""

    times: int | None = None
    sessions: frozenset[int] | None = None

    def concerns(self, asked: Asked) -> bool:
        return True

    def answer(self, asked: Asked, act: Act) -> bytes:
        """Return the reply. It may use `asked.wire`, and need not call `act`."""
        return act()


class MisbehavingConnection(Wire):
    def __init__(
        self, line: socket.socket, session: Session, server: "MisbehavingServer"
    ) -> None:
        super().__init__(line, session, server.stopping)
        self._server = server
        self._heard: Counter[str] = Counter()
        self._behind = 0

    def greet(self) -> None:
        self.say(self._through(GREETING, None, self.session.greeting))

    def answer_all(self, lines: list[bytes]) -> None:
        self._behind = len(lines)
        super().answer_all(lines)

    def answer(self, line: bytes) -> None:
        self._behind -= 1
        keyword, argument = keyword_of(line)
        heard = len(self.session.record.lines)
        try:
            self.say(self._through(keyword, argument, partial(self._act, line)))
        finally:
            if len(self.session.record.lines) == heard:
                self.session.note(Speaker.CLIENT, line)

    def _act(self, line: bytes) -> bytes:
        return self.session.answer(line)

    def _through(self, keyword: str, argument: str | None, act: Act) -> bytes:
        self._heard[keyword] += 1
        occurrence = self._heard[keyword]
        asked = Asked(keyword, argument, occurrence, self._behind, self.session, self)
        for misbehaviour in reversed(self._server.misbehaviours):
            if self._server.permits(misbehaviour, asked):
                act = partial(misbehaviour.answer, asked, act)
        return act()


class MisbehavingServer(DemoServer):
    """`misbehaviours` may be replaced between sessions; empty, it behaves."""

    def __init__(
        self,
        maildrop: Maildrop,
        *misbehaviours: Misbehaviour,
        terms: Terms | None = None,
    ) -> None:
        super().__init__(maildrop, terms)
        self.misbehaviours: tuple[Misbehaviour, ...] = misbehaviours
        self.stopping = Event()
        self._done: Counter[Misbehaviour] = Counter()
        self._counting = Lock()

    def start(self) -> None:
        self.stopping.clear()
        super().start()

    def stop(self) -> None:
        self.stopping.set()
        super().stop()

    def connection(self, line: socket.socket, session: Session) -> Connection:
        return MisbehavingConnection(line, session, self)

    def permits(self, misbehaviour: Misbehaviour, asked: Asked) -> bool:
        """Whether it concerns this command and has a time left; takes one if so."""
        number = asked.session.number
        if misbehaviour.sessions is not None and number not in misbehaviour.sessions:
            return False
        if not misbehaviour.concerns(asked):
            return False
        with self._counting:
            self._done[misbehaviour] += 1
            times = misbehaviour.times
            return times is None or self._done[misbehaviour] <= times


def keyword_of(line: bytes) -> tuple[str, str | None]:
    try:
        return parse_command(line)
    except Malformed:
        return "", None
