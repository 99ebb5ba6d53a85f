"""The messages of one account, as the server holds them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from hashlib import md5
from threading import Lock

from hudhud.domain.identifiers import UniqueId

CRLF = b"\r\n"


@dataclass(frozen=True, slots=True)
class Letter:
    """One message: `octets` are what RETR serves, before byte-stuffing.

    They are empty or end in CRLF, since nothing else can be served over POP3. The
    `uid` is not checked here; one octet is one character. A letter with a `refusal`
    is listed, and its RETR is answered `-ERR` with those words.
    """

    uid: UniqueId
    octets: bytes
    refusal: str = ""

    def __post_init__(self) -> None:
        if self.octets and not self.octets.endswith(CRLF):
            raise ValueError("a letter ends in CRLF")


def as_served(octets: bytes) -> bytes:
    """End the last line, as every server must before it can send the final dot."""
    return octets if octets.endswith(CRLF) else octets + CRLF


class Maildrop:
    """Letters in the order of their numbers. May be changed from any thread.

    A session works on the letters that were here when it signed in: mail that comes
    later waits for the next session (RFC 1939 section 4).
    """

    def __init__(self, letters: Iterable[Letter] = ()) -> None:
        self._letters = list(letters)
        self._guard = Lock()
        self._session = Lock()
        self._delivered = 0

    @property
    def letters(self) -> tuple[Letter, ...]:
        with self._guard:
            return tuple(self._letters)

    def deliver(self, octets: bytes, uid: str | None = None) -> Letter:
        """Put new mail last. Without a `uid` it gets one never given before."""
        served = as_served(octets)
        with self._guard:
            self._delivered += 1
            own = f"{md5(served, usedforsecurity=False).hexdigest()}.{self._delivered}"
            letter = Letter(UniqueId(uid or own), served)
            self._letters.append(letter)
        return letter

    def put(self, letters: Iterable[Letter]) -> None:
        """Hold these letters and no others."""
        held = list(letters)
        with self._guard:
            self._letters = held

    def empty(self) -> None:
        self.put(())

    def renumber(self, name: Callable[[int, Letter], str]) -> None:
        """Give every letter a new unique-id, made of its number and itself."""
        with self._guard:
            self._letters = [
                replace(letter, uid=UniqueId(name(number, letter)))
                for number, letter in enumerate(self._letters, start=1)
            ]

    def exchange(self, old: Letter, new: Letter) -> None:
        """Put `new` in the place of `old`, where `old` is still held."""
        with self._guard:
            self._letters = [new if held is old else held for held in self._letters]

    def remove(self, letters: Sequence[Letter]) -> tuple[Letter, ...]:
        """Remove exactly these objects; return those that were still held."""
        unwanted = {id(letter) for letter in letters}
        with self._guard:
            removed = tuple(held for held in self._letters if id(held) in unwanted)
            self._letters = [held for held in self._letters if id(held) not in unwanted]
        return removed

    def take_lock(self) -> bool:
        """Take the exclusive lock of a session; false when another one has it."""
        return self._session.acquire(blocking=False)

    def release_lock(self) -> None:
        self._session.release()
