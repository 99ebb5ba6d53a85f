"""A proxy on loopback that adds a round-trip time and limits no bandwidth.

    with DelayProxy(server.port, round_trip_s=0.1) as proxy:
        ...  # connect to proxy.port

Every octet is held half the round trip on its way and then passed on; connecting
costs one whole round trip, as a handshake of TCP does. Slow start is not modelled, so
what is measured is the cost of waiting for answers. `delay_process` runs the proxy in
a process of its own, so that it does not fight a client for Python's lock.
"""

import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from queue import SimpleQueue
from threading import Event, Lock, Thread
from time import monotonic
from types import TracebackType
from typing import Self

PIECE = 256 * 1024
LOOPBACK = "127.0.0.1"

Held = tuple[float, bytes]
"""When to pass it on, and what; empty octets are the end of the stream."""


class DelayProxy:
    """Passes connections on to `target_port` on loopback, each octet held in time."""

    def __init__(self, target_port: int, round_trip_s: float, port: int = 0) -> None:
        self._target_port = target_port
        self._round_trip_s = round_trip_s
        self._listener = socket.create_server((LOOPBACK, port), backlog=64)
        self.port: int = self._listener.getsockname()[1]
        self._stop = Event()
        self._guard = Lock()
        self._sockets: list[socket.socket] = []
        self._threads: list[Thread] = []

    def __enter__(self) -> Self:
        self._begin(self._accept)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.stop()

    def stop(self) -> None:
        self._stop.set()
        with suppress(OSError):
            socket.create_connection((LOOPBACK, self.port), timeout=1.0).close()
        with self._guard:
            sockets, threads = list(self._sockets), list(self._threads)
        for one in sockets:
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
        for thread in threads:
            thread.join()
        for one in sockets:
            one.close()
        self._listener.close()

    def _begin(self, act: Callable[..., None], *given: object) -> None:
        thread = Thread(target=act, args=given, daemon=True)
        with self._guard:
            self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        while True:
            near, _ = self._listener.accept()
            if self._stop.is_set():
                near.close()
                return
            self._begin(self._connect, near)

    def _connect(self, near: socket.socket) -> None:
        if self._stop.wait(self._round_trip_s):
            near.close()
            return
        far = socket.create_connection((LOOPBACK, self._target_port))
        for one in (near, far):
            one.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        with self._guard:
            self._sockets += [near, far]
        for source, sink in ((near, far), (far, near)):
            held: SimpleQueue[Held] = SimpleQueue()
            self._begin(self._take, source, held)
            self._begin(self._pass_on, held, sink)

    def _take(self, source: socket.socket, held: "SimpleQueue[Held]") -> None:
        octets = b"?"
        while octets:
            try:
                octets = source.recv(PIECE)
            except OSError:
                octets = b""
            held.put((monotonic() + self._round_trip_s / 2, octets))

    def _pass_on(self, held: "SimpleQueue[Held]", sink: socket.socket) -> None:
        with suppress(OSError):
            while True:
                due, octets = held.get()
                rest = due - monotonic()
                if rest > 0 and self._stop.wait(rest):
                    return
                if not octets:
                    sink.shutdown(socket.SHUT_WR)
                    return
                sink.sendall(octets)


@contextmanager
def delay_process(target_port: int, round_trip_s: float) -> Iterator[int]:
    """Run the proxy in a process of its own; yields its port."""
    command = [sys.executable, str(Path(__file__)), str(target_port), str(round_trip_s)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stdin=subprocess.PIPE)
    if process.stdout is None or process.stdin is None:
        raise AssertionError("both were asked for")
    with process:
        try:
            yield int(process.stdout.readline())
        finally:
            # The end of its input is its end.
            process.stdin.close()


def main(target_port: str, round_trip_s: str) -> None:
    with DelayProxy(int(target_port), float(round_trip_s)) as proxy:
        sys.stdout.write(f"{proxy.port}\n")
        sys.stdout.flush()
        sys.stdin.read()


if __name__ == "__main__":
    main(*sys.argv[1:])
