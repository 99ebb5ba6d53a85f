"""Storing messages, inside one transaction: octets, row, ledger line, index queue.

The ordinary message has a line and a row since it was listed, and octets that were
never seen; those are written many at a time. What was saved before in any way is
looked at one by one, so that renumbered or refetched mail never doubles.
"""

from collections.abc import Sequence
from itertools import count
from typing import NamedTuple

from hudhud.archive import tally
from hudhud.archive.accounts import account_key
from hudhud.archive.database import Database
from hudhud.archive.large import complete, remove_unfinished
from hudhud.archive.newcomers import (
    Newcomer,
    add_bare_row,
    add_newcomers,
    drop_row,
)
from hudhud.archive.packing import Packed
from hudhud.archive.states import CODES, derive_state, settle
from hudhud.archive.summaries import columns
from hudhud.domain.identifiers import AccountId, MessageId, Sha256

_LINE = """
    SELECT l.id, l.message, l.listed, l.first_seen, l.deletion,
           m.state, m.saved, m.read, m.set_aside, m.content
    FROM ledger l LEFT JOIN message m ON m.id = l.message
    WHERE l.account = ? AND l.uid = ?
"""
_CONTENT = "SELECT sha256, id FROM content WHERE sha256 = ?"
_ADD_CONTENT = """
    INSERT INTO content (id, sha256, octets, codec, raw) VALUES (?, ?, ?, ?, ?)
"""
_ADD_CHUNK = "INSERT INTO content_chunk (content, n, octets, data) VALUES (?, ?, ?, ?)"
# A header block alone has no preview and counts no attachments: what is known stays.
_FILL_ROW = """
    UPDATE message SET
        content = ?, saved = 1, state = ?, octets = ?, set_aside = 0,
        date = ?, attachments = max(attachments, ?), sender_name = ?,
        sender_address = ?, subject = ?, sender_key = ?, subject_key = ?,
        recipients = ?, message_id = ?, thread = ?,
        preview = coalesce(nullif(?, ''), preview)
    WHERE id = ?
"""
_FILL_LINE = """
    UPDATE ledger SET saved_at = ?, saved_octets = ?, sha256 = ?, identity = ?,
                      octets = coalesce(?, octets), failures = 0, removed_here = 0
    WHERE id = ?
"""
_QUEUE = """
    INSERT INTO index_queue (message, whole, turn) VALUES (?, 1, 1)
    ON CONFLICT DO UPDATE SET whole = 1, turn = turn + 1
"""
# A row of this account with these octets that no listed unique-id points to.
_LEFT_ROW = """
    SELECT m.id FROM message m
    WHERE m.content = ? AND m.account = ? AND NOT EXISTS
        (SELECT 1 FROM ledger l WHERE l.message = m.id AND l.listed = 1)
    ORDER BY m.id LIMIT 1
"""


class Line(NamedTuple):
    """A ledger line and its row; all from `state` on are None where that is gone."""

    id: int
    message: MessageId
    listed: int
    first_seen: int
    deletion: str | None
    state: int
    saved: int | None
    read: int
    set_aside: int
    content: int | None


class Filling(NamedTuple):
    """An arrival, where it goes, and the number of its octets in `content`."""

    arrival: Packed
    line: Line
    content: int


class Storing:
    """The work of one transaction."""

    def __init__(self, db: Database, now: int) -> None:
        self._db = db
        self._now = now
        self._keys: dict[AccountId, int] = {}

    def store(self, arrivals: Sequence[Packed]) -> list[MessageId]:
        for account in dict.fromkeys(one.account for one in arrivals):
            self._keys[account] = account_key(self._db, account)
        lines = self._lines(arrivals)
        known = self._known_contents(arrivals)
        taken: set[MessageId] = set()
        ordinary: list[Filling] = []
        others: list[int] = []
        numbers = count(self._next_content())
        for n, (arrival, line) in enumerate(zip(arrivals, lines, strict=True)):
            if arrival.sha256 in known or line.saved != 0 or line.message in taken:
                others.append(n)
                continue
            known.add(arrival.sha256)
            taken.add(line.message)
            large = arrival.large
            number = next(numbers) if large is None else large.content
            ordinary.append(Filling(arrival, line, number))
        self._add_contents(ordinary)
        self._fill(ordinary)
        rows = [line.message for line in lines]
        for n in others:
            rows[n] = self._store_known(arrivals[n])
        return rows

    def _name(self, arrival: Packed) -> tuple[int, str]:
        return self._keys[arrival.account], arrival.uid

    def _lines(self, arrivals: Sequence[Packed]) -> list[Line]:
        names = [self._name(one) for one in arrivals]
        found = self._db.each(_LINE, names)
        if len(found) < len(names):
            # Stored without having been listed: as if it were listed now.
            for one in arrivals:
                if self._db.row(_LINE, self._name(one)) is None:
                    newcomer = Newcomer(one.uid, one.listed_octets)
                    key = self._keys[one.account]
                    add_newcomers(self._db, key, [newcomer], self._now)
            found = self._db.each(_LINE, names)
        return [Line._make(row) for row in found]

    def _known_contents(self, arrivals: Sequence[Packed]) -> set[Sha256]:
        found = self._db.each(_CONTENT, [(one.sha256,) for one in arrivals])
        return {Sha256(sha256) for sha256, _ in found}

    def _next_content(self) -> int:
        row = self._db.row("SELECT coalesce(max(id), 0) + 1 FROM content")
        assert row is not None
        number: int = row[0]
        return number

    def _add_contents(self, fillings: Sequence[Filling]) -> None:
        self._db.run_each(
            _ADD_CONTENT,
            [
                (f.content, f.arrival.sha256, f.arrival.octets)
                + (f.arrival.codec, f.arrival.raw)
                for f in fillings
                if f.arrival.large is None
            ],
        )
        self._db.run_each(
            _ADD_CHUNK,
            [
                (f.content, n, octets, data)
                for f in fillings
                for n, (octets, data) in enumerate(f.arrival.chunks)
            ],
        )
        for f in fillings:
            if f.arrival.large is not None:
                complete(self._db, f.arrival.large)

    def _fill(self, fillings: Sequence[Filling]) -> None:
        """Write rows, lines and queue; the contents are there."""
        states = [_state(f.line) for f in fillings]
        self._db.run_each(
            _FILL_ROW,
            [
                (f.content, state, f.arrival.octets)
                + columns(f.arrival.summary, f.line.first_seen)
                + (f.line.message,)
                for f, state in zip(fillings, states, strict=True)
            ],
        )
        self._db.run_each(
            _FILL_LINE,
            [
                (self._now, f.arrival.octets, f.arrival.sha256, f.arrival.identity)
                + (f.arrival.listed_octets, f.line.id)
                for f in fillings
            ],
        )
        rows = [(f.line.message,) for f in fillings]
        self._db.run_each(_QUEUE, rows)
        self._db.run_each("DELETE FROM first_lines WHERE message = ?", rows)
        self._count(fillings, states)

    def _count(self, fillings: Sequence[Filling], states: Sequence[int]) -> None:
        before: list[tally.Kind] = []
        after: list[tally.Kind] = []
        for f, state in zip(fillings, states, strict=True):
            key, line = self._keys[f.arrival.account], f.line
            before.append((key, line.state, 0, line.read, line.set_aside))
            after.append((key, state, 1, line.read, 0))
        tally.change(self._db, before, after)

    def _store_known(self, arrival: Packed) -> MessageId:
        """One whose octets were saved before, or whose name had other octets."""
        [line] = self._lines([arrival])
        content = self._content_of(arrival)
        if line.saved == 1 and line.content == content:
            return line.message
        left = self._db.row(_LEFT_ROW, (content, self._keys[arrival.account]))
        if left is not None:
            return self._take_over(arrival, line, MessageId(left[0]))
        if line.saved != 0:
            # What is saved is never overwritten: this copy gets a row of its own.
            self._move(line, add_bare_row(self._db, self._name(arrival), self._now))
            [line] = self._lines([arrival])
        self._fill([Filling(arrival, line, content)])
        return line.message

    def _content_of(self, arrival: Packed) -> int:
        """The number of its octets, which are added if they are not there."""
        row = self._db.row(_CONTENT, (arrival.sha256,))
        large = arrival.large
        if row is not None:
            if large is not None:
                remove_unfinished(self._db, large.content)
            number: int = row[1]
            return number
        content = self._next_content() if large is None else large.content
        self._add_contents([Filling(arrival, self._lines([arrival])[0], content)])
        return content

    def _take_over(self, arrival: Packed, line: Line, row: MessageId) -> MessageId:
        self._db.run_each(
            _FILL_LINE,
            [
                (self._now, arrival.octets, arrival.sha256, arrival.identity)
                + (arrival.listed_octets, line.id)
            ],
        )
        self._move(line, row)
        return row

    def _move(self, line: Line, row: MessageId) -> None:
        """Let the ledger line point to another row, and see to both."""
        self._db.run("UPDATE ledger SET message = ? WHERE id = ?", (row, line.id))
        drop_row(self._db, line.message)
        settle(self._db, [line.message, row])


def _state(line: Line) -> int:
    return CODES[derive_state(True, line.listed == 1, line.deletion)]
