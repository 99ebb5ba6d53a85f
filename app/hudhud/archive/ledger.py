"""The ledger: every unique-id that a maildrop ever listed, and what became of it.

Lines are never removed. What a listing changes is in `listings.py`, what a renumbered
maildrop changes in `rebinding.py`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from hudhud.archive.accounts import account_key, known_key
from hudhud.archive.database import Database
from hudhud.archive.failed import reset_failures
from hudhud.archive.history import record_size
from hudhud.archive.listings import record_listing
from hudhud.archive.moments import moment
from hudhud.archive.rebinding import rebind
from hudhud.domain.identifiers import AccountId, UniqueId
from hudhud.domain.ledger import Deletion, DeletionState, LedgerLine, Origin
from hudhud.domain.retention import Verdict


@dataclass(frozen=True, slots=True)
class ListedLine:
    """A unique-id of a listing; `octets` is None where the server gave no size."""

    uid: UniqueId
    octets: int | None


# In the order of LedgerLine. The whole account is wanted, so no index would help.
_LINES = """
    SELECT uid, message, octets, listed, first_seen, saved_at, saved_octets, sha256,
           identity, verdict, deletion, failures, removed_here,
           origin, unsaved_allowed, not_before
    FROM ledger NOT INDEXED WHERE account = ?
"""


class Ledger:
    def __init__(self, db: Database) -> None:
        self._db = db

    def lines(self, account: AccountId) -> dict[UniqueId, LedgerLine]:
        """All there are, in the order in which they were first listed."""
        key = known_key(self._db, account)
        if key is None:
            return {}
        moments = _Moments()
        lines: dict[UniqueId, LedgerLine] = {}
        for row in self._db.rows(_LINES, (key,)):
            uid, message, octets, listed, first_seen, saved_at, saved_octets = row[:7]
            sha256, identity, verdict, deletion, failures, removed_here = row[7:13]
            lines[uid] = LedgerLine(
                uid,
                message,
                octets,
                listed == 1,
                moments[first_seen],
                None if saved_at is None else moments[saved_at],
                saved_octets,
                sha256,
                identity,
                None if verdict is None else Verdict(verdict),
                None if deletion is None else _deletion(deletion, *row[13:]),
                failures,
                removed_here == 1,
            )
        return lines

    def record_listing(
        self,
        account: AccountId,
        listed: Sequence[ListedLine],
        drop: tuple[int, int] | None,
        at: datetime,
    ) -> None:
        """What a listing says, whole; see `listings.py`. `drop` is STAT's answer:
        messages and octets.
        """
        with self._db.transaction():
            key = account_key(self._db, account)
            octets = {line.uid: line.octets for line in listed}
            record_listing(self._db, key, octets, at)
            if drop is not None:
                record_size(self._db, key, drop, at)

    def rebind(
        self,
        account: AccountId,
        pairs: Sequence[tuple[UniqueId, UniqueId]],
        at: datetime,
    ) -> None:
        """Give saved messages their new names: pairs of old and new unique-id."""
        with self._db.transaction():
            rebind(self._db, account_key(self._db, account), pairs, at)

    def reset_failures(self, account: AccountId, uids: Sequence[UniqueId]) -> None:
        """They failed before, and may be tried again."""
        with self._db.transaction():
            reset_failures(self._db, account_key(self._db, account), uids)


class _Moments(dict[int, datetime]):
    """Makes each moment once: the lines of one listing share theirs."""

    def __missing__(self, count: int) -> datetime:
        found = self[count] = moment(count)
        return found


def _deletion(
    state: str, origin: str, unsaved_allowed: int, not_before: int
) -> Deletion:
    return Deletion(
        DeletionState(state), Origin(origin), unsaved_allowed == 1, moment(not_before)
    )
