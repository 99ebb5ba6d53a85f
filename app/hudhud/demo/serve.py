"""The demo server as a command of its own."""

import sys
from collections.abc import Callable
from datetime import UTC, datetime
from threading import Event

from hudhud.demo.mailbox import sample_mailbox
from hudhud.demo.maildrop import Maildrop
from hudhud.demo.server import DemoServer


def sample_server(now: datetime, port: int = 0) -> DemoServer:
    """A server, not yet started, that holds the sample mailbox."""
    return DemoServer(Maildrop(sample_mailbox(now)), port=port)


def serve_sample(
    port: int, say: Callable[[str], object] | None = None, stop: Event | None = None
) -> None:
    """Serve the sample mailbox until `stop` is set or Ctrl-C is pressed.

    `say` gets one line for a person to read; it is written to the standard output
    where none is given. Raises OSError when the port is taken.
    """
    say = say or write_line
    stop = stop or Event()
    with sample_server(datetime.now(UTC), port) as server:
        terms = server.terms
        say(
            f"POP3 on {server.address} without TLS, user {terms.user}, "
            f"password {terms.password}. Stop it with Ctrl-C."
        )
        wait(stop)


def wait(stop: Event) -> None:
    # In slices: on Windows an endless wait does not hear Ctrl-C.
    try:
        while not stop.wait(0.5):
            pass
    except KeyboardInterrupt:
        return


def write_line(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()
