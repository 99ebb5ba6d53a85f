"""One POP3 session for a caller that may block: the calls in the order of a story.

    open, sign_in, listings, top or retrieve, delete, quit; close at any time

A failure is one of the errors of `errors`; after it only `close` makes sense. What the
server answered to one message alone is a value, and the others go on.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from time import monotonic

from hudhud.domain.servers import Security, ServerAddress
from hudhud.pop3 import commands, sign_in
from hudhud.pop3.capabilities import UNKNOWN, Capabilities, parse_capabilities
from hudhud.pop3.commands import Command
from hudhud.pop3.conversation import Reply
from hudhud.pop3.errors import (
    Injected,
    NoEncryption,
    ServerTrouble,
    WrongState,
)
from hudhud.pop3.pipeline import (
    LOCK_STEP,
    Piece,
    Pipeline,
    Refused,
    Wanted,
    Window,
    shortened,
)
from hudhud.pop3.refusals import refusal
from hudhud.pop3.replies import (
    Listings,
    parse_drop_listing,
    parse_scan_listing,
    parse_unique_id_listing,
)
from hudhud.pop3.tls import TlsLayer
from hudhud.pop3.transport import Stop, Transport
from hudhud.pop3.wire import Wire

# What a caller needs beside the client.
__all__ = ["Connection", "Piece", "Pop3Client", "Refused", "Wanted"]

# Real servers take up to five seconds to refuse a password.
SIGN_IN_PATIENCE_S = 30.0
CAPABILITIES_PATIENCE_S = 20.0

# Some servers hang up after a minute of silence.
IDLE_S = 10.0

# First lines are for looking at: a server that sends it all is cut short.
MAX_TOP_OCTETS = 256 * 1024
TOP_HEADER_OCTETS = 4 * 1024
TOP_LINE_OCTETS = 80
TOP_TRIES = 2

# Where nothing is to be deleted, the answer to QUIT is not worth a long wait.
QUIT_PATIENCE_S = 5.0


@dataclass(frozen=True, slots=True)
class Connection:
    """What to connect to. `timeout_s` is how long the server may be silent.

    `ca_file` stands in place of the system's trust store.
    """

    server: ServerAddress
    timeout_s: float
    ca_file: str | None


class Pop3Client:
    """Not for two threads at once; only the `Stop` may be used from others."""

    def __init__(
        self,
        connection: Connection,
        stop: Stop,
        trace: Callable[[str], None] | None = None,
        lock_step: bool = False,
        ask_capabilities: bool = True,
    ) -> None:
        """`trace` is told each line said and heard, secrets masked.

        Some servers hang or hang up on CAPA: TimedOut or ConnectionLost then has the
        step CAPA, and a second client may be told not to ask.
        """
        self.capabilities: Capabilities = UNKNOWN
        self.secured = ""
        self._connection = connection
        self._stop = stop
        self._trace = trace
        self._lock_step = lock_step
        self._ask_capabilities = ask_capabilities
        self._has_marked = False
        self._transport: Transport | None = None
        self._open_wire: Wire | None = None

    def open(self) -> None:
        """Connect, secure the line, hear the greeting, ask what the server can do.

        On return the line is as secure as the connection asks for.
        """
        if self._transport is not None:
            raise WrongState("a client opens one line")
        self._transport = Transport(self._stop)
        try:
            self._open(self._transport)
        except BaseException:
            self.close()
            raise

    def sign_in(self, user: str, password: str) -> None:
        """Raises SignInRefused before a word is said for a name or password that holds
        CR, LF or NUL; then SignInRefused, MaildropInUse, LoginDelay, ServerTrouble.
        """
        wire = self._wire
        dialogue = sign_in.dialogue(
            self.capabilities, bool(self.secured), user, password
        )
        wire.hide(sign_in.hidden_forms(user, password))
        patience_s = max(self._connection.timeout_s, SIGN_IN_PATIENCE_S)
        command = next(dialogue)
        while True:
            answer = wire.converse(command, patience_s)
            try:
                command = dialogue.send(answer)
            except StopIteration:
                break
        # Asked again only of a server that knows the command: some count errors.
        if self.capabilities.known:
            self._learn_capabilities(wire)

    def listings(self) -> Listings:
        """STAT, UIDL and LIST, in one flight where the server allows it.

        UIDL is asked for although it is not announced: some servers forget to. LIST
        comes last, for some servers change a message when they are asked for its id.
        """
        asked = (
            commands.DROP_LISTING,
            commands.UNIQUE_ID_LISTING,
            commands.SCAN_LISTING,
        )
        drop_answer, uid_answer, scan_answer = self._gathered(asked)
        drop = parse_drop_listing(drop_answer[0].text) if drop_answer[0].ok else None
        is_empty = drop is not None and drop.messages == 0
        if not scan_answer[0].ok and not is_empty:
            raise refusal(scan_answer[0], ServerTrouble)
        scan, malformed = parse_scan_listing(scan_answer[1])
        if not uid_answer[0].ok:
            return Listings(drop, scan, () if is_empty else None, malformed)
        unique_ids, more_malformed = parse_unique_id_listing(uid_answer[1])
        return Listings(drop, scan, unique_ids, malformed + more_malformed)

    def retrieve(self, wanted: Sequence[Wanted]) -> Iterator[Piece | Refused]:
        """The messages in the order asked for; take them to the end."""
        return Pipeline(self._wire, self._window(), wanted, commands.retrieve).pieces()

    def top(self, wanted: Sequence[Wanted], lines: int) -> Iterator[Piece | Refused]:
        """Header block and first lines; Refused for each where TOP is not to be had."""
        if not self.capabilities.has_top:
            return (Refused(line.number, "TOP is not supported") for line in wanted)

        def command(number: int) -> Command:
            return commands.top(number, lines)

        likely = TOP_HEADER_OCTETS + TOP_LINE_OCTETS * lines
        estimates = [
            Wanted(line.number, min(likely, line.octets or likely)) for line in wanted
        ]
        pipeline = Pipeline(self._wire, self._window(), estimates, command)
        pieces = shortened(pipeline.pieces(), MAX_TOP_OCTETS)
        return pieces if self.capabilities.known else self._tried(pieces, wanted)

    def delete(self, numbers: Sequence[int]) -> dict[int, bool]:
        """Mark for deletion: True where the server accepted. Only QUIT makes it so.

        Highest number first, which is harmless also where numbers wrongly move up.
        """
        self._has_marked = True
        wanted = [Wanted(number, 0) for number in sorted(set(numbers), reverse=True)]
        pipeline = Pipeline(self._wire, self._window(), wanted, commands.delete)
        return dict(pipeline.verdicts())

    def reset(self) -> None:
        """Unmark everything. Raises ServerTrouble where the server will not."""
        reply = self._wire.say(commands.RESET)
        if not reply.ok:
            raise refusal(reply, ServerTrouble)

    def keep_alive(self, idle_s: float = IDLE_S) -> None:
        """Say something if nothing was heard for so long, whatever the answer."""
        if monotonic() - self._wire.last_heard >= idle_s:
            self._wire.say(commands.NO_OPERATION)

    def quit(self) -> bool:
        """End the session: True when the server says that marked messages are gone,
        False when it says that something failed.

        Raises ConnectionLost, TimedOut and the rest where its answer was lost: then
        nobody knows, and the next listing decides. The line is closed in any case.
        """
        timeout_s = self._connection.timeout_s
        patience_s = timeout_s if self._has_marked else min(QUIT_PATIENCE_S, timeout_s)
        try:
            return self._wire.say(commands.QUIT, patience_s).ok
        finally:
            self.close()

    def close(self) -> None:
        """Drop the line. Never raises, may be called again."""
        if self._transport is not None:
            self._transport.close()
        self._open_wire = None

    @property
    def _wire(self) -> Wire:
        if self._open_wire is None:
            raise WrongState("the line is not open")
        return self._open_wire

    def _open(self, transport: Transport) -> None:
        security = self._connection.server.security
        transport.connect(self._connection.server, self._deadline())
        wire = Wire(transport, self._connection.timeout_s, self._trace)
        if security is Security.TLS:
            self._secure(transport, upgraded=False)
        greeting = wire.greeting()
        if not greeting.ok:
            raise refusal(greeting, ServerTrouble)
        self._learn_capabilities(wire)
        if security is Security.STARTTLS:
            self._upgrade(transport, wire)
        self._open_wire = wire

    def _upgrade(self, transport: Transport, wire: Wire) -> None:
        """STLS (RFC 2595 section 4): what was learned before it may be forged."""
        if not self.capabilities.has_stls:
            raise NoEncryption("STLS is not offered", commands.START_TLS.keyword)
        reply = wire.say(commands.START_TLS)
        if not reply.ok:
            raise NoEncryption(reply.text, commands.START_TLS.keyword)
        if not wire.is_idle:
            raise Injected("octets behind the reply to STLS", "STLS")
        self._secure(transport, upgraded=True)
        wire.start_over()
        self.capabilities = UNKNOWN
        self._learn_capabilities(wire)

    def _secure(self, transport: Transport, upgraded: bool) -> None:
        host = self._connection.server.host
        layer = TlsLayer(host, self._connection.ca_file, upgraded)
        transport.start_tls(layer, self._deadline())
        self.secured = transport.secured

    def _learn_capabilities(self, wire: Wire) -> None:
        """Ask CAPA. Where it is refused, what was known stays."""
        if not self._ask_capabilities:
            return
        patience_s = min(self._connection.timeout_s, CAPABILITIES_PATIENCE_S)
        [(reply, lines)] = wire.gather([commands.CAPABILITIES], patience_s)
        if reply.ok:
            self.capabilities = parse_capabilities(lines)

    def _gathered(self, asked: Sequence[Command]) -> list[tuple[Reply, bytes]]:
        if self._is_lock_step:
            return [self._wire.gather([command])[0] for command in asked]
        return self._wire.gather(asked)

    @property
    def _is_lock_step(self) -> bool:
        return self._lock_step or not self.capabilities.has_pipelining

    def _window(self) -> Window:
        return LOCK_STEP if self._is_lock_step else Window()

    def _tried(
        self, pieces: Iterator[Piece | Refused], wanted: Sequence[Wanted]
    ) -> Iterator[Piece | Refused]:
        """TOP of a server that did not say whether it knows it: the first refusals
        are taken for an answer, since some servers hang up after a few errors.
        """
        for tried, item in enumerate(pieces, start=1):
            yield item
            if isinstance(item, Piece):
                yield from pieces
                return
            if tried == TOP_TRIES:
                self.capabilities = replace(self.capabilities, has_top=False)
                yield from self.top(wanted[tried:], 0)
                return

    def _deadline(self) -> float:
        return monotonic() + self._connection.timeout_s
