"""The steps of deletions: the journal's new line and the ledger's state, as one.

Everything here is to be called inside a transaction, and the caller settles the rows.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from hudhud.archive.database import Database
from hudhud.archive.moments import micros
from hudhud.domain.identifiers import MessageId, UniqueId
from hudhud.domain.ledger import DeletionState, Origin
from hudhud.domain.retention import Verdict

_STANDINGS = """
    SELECT l.id, l.uid, l.message, l.listed, coalesce(m.saved, 0), l.verdict,
           l.deletion, l.origin, l.unsaved_allowed, l.not_before,
           coalesce(l.saved_octets, l.octets), l.sha256
    FROM ledger l LEFT JOIN message m ON m.id = l.message
    WHERE l.account = ? AND l.uid = ?
"""
_LEFT_OPEN = """
    SELECT uid FROM ledger
    WHERE account = ? AND deletion IN ('sent', 'unknown')
"""
_SET_STATE = """
    UPDATE ledger SET deletion = ?, origin = ?, unsaved_allowed = ?, not_before = ?
    WHERE id = ?
"""
_WRITE_DOWN = """
    INSERT INTO journal (account, uid, message, at, state, origin, unsaved_allowed,
                         not_before, octets, sha256, server_words)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""


@dataclass(frozen=True, slots=True)
class Standing:
    """A ledger line, as far as deletions go. `saved`: its octets are here now."""

    line: int
    uid: UniqueId
    message: MessageId
    listed: bool
    saved: bool
    verdict: str | None
    state: str | None
    origin: str | None
    unsaved_allowed: bool
    not_before: int | None
    octets: int | None
    sha256: bytes | None

    def moved(self, state: DeletionState) -> "Standing":
        return replace(self, state=state)

    def wanted(
        self, origin: Origin, not_before: datetime, unsaved_allowed: bool
    ) -> "Standing":
        return replace(
            self,
            state=DeletionState.WANTED,
            origin=origin,
            unsaved_allowed=unsaved_allowed,
            not_before=micros(not_before),
        )

    def taken_back(self) -> "Standing":
        """Not deleted after all: wanted again, unless the person changed their mind."""
        by_policy = self.origin == Origin.POLICY and self.verdict is None
        by_person = self.verdict is not None and Verdict(self.verdict).deletes
        still = by_policy or by_person
        return self.moved(DeletionState.WANTED if still else DeletionState.CANCELLED)


def standings(db: Database, key: int, uids: Iterable[UniqueId]) -> list[Standing]:
    """Of those unique-ids that the ledger knows, in their order, each once."""
    found = db.each(_STANDINGS, [(key, uid) for uid in dict.fromkeys(uids)])
    return [Standing(*row) for row in found]


def left_open(db: Database, key: int) -> list[UniqueId]:
    """Sent, and no answer known: the next listing decides."""
    return [UniqueId(uid) for (uid,) in db.rows(_LEFT_OPEN, (key,))]


def write_down(
    db: Database,
    key: int,
    steps: Sequence[Standing],
    at: datetime,
    server_words: str = "",
) -> None:
    """Make each of these the latest step of its unique-id."""
    now = micros(at)
    db.run_each(
        _SET_STATE,
        [
            (_text(s.state), _text(s.origin), s.unsaved_allowed, s.not_before, s.line)
            for s in steps
        ],
    )
    db.run_each(
        _WRITE_DOWN,
        [
            (key, s.uid, s.message, now, _text(s.state), _text(s.origin))
            + (s.unsaved_allowed, s.not_before, s.octets, s.sha256, server_words)
            for s in steps
        ],
    )


def _text(name: str | None) -> str | None:
    return None if name is None else str(name)
