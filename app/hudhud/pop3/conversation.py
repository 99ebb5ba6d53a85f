"""A POP3 session as octets in and events out: no socket, no thread, no clock.

    say        `send` queues a command, `octets_to_send` is what goes to the wire
    hear       `receive` and `receive_end` take what came, `next_event` tells of it

Many commands may be outstanding; replies are matched to them by order alone, so the
first octet that cannot belong to the oldest of them ends the session as OutOfStep.
A message is told piece by piece as it comes. One that is whole in what was received is
exactly Reply, Piece and End.
"""

from collections import deque
from dataclasses import dataclass

from hudhud.pop3.commands import GREETING, Command, Shape
from hudhud.pop3.errors import ConnectionLost, NotPop3, OutOfStep, WrongState
from hudhud.pop3.framing import (
    BARE_TERMINATOR,
    CRLF,
    LF,
    Cut,
    LineLimits,
    LineMode,
)
from hudhud.pop3.replies import parse_status
from hudhud.pop3.states import ADVANCES, ALONE, PERMITTED, State

MAX_STATUS_OCTETS = 8 * 1024
MAX_LISTING_LINE_OCTETS = 8 * 1024
MAX_CAPABILITY_LINES = 200
MAX_LISTING_LINES = 1_000_000
MAX_LISTING_OCTETS = 96 * 1024 * 1024

# How the greetings of other protocols begin.
OTHERS = (
    (b"* ", "IMAP"),
    (b"220", "SMTP"),
    (b"554", "SMTP"),
    (b"HTTP/", "HTTP"),
    (b"SSH-", "SSH"),
    (b"+ ", "POP2"),
    (b"\x15\x03", "TLS"),
)


@dataclass(frozen=True, slots=True)
class Reply:
    """A status line. `code` is the response code in upper case, or empty."""

    command: Command
    ok: bool
    text: str
    code: str


@dataclass(frozen=True, slots=True)
class Piece:
    """Some octets of a multi-line reply, unstuffed, line ends as they came."""

    command: Command
    octets: bytes


@dataclass(frozen=True, slots=True)
class End:
    command: Command


@dataclass(frozen=True, slots=True)
class Continuation:
    """The server waits for an answer of a SASL exchange; `challenge` is base64."""

    command: Command
    challenge: bytes


Event = Reply | Piece | End | Continuation


class Conversation:
    """One line from its first octet on; a line that TLS has taken over is a new one."""

    def __init__(self, greeted: bool = False) -> None:
        self.state = State.AUTHORIZATION
        self._outstanding: deque[Command] = deque(() if greeted else (GREETING,))
        self._unsent: list[bytes] = []
        self._received = b""
        self._position = 0
        self._ended = False
        self._mode: LineMode | None = None
        self._ready: deque[Event] = deque()
        self._body: Command | None = None
        self._limits: LineLimits | None = None
        self._lead = 0

    @property
    def awaited(self) -> str:
        """The keyword whose reply comes next; empty when none is outstanding."""
        oldest = self._body or next(iter(self._outstanding), None)
        return "" if oldest is None else oldest.keyword or "AUTH"

    @property
    def is_idle(self) -> bool:
        """Nothing outstanding, and nothing received that was not yet told."""
        waiting = self._outstanding or self._ready or self._body
        return not waiting and self._position == len(self._received)

    def send(self, command: Command) -> None:
        """Queue a command. Raises WrongState where it is not permitted now."""
        if command.keyword not in PERMITTED[self.state]:
            raise WrongState(f"{command} is not permitted in {self.state.name}")
        if self._outstanding or self._body is not None:
            latest = self._outstanding[-1] if self._outstanding else self._body
            if command.keyword in ALONE or (latest and latest.keyword in ALONE):
                raise WrongState(f"{command} behind {latest}")
        self._outstanding.append(command)
        self._unsent.append(command.encode())

    def octets_to_send(self) -> bytes:
        octets = b"".join(self._unsent)
        self._unsent.clear()
        return octets

    def receive(self, octets: bytes) -> None:
        held = self._received[self._position :]
        self._received = held + octets if held else octets
        self._position = 0

    def receive_end(self) -> None:
        """The server closed the line; what came before is still told."""
        self._ended = True

    def receive_pause(self) -> bool:
        """Nothing has come for some seconds: may what came last end the message?

        Some servers end their own lines with CRLF and a message of bare LFs with LF "."
        CRLF, which is content as long as anything follows it. With other replies
        outstanding it cannot be told from content, so that raises OutOfStep.
        """
        if self._mode is not CRLF or self._body is None:
            return False
        if self._received[self._position :] != BARE_TERMINATOR:
            return False
        if self._outstanding:
            raise OutOfStep("messages end with a bare line feed", self.awaited)
        self._tell(Cut(self._position + 1, None, False), CRLF)
        self._finish(len(self._received))
        return True

    def next_event(self) -> Event | None:
        """What the server said next, or None when more octets are needed.

        Raises OutOfStep, NotPop3 for a greeting that is none, and ConnectionLost when
        the server closed the line before it had answered everything.
        """
        if not self._ready:
            if self._body is None:
                return self._next_status()
            self._read_body()
        if self._ready:
            return self._ready.popleft()
        self._check_end()
        return None

    def _next_status(self) -> Event | None:
        received, start = self._received, self._position
        if start == len(received):
            self._check_end()
            return None
        if not self._outstanding:
            raise OutOfStep("the server spoke out of turn")
        mode = self._mode or self._learn_mode()
        end = -1 if mode is None else received.find(mode.end, start)
        if mode is None or end < 0 or end - start > MAX_STATUS_OCTETS:
            self._check_unended()
            return None
        line = received[start:end].rstrip(b"\r" if mode is LF else b"")
        self._position = end + len(mode.end)
        command = self._outstanding[0]
        if command.shape is Shape.SASL and (line == b"+" or line[:2] == b"+ "):
            self._outstanding.popleft()
            return Continuation(command, line[2:])
        ok, text, code = self._judged(command, line)
        self._outstanding.popleft()
        return self._status_event(Reply(command, ok, text, code), end, mode)

    def _status_event(self, reply: Reply, end: int, mode: LineMode) -> Event:
        command = reply.command
        if not reply.ok:
            return reply
        if command.shape is Shape.LINE or command.shape is Shape.SASL:
            if command.keyword == "AUTH" and not command.secret:
                # Some servers write +OK for a plus alone; nothing is proven yet.
                return Continuation(command, b"")
            self.state = ADVANCES.get((command.keyword, self.state), self.state)
            return reply
        self._body, self._limits = command, _limits(command.shape)
        self._position, self._lead = end, len(mode.end)
        self._read_body()
        return reply

    def _learn_mode(self) -> LineMode | None:
        """The first status line tells how this server ends its lines."""
        end = self._received.find(b"\n", self._position)
        if end < 0:
            return None
        before = self._received[max(end - 1, self._position) : end]
        self._mode = CRLF if before == b"\r" else LF
        return self._mode

    def _judged(self, command: Command, line: bytes) -> tuple[bool, str, str]:
        try:
            return parse_status(line)
        except OutOfStep as error:
            if command is GREETING:
                raise NotPop3(_named(line), self.awaited) from None
            # A server may echo what it was sent, and that must not be shown.
            shown = "not a reply" if command.secret else error.detail
            raise OutOfStep(shown, self.awaited) from None

    def _check_unended(self) -> None:
        """A status line that is not whole: tell early if it will never be one."""
        rest = self._received[self._position : self._position + MAX_STATUS_OCTETS + 1]
        greeting = self._outstanding[0] is GREETING
        if len(rest) > MAX_STATUS_OCTETS:
            raise OutOfStep("a status line without an end", self.awaited)
        if self._ended and greeting and rest[:1] not in b"+-":
            raise NotPop3(_named(rest), self.awaited)
        if not greeting and (rest[:1] not in b"+-" or b"\n" in rest):
            raise OutOfStep("not a reply", self.awaited)
        self._check_end()

    def _read_body(self) -> None:
        mode = self._mode
        assert mode is not None  # A body follows a status line.
        cut = mode.cut(self._received, self._position)
        self._tell(cut, mode)
        if cut.terminated is not None:
            self._finish(cut.terminated)

    def _tell(self, cut: Cut, mode: LineMode) -> None:
        """Make a Piece of what is settled, but for the status line's own end."""
        start, lead = self._position, self._lead
        if cut.stop < start + lead:
            return
        if cut.is_stuffed:
            octets = mode.unstuffed(self._received[start : cut.stop])[lead:]
        else:
            octets = self._received[start + lead : cut.stop]
        self._position, self._lead = cut.stop, 0
        if not octets:
            return
        if self._limits is not None:
            self._limits.count(octets)
        assert self._body is not None  # As in _read_body.
        self._ready.append(Piece(self._body, octets))

    def _finish(self, position: int) -> None:
        assert self._body is not None  # As in _read_body.
        self._ready.append(End(self._body))
        self._body, self._position, self._lead = None, position, 0

    def _check_end(self) -> None:
        if not self._ended:
            return
        if self.state in (State.UPDATE, State.CLOSED) and not self._outstanding:
            return
        raise ConnectionLost("the server closed the connection", self.awaited)


def _limits(shape: Shape) -> LineLimits | None:
    if shape is Shape.MESSAGE:
        return None
    lines = MAX_CAPABILITY_LINES if shape is Shape.CAPABILITIES else MAX_LISTING_LINES
    return LineLimits(MAX_LISTING_LINE_OCTETS, lines, MAX_LISTING_OCTETS)


def _named(line: bytes) -> str:
    """A greeting that is not POP3's, with the name of its protocol where it shows."""
    kind = next((name for start, name in OTHERS if line.startswith(start)), "")
    text = line.decode("utf-8", "backslashreplace")
    return f"{kind} greeting: {text}" if kind else f"not a greeting: {text}"
