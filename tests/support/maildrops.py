"""Small builders for what sync decides upon: entries, ledger lines, moments."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hudhud.domain.identifiers import MessageId, Sha256, UniqueId
from hudhud.domain.ledger import Deletion, DeletionState, LedgerLine, Origin
from hudhud.sync.maildrop import Entry
from hudhud.sync.naming import Named

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


def days_ago(days: float) -> datetime:
    return NOW - timedelta(days=days)


def entry(place: int, uid: str | None = None, octets: int | None = 1000) -> Entry:
    return Entry(place, UniqueId(uid) if uid is not None else None, octets)


def named(place: int, uid: str, octets: int | None = 1000) -> Named:
    return Named(entry(place, uid, octets), UniqueId(uid))


def seen(uid: str, message: int = 1) -> LedgerLine:
    """Listed, with first lines known, not saved."""
    return LedgerLine(
        uid=UniqueId(uid),
        message=MessageId(message),
        octets=1000,
        listed=True,
        first_seen=days_ago(30),
        saved_at=None,
        saved_octets=None,
        sha256=None,
        identity=identity_of(uid),
        verdict=None,
        deletion=None,
        failures=0,
        removed_here=False,
    )


def saved(uid: str, days: float = 1, message: int = 1) -> LedgerLine:
    return replace(
        seen(uid, message),
        saved_at=days_ago(days),
        saved_octets=1000,
        sha256=Sha256(b"s" * 32),
    )


def identity_of(uid: str) -> bytes:
    return uid.encode().ljust(32, b".")[:32]


def wanted(
    origin: Origin = Origin.PERSON, unsaved: bool = False, delay_s: float = 0
) -> Deletion:
    moment = NOW + timedelta(seconds=delay_s)
    return Deletion(DeletionState.WANTED, origin, unsaved, moment)


def ledger(*lines: LedgerLine) -> dict[UniqueId, LedgerLine]:
    return {line.uid: line for line in lines}
