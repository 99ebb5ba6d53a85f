"""Ways to sign in, played without a line."""

from base64 import b64decode, b64encode

import pytest

from hudhud.pop3 import commands
from hudhud.pop3.capabilities import UNKNOWN, Capabilities
from hudhud.pop3.commands import Command
from hudhud.pop3.conversation import Continuation, Reply
from hudhud.pop3.errors import OutOfStep, SignInRefused
from hudhud.pop3.sign_in import (
    MAX_CHALLENGES,
    MAX_COMMAND_OCTETS,
    Answer,
    Dialogue,
    dialogue,
    hidden_forms,
)

OFFERS_PLAIN = Capabilities(known=True, mechanisms=frozenset({"PLAIN", "LOGIN"}))


def ok(command: Command) -> Answer:
    return Reply(command, True, "", "")


def no(command: Command) -> Answer:
    return Reply(command, False, "[AUTH] no", "AUTH")


def plus(command: Command) -> Answer:
    return Continuation(command, b"")


def said(way: Dialogue, *answers: object) -> list[bytes]:
    """Play the dialogue with these answers, which must be all it waits for."""
    lines: list[bytes] = []
    command = next(way)
    for number, answer in enumerate(answers, start=1):
        assert callable(answer)
        lines.append(command.encode())
        try:
            command = way.send(answer(command))
        except StopIteration:
            assert number == len(answers)
            return lines
    raise AssertionError(f"{command} is not answered")


def test_plain_is_preferred_inside_tls() -> None:
    way = dialogue(OFFERS_PLAIN, True, "thoth", "secret")
    [line] = said(way, ok)
    assert line == b"AUTH PLAIN " + b64encode(b"\0thoth\0secret") + b"\r\n"


@pytest.mark.parametrize(
    ("capabilities", "secured"),
    [(OFFERS_PLAIN, False), (UNKNOWN, True), (Capabilities(known=True), True)],
)
def test_otherwise_the_name_and_then_the_password_are_said(
    capabilities: Capabilities, secured: bool
) -> None:
    way = dialogue(capabilities, secured, "thoth", "secret")
    assert said(way, ok, ok) == [b"USER thoth\r\n", b"PASS secret\r\n"]


@pytest.mark.parametrize("go_on", [plus, lambda command: Continuation(command, b"?")])
def test_a_response_too_long_for_one_line_waits_for_the_server(
    go_on: object,
) -> None:
    way = dialogue(OFFERS_PLAIN, True, "thoth", "s" * 200)
    first, second = said(way, go_on, ok)
    assert first == b"AUTH PLAIN\r\n"
    assert b64decode(second) == b"\0thoth\0" + b"s" * 200


def test_the_longest_response_that_fits_goes_in_the_first_line() -> None:
    overhead = len(b"AUTH PLAIN \r\n") + len("\0thoth\0") * 4 // 3
    for octets in range(150, 200):
        lines = said(dialogue(OFFERS_PLAIN, True, "thoth", "s" * octets), ok)
        if lines[0] == b"AUTH PLAIN\r\n":
            assert (octets + 1) * 4 // 3 + overhead > MAX_COMMAND_OCTETS - 4
            return
        assert len(lines[0]) <= MAX_COMMAND_OCTETS
    raise AssertionError("every response went in the first line")


def test_a_server_that_overlooks_the_initial_response_is_told_again() -> None:
    way = dialogue(OFFERS_PLAIN, True, "thoth", "secret")
    _, second = said(way, plus, ok)
    assert b64decode(second) == b"\0thoth\0secret"


def test_a_server_that_asks_on_and_on_is_cancelled() -> None:
    way = dialogue(OFFERS_PLAIN, True, "thoth", "secret")
    lines = []
    command = next(way)
    with pytest.raises(OutOfStep):
        while True:
            lines.append(command.encode())
            command = way.send(plus(command))
    assert len(lines) == MAX_CHALLENGES + 1
    assert lines[-1] == b"*\r\n"


@pytest.mark.parametrize(
    ("capabilities", "answers"),
    [(UNKNOWN, [no]), (UNKNOWN, [ok, no]), (OFFERS_PLAIN, [no])],
)
def test_a_refusal_ends_it_and_no_other_way_is_tried(
    capabilities: Capabilities, answers: list[object]
) -> None:
    with pytest.raises(SignInRefused):
        said(dialogue(capabilities, True, "thoth", "secret"), *answers)


@pytest.mark.parametrize("octet", ["\r", "\n", "\0", "\r\n"])
@pytest.mark.parametrize("capabilities", [UNKNOWN, OFFERS_PLAIN])
def test_a_line_break_in_name_or_password_is_refused_before_a_word_is_said(
    octet: str, capabilities: Capabilities
) -> None:
    with pytest.raises(SignInRefused):
        dialogue(capabilities, True, f"thoth{octet}DELE 1", "secret")
    with pytest.raises(SignInRefused) as caught:
        dialogue(capabilities, True, "thoth", f"secret{octet}DELE 1")
    assert "secret" not in caught.value.detail


def test_every_form_of_the_secret_is_known_for_masking() -> None:
    forms = hidden_forms("thoth", "secret")
    assert "secret" in forms
    assert b64encode(b"\0thoth\0secret").decode() in forms
    assert b64encode(b"secret").decode() in forms
    assert hidden_forms("thoth", "") == ()


def test_the_name_is_said_in_utf_8() -> None:
    assert next(dialogue(UNKNOWN, True, "ض", "secret")) == commands.user("ض")
