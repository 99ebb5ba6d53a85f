"""What the client may say, each with the shape of the reply it awaits."""

from dataclasses import dataclass
from enum import Enum, auto

from hudhud.pop3.errors import WrongState

NOT_IN_A_LINE = b"\r\n\0"


class Shape(Enum):
    """How the reply to a command is framed once its status line says +OK."""

    LINE = auto()
    SASL = auto()
    CAPABILITIES = auto()
    LISTING = auto()
    MESSAGE = auto()

    @property
    def is_multi_line(self) -> bool:
        return self not in (Shape.LINE, Shape.SASL)


@dataclass(frozen=True, slots=True, repr=False)
class Command:
    """`secret` goes last on the wire and is never shown, whatever shows a command."""

    keyword: str
    argument: bytes = b""
    secret: bytes = b""
    shape: Shape = Shape.LINE

    def encode(self) -> bytes:
        words = (self.keyword.encode("ascii"), self.argument, self.secret)
        return b" ".join(filter(None, words)) + b"\r\n"

    def __str__(self) -> str:
        argument = self.argument.decode("utf-8", "backslashreplace")
        hidden = "***" if self.secret else ""
        return " ".join(filter(None, (self.keyword, argument, hidden)))

    __repr__ = __str__


# Stands for what the server says unasked when the line is up; it is never sent.
GREETING = Command("greeting")

CAPABILITIES = Command("CAPA", shape=Shape.CAPABILITIES)
START_TLS = Command("STLS")
DROP_LISTING = Command("STAT")
SCAN_LISTING = Command("LIST", shape=Shape.LISTING)
UNIQUE_ID_LISTING = Command("UIDL", shape=Shape.LISTING)
RESET = Command("RSET")
NO_OPERATION = Command("NOOP")
QUIT = Command("QUIT")


def user(name: str) -> Command:
    return Command("USER", _in_one_line(name.encode()))


def password(secret: str) -> Command:
    return Command("PASS", secret=_in_one_line(secret.encode()))


def authenticate(mechanism: str, initial: bytes = b"") -> Command:
    """AUTH (RFC 5034); `initial` is the initial response in base64, if any."""
    return Command("AUTH", mechanism.encode("ascii"), initial, Shape.SASL)


def sasl_response(response: bytes) -> Command:
    """One answer of a SASL exchange, in base64: a line without a keyword."""
    return Command("", secret=response, shape=Shape.SASL)


def retrieve(number: int) -> Command:
    return Command("RETR", b"%d" % number, b"", Shape.MESSAGE)


def top(number: int, lines: int) -> Command:
    return Command("TOP", b"%d %d" % (number, lines), b"", Shape.MESSAGE)


def delete(number: int) -> Command:
    return Command("DELE", b"%d" % number)


def _in_one_line(text: bytes) -> bytes:
    if any(octet in NOT_IN_A_LINE for octet in text):
        raise WrongState("an argument must not hold CR, LF or NUL")
    return text
