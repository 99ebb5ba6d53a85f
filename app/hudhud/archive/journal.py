"""The journal of deletions: each step is written down before it is taken.

Its lines are only ever added. What may leave for a server is decided by `mark_sent`,
in one transaction with its line: what was undone a moment before is not in its answer.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from hudhud.archive.accounts import account_ids, account_key, known_key
from hudhud.archive.database import Database, Record
from hudhud.archive.deletions import Standing, standings, write_down
from hudhud.archive.moments import moment
from hudhud.archive.states import PENDING, settle
from hudhud.archive.summaries import storable
from hudhud.domain.identifiers import AccountId, MessageId, Sha256, UniqueId
from hudhud.domain.ledger import DeletionState, Origin
from hudhud.domain.retention import Verdict

_NEWEST = """
    SELECT id, account, uid, message, at, state, origin, unsaved_allowed, not_before,
           octets, sha256, server_words
    FROM journal ORDER BY id DESC LIMIT ?
"""
_NEWEST_OF_ACCOUNT = """
    SELECT id, account, uid, message, at, state, origin, unsaved_allowed, not_before,
           octets, sha256, server_words
    FROM journal WHERE account = ? ORDER BY id DESC LIMIT ?
"""


@dataclass(frozen=True, slots=True)
class Receipt:
    """One step of one deletion. `octets` and `sha256` are of the copy kept here, if
    there is one; `octets` else of the listing.
    """

    account: AccountId
    uid: UniqueId
    message: MessageId
    at: datetime
    state: DeletionState
    origin: Origin
    unsaved_allowed: bool
    not_before: datetime
    octets: int | None
    sha256: Sha256 | None
    server_words: str


class Journal:
    def __init__(self, db: Database) -> None:
        self._db = db

    def want_by_policy(
        self, account: AccountId, uids: Sequence[UniqueId], at: datetime
    ) -> None:
        """A rule asks for these. It never gets what is not saved, or was kept."""

        def step(one: Standing) -> Standing | None:
            is_free = one.state not in PENDING and one.verdict != Verdict.KEEP
            if not (one.listed and one.saved and is_free):
                return None
            return one.wanted(Origin.POLICY, at, unsaved_allowed=False)

        self._step(account, uids, step, at)

    def unwant_by_policy(
        self, account: AccountId, uids: Sequence[UniqueId], at: datetime
    ) -> None:
        """The rule that asked for these does so no longer."""

        def step(one: Standing) -> Standing | None:
            is_rules = one.origin == Origin.POLICY
            if one.state != DeletionState.WANTED or not is_rules:
                return None
            return one.moved(DeletionState.CANCELLED)

        self._step(account, uids, step, at)

    def mark_sent(
        self, account: AccountId, uids: Sequence[UniqueId], at: datetime
    ) -> frozenset[UniqueId]:
        """Those that may be sent now: wanted, listed, and saved or given up by name."""

        def step(one: Standing) -> Standing | None:
            may_go = one.listed and (one.saved or one.unsaved_allowed)
            if one.state != DeletionState.WANTED or not may_go:
                return None
            return one.moved(DeletionState.SENT)

        return frozenset(one.uid for one in self._step(account, uids, step, at))

    def mark_back(
        self, account: AccountId, uids: Sequence[UniqueId], at: datetime
    ) -> None:
        """They were refused, or the session ended before its end was asked for."""

        def step(one: Standing) -> Standing | None:
            return one.taken_back() if one.state == DeletionState.SENT else None

        self._step(account, uids, step, at)

    def mark_unknown(
        self, account: AccountId, uids: Sequence[UniqueId], at: datetime
    ) -> None:
        """The end was asked for, and its answer was lost."""

        def step(one: Standing) -> Standing | None:
            is_sent = one.state == DeletionState.SENT
            return one.moved(DeletionState.UNKNOWN) if is_sent else None

        self._step(account, uids, step, at)

    def confirm(
        self,
        account: AccountId,
        uids: Sequence[UniqueId],
        at: datetime,
        server_words: str,
    ) -> tuple[MessageId, ...]:
        """The server answered that it deleted them: they are listed no longer."""
        sent = frozenset({DeletionState.SENT, DeletionState.UNKNOWN})

        def step(one: Standing) -> Standing | None:
            return one.moved(DeletionState.CONFIRMED) if one.state in sent else None

        steps = self._step(account, uids, step, at, server_words)
        return tuple(one.message for one in steps)

    def entries(self, account: AccountId | None, limit: int) -> list[Receipt]:
        """The newest steps first, of one account or of all."""
        if account is None:
            rows = self._db.rows(_NEWEST, (limit,))
        else:
            key = known_key(self._db, account)
            rows = self._db.rows(_NEWEST_OF_ACCOUNT, (key, limit))
        ids = account_ids(self._db)
        return [_receipt(ids, row) for row in rows]

    def _step(
        self,
        account: AccountId,
        uids: Sequence[UniqueId],
        step: Callable[[Standing], Standing | None],
        at: datetime,
        server_words: str = "",
    ) -> list[Standing]:
        if not uids:
            return []
        with self._db.transaction():
            key = account_key(self._db, account)
            found = map(step, standings(self._db, key, uids))
            steps = [one for one in found if one is not None]
            write_down(self._db, key, steps, at, storable(server_words))
            self._db.run_each(
                "UPDATE ledger SET listed = 0 WHERE id = ?",
                [(s.line,) for s in steps if s.state == DeletionState.CONFIRMED],
            )
            settle(self._db, [one.message for one in steps])
        return steps


def _receipt(ids: dict[int, AccountId], row: Record) -> Receipt:
    _, key, uid, message, at, state, origin, allowed, not_before, *rest = row
    octets, sha256, words = rest
    return Receipt(
        ids[key],
        UniqueId(uid),
        MessageId(message),
        moment(at),
        DeletionState(state),
        Origin(origin),
        bool(allowed),
        moment(not_before),
        octets,
        Sha256(sha256) if sha256 else None,
        words,
    )
