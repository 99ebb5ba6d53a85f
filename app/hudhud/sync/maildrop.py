"""What the engine asks of a source of mail, whatever protocol stands behind it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from hudhud.domain.failures import Failure
from hudhud.domain.identifiers import UniqueId


class Caution(StrEnum):
    """A way to be gentler with a source that could not take the usual one."""

    LOCK_STEP = "lock-step"
    NO_CAPABILITIES = "no-capabilities"


class MaildropFailed(Exception):
    """The source cannot go on; `failure` says why in a form that can be worded.

    `caution`, where there is one, may help the next session.
    """

    def __init__(self, failure: Failure, caution: Caution | None = None) -> None:
        super().__init__(failure.kind.value)
        self.failure = failure
        self.caution = caution


class MaildropStopped(Exception):
    """The person asked to stop."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One message as listed: `place` is its handle in this session and means nothing
    afterwards. A missing or empty `uid` and a missing size are None.
    """

    place: int
    uid: UniqueId | None
    octets: int | None


@dataclass(frozen=True, slots=True)
class Listing:
    """`octets` is the size of the whole maildrop, in the server's own counting.

    `malformed` counts lines that made no sense; `has_unique_ids` is False where the
    source cannot name its messages at all.
    """

    entries: tuple[Entry, ...]
    octets: int
    malformed: int = 0
    has_unique_ids: bool = True


@dataclass(frozen=True, slots=True)
class Part:
    """Some octets of a message, in order; a small message comes as one last part."""

    place: int
    octets: bytes
    last: bool


@dataclass(frozen=True, slots=True)
class Refusal:
    """The source would not give this one message; the others go on."""

    place: int
    words: str


class Maildrop(Protocol):
    """One session. Every method may raise MaildropFailed or MaildropStopped."""

    @property
    def secured(self) -> str:
        """The TLS version of the line, empty on a plain one."""
        ...

    def connect(self) -> None: ...

    def sign_in(self) -> None: ...

    def list(self) -> Listing: ...

    def peek(self, entries: Sequence[Entry], lines: int) -> Iterator[Part | Refusal]:
        """Header block and first lines, changing no state on the server."""
        ...

    def retrieve(self, entries: Sequence[Entry]) -> Iterator[Part | Refusal]: ...

    def ask_nothing(self) -> None:
        """Have it answer something harmless: raises where it is out of step."""
        ...

    def delete(self, entries: Sequence[Entry]) -> frozenset[int]:
        """Mark for deletion; gives the places the source accepted."""
        ...

    def finish(self) -> bool:
        """End the session so that deletions happen: False where the source said it
        failed. Raises MaildropFailed where the answer was lost: then nobody knows.
        """
        ...

    def close(self) -> None:
        """Drop the line at once; deletions that were only marked do not happen."""
        ...
