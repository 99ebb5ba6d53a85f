"""Folders for tests that sync a great deal and do not test the disk."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

MEMORY_DISK = Path("/dev/shm")


@pytest.fixture
def quick_path(tmp_path: Path) -> Iterator[Path]:
    """A folder in memory where the system has such a disk, or else an ordinary one."""
    if not MEMORY_DISK.is_dir():
        yield tmp_path
        return
    with tempfile.TemporaryDirectory(prefix="hudhud-", dir=MEMORY_DISK) as folder:
        yield Path(folder)
