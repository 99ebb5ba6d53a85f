"""Disks that are full, fail, or lie in ruins: said in sentences, and nothing lost."""

import errno
import os
import subprocess
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import apsw
import pytest

from hudhud.archive.archive import ARCHIVE_FILE, Archive, open_archive
from hudhud.archive.database import Database
from hudhud.archive.errors import (
    ArchiveBusy,
    ArchiveDamaged,
    ArchiveError,
    ArchiveInUse,
    ArchiveUnwritable,
    DiskFull,
    translated,
    translated_os,
)
from hudhud.archive.files import sync_folder
from support.archiving import NOW, THOTH, arrival, list_them, store

FOUR_MEGABYTES = "size=4m"


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", FOUR_MEGABYTES, "tmpfs", str(folder)]
    if os.name != "posix" or os.geteuid() != 0:
        pytest.skip("a small disk can only be mounted by root")
    if subprocess.run(mount, check=False, capture_output=True).returncode != 0:
        pytest.skip("this system lets nobody mount a small disk")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def noise(n: int, octets: int) -> bytes:
    return os.urandom(octets - 4) + n.to_bytes(4, "big")


def fill(archive: Archive, octets: int) -> list[bytes]:
    """Store until the disk is full; gives what was acknowledged."""
    stored: list[bytes] = []
    with pytest.raises(DiskFull, match="no room left on the disk"):
        for n in range(10_000):
            body = noise(n, octets)
            store(archive, arrival(f"m{n}", body))
            stored.append(body)
    return stored


def test_a_full_disk_loses_nothing_that_was_acknowledged(small_disk: Path) -> None:
    ballast = small_disk / "ballast"
    ballast.write_bytes(bytes(500_000))
    with closing(open_archive(small_disk / "archive")) as archive:
        stored = fill(archive, 30_000)
        assert stored
        assert not archive.in_transaction
        assert len(archive.ledger.lines(THOTH)) == len(stored)
        ballast.unlink()
        [message] = store(archive, arrival("after", b"goes on"))
        assert archive.contents.read(message) == b"goes on"
    with closing(open_archive(small_disk / "archive", read_only=True)) as archive:
        ids = [line.message for line in archive.ledger.lines(THOTH).values()]
        bodies = [archive.contents.read(message) for message in ids]
        assert bodies == [*stored, b"goes on"]
        assert archive.checkup.verify(None, lambda: False).ok


def test_a_large_message_on_a_full_disk_is_given_up(small_disk: Path) -> None:
    with closing(open_archive(small_disk / "archive")) as archive:
        large = archive.intake.open_large()
        with pytest.raises(DiskFull):
            for _ in range(10):
                large.write(os.urandom(1_000_000))
        assert not archive.in_transaction
        large.abort()


class FailingFile(apsw.VFSFile):
    """A file of which the disk refuses one operation while `broken` says so."""

    def __init__(self, vfs: "FailingDisk", name: object, flags: list[int]) -> None:
        self._vfs = vfs
        super().__init__(vfs.base, name, flags)  # type: ignore[arg-type]

    def xSync(self, flags: int) -> None:
        if self._vfs.broken == "sync":
            raise apsw.IOError
        super().xSync(flags)

    def xWrite(self, data: object, offset: int) -> None:
        if self._vfs.broken == "write":
            raise apsw.IOError
        super().xWrite(data, offset)


class FailingDisk(apsw.VFS):
    def __init__(self, name: str) -> None:
        self.base = ""
        self.broken = ""
        super().__init__(name, self.base)

    def xOpen(self, name: object, flags: list[int]) -> FailingFile:
        return FailingFile(self, name, flags)


@pytest.mark.parametrize("broken", ["sync", "write"])
def test_a_failed_write_is_told_and_the_connection_is_done_with(
    folder: Path, broken: str
) -> None:
    open_archive(folder).close()
    disk = FailingDisk(f"failing-{broken}")
    db = Database(folder / ARCHIVE_FILE, vfs=f"failing-{broken}")
    archive = Archive(db)
    store(archive, arrival("before", b"octets"))
    disk.broken = broken
    with pytest.raises(ArchiveUnwritable, match="check the disk"):
        store(archive, arrival("lost"))
    assert not archive.in_transaction
    disk.broken = ""
    with pytest.raises(ArchiveUnwritable) as refused:
        store(archive, arrival("after"))
    assert "open the archive anew" in refused.value.detail
    archive.close()
    disk.unregister()
    with closing(open_archive(folder)) as again:
        assert "before" in again.ledger.lines(THOTH)
        assert again.checkup.verify(None, lambda: False).ok
        assert store(again, arrival("after"))


def test_the_folder_is_made_lasting_after_the_first_commit(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(open_archive(folder)) as archive:
        synced: list[Path] = []
        monkeypatch.setattr("hudhud.archive.database.sync_folder", synced.append)
        db = Database(folder / ARCHIVE_FILE)
        other = Archive(db)
        store(other, arrival("a"))
        store(other, arrival("b"))
        other.close()
        assert synced == [folder]
        assert len(archive.ledger.lines(THOTH)) == 2


def test_a_folder_that_cannot_be_synced_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ArchiveUnwritable):
        sync_folder(tmp_path / "absent")


@pytest.mark.parametrize(
    ("raised", "kind"),
    [
        (apsw.FullError("x"), DiskFull),
        (apsw.IOError("x"), ArchiveUnwritable),
        (apsw.ReadOnlyError("x"), ArchiveUnwritable),
        (apsw.CantOpenError("x"), ArchiveUnwritable),
        (apsw.BusyError("x"), ArchiveBusy),
        (apsw.NotADBError("x"), ArchiveDamaged),
        (apsw.CorruptError("x"), ArchiveDamaged),
    ],
)
def test_failures_of_the_disk_become_sentences(
    raised: apsw.Error, kind: type[ArchiveError]
) -> None:
    error = translated(raised)
    assert type(error) is kind
    assert isinstance(error, ArchiveError)
    assert error.detail == "x"
    assert str(error).endswith(".")


def test_a_fault_of_ours_stays_what_it_is() -> None:
    fault = apsw.SQLError("syntax")
    assert translated(fault) is fault


def test_no_room_behind_another_error_is_still_no_room() -> None:
    assert type(translated(apsw.IOError("shm"), errno.ENOSPC)) is DiskFull
    assert type(translated_os(OSError(errno.ENOSPC, "x"))) is DiskFull
    assert type(translated_os(OSError(errno.EACCES, "x"))) is ArchiveUnwritable


def test_without_a_known_holder_the_sentence_names_none() -> None:
    assert str(ArchiveInUse()) == "Hudhud is already open with this archive."


def test_a_writer_that_waits_too_long_is_told(
    archive: Archive, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    list_them(archive, ["a"])
    monkeypatch.setattr("hudhud.archive.database.BUSY_TIMEOUT_MS", 20)
    with closing(Database(folder / ARCHIVE_FILE)) as db:
        other = Archive(db)
        with (
            closing(Database(folder / ARCHIVE_FILE)) as third,
            third.transaction(),
            pytest.raises(ArchiveBusy),
        ):
            other.intake.store([arrival("b")], NOW)
        assert store(other, arrival("b"))
