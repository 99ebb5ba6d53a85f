"""One session without I/O: a line of the client in, a reply out.

AUTHORIZATION --sign in--> TRANSACTION --QUIT--> UPDATE
      |                         |
    QUIT                 any other ending
      |                         |
 nothing is done       nothing is removed
"""

from enum import StrEnum

from hudhud.demo.authorization import Authorization
from hudhud.demo.commands import (
    RESPONSE_LIMIT,
    Command,
    Malformed,
    Refused,
    parse_command,
)
from hudhud.demo.maildrop import Letter, Maildrop
from hudhud.demo.record import Line, Record, Speaker
from hudhud.demo.terms import Terms
from hudhud.demo.transaction import Transaction

GREETING = b"+OK Hudhud demo server ready\r\n"
CREDENTIALS = frozenset({"USER", "PASS", "AUTH", "APOP"})


class State(StrEnum):
    AUTHORIZATION = "AUTHORIZATION"
    TRANSACTION = "TRANSACTION"
    UPDATE = "UPDATE"
    CLOSED = "CLOSED"


class Session:
    """`state` moves as RFC 1939 draws it. Call `end` once, however it ended."""

    def __init__(
        self, number: int, maildrop: Maildrop, terms: Terms, record: Record
    ) -> None:
        self.number = number
        self.maildrop = maildrop
        self.terms = terms
        self.record = record
        self.in_tls = False
        self.state = State.AUTHORIZATION
        self.authorization = Authorization(maildrop, terms, in_tls=False)
        self.transaction: Transaction | None = None

    @property
    def is_over(self) -> bool:
        return self.state in (State.UPDATE, State.CLOSED)

    @property
    def wants_tls(self) -> bool:
        """STLS was answered `+OK`: the handshake is next."""
        return self.authorization.wants_tls

    @property
    def removed(self) -> tuple[Letter, ...]:
        return self.transaction.removed if self.transaction else ()

    def greeting(self) -> bytes:
        self.note(Speaker.SERVER, GREETING)
        return GREETING

    def secure(self) -> None:
        """TLS is up: whatever was said before it is forgotten (RFC 2595)."""
        self.in_tls = True
        self.authorization = Authorization(self.maildrop, self.terms, in_tls=True)

    def answer(self, line: bytes) -> bytes:
        """Take one line with its end; return the whole reply."""
        self.note(Speaker.CLIENT, line)
        try:
            reply = self._reply(line)
        except Refused as refused:
            reply = f"-ERR {refused}\r\n".encode()
            if isinstance(refused, Malformed):
                self.record.note_violation(str(refused))
        self._advance()
        self.note(Speaker.SERVER, reply)
        return reply

    def end(self) -> None:
        """Give the maildrop back. Removes nothing: that is QUIT's alone."""
        if self.transaction is not None:
            self.maildrop.release_lock()
        if not self.is_over:
            self.state = State.CLOSED

    def note(self, speaker: Speaker, octets: bytes) -> None:
        """Keep the first line of what was heard or said."""
        end = octets.find(b"\n")
        line = (octets if end < 0 else octets[:end]).rstrip(b"\r")
        self.record.note_line(Line(self.number, speaker, line, self.in_tls))

    def _reply(self, line: bytes) -> bytes:
        if self.authorization.awaits_response:
            self._note_credential(line)
            if len(line) > RESPONSE_LIMIT:
                self.authorization.awaits_response = False
                raise Malformed("response too long")
            return self.authorization.respond(line)
        command = parse_command(line)
        if command.keyword in CREDENTIALS:
            self._note_credential(line)
        return self._obey(command)

    def _obey(self, command: Command) -> bytes:
        stage = self.transaction or self.authorization
        act = stage.commands.get(command.keyword)
        if command.keyword != "PASS":
            self.authorization.forget_user()
        if act is None:
            raise Malformed(f"not a command in {self.state}")
        return act(command.argument)

    def _advance(self) -> None:
        if self.transaction is not None:
            if self.transaction.quitting:
                self.state = State.UPDATE
        elif self.authorization.signed_in:
            self.transaction = Transaction(self.maildrop)
            self.state = State.TRANSACTION
        elif self.authorization.quitting:
            self.state = State.CLOSED

    def _note_credential(self, line: bytes) -> None:
        self.record.note_credential(
            Line(self.number, Speaker.CLIENT, line.rstrip(b"\r\n"), self.in_tls)
        )
