"""Scripts for the beginning of a session, and clients that play against them."""

from collections.abc import Iterator
from contextlib import contextmanager

from hudhud.pop3.client import Connection, Pop3Client
from hudhud.pop3.transport import Stop
from support.scripted_pop3 import ScriptedServer, Step, hear, say

USER, PASSWORD = "thoth", "canary-5e1f"

GREETS = say(b"+OK ready\r\n")
CAPABLE = b"+OK\r\nUSER\r\nTOP\r\nUIDL\r\nPIPELINING\r\n.\r\n"
PLAINER = b"+OK\r\nUSER\r\nTOP\r\nUIDL\r\n.\r\n"


def opened(capabilities: bytes = CAPABLE) -> list[Step]:
    return [GREETS, hear("CAPA"), say(capabilities)]


def signed_in(capabilities: bytes = CAPABLE) -> list[Step]:
    steps = [hear(f"USER {USER}"), say(b"+OK\r\n"), hear(f"PASS {PASSWORD}")]
    if capabilities.startswith(b"-"):
        return [*opened(capabilities), *steps, say(b"+OK\r\n")]
    asked_again = [say(b"+OK\r\n"), hear("CAPA"), say(capabilities)]
    return [*opened(capabilities), *steps, *asked_again]


@contextmanager
def client_of(
    server: ScriptedServer,
    timeout_s: float = 10,
    lock_step: bool = False,
    ca_file: str | None = None,
    stop: Stop | None = None,
) -> Iterator[Pop3Client]:
    client = Pop3Client(
        Connection(server.address, timeout_s, ca_file),
        stop or Stop(),
        lock_step=lock_step,
    )
    try:
        yield client
    finally:
        client.close()


@contextmanager
def session(
    *steps: Step, capabilities: bytes = CAPABLE, lock_step: bool = False
) -> Iterator[Pop3Client]:
    """A client in TRANSACTION; the script goes on with these steps."""
    with (
        ScriptedServer(*signed_in(capabilities), *steps) as server,
        client_of(server, lock_step=lock_step) as client,
    ):
        client.open()
        client.sign_in(USER, PASSWORD)
        yield client
