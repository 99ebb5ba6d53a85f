"""One process at a time writes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from hudhud.archive.errors import ArchiveInUse
from hudhud.archive.lock import acquire_lock, is_held_here

HOLD = """
import sys, time
from pathlib import Path
from hudhud.archive.lock import acquire_lock
lock = acquire_lock(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""


def holding_process(folder: Path) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def test_a_second_process_is_refused_and_told_by_whom(folder: Path) -> None:
    with holding_process(folder) as other:
        with pytest.raises(ArchiveInUse) as refused:
            acquire_lock(folder)
        other.kill()
    assert refused.value.pid == other.pid
    assert str(refused.value) == (
        f"Hudhud is already open with this archive (process {other.pid})."
    )


def test_a_killed_process_leaves_no_lock_behind(folder: Path) -> None:
    with holding_process(folder) as other:
        other.kill()
    acquire_lock(folder).release()


def test_this_process_cannot_hold_it_twice(folder: Path) -> None:
    lock = acquire_lock(folder)
    with pytest.raises(ArchiveInUse) as refused:
        acquire_lock(folder)
    assert refused.value.pid == os.getpid()
    lock.release()


def test_released_it_can_be_had_again(folder: Path) -> None:
    acquire_lock(folder).release()
    lock = acquire_lock(folder)
    assert is_held_here(folder)
    lock.release()
    lock.release()
    assert not is_held_here(folder)


def test_a_lock_of_another_process_is_not_held_here(folder: Path) -> None:
    with holding_process(folder) as other:
        assert not is_held_here(folder)
        other.kill()


def test_an_archive_without_lock_file_is_not_held(folder: Path) -> None:
    assert not is_held_here(folder)
