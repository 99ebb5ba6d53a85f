"""A socket that counts who comes, and answers requests for pictures."""

import socket
import struct
import threading
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Answer = Callable[[str], bytes]


class Listener:
    """`connections` counts every connection, also one that never says a word."""

    def __init__(self, answer: Answer) -> None:
        self._answer = answer
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._socket.getsockname()[1]
        self.connections = 0
        self.requests: list[str] = []
        threading.Thread(target=self._listen, daemon=True).start()

    @property
    def place(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def paths(self) -> list[str]:
        return [request.split(" ")[1] for request in self.requests]

    def close(self) -> None:
        self._socket.close()

    def _listen(self) -> None:
        while True:
            try:
                connected, _ = self._socket.accept()
            except OSError:
                return
            self.connections += 1
            threading.Thread(target=self._hear, args=(connected,), daemon=True).start()

    def _hear(self, connected: socket.socket) -> None:
        with connected:
            connected.settimeout(5)
            try:
                request = connected.recv(8192).decode("latin-1")
                if request:
                    self.requests.append(request)
                    connected.sendall(self._answer(request.split(" ")[1]))
            except OSError:
                return


@contextmanager
def listening(answer: Answer | None = None) -> Iterator[Listener]:
    listener = Listener(answer or picture_for_all)
    try:
        yield listener
    finally:
        listener.close()


def picture_for_all(path: str) -> bytes:
    return ok(png(8, 8))


def ok(body: bytes, content_type: str = "image/png", more: str = "") -> bytes:
    head = (
        f"HTTP/1.1 200 OK\r\nContent-Type: {content_type}\r\n"
        f"Content-Length: {len(body)}\r\n{more}Connection: close\r\n\r\n"
    )
    return head.encode() + body


def moved(location: str) -> bytes:
    return (
        f"HTTP/1.1 302 Found\r\nLocation: {location}\r\nContent-Length: 0\r\n"
        "Connection: close\r\n\r\n"
    ).encode()


def png(width: int, height: int, *, stated: tuple[int, int] | None = None) -> bytes:
    """A grey picture; `stated` is what its header says its size is."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + body))
        return struct.pack(">I", len(body)) + kind + body + check

    rows = (b"\x00" + b"\x80" * width) * height
    header = struct.pack(">IIBBBBB", *(stated or (width, height)), 8, 0, 0, 0, 0)
    pixels = zlib.compress(rows)
    start = b"\x89PNG\r\n\x1a\n"
    return start + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
