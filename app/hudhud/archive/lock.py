"""One process at a time writes to an archive; the system frees the lock of a dead one.

The lock file is never removed: two processes could then each lock one of their own.
It holds the number of the process that has the lock, for the sentence that refuses.
"""

import os
import sys
import time
from contextlib import suppress
from pathlib import Path

from hudhud.archive.errors import ArchiveInUse, translated_os
from hudhud.archive.files import make_file, make_folder

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

LOCK_FILE = "archive.lock"

# Whoever opens an archive may hold the lock for a moment, to sweep it.
TRIES = 5
BETWEEN_TRIES_S = 0.06

# Windows forbids others to read what is locked: lock an octet behind the number.
FAR_BEHIND = 1 << 20


class ArchiveLock:
    def __init__(self, number: int) -> None:
        self._number: int | None = number

    def release(self) -> None:
        if self._number is not None:
            os.truncate(self._number, 0)
            _unlock(self._number)
            os.close(self._number)
            self._number = None


def acquire_lock(folder: Path) -> ArchiveLock:
    """Raises ArchiveInUse where another process, or another lock of ours, holds it."""
    make_folder(folder)
    path = folder / LOCK_FILE
    make_file(path)
    try:
        number = os.open(path, os.O_RDWR)
    except OSError as error:
        raise translated_os(error) from error
    if not _locked_after_some_tries(number):
        pid = _written_pid(number)
        os.close(number)
        raise ArchiveInUse(pid)
    with suppress(OSError):
        # On a full disk nobody learns our number, and the lock holds all the same.
        os.truncate(number, 0)
        os.write(number, b"%d\n" % os.getpid())
    return ArchiveLock(number)


def is_held_here(folder: Path) -> bool:
    """True where this process holds the lock."""
    try:
        number = os.open(folder / LOCK_FILE, os.O_RDWR)
    except OSError:
        return False
    try:
        if _lock(number):
            _unlock(number)
            return False
        return _written_pid(number) == os.getpid()
    finally:
        os.close(number)


def _locked_after_some_tries(number: int) -> bool:
    for _ in range(TRIES):
        if _lock(number):
            return True
        time.sleep(BETWEEN_TRIES_S)
    return False


def _written_pid(number: int) -> int | None:
    os.lseek(number, 0, os.SEEK_SET)
    with suppress(ValueError, OSError):
        return int(os.read(number, 20))
    return None


if sys.platform == "win32":

    def _lock(number: int) -> bool:
        os.lseek(number, FAR_BEHIND, os.SEEK_SET)
        try:
            msvcrt.locking(number, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        finally:
            os.lseek(number, 0, os.SEEK_SET)
        return True

    def _unlock(number: int) -> None:
        os.lseek(number, FAR_BEHIND, os.SEEK_SET)
        msvcrt.locking(number, msvcrt.LK_UNLCK, 1)
        os.lseek(number, 0, os.SEEK_SET)

else:

    def _lock(number: int) -> bool:
        # flock belongs to the open file, so a second lock of this process fails too.
        try:
            fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True

    def _unlock(number: int) -> None:
        fcntl.flock(number, fcntl.LOCK_UN)
