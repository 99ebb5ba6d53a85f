"""One command line, octets to values (RFC 1939 section 3, RFC 2449 section 4)."""

import re
from typing import NamedTuple

COMMAND_LIMIT = 255
"""Octets of a command with its CRLF, RFC 2449 section 4."""

RESPONSE_LIMIT = 12_288
"""Octets of a SASL response, RFC 5034 section 4."""

COMMAND = re.compile(rb"([A-Za-z]{3,4})(?: ([\x20-\x7e]+))?\r\n")
NUMBER = re.compile(r"0|[1-9][0-9]{0,9}")


class Refused(Exception):
    """The answer is `-ERR` with these words; the client broke no rule."""


class Malformed(Refused):
    """The answer is `-ERR`, and the client did what the RFCs do not allow."""


class Command(NamedTuple):
    keyword: str
    argument: str | None


def parse_command(line: bytes) -> Command:
    """Take a line with its end apart. Raises Malformed."""
    if len(line) > COMMAND_LIMIT:
        raise Malformed(f"command over {COMMAND_LIMIT} octets")
    match = COMMAND.fullmatch(line)
    if match is None:
        raise Malformed(reason_against(line))
    keyword, argument = match.groups()
    return Command(
        keyword.decode("ascii").upper(), argument.decode("ascii") if argument else None
    )


def reason_against(line: bytes) -> str:
    if not line.endswith(b"\r\n"):
        return "a command ends in CRLF"
    if re.fullmatch(rb"[\x20-\x7e]*", line[:-2]) is None:
        return "a command is of printable ASCII"
    if line.endswith(b" \r\n"):
        return "nothing behind the blank"
    return "a command is three or four letters, and one blank before an argument"


def no_argument(argument: str | None) -> None:
    if argument is not None:
        raise Malformed("this command takes no argument")


def required(argument: str | None) -> str:
    if argument is None:
        raise Malformed("this command needs an argument")
    return argument


def parse_number(text: str) -> int:
    if NUMBER.fullmatch(text) is None:
        raise Malformed("a number is decimal digits alone")
    return int(text)


def parse_two_numbers(text: str) -> tuple[int, int]:
    first, blank, second = text.partition(" ")
    if not blank:
        raise Malformed("this command needs two numbers")
    return parse_number(first), parse_number(second)
