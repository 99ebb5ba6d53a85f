"""A maildrop that was renumbered: saved messages get their new unique-ids.

The old line stays, as all lines do, and points to the same row. What was decided for
the old name holds for the new one; a deletion of what is not saved does not, for it
was meant for exactly the old one.

To be called inside a transaction.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from hudhud.archive.database import Database
from hudhud.archive.deletions import standings, write_down
from hudhud.archive.moments import micros
from hudhud.archive.newcomers import Newcomer, add_newcomers, drop_row
from hudhud.archive.states import settle
from hudhud.domain.identifiers import MessageId, UniqueId
from hudhud.domain.ledger import DeletionState

_SAVED_ROW = """
    SELECT l.id, l.message FROM ledger l JOIN message m ON m.id = l.message
    WHERE l.account = ? AND l.uid = ? AND m.saved = 1
"""
_UNSAVED_LINE = """
    SELECT l.message FROM ledger l LEFT JOIN message m ON m.id = l.message
    WHERE l.account = ? AND l.uid = ? AND coalesce(m.saved, 0) = 0
"""
_TAKE_OVER = """
    UPDATE ledger SET (message, saved_at, saved_octets, sha256, identity, verdict) =
        (SELECT message, saved_at, saved_octets, sha256, identity, verdict
         FROM ledger WHERE id = ?),
        failures = 0, removed_here = 0
    WHERE account = ? AND uid = ?
"""


def rebind(
    db: Database, key: int, pairs: Sequence[tuple[UniqueId, UniqueId]], at: datetime
) -> None:
    for old, new in pairs:
        saved = db.row(_SAVED_ROW, (key, old))
        if old == new or saved is None:
            continue
        former = _line_of(db, key, new, at)
        if former is None:
            continue
        line, message = saved
        db.run(_TAKE_OVER, (line, key, new))
        _move_deletion(db, key, old, new, at)
        drop_row(db, former)
        settle(db, [message])


def _line_of(db: Database, key: int, uid: UniqueId, at: datetime) -> MessageId | None:
    """The row that the new name has so far; None where that is saved itself."""
    known = db.row("SELECT 1 FROM ledger WHERE account = ? AND uid = ?", (key, uid))
    if known is None:
        add_newcomers(db, key, [Newcomer(uid, None)], micros(at))
    row = db.row(_UNSAVED_LINE, (key, uid))
    return MessageId(row[0]) if row else None


def _move_deletion(
    db: Database, key: int, old: UniqueId, new: UniqueId, at: datetime
) -> None:
    was, now = standings(db, key, [old, new])
    if was.state != DeletionState.WANTED:
        return
    follows = replace(
        now,
        state=was.state,
        origin=was.origin,
        not_before=was.not_before,
        unsaved_allowed=False,
    )
    write_down(db, key, [was.moved(DeletionState.CANCELLED), follows], at)
