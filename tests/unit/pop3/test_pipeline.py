"""The window and what comes out of it, on a line that only remembers."""

from collections.abc import Callable, Iterator, Sequence

import pytest

from hudhud.pop3 import commands
from hudhud.pop3.errors import ConnectionLost, OutOfStep, TimedOut, WrongState
from hudhud.pop3.pipeline import (
    CAUTIOUS_COMMANDS,
    LOCK_STEP,
    PIECE_OCTETS,
    Piece,
    Pipeline,
    Refused,
    Wanted,
    Window,
    shortened,
)
from hudhud.pop3.wire import Line, Wire

Serve = Callable[[bytes], bytes]


class AnsweringLine:
    """Answers each line that was sent, `at_once` of them per read.

    `in_flight` is how many were unanswered at each read.
    """

    def __init__(self, serve: Serve, at_once: int = 1) -> None:
        self._serve = serve
        self._at_once = at_once
        self._asked: list[bytes] = []
        self.in_flight: list[int] = []

    def send(self, octets: bytes) -> None:
        self._asked += octets.splitlines()

    def receive(self, until: float) -> bytes | None:
        if not self._asked:
            return b""
        self.in_flight.append(len(self._asked))
        asked = self._asked[: self._at_once]
        del self._asked[: self._at_once]
        return b"".join(map(self._serve, asked))


class SilentLine:
    def send(self, octets: bytes) -> None:
        pass

    def receive(self, until: float) -> bytes | None:
        return None


class DrippingLine:
    """Gives these octets, one by one, whatever is said to it."""

    def __init__(self, reads: list[bytes]) -> None:
        self._reads = reads

    def send(self, octets: bytes) -> None:
        pass

    def receive(self, until: float) -> bytes | None:
        return self._reads.pop(0) if self._reads else b""


class SignedInLine:
    """Greets and accepts a password; everything after that is for `line`."""

    def __init__(self, line: Line) -> None:
        self._line = line
        self._opening = [b"+OK ready\r\n", b"+OK signed in\r\n"]

    def send(self, octets: bytes) -> None:
        if not octets.startswith(b"PASS"):
            self._line.send(octets)

    def receive(self, until: float) -> bytes | None:
        return self._opening.pop(0) if self._opening else self._line.receive(until)


def signed_in(line: Line, timeout_s: float = 5) -> Wire:
    wire = Wire(SignedInLine(line), timeout_s, None)
    wire.greeting()
    wire.say(commands.password("secret"))
    return wire


def message(line: bytes) -> bytes:
    return b"+OK\r\nmessage " + line.split()[1] + b"\r\n.\r\n"


def refusing(*numbers: int) -> Serve:
    def serve(line: bytes) -> bytes:
        return (
            b"-ERR gone\x1b\r\n" if int(line.split()[1]) in numbers else message(line)
        )

    return serve


def wanted(count: int, octets: int | None = 100) -> Sequence[Wanted]:
    return [Wanted(number, octets) for number in range(1, count + 1)]


def retrieved(
    line: AnsweringLine, window: Window, asked: Sequence[Wanted]
) -> Iterator[Piece | Refused]:
    return Pipeline(signed_in(line), window, asked, commands.retrieve).pieces()


def whole(number: int) -> Piece:
    return Piece(number, b"message %d\r\n" % number, last=True)


@pytest.mark.parametrize("window", [LOCK_STEP, Window(commands=3), Window()])
@pytest.mark.parametrize("at_once", [1, 2, 1000])
def test_every_message_comes_once_and_in_order(window: Window, at_once: int) -> None:
    items = list(retrieved(AnsweringLine(message, at_once), window, wanted(10)))
    assert items == [whole(number) for number in range(1, 11)]


def test_in_lock_step_one_command_is_in_flight() -> None:
    line = AnsweringLine(message)
    list(retrieved(line, LOCK_STEP, wanted(5)))
    assert line.in_flight == [1] * 5


def test_the_window_is_bounded_by_commands() -> None:
    line = AnsweringLine(message)
    list(retrieved(line, Window(commands=4), wanted(10)))
    assert line.in_flight == [4, 4, 4, 4, 4, 4, 4, 3, 2, 1]


def test_the_window_is_bounded_by_octets_expected() -> None:
    line = AnsweringLine(message)
    list(retrieved(line, Window(octets=1000), wanted(6, octets=400)))
    assert max(line.in_flight) == 3


def test_one_message_larger_than_the_window_is_still_asked_for() -> None:
    line = AnsweringLine(message)
    assert len(list(retrieved(line, Window(octets=10), wanted(3, octets=400)))) == 3
    assert line.in_flight == [1, 1, 1]


def test_sizes_that_are_not_known_are_guessed() -> None:
    line = AnsweringLine(message)
    list(retrieved(line, Window(octets=20_000), wanted(4, octets=None)))
    assert max(line.in_flight) == 2


def test_a_refused_message_does_not_stop_the_others() -> None:
    items = list(retrieved(AnsweringLine(refusing(2, 3)), Window(), wanted(4)))
    assert items == [
        whole(1),
        Refused(2, "gone\\x1b"),
        Refused(3, "gone\\x1b"),
        whole(4),
    ]


def test_after_a_refusal_few_more_are_asked_for_until_one_comes() -> None:
    line = AnsweringLine(refusing(*range(1, 61)))
    list(retrieved(line, Window(commands=20), wanted(100)))
    assert max(line.in_flight[20:60]) <= CAUTIOUS_COMMANDS
    assert max(line.in_flight[61:]) == 20


def test_an_empty_message_is_one_empty_piece() -> None:
    line = AnsweringLine(lambda _: b"+OK\r\n.\r\n")
    assert list(retrieved(line, Window(), wanted(1))) == [Piece(1, b"", last=True)]


def test_a_large_message_comes_in_pieces_that_are_the_message() -> None:
    content = (b"x" * 998 + b"\r\n") * 600
    reads = [b"+OK\r\n" + content[:7], content[7:300_000], content[300_000:] + b".\r\n"]
    wire = signed_in(DrippingLine(reads))
    items = list(Pipeline(wire, LOCK_STEP, wanted(1), commands.retrieve).pieces())
    pieces = [item for item in items if isinstance(item, Piece)]
    assert b"".join(piece.octets for piece in pieces) == content
    assert [piece.last for piece in pieces] == [False, False, True]
    assert len(pieces[0].octets) >= PIECE_OCTETS


def test_what_is_past_the_limit_of_first_lines_is_left_out() -> None:
    items: list[Piece | Refused] = [
        Piece(1, b"abcd", last=False),
        Piece(1, b"efgh", last=False),
        Piece(1, b"ijkl", last=True),
        Refused(2, "no"),
        Piece(3, b"mnop", last=True),
    ]
    assert list(shortened(iter(items), 6)) == [
        Piece(1, b"abcd", last=False),
        Piece(1, b"ef", last=False),
        Piece(1, b"", last=True),
        Refused(2, "no"),
        Piece(3, b"mnop", last=True),
    ]


def test_verdicts_tell_each_number_and_whether_it_was_accepted() -> None:
    line = AnsweringLine(
        lambda line: b"-ERR no\r\n" if line == b"DELE 2" else b"+OK\r\n"
    )
    pipeline = Pipeline(signed_in(line), Window(), wanted(3, 0), commands.delete)
    assert list(pipeline.verdicts()) == [(1, True), (2, False), (3, True)]


def test_a_line_that_ends_in_mid_window_is_lost() -> None:
    answers = iter([message(b"RETR 1"), b""])
    items = retrieved(AnsweringLine(lambda _: next(answers)), Window(), wanted(3))
    assert next(items) == whole(1)
    with pytest.raises(ConnectionLost):
        next(items)


def test_a_reply_too_many_is_out_of_step() -> None:
    line = AnsweringLine(lambda line: message(line) + b"+OK again\r\n")
    with pytest.raises(OutOfStep):
        list(retrieved(line, LOCK_STEP, wanted(2)))


def test_a_silent_server_times_out_at_the_awaited_step() -> None:
    wire = signed_in(SilentLine(), timeout_s=0)
    pipeline = Pipeline(wire, Window(), wanted(1), commands.retrieve)
    with pytest.raises(TimedOut) as caught:
        list(pipeline.pieces())
    assert caught.value.step == "RETR"


def test_a_window_that_was_left_half_taken_keeps_the_line() -> None:
    wire = signed_in(AnsweringLine(message))
    next(Pipeline(wire, Window(), wanted(3), commands.retrieve).pieces())
    with pytest.raises(WrongState):
        Pipeline(wire, Window(), wanted(3), commands.retrieve)
