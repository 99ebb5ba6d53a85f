"""A running server of the system, and what it was given."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Self

from hudhud.demo.maildrop import as_served
from support.real.place import LOOPBACK, PASSWORD, USER


@dataclass(frozen=True, slots=True)
class RealServer:
    """`port` is plain, and takes STLS where `has_stls`; `tls_port` is TLS at once.

    `messages` are what it must serve, in the order of their numbers. A server may
    write header fields of its own, those in `own_fields`, and then a comparison
    octet for octet is `agrees`; with `own_end` it may also add an empty line at the
    end. `ca_file` vouches for it as 127.0.0.1 and localhost.
    """

    name: str
    port: int
    messages: tuple[bytes, ...]
    stop: Callable[[], None]
    log: Path
    has_stls: bool = False
    tls_port: int | None = None
    ca_file: Path | None = None
    own_fields: frozenset[bytes] = field(default=frozenset())
    own_end: bool = False
    host: str = LOOPBACK
    user: str = USER
    password: str = PASSWORD

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.stop()

    def agrees(self, number: int, octets: bytes) -> bool:
        """Whether these are the octets of that message, apart from its own fields."""
        expected = self.messages[number - 1]
        return self._plain(octets) == self._plain(expected)

    def _plain(self, octets: bytes) -> bytes:
        ended = octets.rstrip(b"\r\n") if self.own_end else octets
        return without_fields(ended, self.own_fields)


def served(messages: tuple[bytes, ...]) -> tuple[bytes, ...]:
    return tuple(as_served(octets) for octets in messages)


def without_fields(octets: bytes, names: frozenset[bytes]) -> bytes:
    """Drop header fields by their names in lower case, with their folded lines."""
    if not names:
        return octets
    block, blank, body = octets.partition(b"\r\n\r\n")
    kept: list[bytes] = []
    is_kept = True
    for line in block.split(b"\r\n"):
        if not line.startswith((b" ", b"\t")):
            is_kept = line.partition(b":")[0].lower() not in names
        if is_kept:
            kept.append(line)
    return b"\r\n".join(kept) + blank + body
