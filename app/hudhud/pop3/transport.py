"""The line to the server: one socket that never blocks, and TLS over it when asked.

Reading always writes too: what is unsent goes out as soon as the line takes it, so that
a server which does not read while it writes cannot lock both sides. Every wait ends
with octets, at its deadline, or at once when the `Stop` is set.
"""

import errno
import os
import selectors
import socket
from collections.abc import Callable
from contextlib import suppress
from threading import Event, RLock
from time import monotonic

from hudhud.domain.servers import ServerAddress
from hudhud.pop3.errors import (
    ConnectionLost,
    Pop3Error,
    Stopped,
    TimedOut,
    Unreachable,
    WrongState,
)
from hudhud.pop3.resolving import Endpoint, endpoints
from hudhud.pop3.tls import TlsLayer

STEP = "connect"
ADDRESS_TIMEOUT_S = 5.0
RECEIVE_OCTETS = 256 * 1024
SEND_OCTETS = 64 * 1024
IN_PROGRESS = frozenset(
    {0, errno.EINPROGRESS, errno.EWOULDBLOCK, getattr(errno, "WSAEWOULDBLOCK", 0)}
)


class Stop:
    """A wish to stop, from any thread. Once set it stays set.

    It wakes every line that is registered; lines come and go while it lives.
    """

    def __init__(self) -> None:
        self._event = Event()
        # Reentrant: a signal handler may set it while this thread registers.
        self._lock = RLock()
        self._wakers: list[Callable[[], None]] = []

    def set(self) -> None:
        self._event.set()
        with self._lock:
            for wake in tuple(self._wakers):
                wake()

    def is_set(self) -> bool:
        return self._event.is_set()

    def wait(self, timeout_s: float) -> bool:
        """Rest so long, or until stopped; True when stopped."""
        return self._event.wait(timeout_s)

    def register(self, wake: Callable[[], None]) -> None:
        with self._lock:
            self._wakers.append(wake)

    def unregister(self, wake: Callable[[], None]) -> None:
        """After this returns, `wake` is never called again."""
        with self._lock:
            self._wakers.remove(wake)


class Transport:
    """One connection, used by one thread. `until` is always monotonic time."""

    def __init__(self, stop: Stop) -> None:
        self._stop = stop
        self._socket: socket.socket | None = None
        self._tls: TlsLayer | None = None
        self._unsent = bytearray()
        self._selector = selectors.DefaultSelector()
        self._woken, self._waker = socket.socketpair()
        self._waker.setblocking(False)
        self._selector.register(self._woken, selectors.EVENT_READ)
        self._is_closed = False
        stop.register(self._wake)

    @property
    def secured(self) -> str:
        """The TLS version, or empty on a plain line."""
        return "" if self._tls is None else self._tls.version

    def connect(self, server: ServerAddress, until: float) -> None:
        """Try each address for five seconds. Raises Unreachable, TimedOut, Stopped."""
        failure: Pop3Error = Unreachable(f"{server.host} has no address", STEP)
        for endpoint in endpoints(server.host, server.port, until, self._stop.is_set):
            try:
                self._connect_to(endpoint, monotonic() + ADDRESS_TIMEOUT_S)
            except (Unreachable, TimedOut) as error:
                failure = error
            else:
                return
        raise failure

    def start_tls(self, layer: TlsLayer, until: float) -> None:
        """Shake hands. Raises CertificateRefused, NoEncryption, Injected,
        ConnectionLost, TimedOut, Stopped; after any of them the line is of no use.
        """
        if self._unsent:
            raise WrongState("TLS behind unsent octets")
        try:
            while not layer.shake_hands():
                self._unsent += layer.to_wire()
                octets = self._receive_raw(until)
                if octets is None:
                    raise TimedOut("no answer in the handshake", "TLS")
                layer.feed(octets)
        finally:
            # The last of the handshake, or the alert that says why it failed.
            self._unsent += layer.to_wire()
            self._push()
        self._tls = layer

    def send(self, octets: bytes) -> None:
        """Never blocks: what the line does not take now goes with the next reads."""
        if self._tls is None:
            self._unsent += octets
        else:
            self._tls.encrypt(octets)
            self._unsent += self._tls.to_wire()
        self._push()

    def receive(self, until: float) -> bytes | None:
        """What has come, empty at the end of the line, None when nothing came in time.

        Raises ConnectionLost and Stopped.
        """
        if self._tls is None:
            return self._receive_raw(until)
        while (plain := self._tls.decrypted()) is None:
            octets = self._receive_raw(until)
            if octets is None:
                return None
            self._tls.feed(octets)
        return plain

    def close(self) -> None:
        """Drop the line at once; may be called again."""
        if self._is_closed:
            return
        self._is_closed = True
        self._stop.unregister(self._wake)
        if self._tls is not None:
            self._tls.say_goodbye()
            self._unsent += self._tls.to_wire()
            self._push()
        self._selector.close()
        for end in (self._socket, self._woken, self._waker):
            if end is not None:
                end.close()
        self._socket = None

    def _connect_to(self, endpoint: Endpoint, until: float) -> None:
        try:
            line = socket.socket(endpoint.family, endpoint.kind, endpoint.protocol)
        except OSError as error:
            raise Unreachable(f"{endpoint.address[0]!s}: {error}", STEP) from error
        line.setblocking(False)
        try:
            self._finish_connecting(line, endpoint, until)
        except BaseException:
            with suppress(KeyError):
                self._selector.unregister(line)
            line.close()
            raise
        line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._selector.modify(line, selectors.EVENT_READ)
        self._socket = line

    def _finish_connecting(
        self, line: socket.socket, endpoint: Endpoint, until: float
    ) -> None:
        code = line.connect_ex(endpoint.address)
        if code in IN_PROGRESS:
            self._selector.register(line, selectors.EVENT_WRITE)
            if not self._wait(until):
                raise TimedOut(f"{endpoint.address[0]!s}: no answer", STEP)
            code = line.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
        if code:
            reason = os.strerror(code)
            raise Unreachable(f"{endpoint.address[0]!s}: {reason}", STEP)

    def _receive_raw(self, until: float) -> bytes | None:
        line = self._open_line()
        if self._stop.is_set():
            raise Stopped
        while True:
            self._push()
            try:
                return line.recv(RECEIVE_OCTETS)
            except BlockingIOError:
                if not self._wait_for_line(line, until):
                    return None
            except OSError as error:
                raise ConnectionLost(error.strerror or str(error)) from error

    def _push(self) -> None:
        """Give the line what it takes. Its failures show in the next read, behind
        whatever the server said before it hung up.
        """
        if self._socket is None:
            return
        try:
            while self._unsent:
                sent = self._socket.send(self._unsent[:SEND_OCTETS])
                del self._unsent[:sent]
        except BlockingIOError:
            return
        except OSError:
            self._unsent.clear()

    def _wait_for_line(self, line: socket.socket, until: float) -> bool:
        if not self._unsent:
            return self._wait(until)
        self._selector.modify(line, selectors.EVENT_READ | selectors.EVENT_WRITE)
        try:
            return self._wait(until)
        finally:
            self._selector.modify(line, selectors.EVENT_READ)

    def _wait(self, until: float) -> bool:
        """True when the line is ready, False at the deadline."""
        while not self._stop.is_set():
            remaining = until - monotonic()
            if self._selector.select(max(remaining, 0)):
                break
            if remaining <= 0:
                return False
        if self._stop.is_set():
            raise Stopped
        return True

    def _open_line(self) -> socket.socket:
        if self._socket is None:
            raise WrongState("the line is not open")
        return self._socket

    def _wake(self) -> None:
        with suppress(OSError):
            self._waker.send(b"\0")
