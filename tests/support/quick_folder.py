"""Folders for tests that sync a great deal and do not test the disk."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

MEMORY_DISK = Path("/dev/shm")


@contextmanager
def quick_folder() -> Iterator[Path]:
    """In memory where the system has such a disk, or else an ordinary one."""
    where = MEMORY_DISK if MEMORY_DISK.is_dir() else None
    with tempfile.TemporaryDirectory(prefix="hudhud-", dir=where) as folder:
        yield Path(folder)
