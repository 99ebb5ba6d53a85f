"""A proxy on loopback that lets so many octets a second come back from the server.

It stretches a session, so that a test can kill a client in the middle of any part.
"""

import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Event, Thread

SLICE = 4096
LOOPBACK = "127.0.0.1"


@contextmanager
def throttled(target_port: int, octets_per_s: int) -> Iterator[int]:
    """Yields the port to connect to."""
    stop = Event()
    with socket.create_server((LOOPBACK, 0), backlog=8) as listener:
        accepting = Thread(
            target=_accept, args=(listener, target_port, octets_per_s, stop)
        )
        accepting.start()
        try:
            yield listener.getsockname()[1]
        finally:
            stop.set()
            with suppress(OSError):
                socket.create_connection(listener.getsockname(), timeout=1).close()
            accepting.join()


def _accept(
    listener: socket.socket, target_port: int, octets_per_s: int, stop: Event
) -> None:
    threads: list[Thread] = []
    while True:
        near, _ = listener.accept()
        if stop.is_set():
            near.close()
            break
        far = socket.create_connection((LOOPBACK, target_port))
        threads += [
            Thread(target=_pass_on, args=(near, far, 0, stop)),
            Thread(target=_pass_on, args=(far, near, SLICE / octets_per_s, stop)),
        ]
        for thread in threads[-2:]:
            thread.start()
    for thread in threads:
        thread.join()


def _pass_on(
    source: socket.socket, sink: socket.socket, rest_s: float, stop: Event
) -> None:
    source.settimeout(0.2)
    with source, suppress(OSError):
        while not stop.is_set():
            try:
                octets = source.recv(SLICE)
            except TimeoutError:
                continue
            if not octets:
                break
            sink.sendall(octets)
            stop.wait(rest_s)
    with suppress(OSError):
        sink.shutdown(socket.SHUT_WR)
