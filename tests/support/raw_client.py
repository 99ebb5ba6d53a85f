"""A bare POP3 client: it says what it is told, and reads what comes."""

import socket
import ssl
import struct
import sys
from types import TracebackType
from typing import Self

LOOPBACK = "127.0.0.1"
CRLF = b"\r\n"


class RawClient:
    """Connected, and the greeting read. Every wait ends after `timeout_s`."""

    def __init__(
        self, port: int, tls: ssl.SSLContext | None = None, timeout_s: float = 20.0
    ) -> None:
        self.socket = socket.create_connection((LOOPBACK, port), timeout_s)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._unread = b""
        try:
            if tls is not None:
                self.start_tls(tls)
            self.greeting = self.line()
        except OSError:
            self.socket.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def start_tls(self, tls: ssl.SSLContext) -> None:
        self.socket = tls.wrap_socket(self.socket, server_hostname=LOOPBACK)

    def say(self, octets: bytes) -> None:
        self.socket.sendall(octets)

    def line(self) -> str:
        """The next line without its end, or "" at the end of the connection."""
        while CRLF not in self._unread:
            octets = self.socket.recv(256 * 1024)
            if not octets:
                return ""
            self._unread += octets
        line, _, self._unread = self._unread.partition(CRLF)
        return line.decode("latin-1")

    def payload(self) -> bytes:
        """The rest of a multi-line reply as it is on the wire, without the dot."""
        while not (self._unread.startswith(b".\r\n") or b"\r\n.\r\n" in self._unread):
            octets = self.socket.recv(256 * 1024)
            if not octets:
                raise EOFError(f"the reply ends behind {self._unread[-60:]!r}")
            self._unread += octets
        if self._unread.startswith(b".\r\n"):
            self._unread = self._unread[3:]
            return b""
        payload, _, self._unread = self._unread.partition(b"\r\n.\r\n")
        return payload + CRLF

    def ask(self, command: str) -> str:
        """Say a command; return the first line of its reply."""
        self.say(command.encode("latin-1") + CRLF)
        return self.line()

    def ask_long(self, command: str) -> bytes:
        """Say a command; return its payload. Raises AssertionError at -ERR."""
        status = self.ask(command)
        if not status.startswith("+OK"):
            raise AssertionError(f"{command}: {status}")
        return self.payload()

    def ask_lines(self, command: str) -> list[str]:
        return self.ask_long(command).decode("latin-1").splitlines()

    def retrieve(self, number: int) -> bytes:
        """The octets of a message, byte-stuffing undone."""
        return unstuffed(self.ask_long(f"RETR {number}"))

    def sign_in(self, user: str = "demo", password: str = "demo") -> str:
        self.ask(f"USER {user}")
        return self.ask(f"PASS {password}")

    def rest(self) -> bytes:
        """Everything until the server closes."""
        octets, self._unread = self._unread, b""
        while piece := self.socket.recv(256 * 1024):
            octets += piece
        return octets

    def reset(self) -> None:
        """Drop the line with a reset."""
        linger = struct.pack("hh" if sys.platform == "win32" else "ii", 1, 0)
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        self.socket.close()

    def close(self) -> None:
        self.socket.close()


def unstuffed(payload: bytes) -> bytes:
    undone = payload.replace(b"\r\n.", b"\r\n")
    return undone[1:] if undone.startswith(b".") else undone
