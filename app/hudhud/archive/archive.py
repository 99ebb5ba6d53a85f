"""One archive, opened by one thread: the way to everything in this room.

A thread opens its own and closes it; connections are never shared. Whoever means to
write for long holds the lock of `lock.py` first; single decisions of one process, made
on two threads, wait for one another.
"""

from contextlib import closing, suppress
from pathlib import Path

from hudhud.archive.accounts import Accounts
from hudhud.archive.checkup import Checkup
from hudhud.archive.codec import Codec
from hudhud.archive.contents import Contents
from hudhud.archive.correspondents import Correspondents
from hudhud.archive.database import Database
from hudhud.archive.decisions import Decisions
from hudhud.archive.errors import ArchiveInUse, ArchiveMissing
from hudhud.archive.files import make_file, make_folder, sync_folder
from hudhud.archive.history import History
from hudhud.archive.index import Index
from hudhud.archive.intake import Intake
from hudhud.archive.journal import Journal
from hudhud.archive.ledger import Ledger
from hudhud.archive.lock import acquire_lock, is_held_here
from hudhud.archive.migrations import check_readable, migrate
from hudhud.archive.quirks import Quirks
from hudhud.archive.rows import Rows
from hudhud.archive.sweep import left_behind, sweep
from hudhud.archive.threads import Threads

ARCHIVE_FILE = "archive.db"


class Archive:
    def __init__(self, db: Database) -> None:
        self._db = db
        codec = Codec()
        self.accounts = Accounts(db)
        self.intake = Intake(db, codec)
        self.contents = Contents(db, codec)
        self.ledger = Ledger(db)
        self.decisions = Decisions(db)
        self.journal = Journal(db)
        self.rows = Rows(db)
        self.index = Index(db)
        self.history = History(db)
        self.quirks = Quirks(db)
        self.correspondents = Correspondents(db)
        self.threads = Threads(db)
        self.checkup = Checkup(db, codec)

    @property
    def in_transaction(self) -> bool:
        """Never true between two calls."""
        return self._db.in_transaction

    def close(self) -> None:
        self.intake.abandon_large()
        self._db.close()


def open_archive(folder: Path, *, read_only: bool = False) -> Archive:
    """Open the archive of this folder; a writer makes it where there is none.

    Raises ArchiveMissing, ArchiveTooNew, ArchiveDamaged, ArchiveUnwritable, DiskFull.
    """
    path = folder / ARCHIVE_FILE
    if read_only:
        return _opened_to_read(path)
    make_folder(folder)
    if make_file(path):
        _create(path)
    db = Database(path)
    try:
        migrate(db)
        _sweep(db, folder)
        archive = Archive(db)
        archive.index.rebuild_if_outdated()
    except BaseException:
        db.close()
        raise
    return archive


def _opened_to_read(path: Path) -> Archive:
    if not path.exists():
        raise ArchiveMissing(str(path))
    db = Database(path, read_only=True)
    try:
        check_readable(db)
    except BaseException:
        db.close()
        raise
    return Archive(db)


def _create(path: Path) -> None:
    """Closed once, so that all is in the file, before its name is made lasting."""
    with closing(Database(path)) as db:
        migrate(db)
    sync_folder(path.parent)


def _sweep(db: Database, folder: Path) -> None:
    """Remove what a killed process left half-done, if no living one may own it."""
    if not left_behind(db):
        return
    if is_held_here(folder):
        sweep(db)
        return
    with suppress(ArchiveInUse):
        lock = acquire_lock(folder)
        try:
            sweep(db)
        finally:
            lock.release()
