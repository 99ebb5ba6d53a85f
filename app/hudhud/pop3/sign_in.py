"""Proving who asks: which way is taken, and what is said on it.

A way is a generator of commands that is sent each reply; it ends when the server has
accepted, and raises what a refusal means. A SASL mechanism is one line of a table.
"""

from base64 import b64encode
from collections.abc import Callable, Generator
from dataclasses import dataclass

from hudhud.pop3 import commands
from hudhud.pop3.capabilities import Capabilities
from hudhud.pop3.commands import NOT_IN_A_LINE, Command
from hudhud.pop3.conversation import Continuation, Reply
from hudhud.pop3.errors import OutOfStep, Pop3Error, SignInRefused
from hudhud.pop3.refusals import refusal

MAX_COMMAND_OCTETS = 255
MAX_CHALLENGES = 10
CANCEL = b"*"

Answer = Reply | Continuation
Dialogue = Generator[Command, Answer, None]

# One run of a mechanism: takes a challenge in base64, gives the response as octets,
# or None where the mechanism has nothing more to say.
Responder = Callable[[bytes], bytes | None]


@dataclass(frozen=True, slots=True)
class Mechanism:
    """`client_first`: its first response needs no challenge (RFC 5034 section 4).

    `needs_tls`: it gives the secret away to whoever reads the line.
    """

    name: str
    client_first: bool
    needs_tls: bool
    respond: Callable[[str, str], Responder]


def plain(user: str, secret: str) -> Responder:
    """RFC 4616: one message. Servers that overlook an initial response ask again."""
    messages = [f"\0{user}\0{secret}".encode()] * 2

    def respond(challenge: bytes) -> bytes | None:
        return messages.pop() if messages else None

    return respond


# In order of preference.
MECHANISMS = (Mechanism("PLAIN", client_first=True, needs_tls=True, respond=plain),)


def dialogue(
    capabilities: Capabilities, secured: bool, user: str, secret: str
) -> Dialogue:
    """The way to sign in. Raises SignInRefused before anything is said for a name or
    password that does not fit in one line, where it could be read as a command.
    """
    if any(chr(octet) in user + secret for octet in NOT_IN_A_LINE):
        raise SignInRefused("the name or password holds a line break or NUL")
    for mechanism in MECHANISMS:
        offered = capabilities.known and mechanism.name in capabilities.mechanisms
        if offered and (secured or not mechanism.needs_tls):
            return authenticate(mechanism, user, secret)
    return user_and_password(user, secret)


def hidden_forms(user: str, secret: str) -> tuple[str, ...]:
    """The ways the secret is written on the wire, for masking where they come back."""
    if not secret:
        return ()
    message = f"\0{user}\0{secret}".encode()
    forms = {secret, _base64(message), _base64(secret.encode())}
    return tuple(sorted(forms, key=len, reverse=True))


def user_and_password(user: str, secret: str) -> Dialogue:
    for command in (commands.user(user), commands.password(secret)):
        answer = yield command
        if not (isinstance(answer, Reply) and answer.ok):
            raise _refused(answer)


def authenticate(mechanism: Mechanism, user: str, secret: str) -> Dialogue:
    respond = mechanism.respond(user, secret)
    command, response = commands.authenticate(mechanism.name), None
    if mechanism.client_first:
        response = _encoded(respond(b""))
        whole = commands.authenticate(mechanism.name, response)
        if len(whole.encode()) <= MAX_COMMAND_OCTETS:
            command, response = whole, None
    answer = yield command
    for _ in range(MAX_CHALLENGES):
        if isinstance(answer, Reply):
            break
        if response is None:
            response = _encoded(respond(answer.challenge))
        answer = yield commands.sasl_response(response)
        response = None
    if not (isinstance(answer, Reply) and answer.ok):
        raise _refused(answer)


def _encoded(response: bytes | None) -> bytes:
    """RFC 5034 section 4: an empty response is written as one equals sign."""
    if response is None:
        return CANCEL
    return b64encode(response) or b"="


def _base64(octets: bytes) -> str:
    return b64encode(octets).decode("ascii")


def _refused(answer: Answer) -> Pop3Error:
    if isinstance(answer, Reply):
        return refusal(answer, SignInRefused)
    return OutOfStep("a challenge where none was due", "AUTH")
