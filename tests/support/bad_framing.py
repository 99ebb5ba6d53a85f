"""What servers do wrong on the wire itself: order, ends, speed, endlessness."""

from dataclasses import dataclass

from hudhud.demo.commands import parse_number
from support.misbehaving import Act, Asked, Misbehaviour
from support.misbehaviours import held


@dataclass(frozen=True, slots=True)
class OneCommand(Misbehaviour):
    """What concerns one keyword alone."""

    keyword: str

    def concerns(self, asked: Asked) -> bool:
        return asked.keyword == self.keyword


@dataclass(frozen=True, slots=True)
class MixesAnswers(OneCommand):
    """In a pipeline the answer to one such command comes after the next one's.

    A client that waits for every answer never sees it.
    """

    keyword: str = "RETR"

    def concerns(self, asked: Asked) -> bool:
        return asked.keyword == self.keyword or bool(asked.wire.held)

    def answer(self, asked: Asked, act: Act) -> bytes:
        wire = asked.wire
        if wire.held:
            held_back, wire.held = wire.held, b""
            return act() + held_back
        if asked.behind == 0:
            return act()
        wire.held = act()
        return b""


@dataclass(frozen=True, slots=True)
class ExtraReply(OneCommand):
    """Says more than it was asked, right behind the reply."""

    extra: bytes = b"+OK and one more\r\n"

    def answer(self, asked: Asked, act: Act) -> bytes:
        return act() + self.extra


@dataclass(frozen=True, slots=True)
class MissingReply(OneCommand):
    """Does what it was told and never answers; the next command is answered."""

    def answer(self, asked: Asked, act: Act) -> bytes:
        act()
        return b""


@dataclass(frozen=True, slots=True)
class Unstuffed(Misbehaviour):
    """RETR without byte-stuffing: a message with dot lines ends itself early."""

    def concerns(self, asked: Asked) -> bool:
        return asked.keyword == "RETR" and asked.argument is not None

    def answer(self, asked: Asked, act: Act) -> bytes:
        letter = held(asked).letters[parse_number(asked.argument or "") - 1]
        return b"+OK\r\n%b.\r\n" % letter.octets


@dataclass(frozen=True, slots=True)
class GluedEnd(Misbehaviour):
    """The final dot stands at the end of the last line of text."""

    number: int

    def concerns(self, asked: Asked) -> bool:
        return asked.keyword == "RETR" and asked.argument == str(self.number)

    def answer(self, asked: Asked, act: Act) -> bytes:
        return act().removesuffix(b"\r\n.\r\n") + b".\r\n"


@dataclass(frozen=True, slots=True)
class Endless(OneCommand):
    """Begins a reply and repeats `piece` until the client goes or `octets` are sent."""

    begin: bytes = b"+OK\r\n"
    piece: bytes = b"1 x\r\n" * 1000
    octets: int = 64 * 1024 * 1024

    def answer(self, asked: Asked, act: Act) -> bytes:
        asked.wire.send_now(self.begin)
        for _ in range(self.octets // len(self.piece)):
            asked.wire.send_now(self.piece)
        return b""


@dataclass(frozen=True, slots=True)
class BehindStls(Misbehaviour):
    """Octets in the clear behind the +OK of STLS: somebody sits on the line."""

    octets: bytes = b"+OK injected\r\n"

    def concerns(self, asked: Asked) -> bool:
        return asked.keyword == "STLS"

    def answer(self, asked: Asked, act: Act) -> bytes:
        return act() + self.octets


@dataclass(frozen=True, slots=True)
class Slow(Misbehaviour):
    """Sends a few octets at a time, resting between; of one keyword, or of all."""

    octets: int = 1
    pause_s: float = 0.01
    keyword: str | None = None

    def concerns(self, asked: Asked) -> bool:
        return self.keyword in (None, asked.keyword)

    def answer(self, asked: Asked, act: Act) -> bytes:
        reply = act()
        for begin in range(0, len(reply), self.octets):
            asked.wire.send_now(reply[begin : begin + self.octets])
            asked.wire.pause(self.pause_s)
        return b""


@dataclass(frozen=True, slots=True)
class Late(Misbehaviour):
    """Thinks before it answers; of one keyword, or of all."""

    pause_s: float
    keyword: str | None = None

    def concerns(self, asked: Asked) -> bool:
        return self.keyword in (None, asked.keyword)

    def answer(self, asked: Asked, act: Act) -> bytes:
        asked.wire.flush()
        asked.wire.pause(self.pause_s)
        return act()


@dataclass(frozen=True, slots=True)
class ClosesAfterErrors(Misbehaviour):
    """Closes behind so many -ERR in one session."""

    errors: int = 5

    def answer(self, asked: Asked, act: Act) -> bytes:
        reply = act()
        if reply.startswith(b"-ERR"):
            asked.wire.errors += 1
        if asked.wire.errors >= self.errors:
            asked.wire.send_now(reply)
            asked.wire.close_now()
        return reply
