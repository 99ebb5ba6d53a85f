"""Files and folders for their owner's eyes alone, and names that outlive a crash."""

import os
import stat
from contextlib import suppress
from pathlib import Path

from hudhud.archive.errors import translated_os

PRIVATE_FOLDER = 0o700
PRIVATE_FILE = 0o600
HAS_MODES = os.name == "posix"


def make_folder(folder: Path) -> None:
    """Make it and what is missing above it, 0700 each; narrow it if it was there.

    Raises ArchiveUnwritable or DiskFull.
    """
    missing = [folder, *folder.parents]
    missing = [one for one in missing if not one.exists()]
    try:
        for one in reversed(missing):
            one.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)
            one.chmod(PRIVATE_FOLDER)
            sync_folder(one.parent)
    except OSError as error:
        raise translated_os(error) from error
    _narrow(folder, PRIVATE_FOLDER)


def make_file(path: Path) -> bool:
    """Make an empty file, 0600 from its first moment; True where there was none.

    SQLite gives its -wal and -shm files the mode of the file they belong to.
    """
    flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0)
    try:
        made = not path.exists()
        number = os.open(path, flags, PRIVATE_FILE)
        try:
            made = made or os.fstat(number).st_size == 0
        finally:
            os.close(number)
    except OSError as error:
        raise translated_os(error) from error
    _narrow(path, PRIVATE_FILE)
    return made


def sync_folder(folder: Path) -> None:
    """Make the names in it lasting. Raises ArchiveUnwritable or DiskFull.

    SQLite ignores it when this fails, so it is done here and looked at. Windows has
    no such call, and keeps names by itself.
    """
    if not HAS_MODES:
        return
    try:
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)
    except OSError as error:
        raise translated_os(error) from error


def _narrow(path: Path, mode: int) -> None:
    if HAS_MODES and stat.S_IMODE(path.stat().st_mode) & ~mode:
        # A file system without modes refuses; there is nothing to be hidden by them.
        with suppress(OSError):
            path.chmod(mode)
