"""Rows for lists: which there are and in what order, and what each of them shows.

A list asks for all numbers once, and for pages of what is seen. Every view is answered
by the index over dates alone; other orders sort that answer.
"""

from array import array
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import compress
from types import MappingProxyType

from hudhud.archive import tally
from hudhud.archive.accounts import account_ids, known_key
from hudhud.archive.database import Database, Record
from hudhud.archive.moments import moment
from hudhud.archive.states import CODES, STATES
from hudhud.domain.identifiers import AccountId, MessageId, UniqueId
from hudhud.domain.messages import Correspondent, MessageRow, State
from hudhud.domain.retention import Verdict


class ViewKind(Enum):
    ALL = auto()
    WAITING = auto()
    SAVED = auto()
    TO_BE_DELETED = auto()
    SET_ASIDE = auto()


class Order(Enum):
    DATE = auto()
    SENDER = auto()
    SUBJECT = auto()
    SIZE = auto()


@dataclass(frozen=True, slots=True)
class View:
    """`account` None is all accounts. Saved are also saved ones that wait to be
    deleted from their server.
    """

    account: AccountId | None = None
    kind: ViewKind = ViewKind.ALL
    unread_only: bool = False
    order: Order = Order.DATE
    descending: bool = True


@dataclass(frozen=True, slots=True)
class Counts:
    """How many rows each view has; `unread` is of them all."""

    all: int = 0
    waiting: int = 0
    saved: int = 0
    to_be_deleted: int = 0
    set_aside: int = 0
    unread: int = 0


_BY_DATE = MappingProxyType(
    {
        True: """
            SELECT id FROM message INDEXED BY message_by_date
            ORDER BY date DESC, id DESC
        """,
        False: """
            SELECT id FROM message INDEXED BY message_by_date ORDER BY date, id
        """,
    }
)
# Each of account, state, saved and read may be NULL: any.
_SOME_BY_DATE = MappingProxyType(
    {
        True: """
            SELECT id FROM message INDEXED BY message_by_date
            WHERE (?1 IS NULL OR account = ?1) AND (?2 IS NULL OR state = ?2)
              AND (?3 IS NULL OR saved = ?3) AND (?4 IS NULL OR read = ?4)
            ORDER BY date DESC, id DESC
        """,
        False: """
            SELECT id FROM message INDEXED BY message_by_date
            WHERE (?1 IS NULL OR account = ?1) AND (?2 IS NULL OR state = ?2)
              AND (?3 IS NULL OR saved = ?3) AND (?4 IS NULL OR read = ?4)
            ORDER BY date, id
        """,
    }
)
_SET_ASIDE = MappingProxyType(
    {
        True: """
            SELECT id FROM message INDEXED BY message_set_aside
            WHERE set_aside = 1 AND (?1 IS NULL OR account = ?1)
              AND (?2 IS NULL OR read = ?2)
            ORDER BY date DESC, id DESC
        """,
        False: """
            SELECT id FROM message INDEXED BY message_set_aside
            WHERE set_aside = 1 AND (?1 IS NULL OR account = ?1)
              AND (?2 IS NULL OR read = ?2)
            ORDER BY date, id
        """,
    }
)
_IN_ORDER = MappingProxyType(
    {
        (Order.SENDER, False): """
            SELECT id FROM message INDEXED BY message_by_sender
            WHERE ?1 IS NULL OR account = ?1 ORDER BY sender_key, id DESC
        """,
        (Order.SENDER, True): """
            SELECT id FROM message INDEXED BY message_by_sender
            WHERE ?1 IS NULL OR account = ?1 ORDER BY sender_key DESC, id
        """,
        (Order.SUBJECT, False): """
            SELECT id FROM message INDEXED BY message_by_subject
            WHERE ?1 IS NULL OR account = ?1 ORDER BY subject_key, id DESC
        """,
        (Order.SUBJECT, True): """
            SELECT id FROM message INDEXED BY message_by_subject
            WHERE ?1 IS NULL OR account = ?1 ORDER BY subject_key DESC, id
        """,
        (Order.SIZE, False): """
            SELECT id FROM message INDEXED BY message_by_size
            WHERE ?1 IS NULL OR account = ?1 ORDER BY octets, id DESC
        """,
        (Order.SIZE, True): """
            SELECT id FROM message INDEXED BY message_by_size
            WHERE ?1 IS NULL OR account = ?1 ORDER BY octets DESC, id
        """,
    }
)
# State and saved that each kind asks for.
_ASKS_FOR = MappingProxyType(
    {
        ViewKind.ALL: (None, None),
        ViewKind.WAITING: (CODES[State.ON_SERVER], None),
        ViewKind.SAVED: (None, 1),
        ViewKind.TO_BE_DELETED: (CODES[State.TO_BE_DELETED], None),
    }
)
_ROW = """
    SELECT m.id, m.account, m.uid, m.state, m.sender_name, m.sender_address, m.subject,
           m.preview, m.date, m.octets, m.attachments, m.saved, m.read, m.starred,
           l.verdict, m.set_aside
    FROM message m LEFT JOIN ledger l ON l.account = m.account AND l.uid = m.uid
    WHERE m.id = ?
"""
_MARK_READ = "UPDATE message SET read = ? WHERE id = ?"
_KIND_TO_MARK = """
    SELECT id, account, state, saved, read, set_aside FROM message
    WHERE id = ? AND read <> ?
"""


class Rows:
    def __init__(self, db: Database) -> None:
        self._db = db
        self._accounts: dict[int, AccountId] = {}

    def row(self, message: MessageId) -> MessageRow | None:
        found = self.page([message])
        return found[0] if found else None

    def page(self, ids: Sequence[int]) -> list[MessageRow]:
        """In the order of `ids`; those that are gone are left out."""
        found = self._db.each(_ROW, [(one,) for one in ids])
        if any(row[1] not in self._accounts for row in found):
            self._accounts = account_ids(self._db)
        return [self._message_row(row) for row in found]

    def by_uid(self, account: AccountId, uid: UniqueId) -> MessageRow | None:
        found = self._db.row(
            "SELECT message FROM ledger WHERE account = ? AND uid = ?",
            (known_key(self._db, account), uid),
        )
        return self.row(found[0]) if found else None

    def ids(self, view: View) -> "array[int]":
        """The numbers of all its rows, in its order."""
        key = None
        if view.account is not None:
            key = known_key(self._db, view.account)
            if key is None:
                return array("q")
        if view.order is Order.DATE:
            return self._by_date(view, key)
        with self._db.snapshot():
            ordered = self._db.ids(_IN_ORDER[view.order, view.descending], (key,))
            if view.kind is ViewKind.ALL and not view.unread_only:
                return ordered
            return _only(ordered, self._by_date(view, key))

    def counts(self) -> dict[AccountId | None, Counts]:
        """Of each account that has rows, and under None of all of them together."""
        kinds = tally.kept(self._db)
        ids = account_ids(self._db)
        counts: dict[AccountId | None, Counts] = {None: _counts(kinds)}
        for key in {kind[0] for kind in kinds}:
            own = {kind: number for kind, number in kinds.items() if kind[0] == key}
            counts[ids[key]] = _counts(own)
        return counts

    def mark_read(self, ids: Iterable[int], read: bool) -> None:
        with self._db.transaction():
            found = self._db.each(_KIND_TO_MARK, [(one, read) for one in ids])
            self._db.run_each(_MARK_READ, [(read, row[0]) for row in found])
            tally.change(
                self._db,
                [(key, s, v, r, a) for _, key, s, v, r, a in found],
                [(key, s, v, int(read), a) for _, key, s, v, _, a in found],
            )

    def star(self, ids: Iterable[int], starred: bool) -> None:
        with self._db.transaction():
            self._db.run_each(
                "UPDATE message SET starred = ? WHERE id = ? AND starred <> ?",
                [(starred, one, starred) for one in ids],
            )

    def _by_date(self, view: View, key: int | None) -> "array[int]":
        read = 0 if view.unread_only else None
        if view.kind is ViewKind.SET_ASIDE:
            return self._db.ids(_SET_ASIDE[view.descending], (key, read))
        asked = (key, *_ASKS_FOR[view.kind], read)
        if asked == (None, None, None, None):
            return self._db.ids(_BY_DATE[view.descending])
        return self._db.ids(_SOME_BY_DATE[view.descending], asked)

    def _message_row(self, row: Record) -> MessageRow:
        message, key, uid, state, name, address, subject, preview, date = row[:9]
        octets, attachments, saved, read, starred, verdict, set_aside = row[9:]
        return MessageRow(
            message,
            self._accounts[key],
            uid,
            STATES[state],
            Correspondent(name, address) if name or address else None,
            subject,
            preview,
            moment(date),
            octets,
            attachments,
            saved == 1,
            read == 1,
            starred == 1,
            None if verdict is None else Verdict(verdict),
            set_aside == 1,
        )


def _only(ordered: "array[int]", wanted: "array[int]") -> "array[int]":
    """An octet for each number there may be: a set of a million takes four times as
    long.
    """
    marks = bytearray(max(ordered, default=0) + 1)
    for one in wanted:
        marks[one] = 1
    return array("q", compress(ordered, map(marks.__getitem__, ordered)))


def _counts(kinds: dict[tally.Kind, int]) -> Counts:
    waiting, pending = CODES[State.ON_SERVER], CODES[State.TO_BE_DELETED]

    def number(is_meant: Callable[[tally.Kind], bool]) -> int:
        return sum(count for kind, count in kinds.items() if is_meant(kind))

    return Counts(
        all=number(lambda kind: True),
        waiting=number(lambda kind: kind[1] == waiting),
        saved=number(lambda kind: kind[2] == 1),
        to_be_deleted=number(lambda kind: kind[1] == pending),
        set_aside=number(lambda kind: kind[4] == 1),
        unread=number(lambda kind: kind[3] == 0),
    )
