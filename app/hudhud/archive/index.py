"""Finding messages by their words.

Words come in after the commit, from a queue: `pending` says whose are missing, somebody
reads those messages, and `put` takes the words. A query and the index see every word
through the same `normalise.py`.
"""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from math import isqrt

from hudhud.archive import tally
from hudhud.archive.database import Database
from hudhud.archive.matching import BEGINNING, IN_EVERY, match_text
from hudhud.archive.normalise import VERSION, normalise
from hudhud.archive.query import parse_query
from hudhud.archive.summaries import columns, storable
from hudhud.domain.identifiers import MessageId
from hudhud.domain.messages import Summary

_PUT = """
    INSERT OR REPLACE INTO words (rowid, sender, recipients, subject, body, files)
    VALUES (?, ?, ?, ?, ?, ?)
"""
_TAKE_OFF = """
    DELETE FROM index_queue WHERE message = ?1 AND (?2 IS NULL OR turn = ?2)
"""
# The whole message has been read: what it says goes before what its header said.
_FILL_ROW = """
    UPDATE message SET
        attachments = ?, sender_name = ?, sender_address = ?, subject = ?,
        sender_key = ?, subject_key = ?, recipients = ?, message_id = ?, thread = ?,
        preview = ?
    WHERE id = ?
"""
_PENDING = """
    SELECT message, turn FROM index_queue WHERE whole = 1 ORDER BY message DESC LIMIT ?
"""
_PENDING_ROWS = """
    SELECT q.message, q.turn, m.sender_name || ' ' || m.sender_address, m.recipients,
           m.subject, m.preview
    FROM index_queue q JOIN message m ON m.id = q.message
    WHERE q.whole = 0 ORDER BY q.message DESC LIMIT ?
"""
_FOUND = """
    SELECT m.id FROM words JOIN message m ON m.id = words.rowid
    WHERE words MATCH ? ORDER BY m.date DESC, m.id DESC
"""
_FIRST_FOUND = """
    SELECT m.id FROM words JOIN message m ON m.id = words.rowid
    WHERE words MATCH ? ORDER BY m.date DESC, m.id DESC LIMIT ?
"""

_AT_MOST = """
    SELECT count(*) FROM (SELECT 1 FROM words WHERE words MATCH ? LIMIT ?)
"""
_AMONG_NEWEST = """
    SELECT id FROM (
        SELECT id, date FROM message INDEXED BY message_by_date
        ORDER BY date DESC, id DESC LIMIT ?1
    )
    WHERE EXISTS (SELECT 1 FROM words WHERE words MATCH ?2 AND rowid = id)
    ORDER BY date DESC, id DESC LIMIT ?3
"""
# Measured: to ask the index about one row takes as long as to sort so many by date.
ASKING_COST = 60

_IS_THERE = "SELECT id FROM message WHERE id = ?"

Words = tuple[int, str, str, str, str, str]
"""message, sender, recipients, subject, body, files"""


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """The words of one message. `summary`, where the whole message was read, makes its
    row complete: preview and attachments are not in a header block.
    """

    message: MessageId
    sender: str
    recipients: str
    subject: str
    body: str
    files: str
    summary: Summary | None


class Index:
    def __init__(self, db: Database) -> None:
        self._db = db
        self._turns: dict[int, int] = {}

    def pending(self, limit: int) -> list[MessageId]:
        """Saved messages whose words are missing, the newest first."""
        found = self._db.rows(_PENDING, (limit,))
        self._turns.update((message, turn) for message, turn in found)
        return [MessageId(message) for message, _ in found]

    def put(self, entries: Sequence[IndexEntry]) -> None:
        """Take the words of these messages, in one transaction.

        One that was stored anew since it was pending stays pending.
        """
        words = [
            (e.message, e.sender, e.recipients, e.subject, e.body, e.files)
            for e in entries
        ]
        turns = [self._turns.pop(e.message, None) for e in entries]
        self._write(words, turns, entries)

    def put_peeked(self, limit: int) -> int:
        """Take the words of rows that are not saved, from the rows themselves.

        Gives how many were taken; fewer than `limit` means that there are no more.
        """
        found = self._db.rows(_PENDING_ROWS, (limit,))
        if found:
            words: list[Words] = [
                (message, sender, recipients, subject, preview, "")
                for message, _, sender, recipients, subject, preview in found
            ]
            self._write(words, [row[1] for row in found], ())
        return len(found)

    def search(
        self, query: str, limit: int | None = None, *, typing: bool = False
    ) -> "array[int]":
        """The rows that match, the newest first; none for a query without words.

        `typing`: the last word is still being typed, so it is a beginning.
        """
        parsed = parse_query(query, typing=typing)
        wanted = None if parsed is None else match_text(parsed)
        if wanted is None:
            return array("q")
        if limit is None:
            return self._db.ids(_FOUND, (wanted,))
        return self._newest(wanted, limit)

    def rebuild(self) -> None:
        """Forget all words and put every message in the queue again."""
        with self._db.transaction():
            self._db.run("INSERT INTO words (words) VALUES ('delete-all')")
            self._db.run(
                "INSERT OR REPLACE INTO index_queue (message, whole, turn)"
                " SELECT id, saved, 1 FROM message"
                " WHERE saved = 1 OR sender_address <> '' OR subject <> ''"
            )
            self._db.run(
                "INSERT OR REPLACE INTO setting (name, value) VALUES ('normaliser', ?)",
                (str(VERSION),),
            )

    def rebuild_if_outdated(self) -> None:
        """Words that were normalised by other rules would not be found."""
        if self._db.row("SELECT value FROM setting WHERE name = 'normaliser'") != (
            str(VERSION),
        ):
            self.rebuild()

    def _newest(self, wanted: str, limit: int) -> "array[int]":
        """The newest of very many are soon met when the newest messages are asked one
        by one; few are sooner found and sorted, and so are beginnings of words, which
        take long to ask for.
        """
        count = sum(tally.kept(self._db).values())
        many = isqrt(ASKING_COST * limit * count) + 1
        with self._db.snapshot():
            [(found,)] = self._db.rows(_AT_MOST, (wanted, many))
            if found == many and BEGINNING not in wanted:
                asked = 2 * limit * count // many
                newest = self._db.ids(_AMONG_NEWEST, (asked, wanted, limit))
                if len(newest) == limit:
                    return newest
            return self._db.ids(_FIRST_FOUND, (wanted, limit))

    def _write(
        self,
        words: Sequence[Words],
        turns: Sequence[int | None],
        entries: Sequence[IndexEntry],
    ) -> None:
        normalised = [_normalised(*one) for one in words]
        summaries = [
            (*columns(e.summary, 0)[1:], e.message)
            for e in entries
            if e.summary is not None
        ]
        with self._db.transaction():
            ids = [(one[0],) for one in words]
            there = {row[0] for row in self._db.each(_IS_THERE, ids)}
            self._db.run_each(_PUT, [one for one in normalised if one[0] in there])
            self._db.run_each(
                _TAKE_OFF,
                [(one[0], turn) for one, turn in zip(words, turns, strict=True)],
            )
            self._db.run_each(_FILL_ROW, summaries)


def _normalised(
    message: int, sender: str, recipients: str, subject: str, body: str, files: str
) -> Words:
    return (
        message,
        normalise(storable(sender)),
        normalise(storable(recipients)),
        normalise(storable(subject)),
        normalise(storable(body)),
        f"{normalise(storable(files))} {IN_EVERY}",
    )
