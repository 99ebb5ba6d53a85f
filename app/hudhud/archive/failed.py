"""Messages that could not be saved: counted, and set aside before they stop others."""

from collections.abc import Sequence
from datetime import datetime

from hudhud.archive import tally
from hudhud.archive.database import Database
from hudhud.archive.moments import micros
from hudhud.archive.newcomers import Newcomer, add_newcomers
from hudhud.archive.summaries import storable
from hudhud.domain.identifiers import UniqueId

TRIES = 2

_MARK = "UPDATE message SET set_aside = ? WHERE id = ? AND set_aside <> ?"


def record_failure(
    db: Database, key: int, uid: UniqueId, reason: str, at: datetime
) -> int:
    """Gives how often it has failed by now."""
    now = micros(at)
    line = _failures(db, key, uid)
    if line is None:
        add_newcomers(db, key, [Newcomer(uid, None)], now)
        line = _failures(db, key, uid)
        assert line is not None
    message, failures = line[0], line[1] + 1
    db.run(
        "UPDATE ledger SET failures = ? WHERE account = ? AND uid = ?",
        (failures, key, uid),
    )
    db.run(
        "INSERT INTO failure (account, uid, at, reason) VALUES (?, ?, ?, ?)",
        (key, uid, now, storable(reason)),
    )
    _set_aside(db, message, failures >= TRIES)
    return failures


def reset_failures(db: Database, key: int, uids: Sequence[UniqueId]) -> None:
    for uid in uids:
        line = _failures(db, key, uid)
        if line is not None:
            db.run(
                "UPDATE ledger SET failures = 0 WHERE account = ? AND uid = ?",
                (key, uid),
            )
            _set_aside(db, line[0], False)


def _failures(db: Database, key: int, uid: UniqueId) -> tuple[int, int] | None:
    row = db.row(
        "SELECT message, failures FROM ledger WHERE account = ? AND uid = ?",
        (key, uid),
    )
    return (row[0], row[1]) if row else None


def _set_aside(db: Database, message: int, is_set_aside: bool) -> None:
    row = db.row(
        "SELECT account, state, saved, read FROM message WHERE id = ?", (message,)
    )
    if row is None or not db.run(_MARK, (is_set_aside, message, is_set_aside)):
        return
    account, state, saved, read = row
    tally.change(
        db,
        [(account, state, saved, read, int(not is_set_aside))],
        [(account, state, saved, read, int(is_set_aside))],
    )
