"""Faults of the line: at one step it is dropped, reset, stalled or garbled."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from support.misbehaving import GREETING, Act, Asked, Misbehaviour

GARBAGE = b"\x00\x1b[2J\xff nonsense \xfe\r\n"
REFUSAL = b"-ERR out of order\r\n"
HALF_STATUS = b"+O"


class Step(StrEnum):
    """The command at which it happens."""

    GREETING = GREETING
    CAPA = "CAPA"
    STLS = "STLS"
    USER = "USER"
    PASS = "PASS"
    AUTH = "AUTH"
    STAT = "STAT"
    LIST = "LIST"
    UIDL = "UIDL"
    TOP = "TOP"
    RETR = "RETR"
    DELE = "DELE"
    RSET = "RSET"
    NOOP = "NOOP"
    QUIT = "QUIT"


class Kind(StrEnum):
    """What happens. After REFUSE and GARBAGE the session goes on, else it is over."""

    CLOSE = "close"
    RESET = "reset"
    STALL = "stall"
    HALF = "half reply, then close"
    GARBAGE = "garbage"
    REFUSE = "-ERR"
    REFUSE_AND_CLOSE = "-ERR, then close"


class Point(StrEnum):
    """When. FIRST to DOT are places in the payload of a multi-line reply.

    BEFORE: the server has not done what it was told. ACTED: it has, and nothing of
    its reply was said; at QUIT this is the lost answer of an UPDATE that happened.
    """

    BEFORE = "before acting"
    ACTED = "after acting"
    FIRST = "after the first octet"
    MIDDLE = "in the middle"
    LAST = "before the last octet"
    DOT = "before the dot"


IN_PAYLOAD = frozenset({Point.FIRST, Point.MIDDLE, Point.LAST, Point.DOT})
MULTI_LINE = (Step.CAPA, Step.LIST, Step.UIDL, Step.TOP, Step.RETR)


@dataclass(frozen=True, slots=True)
class Fault(Misbehaviour):
    """One fault, once: at the `at`-th such command of a session, while `times` last."""

    step: Step
    kind: Kind
    point: Point = Point.BEFORE
    at: int = 1
    times: int | None = field(default=1, kw_only=True)

    def __str__(self) -> str:
        return f"{self.step} {self.kind}, {self.point}"

    def concerns(self, asked: Asked) -> bool:
        return asked.keyword == self.step and asked.occurrence == self.at

    def answer(self, asked: Asked, act: Act) -> bytes:
        if self.point in IN_PAYLOAD:
            asked.wire.send_now(cut(act(), self.point))
            return self._end(asked)
        if self.kind is Kind.HALF:
            asked.wire.send_now(self._half(act))
            return self._end(asked)
        if self.point is Point.ACTED:
            act()
        return self._end(asked)

    def _half(self, act: Act) -> bytes:
        if self.step is Step.QUIT and self.point is Point.BEFORE:
            return HALF_STATUS
        reply = act()
        return reply[: len(reply) // 2]

    def _end(self, asked: Asked) -> bytes:
        wire = asked.wire
        match self.kind:
            case Kind.RESET:
                wire.reset()
            case Kind.STALL:
                wire.stall()
            case Kind.CLOSE | Kind.HALF:
                wire.close_now()
            case Kind.REFUSE_AND_CLOSE:
                wire.send_now(REFUSAL)
                wire.close_now()
            case Kind.GARBAGE:
                return GARBAGE
        return REFUSAL


def cut(reply: bytes, point: Point) -> bytes:
    """A multi-line reply up to a place in its payload; a single line is halved."""
    begin = reply.find(b"\n") + 1
    end = len(reply) - len(b".\r\n")
    if begin >= end:
        return reply[: len(reply) // 2]
    places = {
        Point.FIRST: begin + 1,
        Point.MIDDLE: (begin + end) // 2,
        Point.LAST: end - 1,
        Point.DOT: end,
    }
    return reply[: places[point]]


def step_faults(steps: tuple[Step, ...] = tuple(Step)) -> Iterator[Fault]:
    """Every kind at every step, and every place in the payload of the long replies."""
    for step in steps:
        for kind in Kind:
            yield Fault(step, kind)
        if step in MULTI_LINE:
            for point in sorted(IN_PAYLOAD):
                for kind in (Kind.CLOSE, Kind.RESET, Kind.STALL):
                    yield Fault(step, kind, point)
    if Step.QUIT in steps:
        for kind in Kind:
            yield Fault(Step.QUIT, kind, Point.ACTED)
