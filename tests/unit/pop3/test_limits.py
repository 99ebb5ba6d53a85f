"""No server fills the memory, whatever it never ends."""

import pytest

from hudhud.pop3 import commands
from hudhud.pop3.commands import Command
from hudhud.pop3.conversation import (
    MAX_CAPABILITY_LINES,
    MAX_LISTING_LINE_OCTETS,
    MAX_STATUS_OCTETS,
    Conversation,
)
from hudhud.pop3.errors import OutOfStep
from hudhud.pop3.framing import LineLimits


def drain(conversation: Conversation) -> None:
    while conversation.next_event() is not None:
        continue


def awaiting(command: Command) -> Conversation:
    conversation = Conversation()
    conversation.receive(b"+OK\r\n")
    drain(conversation)
    if command.keyword != "CAPA":
        conversation.send(commands.password("secret"))
        conversation.receive(b"+OK\r\n")
        drain(conversation)
    conversation.send(command)
    return conversation


@pytest.mark.parametrize("filler", [b"<", b"@", b"x"])
def test_a_greeting_without_an_end_is_out_of_step(filler: bytes) -> None:
    conversation = Conversation()
    conversation.receive(b"+OK " + filler * MAX_STATUS_OCTETS)
    with pytest.raises(OutOfStep, match="without an end"):
        conversation.next_event()


def test_a_status_line_over_the_limit_is_out_of_step_though_it_ends() -> None:
    conversation = awaiting(commands.NO_OPERATION)
    conversation.receive(b"+OK " + b"x" * MAX_STATUS_OCTETS + b"\r\n")
    with pytest.raises(OutOfStep):
        conversation.next_event()


def test_a_status_line_far_over_512_octets_is_read() -> None:
    conversation = awaiting(commands.NO_OPERATION)
    conversation.receive(b"+OK " + b"x" * 4000 + b"\r\n")
    assert conversation.next_event() is not None


@pytest.mark.parametrize(
    "command",
    [commands.SCAN_LISTING, commands.UNIQUE_ID_LISTING, commands.CAPABILITIES],
)
def test_a_listing_line_without_an_end_is_out_of_step(command: Command) -> None:
    conversation = awaiting(command)
    conversation.receive(b"+OK\r\n")
    half = b"x" * (MAX_LISTING_LINE_OCTETS // 2)
    with pytest.raises(OutOfStep, match="listing line"):
        for _ in range(3):
            conversation.receive(half)
            drain(conversation)


def test_capabilities_without_an_end_are_out_of_step() -> None:
    conversation = awaiting(commands.CAPABILITIES)
    conversation.receive(b"+OK\r\n" + b"X\r\n" * (MAX_CAPABILITY_LINES + 2))
    with pytest.raises(OutOfStep, match="without an end"):
        drain(conversation)


def test_as_many_capabilities_as_allowed_are_read() -> None:
    conversation = awaiting(commands.CAPABILITIES)
    conversation.receive(b"+OK\r\n" + b"X\r\n" * MAX_CAPABILITY_LINES + b".\r\n")
    drain(conversation)
    assert conversation.is_idle


@pytest.mark.parametrize("listing", [b"1 2\r\n" * 5, b"12345678 12345678901\r\n" * 2])
def test_a_listing_has_a_limit_of_lines_and_of_octets(listing: bytes) -> None:
    limits = LineLimits(line_octets=100, lines=4, octets=40)
    with pytest.raises(OutOfStep, match="without an end"):
        for octet in listing:
            limits.count(bytes([octet]))


def test_a_listing_within_its_limits_is_counted_and_no_more() -> None:
    limits = LineLimits(line_octets=10, lines=2, octets=20)
    for octet in b"12345678\r\n12345678\r\n":
        limits.count(bytes([octet]))
