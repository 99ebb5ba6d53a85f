"""The socket of one session: lines in, replies out in large pieces, TLS between.

Many commands are read at once and their replies leave together, so that a client
that pipelines is never slowed by the server's Python.
"""

import socket
import ssl
from contextlib import suppress

from hudhud.demo.record import Ending, SessionEnd
from hudhud.demo.session import Session
from hudhud.domain.servers import Security

READ_OCTETS = 256 * 1024
WRITE_OCTETS = 256 * 1024
UNENDED_LIMIT = 64 * 1024
"""A line longer than this without an end is no POP3: the connection is cut."""


class Cut(Exception):
    """The server ends the connection here, without a reply."""


class Connection:
    """Runs one session on a connected socket, on the caller's thread."""

    def __init__(self, line: socket.socket, session: Session) -> None:
        self.line = line
        self.session = session
        self._unread = b""
        self._unsent: list[bytes] = []
        self._unsent_octets = 0

    def run(self) -> None:
        record = self.session.record
        ending = Ending.LOST
        try:
            ending = self._converse()
        except Cut:
            ending = Ending.CUT
        except TimeoutError:
            ending = Ending.IDLE
        except OSError:
            ending = Ending.LOST
        finally:
            signed_in = self.session.transaction is not None
            self.session.end()
            self._hang_up()
            removed = self.session.removed
            record.note_end(SessionEnd(self.session.number, ending, signed_in, removed))

    def shut(self) -> None:
        """End a run from another thread."""
        with suppress(OSError):
            self.line.shutdown(socket.SHUT_RDWR)

    def greet(self) -> None:
        self.say(self.session.greeting())

    def answer(self, line: bytes) -> None:
        """Answer one line. May raise Cut."""
        self.say(self.session.answer(line))

    def say(self, octets: bytes) -> None:
        """Queue octets; they leave at the next `flush`, or when many wait."""
        self._unsent.append(octets)
        self._unsent_octets += len(octets)
        if self._unsent_octets >= WRITE_OCTETS:
            self.flush()

    def flush(self) -> None:
        octets = b"".join(self._unsent)
        self._unsent.clear()
        self._unsent_octets = 0
        if octets:
            self.line.sendall(octets)

    def _converse(self) -> Ending:
        self.line.settimeout(self.session.terms.idle_limit_s)
        self.line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        if self.session.terms.security is Security.TLS:
            self._start_tls()
        self.greet()
        self.flush()
        while not self.session.is_over:
            lines = self._read_lines()
            if not lines:
                return Ending.LOST
            self.answer_all(lines)
            self.flush()
        return Ending.QUIT

    def answer_all(self, lines: list[bytes]) -> None:
        """Answer what came in one go, in order; what follows QUIT is left."""
        for place, line in enumerate(lines, start=1):
            self.answer(line)
            if self.session.wants_tls:
                self._follow_stls(lines[place:])
            if self.session.is_over:
                return

    def _read_lines(self) -> list[bytes]:
        """Wait for at least one whole line; an empty list is the client's end."""
        while True:
            octets = self.line.recv(READ_OCTETS)
            if not octets:
                return []
            self._unread += octets
            if b"\n" in octets:
                break
            if len(self._unread) > UNENDED_LIMIT:
                self.session.record.note_violation("a line without an end")
                raise Cut
        *lines, self._unread = self._unread.split(b"\n")
        return [line + b"\n" for line in lines]

    def _follow_stls(self, behind: list[bytes]) -> None:
        """Octets that came before the handshake are never read as if after it."""
        if behind or self._unread:
            self.session.record.note_violation("octets behind STLS")
            raise Cut
        self.flush()
        self._start_tls()

    def _start_tls(self) -> None:
        context = self.session.terms.tls
        if context is None:
            raise Cut
        wrapped = context.wrap_socket(
            self.line, server_side=True, do_handshake_on_connect=False
        )
        self.line = wrapped
        wrapped.do_handshake()
        self.session.secure()

    def _hang_up(self) -> None:
        """Close; over TLS say so first, without waiting for the client's word."""
        if isinstance(self.line, ssl.SSLSocket):
            with suppress(OSError, ValueError):
                self.line.settimeout(0)
                self.line.unwrap()
        self.line.close()
