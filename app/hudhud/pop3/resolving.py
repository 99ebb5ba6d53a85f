"""Names to addresses, without ever keeping the caller from stopping.

The system's resolver cannot be interrupted, so it runs on a thread of its own, which is
left behind when nobody waits for it any more.
"""

import queue
import socket
from collections.abc import Callable
from dataclasses import dataclass
from threading import Thread
from time import monotonic

from hudhud.pop3.errors import Stopped, TimedOut, Unreachable

STEP = "connect"
MAX_ADDRESSES = 8
LOOK_UP_S = 0.05

SocketAddress = tuple[str, int] | tuple[str, int, int, int] | tuple[int, bytes]


@dataclass(frozen=True, slots=True)
class Endpoint:
    family: socket.AddressFamily
    kind: socket.SocketKind
    protocol: int
    address: SocketAddress


Endpoints = tuple[Endpoint, ...]
Resolver = Callable[[str, int], Endpoints]


def system_resolver(host: str, port: int) -> Endpoints:
    """Raises OSError, or UnicodeError for what cannot be a name at all."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(
        Endpoint(family, kind, protocol, address)
        for family, kind, protocol, _, address in found[:MAX_ADDRESSES]
    )


def endpoints(
    host: str,
    port: int,
    until: float,
    is_stopped: Callable[[], bool],
    resolver: Resolver = system_resolver,
) -> Endpoints:
    """In the system's order of preference; `until` is monotonic time.

    Raises Unreachable, TimedOut and Stopped.
    """
    answers: queue.SimpleQueue[Endpoints | Unreachable] = queue.SimpleQueue()

    def look_up() -> None:
        answers.put(_answer(resolver, host, port))

    Thread(target=look_up, name="resolver", daemon=True).start()
    while True:
        try:
            found = answers.get(timeout=LOOK_UP_S)
        except queue.Empty:
            if is_stopped():
                raise Stopped(step=STEP) from None
            if monotonic() >= until:
                raise TimedOut(f"looking up {host}", STEP) from None
            continue
        if isinstance(found, Unreachable):
            raise found
        return found


def _answer(resolver: Resolver, host: str, port: int) -> Endpoints | Unreachable:
    try:
        return resolver(host, port)
    except OSError as error:
        return Unreachable(f"{host}: {error.strerror or error}", STEP)
    except UnicodeError as error:
        return Unreachable(f"{host}: {error}", STEP)
