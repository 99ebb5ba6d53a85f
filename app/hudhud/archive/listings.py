"""What a listing changes, and what it never does.

It is compared with what is known first, and only differences are written: a listing
with nothing new costs one look. A line that is gone stays a line; only its `listed`
changes, and so the state of its row. Deletions that were left open are decided here:
gone is confirmed, still there is wanted again.

To be called inside a transaction.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime

from hudhud.archive.database import Database
from hudhud.archive.deletions import Standing, left_open, standings, write_down
from hudhud.archive.moments import micros
from hudhud.archive.newcomers import Newcomer, add_newcomers
from hudhud.archive.states import settle
from hudhud.domain.identifiers import UniqueId
from hudhud.domain.ledger import DeletionState

Octets = Mapping[UniqueId, int | None]

_SET_OCTETS = "UPDATE ledger SET octets = ? WHERE account = ? AND uid = ?"
_SET_ROW_OCTETS = """
    UPDATE message SET octets = ?
    WHERE saved = 0 AND octets <> ?
      AND id = (SELECT message FROM ledger WHERE account = ? AND uid = ?)
"""
_SET_LISTED = "UPDATE ledger SET listed = ? WHERE account = ? AND uid = ?"
_MESSAGE = "SELECT message FROM ledger WHERE account = ? AND uid = ?"


def record_listing(db: Database, key: int, listed: Octets, at: datetime) -> None:
    before = _listed_before(db, key)
    came = [uid for uid in listed if uid not in before]
    went = [uid for uid in before if uid not in listed]
    known = _known(db, key, came)
    new = [Newcomer(uid, listed[uid]) for uid in came if uid not in known]
    if new:
        add_newcomers(db, key, new, micros(at))
    again = [uid for uid in came if uid in known]
    _write_octets(db, key, _resized(listed, before, again))
    db.run_each(_SET_LISTED, [(1, key, uid) for uid in again])
    db.run_each(_SET_LISTED, [(0, key, uid) for uid in went])
    decided = _decide(db, key, listed, at)
    changed = [known[uid] for uid in again]
    changed += [message for (message,) in db.each(_MESSAGE, [(key, u) for u in went])]
    settle(db, changed + [one.message for one in decided])


def _listed_before(db: Database, key: int) -> dict[UniqueId, int | None]:
    rows = db.rows(
        "SELECT uid, octets FROM ledger INDEXED BY ledger_listed"
        " WHERE account = ? AND listed = 1",
        (key,),
    )
    return {uid: octets for uid, octets in rows}


def _known(db: Database, key: int, uids: Sequence[UniqueId]) -> dict[UniqueId, int]:
    found = db.each(
        "SELECT uid, message FROM ledger WHERE account = ? AND uid = ?",
        [(key, uid) for uid in uids],
    )
    return {uid: message for uid, message in found}


def _resized(
    listed: Octets, before: Octets, again: Sequence[UniqueId]
) -> list[tuple[int, UniqueId]]:
    """A size that is not given now stays as it was."""
    if listed == before:
        return []
    unknown = dict.fromkeys(again)
    return [
        (octets, uid)
        for uid, octets in listed.items()
        if octets is not None
        and (uid in unknown or (uid in before and before[uid] != octets))
    ]


def _write_octets(
    db: Database, key: int, resized: Sequence[tuple[int, UniqueId]]
) -> None:
    db.run_each(_SET_OCTETS, [(octets, key, uid) for octets, uid in resized])
    db.run_each(
        _SET_ROW_OCTETS, [(octets, octets, key, uid) for octets, uid in resized]
    )


def _decide(db: Database, key: int, listed: Octets, at: datetime) -> list[Standing]:
    steps = [
        one.taken_back() if one.uid in listed else one.moved(DeletionState.CONFIRMED)
        for one in standings(db, key, left_open(db, key))
    ]
    write_down(db, key, steps, at)
    return steps
