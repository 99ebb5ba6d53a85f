"""Large messages: in pieces, in little memory, and without a trace when given up."""

import hashlib
import os
import subprocess
import sys
import tracemalloc
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from hudhud.archive.archive import ARCHIVE_FILE, Archive, open_archive
from hudhud.archive.database import Database
from hudhud.archive.errors import ArchiveError
from hudhud.archive.large import LargeContent
from hudhud.archive.lock import acquire_lock
from support.archiving import NOW, THOTH, arrival, list_them, store

MEGABYTE = 1024 * 1024
BEGIN_AND_DIE = """
import os, sys
from pathlib import Path
from hudhud.archive.archive import open_archive
large = open_archive(Path(sys.argv[1])).intake.open_large()
large.write(b"x" * 9_000_000)
os._exit(9)
"""


def leave_unfinished(folder: Path) -> None:
    subprocess.run(
        [sys.executable, "-c", BEGIN_AND_DIE, str(folder)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        check=False,
    )


def chunks(folder: Path) -> int:
    with closing(Database(folder / ARCHIVE_FILE, read_only=True)) as db:
        counted: int = db.rows("SELECT count(*) FROM content_chunk")[0][0]
        return counted


def contents(folder: Path) -> int:
    with closing(Database(folder / ARCHIVE_FILE, read_only=True)) as db:
        counted: int = db.rows("SELECT count(*) FROM content")[0][0]
        return counted


def text(octets: int) -> bytes:
    return (b"All work and no play. " * (octets // 22 + 1))[:octets]


def noise(octets: int) -> bytes:
    return hashlib.shake_128(b"noise").digest(octets)


def pieces(octets: bytes, size: int) -> Iterator[bytes]:
    return (octets[n : n + size] for n in range(0, len(octets), size))


def take(archive: Archive, octets: bytes, size: int) -> LargeContent:
    large = archive.intake.open_large()
    for piece in pieces(octets, size):
        large.write(piece)
        assert not archive.in_transaction
    return large.finish()


@pytest.mark.parametrize("size", [1000, 65_536, 262_144, 300_000, 9_000_000])
@pytest.mark.parametrize("make", [text, noise])
def test_pieces_of_any_size_come_out_as_they_went_in(
    archive: Archive, make: object, size: int
) -> None:
    octets = make(5 * MEGABYTE + 17) if callable(make) else b""
    content = take(archive, octets, size)
    assert content.sha256 == hashlib.sha256(octets).digest()
    assert content.octets == len(octets)
    [message] = store(archive, arrival("a", content))
    assert b"".join(archive.contents.pieces(message)) == octets
    assert archive.contents.prove([message]) == {message}


def test_an_empty_one_is_a_message_too(archive: Archive) -> None:
    [message] = store(archive, arrival("a", archive.intake.open_large().finish()))
    assert archive.contents.read(message) == b""


def test_memory_stays_flat(archive: Archive) -> None:
    large = archive.intake.open_large()
    piece = text(100_000)
    tracemalloc.start()
    for _ in range(400):
        large.write(piece)
    _, peak = tracemalloc.get_traced_memory()
    [message] = store(archive, arrival("a", large.finish()))
    tracemalloc.reset_peak()
    before, _ = tracemalloc.get_traced_memory()
    octets = sum(map(len, archive.contents.pieces(message)))
    _, reading = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert octets == 40_000_000
    assert peak < 8 * MEGABYTE
    assert reading - before < 4 * MEGABYTE


def test_given_up_it_leaves_nothing(archive: Archive, folder: Path) -> None:
    large = archive.intake.open_large()
    large.write(noise(9 * MEGABYTE))
    assert chunks(folder) > 0
    large.abort()
    assert (chunks(folder), contents(folder)) == (0, 0)


def test_closing_the_archive_gives_up_what_was_not_stored(folder: Path) -> None:
    with closing(open_archive(folder)) as archive:
        take(archive, noise(5 * MEGABYTE), 500_000)
    open_archive(folder).close()
    assert (chunks(folder), contents(folder)) == (0, 0)


def test_two_that_arrive_at_once_do_not_mix(archive: Archive) -> None:
    one, two = archive.intake.open_large(), archive.intake.open_large()
    for _ in range(9):
        one.write(b"1" * MEGABYTE)
        two.write(b"2" * MEGABYTE)
    ids = store(archive, arrival("a", one.finish()), arrival("b", two.finish()))
    assert [set(archive.contents.read(message)) for message in ids] == [
        set(b"1"),
        set(b"2"),
    ]


def test_one_that_is_here_already_is_kept_once(archive: Archive, folder: Path) -> None:
    list_them(archive, ["a", "b"])
    octets = noise(3 * MEGABYTE)
    store(archive, arrival("a", take(archive, octets, 500_000)))
    before = chunks(folder)
    [second] = store(archive, arrival("b", take(archive, octets, 400_000)))
    assert chunks(folder) == before
    assert archive.contents.read(second) == octets


def test_one_that_is_not_whole_is_not_stored(archive: Archive) -> None:
    content = take(archive, noise(MEGABYTE), 500_000)
    short = LargeContent(content.content, content.sha256, content.octets + 1)
    with pytest.raises(ArchiveError):
        store(archive, arrival("a", short))
    assert archive.ledger.lines(THOTH) == {}
    assert store(archive, arrival("a", content))


def test_what_a_killed_process_left_is_swept_away(folder: Path) -> None:
    leave_unfinished(folder)
    assert chunks(folder) > 0
    open_archive(folder).close()
    assert (chunks(folder), contents(folder)) == (0, 0)


def test_it_is_swept_away_under_our_own_lock_too(folder: Path) -> None:
    leave_unfinished(folder)
    lock = acquire_lock(folder)
    open_archive(folder).close()
    lock.release()
    assert chunks(folder) == 0


def test_what_another_process_has_under_way_is_left_alone(
    archive: Archive, folder: Path
) -> None:
    large = archive.intake.open_large()
    large.write(noise(9 * MEGABYTE))
    lock = acquire_lock(folder)
    opening = "import sys; from pathlib import Path;"
    opening += "from hudhud.archive.archive import open_archive;"
    opening += "open_archive(Path(sys.argv[1])).close()"
    subprocess.run(
        [sys.executable, "-c", opening, str(folder)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        check=True,
    )
    lock.release()
    [message] = store(archive, arrival("a", large.finish()))
    assert archive.contents.read(message) == noise(9 * MEGABYTE)


def test_another_thread_opening_leaves_it_alone(archive: Archive, folder: Path) -> None:
    large = archive.intake.open_large()
    large.write(noise(9 * MEGABYTE))
    open_archive(folder).close()
    archive.intake.store([arrival("a", large.finish())], NOW)
