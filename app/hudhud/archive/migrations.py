"""Bringing an archive's file up to what this program knows.

Each numbered file in `schema` is applied once, in one transaction with its record.
"""

from collections.abc import Iterator
from importlib import resources

from hudhud.archive.database import Database
from hudhud.archive.errors import ArchiveDamaged, ArchiveMissing, ArchiveTooNew

APPLICATION_ID = 0x48554448


def migrate(db: Database) -> None:
    """Raises ArchiveTooNew for a file of a later program, ArchiveDamaged for one that
    is no archive.
    """
    known = list(_migrations())
    check_version(db, len(known))
    for number, name, statements in known:
        with db.transaction():
            if version(db) < number:
                db.rows(statements)
                db.run(
                    "INSERT INTO migration (number, name, applied_at)"
                    " VALUES (?, ?, unixepoch() * 1000000)",
                    (number, name),
                )


def check_readable(db: Database) -> None:
    """Raises ArchiveMissing where a writer has yet to bring the file up to date."""
    latest = len(list(_migrations()))
    check_version(db, latest)
    if version(db) < latest:
        raise ArchiveMissing("the file has to be opened for writing first")


def check_version(db: Database, latest: int) -> None:
    found = version(db)
    if found > latest:
        raise ArchiveTooNew(f"version {found}; known are versions up to {latest}")
    application = db.rows("PRAGMA application_id")[0][0]
    is_empty = not db.rows("SELECT 1 FROM sqlite_schema LIMIT 1")
    if application != APPLICATION_ID and not is_empty:
        raise ArchiveDamaged("the file is a database, but no archive")


def version(db: Database) -> int:
    number: int = db.rows("PRAGMA user_version")[0][0]
    return number


def _migrations() -> Iterator[tuple[int, str, str]]:
    folder = resources.files("hudhud.archive") / "schema"
    names = sorted(one.name for one in folder.iterdir() if one.name.endswith(".sql"))
    for number, name in enumerate(names, start=1):
        if int(name[:4]) != number:
            raise ValueError(f"migrations must be numbered without gaps: {name}")
        yield number, name, (folder / name).read_text(encoding="utf-8")
