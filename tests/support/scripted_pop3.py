"""A server that plays a script on one connection: hear this line, say those octets.

with ScriptedServer(say(b"+OK\\r\\n"), hear("QUIT"), say(b"+OK\\r\\n")) as server:
    ...  # a client of server.address

Leaving the block fails where the script was not played to its end. It knows no POP3,
so that it can say what no server should. A step is a function of a `Peer`.
"""

import socket
import ssl
import struct
from collections.abc import Callable
from contextlib import suppress
from threading import Event, Thread
from types import TracebackType

from hudhud.domain.servers import Security, ServerAddress

PATIENCE_S = 20.0


class Peer:
    """The server's end of the line, and all that was heard on it."""

    def __init__(self, line: socket.socket) -> None:
        self.line = line
        self.heard_plain = b""
        self.heard_in_tls = b""
        self._unread = b""

    def read_line(self) -> str:
        while b"\r\n" not in self._unread:
            octets = self.receive()
            assert octets, f"the client hung up after {self._unread!r}"
            self._unread += octets
        line, _, self._unread = self._unread.partition(b"\r\n")
        return line.decode()

    def receive(self) -> bytes:
        octets = self.line.recv(65536)
        if isinstance(self.line, ssl.SSLSocket):
            self.heard_in_tls += octets
        else:
            self.heard_plain += octets
        return octets

    def has_more(self) -> bool:
        """Whether the client has said more than was read so far."""
        self.line.setblocking(False)
        try:
            return bool(self._unread) or bool(self.line.recv(1, socket.MSG_PEEK))
        except BlockingIOError:
            return False
        finally:
            self.line.settimeout(PATIENCE_S)

    def say(self, octets: bytes) -> None:
        self.line.sendall(octets)

    def start_tls(self, context: ssl.SSLContext) -> None:
        self.line = context.wrap_socket(
            self.line, server_side=True, suppress_ragged_eofs=True
        )

    def end_tls(self) -> None:
        """Say that nothing more comes; the client's own goodbye is not needed."""
        assert isinstance(self.line, ssl.SSLSocket)
        with suppress(OSError):
            self.line.unwrap()


Step = Callable[[Peer], None]


def hear(*lines: str) -> Step:
    def step(peer: Peer) -> None:
        for line in lines:
            heard = peer.read_line()
            assert heard == line, f"heard {heard!r} where {line!r} was due"

    return step


def say(octets: bytes) -> Step:
    return lambda peer: peer.say(octets)


def start_tls(context: ssl.SSLContext) -> Step:
    return lambda peer: peer.start_tls(context)


def refused_tls(context: ssl.SSLContext) -> Step:
    """A handshake that the client ends."""

    def step(peer: Peer) -> None:
        try:
            peer.start_tls(context)
            # In TLS 1.3 the server learns of the client's verdict with its first read.
            assert peer.receive() == b""
        except (ssl.SSLError, ConnectionError):
            return

    return step


def hear_octets(peer: Peer) -> None:
    """Hear something, whatever it is."""
    assert peer.receive()


def hear_the_end(peer: Peer) -> None:
    """Listen until the client hangs up, however it does."""
    try:
        while peer.receive():
            continue
    except (ssl.SSLError, ConnectionError):
        return


def hang_up(peer: Peer) -> None:
    peer.line.close()


def reset(peer: Peer) -> None:
    """Close so that the client sees a reset and not an end."""
    linger = struct.pack("ii", 1, 0)
    peer.line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
    peer.line.close()


def happened(event: Event) -> Step:
    return lambda peer: event.set()


def wait_for(event: Event) -> Step:
    def step(peer: Peer) -> None:
        assert event.wait(PATIENCE_S)

    return step


class ScriptedServer:
    """`peer` is there once a client has come."""

    def __init__(self, *steps: Step, security: Security = Security.NONE) -> None:
        self._steps = steps
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._listener.settimeout(PATIENCE_S)
        self._thread = Thread(target=self._play, name="script")
        self._failure: Exception | AssertionError | None = None
        self.peer: Peer | None = None
        self.address = ServerAddress(
            "127.0.0.1", self._listener.getsockname()[1], security
        )

    def __enter__(self) -> "ScriptedServer":
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._thread.join()
        self._listener.close()
        if self._failure is not None and error is None:
            raise self._failure

    @property
    def heard_plain(self) -> bytes:
        """All that came unencrypted; complete once the block was left."""
        return b"" if self.peer is None else self.peer.heard_plain

    def _play(self) -> None:
        try:
            line, _ = self._listener.accept()
            line.settimeout(PATIENCE_S)
            self.peer = Peer(line)
            for step in self._steps:
                step(self.peer)
        except (OSError, AssertionError) as error:
            self._failure = error
        finally:
            if self.peer is not None:
                self.peer.line.close()
