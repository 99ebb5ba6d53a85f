"""Reading everything back: the file's own structure, and the hash of every message."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass

import apsw

from hudhud.archive.codec import Codec
from hudhud.archive.contents import is_whole, stored_content
from hudhud.archive.database import Database
from hudhud.archive.errors import ArchiveDamaged
from hudhud.domain.identifiers import MessageId

Progress = Callable[[int, int], None]
"""Contents done, of how many."""

WHOLE_FILE = [("ok",)]


@dataclass(frozen=True, slots=True)
class Verification:
    """`messages` and `octets` count distinct contents that were read.

    `damaged` are all the rows they belong to; `integrity` is what SQLite complains of.
    `complete` is false where it was stopped; `ok` then speaks of what was read.
    """

    messages: int
    octets: int
    damaged: tuple[MessageId, ...]
    integrity: tuple[str, ...]
    complete: bool

    @property
    def ok(self) -> bool:
        return not self.damaged and not self.integrity


class Checkup:
    def __init__(self, db: Database, codec: Codec) -> None:
        self._db = db
        self._codec = codec

    def verify(
        self, progress: Progress | None, stopped: Callable[[], bool]
    ) -> Verification:
        """Takes as long as reading the whole file does; nothing is changed.

        It reads through a connection of its own, as proofs do.
        """
        with closing(Database(self._db.path, read_only=True)) as db:
            integrity = _integrity(db, stopped)
            if integrity is None:
                return Verification(0, 0, (), (), complete=False)
            return self._read_all(db, integrity, progress, stopped)

    def _read_all(
        self,
        db: Database,
        integrity: tuple[str, ...],
        progress: Progress | None,
        stopped: Callable[[], bool],
    ) -> Verification:
        contents = db.ids("SELECT id FROM content WHERE sha256 IS NOT NULL")
        damaged: list[int] = []
        octets = done = 0
        for done, content in enumerate(contents, start=1):
            found = self._octets_if_whole(db, content)
            octets += found or 0
            if found is None:
                damaged.append(content)
            if progress is not None:
                progress(done, len(contents))
            if stopped():
                break
        rows = _rows_of(db, damaged) + _rows_without_content(db)
        return Verification(done, octets, rows, integrity, done == len(contents))

    def _octets_if_whole(self, db: Database, content: int) -> int | None:
        try:
            stored = stored_content(db, content)
        except ArchiveDamaged:
            return None
        if stored is None or not is_whole(db, self._codec, stored):
            return None
        return stored.octets


def _rows_of(db: Database, contents: list[int]) -> tuple[MessageId, ...]:
    rows = db.each(
        "SELECT id FROM message WHERE content = ?", [(one,) for one in contents]
    )
    return tuple(MessageId(row[0]) for row in rows)


def _rows_without_content(db: Database) -> tuple[MessageId, ...]:
    found = db.ids(
        "SELECT id FROM message WHERE content IS NOT NULL AND NOT EXISTS"
        " (SELECT 1 FROM content WHERE content.id = message.content)"
    )
    return tuple(map(MessageId, found))


def _integrity(db: Database, stopped: Callable[[], bool]) -> tuple[str, ...] | None:
    """What SQLite finds wrong with the file; None where it was stopped."""
    db.ask_while_running(stopped)
    try:
        found = db.rows("PRAGMA integrity_check")
    except ArchiveDamaged as damage:
        return (damage.detail,)
    except apsw.InterruptError:
        return None
    finally:
        db.ask_while_running(None)
    return () if found == WHOLE_FILE else tuple(str(row[0]) for row in found)
