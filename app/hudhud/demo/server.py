"""The listening server: a thread that accepts, and one for every connection."""

import socket
from contextlib import suppress
from threading import Lock, Thread
from types import TracebackType
from typing import Self

from hudhud.demo.connection import Connection
from hudhud.demo.maildrop import Maildrop
from hudhud.demo.record import Record
from hudhud.demo.session import Session
from hudhud.demo.terms import Terms
from hudhud.domain.servers import ServerAddress

LOOPBACK = "127.0.0.1"


class DemoServer:
    """A POP3 server for one maildrop. Listens from `start` to `stop`, or in `with`.

    `port` 0 lets the system choose; `address` tells what was chosen. It may be
    started again after it was stopped, and then keeps the port it had.
    """

    def __init__(
        self, maildrop: Maildrop, terms: Terms | None = None, port: int = 0
    ) -> None:
        self.maildrop = maildrop
        self.terms = terms or Terms()
        self.record = Record()
        self._port = port
        self._listener: socket.socket | None = None
        self._accepting: Thread | None = None
        self._open: dict[Thread, Connection] = {}
        self._guard = Lock()
        self._sessions = 0

    @property
    def port(self) -> int:
        return self._port

    @property
    def address(self) -> ServerAddress:
        return ServerAddress(LOOPBACK, self._port, self.terms.security)

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.stop()

    def start(self) -> None:
        """Listen. Raises OSError when the port is taken."""
        self._listener = socket.create_server((LOOPBACK, self._port), backlog=64)
        self._port = self._listener.getsockname()[1]
        self._accepting = Thread(
            target=self._accept, args=(self._listener,), name="demo-accept", daemon=True
        )
        self._accepting.start()

    def stop(self) -> None:
        """Stop listening and end every session, without UPDATE. Idempotent."""
        listener, self._listener = self._listener, None
        if listener is None or self._accepting is None:
            return
        # Closing a socket does not wake its accept() everywhere; a caller does.
        with suppress(OSError):
            socket.create_connection((LOOPBACK, self._port), timeout=1.0).close()
        self._accepting.join()
        listener.close()
        with self._guard:
            running = dict(self._open)
        for thread, connection in running.items():
            connection.shut()
            thread.join()

    def connection(self, line: socket.socket, session: Session) -> Connection:
        """What runs a session; a subclass may run it differently."""
        return Connection(line, session)

    def _accept(self, listener: socket.socket) -> None:
        while True:
            line, _ = listener.accept()
            if self._listener is None:
                line.close()
                return
            self._serve(line)

    def _serve(self, line: socket.socket) -> None:
        self._sessions += 1
        session = Session(self._sessions, self.maildrop, self.terms, self.record)
        connection = self.connection(line, session)
        thread = Thread(
            target=self._run,
            args=(connection,),
            name=f"demo-session-{session.number}",
            daemon=True,
        )
        with self._guard:
            self._open[thread] = connection
        self.record.note_begin()
        thread.start()

    def _run(self, connection: Connection) -> None:
        try:
            connection.run()
        finally:
            with self._guard:
                self._open = {
                    thread: running
                    for thread, running in self._open.items()
                    if running is not connection
                }
