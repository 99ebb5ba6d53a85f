"""POP3 behind the engine's interface: message-numbers stay here."""

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from hudhud.domain.failures import Failure, FailureKind
from hudhud.domain.identifiers import UniqueId
from hudhud.pop3 import errors
from hudhud.pop3.client import Piece, Pop3Client, Refused, Wanted
from hudhud.pop3.replies import Listings
from hudhud.sync.maildrop import (
    Caution,
    Entry,
    Listing,
    MaildropFailed,
    MaildropStopped,
    Part,
    Refusal,
)

# Longer names are kept by their hash alone, so that no server fills the ledger.
LONGEST_UNIQUE_ID = 1024

KINDS: tuple[tuple[type[errors.Pop3Error], FailureKind], ...] = (
    (errors.Unreachable, FailureKind.UNREACHABLE),
    (errors.TimedOut, FailureKind.TIMED_OUT),
    (errors.CertificateRefused, FailureKind.CERTIFICATE),
    (errors.NoEncryption, FailureKind.NO_ENCRYPTION),
    (errors.Injected, FailureKind.INJECTED),
    (errors.NotPop3, FailureKind.NOT_POP3),
    (errors.SignInRefused, FailureKind.SIGN_IN_REFUSED),
    (errors.MaildropInUse, FailureKind.IN_USE),
    (errors.LoginDelay, FailureKind.LOGIN_DELAY),
    (errors.ServerTrouble, FailureKind.SERVER_TROUBLE),
    (errors.OutOfStep, FailureKind.OUT_OF_STEP),
    (errors.ConnectionLost, FailureKind.CONNECTION_LOST),
)


def failure_of(error: errors.Pop3Error, host: str) -> Failure:
    for known, kind in KINDS:
        if isinstance(error, known):
            return Failure(kind, host, error.detail)
    return Failure(FailureKind.UNEXPECTED, host, error.detail)


def caution_after(error: errors.Pop3Error) -> Caution | None:
    """Pipelining goes wrong on some servers, and CAPA alone makes others hang."""
    if isinstance(error, errors.OutOfStep):
        return Caution.LOCK_STEP
    lost = isinstance(error, errors.TimedOut | errors.ConnectionLost)
    return Caution.NO_CAPABILITIES if lost and error.step == "CAPA" else None


class Pop3Maildrop:
    def __init__(self, client: Pop3Client, user: str, password: str, host: str) -> None:
        self._client = client
        self._user = user
        self._password = password
        self._host = host

    @property
    def secured(self) -> str:
        return self._client.secured

    def connect(self) -> None:
        with self._translated():
            self._client.open()

    def sign_in(self) -> None:
        with self._translated():
            self._client.sign_in(self._user, self._password)

    def list(self) -> Listing:
        with self._translated():
            return listing_of(self._client.listings())

    def peek(self, entries: Sequence[Entry], lines: int) -> Iterator[Part | Refusal]:
        wanted = [Wanted(entry.place, entry.octets) for entry in entries]
        with self._translated():
            for item in self._client.top(wanted, lines):
                yield _part(item)

    def retrieve(self, entries: Sequence[Entry]) -> Iterator[Part | Refusal]:
        wanted = [Wanted(entry.place, entry.octets) for entry in entries]
        with self._translated():
            for item in self._client.retrieve(wanted):
                yield _part(item)

    def ask_nothing(self) -> None:
        with self._translated():
            self._client.keep_alive(idle_s=0)

    def delete(self, entries: Sequence[Entry]) -> frozenset[int]:
        with self._translated():
            answers = self._client.delete([entry.place for entry in entries])
        return frozenset(place for place, accepted in answers.items() if accepted)

    def finish(self) -> bool:
        with self._translated():
            return self._client.quit()

    def close(self) -> None:
        self._client.close()

    @contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except errors.Stopped as stop:
            raise MaildropStopped from stop
        except errors.Pop3Error as error:
            failure = failure_of(error, self._host)
            raise MaildropFailed(failure, caution_after(error)) from error


def _part(item: Piece | Refused) -> Part | Refusal:
    if isinstance(item, Piece):
        return Part(item.number, item.octets, item.last)
    return Refusal(item.number, item.text)


def listing_of(answers: Listings) -> Listing:
    """Join STAT, UIDL and LIST by message-number, keeping what any of them named.

    Mail may come in between the answers: a number that only UIDL or only LIST gave is
    left for the next session, which will see it in both.
    """
    sizes = {line.number: line.octets for line in answers.scan}
    drop = answers.drop
    octets = drop.octets if drop is not None else sum(filter(None, sizes.values()))
    if answers.unique_ids is None:
        entries = tuple(Entry(number, None, size) for number, size in sizes.items())
        return Listing(entries, octets, answers.malformed, has_unique_ids=False)
    named = tuple(
        Entry(line.number, unique_id(line.uid), sizes.get(line.number))
        for line in answers.unique_ids
        if line.number in sizes or not sizes
    )
    return Listing(named, octets, answers.malformed)


def unique_id(octets: bytes) -> UniqueId | None:
    if not octets:
        return None
    if len(octets) > LONGEST_UNIQUE_ID:
        return UniqueId("sha256:" + hashlib.sha256(octets).hexdigest())
    return UniqueId(octets.decode("latin-1"))
