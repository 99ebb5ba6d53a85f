"""The proof before a deletion, and the verification of everything."""

from contextlib import closing
from pathlib import Path

import apsw
import pytest
import zstandard

from hudhud.archive import contents
from hudhud.archive.archive import ARCHIVE_FILE, Archive, open_archive
from hudhud.archive.database import Database
from hudhud.archive.errors import MessageDamaged
from hudhud.domain.identifiers import MessageId
from support.archiving import NOW, THOTH, arrival, letter, list_them, peeked, store

LONG = letter("A long letter. " * 400)


def tamper(folder: Path, sql: str, *values: bytes) -> None:
    with closing(apsw.Connection(str(folder / ARCHIVE_FILE))) as other:
        other.execute(sql, values)


def test_what_was_stored_is_proven(archive: Archive) -> None:
    ids = store(archive, arrival("a"), arrival("b", LONG), arrival("c", b"x" * 3000000))
    assert archive.contents.prove(ids) == frozenset(ids)


def test_what_is_not_saved_or_not_there_is_not_proven(archive: Archive) -> None:
    [waiting] = archive.intake.peeked([peeked("a")], NOW)
    assert archive.contents.prove([waiting, MessageId(99)]) == frozenset()
    assert archive.contents.prove([]) == frozenset()


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE content SET raw = zeroblob(length(raw))",
        "UPDATE content SET raw = substr(raw, 1, length(raw) - 1)",
        "UPDATE content SET raw = CAST(raw || x'00' AS BLOB)",
        "UPDATE content SET octets = octets + 1",
        "UPDATE content SET codec = 'plain'",
        "UPDATE content SET sha256 = randomblob(32)",
        "UPDATE ledger SET sha256 = randomblob(32)",
        "DELETE FROM content",
    ],
)
def test_damage_of_any_kind_is_no_proof(
    archive: Archive, folder: Path, damage: str
) -> None:
    [message] = store(archive, arrival("a", LONG))
    tamper(folder, damage)
    assert archive.contents.prove([message]) == frozenset()


def test_other_octets_in_a_good_frame_are_no_proof(
    archive: Archive, folder: Path
) -> None:
    ids = store(archive, arrival("a", LONG), arrival("b"))
    other = zstandard.compress(LONG.replace(b"long", b"LONG"))
    tamper(folder, "UPDATE content SET raw = ? WHERE codec = 'zstd'", other)
    assert archive.contents.prove(ids) == {ids[1]}


@pytest.mark.parametrize(
    "damage",
    [
        "DELETE FROM content_chunk WHERE n = 1",
        "UPDATE content_chunk SET data = zeroblob(100) WHERE n = 2",
        "UPDATE content SET octets = octets - 1",
        "DELETE FROM content_chunk WHERE n = 11",
    ],
)
def test_a_damaged_chunk_is_no_proof(
    archive: Archive, folder: Path, damage: str
) -> None:
    [message] = store(archive, arrival("a", b"x" * 3_000_000))
    tamper(folder, damage)
    assert archive.contents.prove([message]) == frozenset()
    with pytest.raises(MessageDamaged):
        archive.contents.read(message)


def test_the_proof_reads_through_a_connection_of_its_own(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    [message] = store(archive, arrival("a"))
    opened: list[bool] = []

    def watch(path: Path, read_only: bool) -> Database:
        opened.append(read_only)
        return Database(path, read_only)

    monkeypatch.setattr(contents, "Database", watch)
    assert archive.contents.prove([message]) == {message}
    assert opened == [True]


def test_verification_reads_every_message(archive: Archive) -> None:
    ids = store(archive, arrival("a"), arrival("b", LONG), arrival("c", b"x" * 3000000))
    seen: list[tuple[int, int]] = []
    found = archive.checkup.verify(lambda *step: seen.append(step), lambda: False)
    assert (found.ok, found.complete, found.damaged) == (True, True, ())
    assert found.messages == len(ids)
    assert found.octets == 3000000 + len(LONG) + len(letter("a"))
    assert seen == [(1, 3), (2, 3), (3, 3)]


def test_verification_names_every_row_of_damaged_octets(
    archive: Archive, folder: Path
) -> None:
    list_them(archive, ["a", "b", "c"])
    ids = store(archive, arrival("a", LONG), arrival("b", LONG), arrival("c"))
    tamper(folder, "UPDATE content SET raw = zeroblob(9) WHERE codec = 'zstd'")
    found = archive.checkup.verify(None, lambda: False)
    assert not found.ok
    assert set(found.damaged) == set(ids[:2])


def test_verification_misses_octets_that_are_gone(
    archive: Archive, folder: Path
) -> None:
    [message] = store(archive, arrival("a"))
    tamper(folder, "DELETE FROM content")
    found = archive.checkup.verify(None, lambda: False)
    assert found.damaged == (message,)


def test_verification_notices_a_damaged_file(folder: Path) -> None:
    with closing(open_archive(folder)) as archive:
        store(archive, *[arrival(str(n), LONG + b"%d" % n) for n in range(300)])
    path = folder / ARCHIVE_FILE
    octets = bytearray(path.read_bytes())
    middle = len(octets) // 2 // 8192 * 8192
    octets[middle : middle + 8192] = b"\xaa" * 8192
    path.write_bytes(octets)
    with closing(open_archive(folder)) as archive:
        assert not archive.checkup.verify(None, lambda: False).ok


def test_verification_can_be_stopped(archive: Archive) -> None:
    store(archive, arrival("a"), arrival("b"), arrival("c"))
    asked = iter([False, True])
    found = archive.checkup.verify(None, lambda: next(asked, True))
    assert not found.complete


def test_the_lines_of_a_moved_message_must_agree_with_its_octets(
    archive: Archive,
) -> None:
    list_them(archive, ["old"])
    [message] = store(archive, arrival("old", LONG))
    list_them(archive, ["new"])
    store(archive, arrival("new", LONG))
    assert archive.contents.prove([message]) == {message}
    assert archive.ledger.lines(THOTH)
