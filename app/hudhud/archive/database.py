"""One connection to the archive's file: durable, checked, and speaking our errors.

A transaction never outlives the call that began it, and a read is always fetched
whole: an open cursor would be a transaction too.
"""

import sys
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import Any, NoReturn

import apsw

from hudhud.archive.errors import ArchiveUnwritable, translated
from hudhud.archive.files import sync_folder

# SQLite types its columns row by row, so only the statement tells what is in them.
Record = tuple[Any, ...]
Bindings = Sequence[Any]

BUSY_TIMEOUT_MS = 15_000

ON_BOTH = (("PRAGMA foreign_keys = ON", "PRAGMA foreign_keys", 1),)
FOR_WRITING = (
    ("PRAGMA page_size = 8192", None, None),
    ("PRAGMA journal_mode = WAL", "PRAGMA journal_mode", "wal"),
    # NORMAL would lose commits that were already answered for when the power fails.
    ("PRAGMA synchronous = FULL", "PRAGMA synchronous", 2),
    # Deleted words are overwritten wherever that costs no further page.
    ("PRAGMA secure_delete = FAST", "PRAGMA secure_delete", 2),
    ("PRAGMA cache_size = -16000", "PRAGMA cache_size", -16000),
    ("PRAGMA wal_autocheckpoint = 4000", "PRAGMA wal_autocheckpoint", 4000),
    ("PRAGMA journal_size_limit = 67108864", "PRAGMA journal_size_limit", 67108864),
)
# Plain fsync on macOS leaves the octets in the drive's own memory.
ON_MACOS = (
    ("PRAGMA fullfsync = ON", "PRAGMA fullfsync", 1),
    ("PRAGMA checkpoint_fullfsync = ON", "PRAGMA checkpoint_fullfsync", 1),
)
FOR_READING = (("PRAGMA query_only = ON", "PRAGMA query_only", 1),)


class Database:
    def __init__(self, path: Path, read_only: bool = False, vfs: str = "") -> None:
        """The file must be there. Raises ArchiveError."""
        self.path = path
        self.read_only = read_only
        self._names_are_lasting = read_only
        self._is_spoiled = False
        flags = apsw.SQLITE_OPEN_READONLY if read_only else apsw.SQLITE_OPEN_READWRITE
        try:
            self._db = apsw.Connection(str(path), flags=flags, vfs=vfs or None)
        except apsw.Error as error:
            raise translated(error) from error
        try:
            self._prepare()
        except BaseException:
            self._db.close()
            raise

    def close(self) -> None:
        self._db.close()

    @property
    def in_transaction(self) -> bool:
        return self._db.in_transaction

    def rows(self, sql: str, bindings: Bindings = ()) -> list[Record]:
        try:
            return self._db.execute(sql, bindings).fetchall()
        except apsw.Error as error:
            self._fail(error)

    def row(self, sql: str, bindings: Bindings = ()) -> Record | None:
        found = self.rows(sql, bindings)
        return found[0] if found else None

    def each(self, sql: str, all_bindings: Iterable[Bindings]) -> list[Record]:
        """What the statement finds for each of the bindings, one after the other."""
        with self.snapshot():
            try:
                return self._db.executemany(sql, all_bindings).fetchall()
            except apsw.Error as error:
                self._fail(error)

    def ids(self, sql: str, bindings: Bindings = ()) -> "array[int]":
        """The first column of all that is found; each row must have only one."""
        try:
            return array("q", chain.from_iterable(self._db.execute(sql, bindings)))
        except apsw.Error as error:
            self._fail(error)

    def run(self, sql: str, bindings: Bindings = ()) -> int:
        """Carry out one statement; gives how many rows it changed."""
        try:
            self._db.execute(sql, bindings).fetchall()
        except apsw.Error as error:
            self._fail(error)
        return self._db.changes()

    def run_each(self, sql: str, all_bindings: Iterable[Bindings]) -> None:
        try:
            self._db.executemany(sql, all_bindings)
        except apsw.Error as error:
            self._fail(error)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing, and on the disk before it ends. Raises ArchiveError."""
        if self._is_spoiled:
            raise ArchiveUnwritable("a write failed before; open the archive anew")
        self.run("BEGIN IMMEDIATE")
        try:
            yield
            self.run("COMMIT")
        except BaseException:
            # After a full disk or a failed write SQLite has already rolled back.
            if self._db.in_transaction:
                self.run("ROLLBACK")
            raise
        if not self._names_are_lasting:
            sync_folder(self.path.parent)
            self._names_are_lasting = True

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Several reads of one state of the file; quicker, too, than each by itself."""
        if self._db.in_transaction:
            yield
            return
        self.run("BEGIN")
        try:
            yield
        finally:
            if self._db.in_transaction:
                self.run("COMMIT")

    def ask_while_running(self, stopped: Callable[[], bool] | None) -> None:
        """Ask now and then while a statement runs; True raises apsw.InterruptError."""
        self._db.set_progress_handler(stopped, 20_000)

    def _prepare(self) -> None:
        self._db.set_busy_timeout(BUSY_TIMEOUT_MS)
        # Else a statement with a partial index near it is planned anew for every value
        # that is bound: ten microseconds a row.
        self._db.config(apsw.SQLITE_DBCONFIG_ENABLE_QPSG, 1)
        wanted = FOR_READING if self.read_only else FOR_WRITING
        if sys.platform == "darwin" and not self.read_only:
            wanted += ON_MACOS
        for order, question, answer in (*wanted, *ON_BOTH):
            # Fetched whole: some errors come only with the second step.
            self.rows(order)
            if question is not None and self.rows(question) != [(answer,)]:
                raise ArchiveUnwritable(f"the file system refuses: {order}")

    def _fail(self, error: apsw.Error) -> NoReturn:
        if isinstance(error, apsw.IOError):
            # The system may have dropped pages that were not written: what this
            # connection believes of its files is no longer to be trusted.
            self._is_spoiled = True
        raise translated(error, self._db.system_errno) from error
