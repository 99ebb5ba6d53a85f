"""A conversation on a transport: commands go out, events come in, waits are bounded.

Everything that is shown of the dialogue passes here, and secrets are masked here.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from time import monotonic
from typing import Protocol

from hudhud.pop3.commands import GREETING, Command
from hudhud.pop3.conversation import (
    Continuation,
    Conversation,
    End,
    Event,
    Piece,
    Reply,
)
from hudhud.pop3.errors import Pop3Error, TimedOut, WrongState, harmless

MASK = "***"

# So long must a server be silent before its last octets are taken for an end mark that
# it wrote in a way of its own.
PAUSE_S = 3.0

Trace = Callable[[str], None]


class Line(Protocol):
    """What carries the octets; as `Transport` has it."""

    def send(self, octets: bytes) -> None: ...

    def receive(self, until: float) -> bytes | None: ...


class Wire:
    """One thread's line. `timeout_s` is how long a server may be silent."""

    def __init__(self, line: Line, timeout_s: float, trace: Trace | None) -> None:
        self._line = line
        self._timeout_s = timeout_s
        self._trace = trace
        self._conversation = Conversation()
        self._hidden: tuple[str, ...] = ()
        self._told = 0
        self.last_heard = monotonic()
        self.last_read_octets = 0

    @property
    def is_idle(self) -> bool:
        return self._conversation.is_idle

    def start_over(self) -> None:
        """Forget all that was said: from here on it is TLS, and another line."""
        if not self.is_idle:
            raise WrongState("a new line while replies are outstanding")
        self._conversation = Conversation(greeted=True)

    def hide(self, secrets: Sequence[str]) -> None:
        """Mask these from now on wherever the server repeats them; longest first."""
        self._hidden = tuple(secrets)

    def masked(self, text: str) -> str:
        for secret in self._hidden:
            text = text.replace(secret, MASK)
        return text

    def send(self, command: Command) -> None:
        """Queue a command; it goes out with the next push or read."""
        self._conversation.send(command)
        if self._trace is not None:
            self._trace(f"C: {harmless(str(command))}")

    def poll(self) -> Event | None:
        """The next event of what was read already, None when more must be read."""
        event = self._conversation.next_event()
        if event is not None and self._trace is not None:
            self._trace_event(event)
        return event

    def push(self) -> None:
        """Hand to the line what is queued, without waiting."""
        if octets := self._conversation.octets_to_send():
            self._line.send(octets)

    def read(self, until: float | None = None) -> None:
        """Write what is queued and wait for octets; by default so long as a server
        may be silent. Raises TimedOut, ConnectionLost, Stopped, OutOfStep.
        """
        conversation, line = self._conversation, self._line
        self.push()
        now = monotonic()
        until = now + self._timeout_s if until is None else until
        try:
            while (received := line.receive(min(until, now + PAUSE_S))) is None:
                if conversation.receive_pause():
                    return
                now = monotonic()
                if now >= until:
                    raise TimedOut("no answer in time", conversation.awaited)
        except Pop3Error as error:
            error.step = error.step or conversation.awaited
            raise
        self.last_heard = monotonic()
        self.last_read_octets = len(received)
        if received:
            conversation.receive(received)
        else:
            conversation.receive_end()

    def greeting(self) -> Reply:
        return self._whole_reply(GREETING, self._timeout_s)

    def say(self, command: Command, patience_s: float | None = None) -> Reply:
        """One command, one line back, in so many seconds however slowly it drips."""
        self.send(command)
        return self._whole_reply(command, patience_s or self._timeout_s)

    def converse(self, command: Command, patience_s: float) -> Reply | Continuation:
        """As `say`, for a SASL exchange."""
        self.send(command)
        answer = self._answer(monotonic() + patience_s)
        if isinstance(answer, Reply | Continuation):
            return answer
        raise WrongState(f"{command} is answered in many lines")

    def gather(
        self, commands: Sequence[Command], patience_s: float | None = None
    ) -> list[tuple[Reply, bytes]]:
        """All of these in one flight, each with its reply and the lines behind it."""
        for command in commands:
            self.send(command)
        until = None if patience_s is None else monotonic() + patience_s
        gathered: list[tuple[Reply, bytes]] = []
        for command in commands:
            reply = self._reply(command, until)
            has_lines = reply.ok and command.shape.is_multi_line
            gathered.append((reply, self._lines(until) if has_lines else b""))
        return gathered

    def _whole_reply(self, command: Command, patience_s: float) -> Reply:
        return self._reply(command, monotonic() + patience_s)

    def _reply(self, command: Command, until: float | None) -> Reply:
        answer = self._answer(until)
        if isinstance(answer, Reply):
            return answer
        raise WrongState(f"{command} is not answered by one line")

    def _lines(self, until: float | None) -> bytes:
        parts: list[bytes] = []
        while not isinstance(event := self._event(until), End):
            if isinstance(event, Piece):
                parts.append(event.octets)
        return b"".join(parts)

    def _answer(self, until: float | None) -> Event:
        event = self._event(until)
        if isinstance(event, Reply) and self._hidden:
            return replace(event, text=self.masked(event.text))
        return event

    def _event(self, until: float | None) -> Event:
        while (event := self.poll()) is None:
            self.read(until)
        return event

    def _trace_event(self, event: Event) -> None:
        assert self._trace is not None  # Asked by poll.
        if isinstance(event, Piece):
            self._told += len(event.octets)
        elif isinstance(event, End):
            self._trace(f"S: ({self._told} octets)")
            self._told = 0
        elif isinstance(event, Continuation):
            self._trace("S: + " + ("..." if event.challenge else ""))
        else:
            indicator = "+OK" if event.ok else "-ERR"
            self._trace(f"S: {indicator} {harmless(self.masked(event.text))}")
