"""Opening an archive: what is made, how it is kept, and what is refused."""

import os
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest

from hudhud.archive import archive as archive_module
from hudhud.archive.archive import ARCHIVE_FILE, open_archive
from hudhud.archive.database import Database
from hudhud.archive.errors import (
    ArchiveDamaged,
    ArchiveMissing,
    ArchiveTooNew,
    ArchiveUnwritable,
    DiskFull,
)
from hudhud.archive.lock import acquire_lock
from hudhud.archive.migrations import migrate
from support.archiving import arrival, store

posix_only = pytest.mark.skipif(os.name != "posix", reason="files have no modes here")


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@posix_only
def test_everything_is_private_from_the_first_write_whatever_the_umask(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "deep" / "archive"
    before = os.umask(0)
    try:
        lock = acquire_lock(folder)
        with closing(open_archive(folder)) as archive:
            store(archive, arrival("a"))
            modes = {path.name: mode(path) for path in folder.iterdir()}
    finally:
        os.umask(before)
    lock.release()
    assert modes == {
        "archive.db": 0o600,
        "archive.db-wal": 0o600,
        "archive.db-shm": 0o600,
        "archive.lock": 0o600,
    }
    assert (mode(folder), mode(folder.parent)) == (0o700, 0o700)


@posix_only
def test_what_was_wider_is_narrowed_when_opened(folder: Path) -> None:
    open_archive(folder).close()
    folder.chmod(0o755)
    (folder / ARCHIVE_FILE).chmod(0o644)
    open_archive(folder).close()
    assert (mode(folder), mode(folder / ARCHIVE_FILE)) == (0o700, 0o600)


def test_every_commit_waits_for_the_disk(folder: Path) -> None:
    open_archive(folder).close()
    with closing(Database(folder / ARCHIVE_FILE)) as db:
        asked = {
            "synchronous": db.rows("PRAGMA synchronous"),
            "journal_mode": db.rows("PRAGMA journal_mode"),
            "page_size": db.rows("PRAGMA page_size"),
            "foreign_keys": db.rows("PRAGMA foreign_keys"),
        }
    assert asked == {
        "synchronous": [(2,)],
        "journal_mode": [("wal",)],
        "page_size": [(8192,)],
        "foreign_keys": [(1,)],
    }


def test_a_setting_that_does_not_hold_is_noticed(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_archive(folder).close()
    real = Database.rows

    def weaker(self: Database, sql: str, bindings: object = ()) -> object:
        return [(1,)] if sql == "PRAGMA synchronous" else real(self, sql)

    monkeypatch.setattr(Database, "rows", weaker)
    with pytest.raises(ArchiveUnwritable) as refused:
        Database(folder / ARCHIVE_FILE)
    assert "synchronous" in refused.value.detail


def test_a_new_archive_is_not_used_before_its_name_is_on_the_disk(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path) -> None:
        raise DiskFull(str(path))

    monkeypatch.setattr(archive_module, "sync_folder", refuse)
    with pytest.raises(DiskFull):
        open_archive(folder)


def test_opening_again_finds_what_was_stored(folder: Path) -> None:
    with closing(open_archive(folder)) as archive:
        [message] = store(archive, arrival("a", b"octets"))
    with closing(open_archive(folder)) as archive:
        assert archive.contents.read(message) == b"octets"


def test_reading_needs_an_archive_that_is_there(folder: Path) -> None:
    with pytest.raises(ArchiveMissing, match="no archive in this folder"):
        open_archive(folder, read_only=True)


def test_reading_only_cannot_write(folder: Path) -> None:
    with closing(open_archive(folder)) as archive:
        [message] = store(archive, arrival("a", b"octets"))
    with closing(open_archive(folder, read_only=True)) as archive:
        assert archive.contents.read(message) == b"octets"
        with pytest.raises(ArchiveUnwritable):
            store(archive, arrival("b"))


def test_a_newer_archive_is_refused_with_a_sentence(folder: Path) -> None:
    open_archive(folder).close()
    with closing(sqlite3.connect(folder / ARCHIVE_FILE)) as other:
        other.execute("PRAGMA user_version = 999")
    with pytest.raises(ArchiveTooNew, match="newer Hudhud") as refused:
        open_archive(folder)
    assert "999" in refused.value.detail


def test_a_file_that_is_no_database_is_damaged_and_left_alone(folder: Path) -> None:
    folder.mkdir()
    (folder / ARCHIVE_FILE).write_bytes(b"not a database" * 1000)
    with pytest.raises(ArchiveDamaged, match="damaged"):
        open_archive(folder)
    assert (folder / ARCHIVE_FILE).read_bytes() == b"not a database" * 1000


def test_a_database_of_another_program_is_left_alone(folder: Path) -> None:
    folder.mkdir()
    with closing(sqlite3.connect(folder / ARCHIVE_FILE)) as other:
        other.execute("CREATE TABLE theirs (x)")
    with pytest.raises(ArchiveDamaged):
        open_archive(folder)
    with closing(sqlite3.connect(folder / ARCHIVE_FILE)) as other:
        names = other.execute("SELECT name FROM sqlite_schema").fetchall()
    assert names == [("theirs",)]


def test_migrating_twice_changes_nothing(folder: Path) -> None:
    open_archive(folder).close()
    with closing(Database(folder / ARCHIVE_FILE)) as db:
        before = db.rows("SELECT * FROM migration")
        migrate(db)
        assert db.rows("SELECT * FROM migration") == before
        assert [row[1] for row in before] == [
            "0001_archive.sql",
            "0002_correspondents.sql",
        ]


def test_a_failed_migration_leaves_nothing_behind(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.mkdir()
    path = folder / ARCHIVE_FILE
    path.touch()
    monkeypatch.setattr(
        "hudhud.archive.migrations._migrations",
        lambda: [(1, "0001_x.sql", "CREATE TABLE t (x); CREATE TABLE t (x);")],
    )
    with closing(Database(path)) as db:
        with pytest.raises(Exception, match="already exists"):
            migrate(db)
        assert db.rows("SELECT name FROM sqlite_schema") == []
        assert not db.in_transaction
