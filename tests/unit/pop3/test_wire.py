"""What is shown of a dialogue, and how long it is waited for."""

from base64 import b64encode
from time import monotonic

import pytest

from hudhud.pop3 import commands, sign_in
from hudhud.pop3.conversation import Continuation, Reply
from hudhud.pop3.errors import ConnectionLost, OutOfStep, TimedOut, WrongState
from hudhud.pop3.wire import Wire

CANARY = "canary-7f3a"
PLAIN = b64encode(f"\0thoth\0{CANARY}".encode())


class ToldLine:
    """Gives these octets in turn; None stands for a time in which nothing comes."""

    def __init__(self, *told: bytes | None) -> None:
        self._told = list(told)
        self.sent = b""
        self.waits: list[float] = []

    def send(self, octets: bytes) -> None:
        self.sent += octets

    def receive(self, until: float) -> bytes | None:
        self.waits.append(until - monotonic())
        return self._told.pop(0) if self._told else b""


def greeted(line: ToldLine, trace: list[str] | None = None) -> Wire:
    wire = Wire(line, 60, None if trace is None else trace.append)
    wire.greeting()
    wire.hide(sign_in.hidden_forms("thoth", CANARY))
    return wire


def test_the_dialogue_is_traced_with_the_password_masked() -> None:
    trace: list[str] = []
    wire = greeted(ToldLine(b"+OK hi\r\n", b"+OK\r\n", b"+OK 2 messages\r\n"), trace)
    wire.say(commands.user("thoth"))
    wire.say(commands.password(CANARY))
    assert trace == [
        "S: +OK hi",
        "C: USER thoth",
        "S: +OK ",
        "C: PASS ***",
        "S: +OK 2 messages",
    ]


def test_both_forms_of_plain_are_masked() -> None:
    trace: list[str] = []
    wire = greeted(ToldLine(b"+OK hi\r\n", b"+ \r\n", b"-ERR\r\n", b"-ERR\r\n"), trace)
    wire.converse(commands.authenticate("PLAIN"), 5)
    wire.converse(commands.sasl_response(PLAIN), 5)
    wire.converse(commands.authenticate("PLAIN", PLAIN), 5)
    shown = [line for line in trace if line.startswith("C:")]
    assert shown == ["C: AUTH PLAIN", "C: ***", "C: AUTH PLAIN ***"]


@pytest.mark.parametrize(
    "echo", [CANARY.encode(), PLAIN, b64encode(CANARY.encode()), PLAIN + b" again"]
)
def test_a_secret_that_the_server_repeats_is_masked(echo: bytes) -> None:
    trace: list[str] = []
    line = ToldLine(b"+OK hi\r\n", b"-ERR unknown command: " + echo + b"\r\n")
    reply = greeted(line, trace).say(commands.password(CANARY))
    assert reply.text.startswith("unknown command: ***")
    assert echo.decode() not in "".join(trace)


def test_messages_are_traced_by_their_size_alone() -> None:
    trace: list[str] = []
    line = ToldLine(b"+OK hi\r\n", b"+OK\r\nTOP\r\nUIDL\r\n.\r\n")
    greeted(line, trace).gather([commands.CAPABILITIES])
    assert trace[1:] == ["C: CAPA", "S: +OK ", "S: (11 octets)"]


def test_server_words_are_traced_without_their_controls() -> None:
    trace: list[str] = []
    greeted(ToldLine(b"+OK \x1b]0;owned\x07\r\n"), trace)
    assert trace == ["S: +OK \\x1b]0;owned\\x07"]


def test_a_reply_must_be_whole_in_time_however_slowly_it_drips() -> None:
    line = ToldLine(b"+OK hi\r\n", b"+", b"O", b"K", b"\r\n")
    greeted(line).say(commands.user("thoth"), patience_s=2)
    assert line.waits[1:] == sorted(line.waits[1:], reverse=True)
    assert all(wait <= 2 for wait in line.waits[1:])


def test_nothing_in_time_is_a_time_out_at_its_step() -> None:
    wire = greeted(ToldLine(b"+OK hi\r\n", None))
    with pytest.raises(TimedOut) as caught:
        wire.say(commands.user("thoth"), patience_s=-1)
    assert caught.value.step == "USER"


def test_a_short_silence_is_no_time_out() -> None:
    wire = greeted(ToldLine(b"+OK hi\r\n", None, None, b"+OK\r\n"))
    assert wire.say(commands.user("thoth")).ok


def test_a_bare_end_mark_counts_after_a_silence() -> None:
    line = ToldLine(b"+OK hi\r\n", b"+OK\r\nTOP\n.\r\n", None)
    [(reply, octets)] = greeted(line).gather([commands.CAPABILITIES])
    assert reply.ok and octets == b"TOP\n"


def test_several_commands_are_sent_in_one_flight() -> None:
    line = ToldLine(b"+OK hi\r\n", b"+OK\r\nTOP\r\n.\r\n-ERR no\r\n")
    answers = greeted(line).gather([commands.CAPABILITIES, commands.CAPABILITIES])
    assert line.sent == b"CAPA\r\nCAPA\r\n"
    assert [(reply.ok, octets) for reply, octets in answers] == [
        (True, b"TOP\r\n"),
        (False, b""),
    ]


def test_a_server_that_hangs_up_leaves_its_step() -> None:
    wire = greeted(ToldLine(b"+OK hi\r\n", b""))
    with pytest.raises(ConnectionLost) as caught:
        wire.gather([commands.CAPABILITIES])
    assert caught.value.step == "CAPA"


def test_a_challenge_is_handed_on() -> None:
    wire = greeted(ToldLine(b"+OK hi\r\n", b"+ YWJj\r\n", b"+OK\r\n"))
    first = wire.converse(commands.authenticate("PLAIN"), 5)
    second = wire.converse(commands.sasl_response(PLAIN), 5)
    assert isinstance(first, Continuation) and first.challenge == b"YWJj"
    assert isinstance(second, Reply) and second.ok


def test_the_line_under_tls_starts_without_a_greeting() -> None:
    wire = greeted(ToldLine(b"+OK hi\r\n", b"+OK begin\r\n", b"+OK\n"))
    wire.say(commands.START_TLS)
    wire.start_over()
    assert wire.say(commands.user("thoth")).ok


def test_what_came_before_tls_is_never_carried_over() -> None:
    wire = greeted(ToldLine(b"+OK hi\r\n", b"+OK begin\r\n+OK injected\r\n"))
    wire.say(commands.START_TLS)
    assert not wire.is_idle
    with pytest.raises(WrongState):
        wire.start_over()


def test_garbage_has_its_step() -> None:
    wire = greeted(ToldLine(b"+OK hi\r\n", b"\r\n"))
    with pytest.raises(OutOfStep) as caught:
        wire.say(commands.user("thoth"))
    assert caught.value.step == "USER"
