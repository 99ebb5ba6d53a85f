"""Where mail comes in: whole messages, large ones in pieces, first lines, failures."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from hudhud.archive.accounts import account_key
from hudhud.archive.codec import Codec
from hudhud.archive.database import Database
from hudhud.archive.failed import record_failure
from hudhud.archive.large import LargeContent, LargeIntake
from hudhud.archive.moments import micros
from hudhud.archive.packing import Packed, pack_body
from hudhud.archive.peeking import Peeked, record_peeked
from hudhud.archive.storing import Storing
from hudhud.domain.identifiers import AccountId, MessageId, UniqueId
from hudhud.domain.messages import Summary


@dataclass(frozen=True, slots=True)
class Arrival:
    """A message that was retrieved whole. `identity`: see LedgerLine."""

    account: AccountId
    uid: UniqueId
    octets: bytes | LargeContent
    summary: Summary
    identity: bytes
    listed_octets: int | None


@dataclass(frozen=True, slots=True)
class PeekedRow:
    """What TOP gave of a message: its header block and perhaps some lines."""

    account: AccountId
    uid: UniqueId
    summary: Summary
    identity: bytes
    listed_octets: int | None
    first_lines: bytes


class Intake:
    def __init__(self, db: Database, codec: Codec) -> None:
        self._db = db
        self._codec = codec
        self._large: list[LargeIntake] = []

    def store(self, arrivals: Sequence[Arrival], at: datetime) -> list[MessageId]:
        """Commit them all, or none: octets, rows, ledger lines and index queue.

        When this returns they outlive a loss of power. The row of each, in order: its
        own, or where these octets were saved before under a unique-id that is no
        longer listed, that one. Raises DiskFull, ArchiveUnwritable.
        """
        packed = [
            Packed(
                one.account,
                one.uid,
                one.summary,
                one.identity,
                one.listed_octets,
                *pack_body(self._codec, one.octets),
            )
            for one in arrivals
        ]
        if not packed:
            return []
        with self._db.transaction():
            rows = Storing(self._db, micros(at)).store(packed)
        stored = {
            one.octets for one in arrivals if isinstance(one.octets, LargeContent)
        }
        self._large = [one for one in self._large if one.finished not in stored]
        return rows

    def open_large(self) -> LargeIntake:
        """A message larger than should lie in memory, to be stored when finished."""
        large = LargeIntake(self._db, self._codec)
        self._large.append(large)
        return large

    def abandon_large(self) -> None:
        """Forget large messages that were begun and not stored."""
        for large in self._large:
            large.abort()
        self._large.clear()

    def peeked(self, rows: Sequence[PeekedRow], at: datetime) -> list[MessageId]:
        """Write down what is known of messages on the server; never of saved ones.

        The row of each, in order.
        """
        if not rows:
            return []
        packed = [
            Peeked(
                one.account,
                one.uid,
                one.summary,
                one.identity,
                one.listed_octets,
                len(one.first_lines),
                *self._codec.pack(one.first_lines),
            )
            for one in rows
        ]
        with self._db.transaction():
            return record_peeked(self._db, packed, micros(at))

    def failed(
        self, account: AccountId, uid: UniqueId, reason: str, at: datetime
    ) -> int:
        """Count a failure to save it; gives the count. The second sets it aside."""
        with self._db.transaction():
            key = account_key(self._db, account)
            return record_failure(self._db, key, uid, reason, at)
