"""Unique-ids that the ledger has not seen: their lines, and rows still without words.

To be called inside a transaction.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from hudhud.archive import tally
from hudhud.archive.database import Database
from hudhud.archive.states import CODES
from hudhud.domain.identifiers import MessageId, UniqueId
from hudhud.domain.messages import State

_ON_SERVER = CODES[State.ON_SERVER]
_NOT_LISTED = CODES[State.NOT_LISTED]

_ADD_ROW = """
    INSERT INTO message (id, account, uid, state, saved, date, octets)
    VALUES (?, ?, ?, 1, 0, ?, ?)
"""
_ADD_LINE = """
    INSERT INTO ledger (account, uid, message, octets, listed, first_seen)
    VALUES (?, ?, ?, ?, 1, ?)
"""


_ADD_BARE_ROW = """
    INSERT INTO message (id, account, uid, state, saved, date, octets)
    VALUES (?, ?, ?, 6, 0, ?, 0)
"""


@dataclass(frozen=True, slots=True)
class Newcomer:
    uid: UniqueId
    octets: int | None


def add_newcomers(
    db: Database, key: int, newcomers: Sequence[Newcomer], now: int
) -> None:
    """Each gets a listed line, and a row of its own dated now."""
    first = next_message(db)
    db.run_each(
        _ADD_ROW,
        [
            (message, key, one.uid, now, one.octets or 0)
            for message, one in enumerate(newcomers, start=first)
        ],
    )
    db.run_each(
        _ADD_LINE,
        [
            (key, one.uid, message, one.octets, now)
            for message, one in enumerate(newcomers, start=first)
        ],
    )
    tally.change(db, (), [(key, _ON_SERVER, 0, 0, 0)] * len(newcomers))


def next_message(db: Database) -> MessageId:
    """A number that no row ever had."""
    row = db.row("SELECT seq FROM sqlite_sequence WHERE name = 'message'")
    return MessageId(row[0] + 1 if row else 1)


def add_bare_row(db: Database, name: tuple[int, str], now: int) -> MessageId:
    """A row for the account key and unique-id, to which no ledger line points yet."""
    message = next_message(db)
    db.run(_ADD_BARE_ROW, (message, *name, now))
    tally.change(db, (), [(name[0], _NOT_LISTED, 0, 0, 0)])
    return message


def drop_row(db: Database, message: MessageId) -> None:
    """Forget an unsaved row whose unique-id another row has taken over."""
    row = db.row(
        "SELECT account, state, saved, read, set_aside FROM message"
        " WHERE id = ? AND saved = 0"
        " AND NOT EXISTS (SELECT 1 FROM ledger WHERE message = ?)",
        (message, message),
    )
    if row is None:
        return
    account, state, saved, read, set_aside = row
    db.run("DELETE FROM first_lines WHERE message = ?", (message,))
    db.run("DELETE FROM words WHERE rowid = ?", (message,))
    db.run("DELETE FROM message WHERE id = ?", (message,))
    tally.change(db, [(account, state, saved, read, set_aside)], ())
