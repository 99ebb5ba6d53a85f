"""What goes over the wire, and what is shown of it."""

import pytest

from hudhud.pop3 import commands
from hudhud.pop3.commands import Command
from hudhud.pop3.conversation import Reply
from hudhud.pop3.errors import WrongState


@pytest.mark.parametrize(
    ("command", "octets", "shown"),
    [
        (commands.user("thoth"), b"USER thoth\r\n", "USER thoth"),
        (commands.password("pass word"), b"PASS pass word\r\n", "PASS ***"),
        (commands.password("\u0643"), b"PASS \xd9\x83\r\n", "PASS ***"),
        (commands.authenticate("PLAIN"), b"AUTH PLAIN\r\n", "AUTH PLAIN"),
        (
            commands.authenticate("PLAIN", b"AHUAcA=="),
            b"AUTH PLAIN AHUAcA==\r\n",
            "AUTH PLAIN ***",
        ),
        (commands.sasl_response(b"AHUAcA=="), b"AHUAcA==\r\n", "***"),
        (commands.retrieve(12), b"RETR 12\r\n", "RETR 12"),
        (commands.top(12, 20), b"TOP 12 20\r\n", "TOP 12 20"),
        (commands.delete(12), b"DELE 12\r\n", "DELE 12"),
        (commands.UNIQUE_ID_LISTING, b"UIDL\r\n", "UIDL"),
    ],
)
def test_a_command_is_one_line_and_shows_no_secret(
    command: Command, octets: bytes, shown: str
) -> None:
    assert command.encode() == octets
    assert str(command) == repr(command) == shown


@pytest.mark.parametrize("octet", ["\r", "\n", "\0"])
def test_an_argument_cannot_become_a_second_command(octet: str) -> None:
    with pytest.raises(WrongState):
        commands.user(f"thoth{octet}DELE 1")
    with pytest.raises(WrongState):
        commands.password(f"secret{octet}DELE 1")


def test_whatever_holds_a_command_shows_no_secret_either() -> None:
    reply = Reply(commands.password("canary"), False, "no", "")
    assert "canary" not in repr(reply)
