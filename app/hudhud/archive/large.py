"""A message too large for memory: it comes in pieces and is committed in chunks.

Each commit is short and done when `write` returns, so no transaction is open while a
socket is read. Until the message is stored its content has no hash and belongs to this
process; what a dead process left is removed by the next writer (`sweep.py`).
"""

import hashlib
import secrets
from contextlib import suppress
from dataclasses import dataclass

from hudhud.archive.codec import CHUNK_OCTETS, Codec
from hudhud.archive.database import Database
from hudhud.archive.errors import ArchiveError
from hudhud.domain.identifiers import Sha256

COMMIT_OCTETS = 4 * 1024 * 1024

# Tells what this process has under way from what another one left behind.
THIS_PROCESS = secrets.token_bytes(8)

_ADD_CHUNK = "INSERT INTO content_chunk (content, n, octets, data) VALUES (?, ?, ?, ?)"


@dataclass(frozen=True, slots=True)
class LargeContent:
    """Octets that lie in the archive already, and wait for their row."""

    content: int
    sha256: Sha256
    octets: int


class LargeIntake:
    def __init__(self, db: Database, codec: Codec) -> None:
        self._db = db
        self._codec = codec
        self._digest = hashlib.sha256()
        self._octets = 0
        self._unpacked = bytearray()
        self._chunks: list[tuple[int, int, bytes]] = []
        self._waiting = 0
        self._n = 0
        self._content: int | None = None
        self._chosen = ""
        self.finished: LargeContent | None = None

    def write(self, piece: bytes) -> None:
        """Take the next octets, however many. Raises DiskFull, ArchiveUnwritable."""
        self._digest.update(piece)
        self._octets += len(piece)
        view = memoryview(piece)
        if self._unpacked:
            missing = CHUNK_OCTETS - len(self._unpacked)
            self._unpacked += view[:missing]
            view = view[missing:]
            if len(self._unpacked) < CHUNK_OCTETS:
                return
            self._pack(bytes(self._unpacked))
            self._unpacked.clear()
        while len(view) >= CHUNK_OCTETS:
            self._pack(view[:CHUNK_OCTETS])
            view = view[CHUNK_OCTETS:]
        self._unpacked += view

    def finish(self) -> LargeContent:
        """All has come. It stays unfinished until it is stored with its row."""
        if self._unpacked:
            self._pack(bytes(self._unpacked))
            self._unpacked.clear()
        self._commit()
        assert self._content is not None
        sha256 = Sha256(self._digest.digest())
        self.finished = LargeContent(self._content, sha256, self._octets)
        return self.finished

    def abort(self) -> None:
        """It will not come: forget what has.

        On a disk that is full or fails it stays, for a later process to sweep away.
        """
        self._chunks.clear()
        self._unpacked.clear()
        content, self._content = self._content, None
        if content is not None:
            with suppress(ArchiveError):
                drop_unfinished(self._db, content)

    def _pack(self, octets: bytes | memoryview) -> None:
        if not self._chosen:
            # The beginning speaks for the whole: frames of one content can then be
            # concatenated and opened as one.
            self._chosen, packed = self._codec.pack(octets)
        else:
            packed = self._codec.pack_as(self._chosen, octets)
        self._chunks.append((self._n, len(octets), packed))
        self._n += 1
        self._waiting += len(octets)
        if self._waiting >= COMMIT_OCTETS:
            self._commit()

    def _commit(self) -> None:
        with self._db.transaction():
            content = self._content
            if content is None:
                content = add_unfinished(self._db, self._chosen or "plain")
            self._db.run_each(_ADD_CHUNK, [(content, *chunk) for chunk in self._chunks])
        self._content = content
        self._chunks.clear()
        self._waiting = 0


def add_unfinished(db: Database, codec: str) -> int:
    row = db.row("SELECT coalesce(max(id), 0) + 1 FROM content")
    assert row is not None
    content: int = row[0]
    db.run(
        "INSERT INTO content (id, sha256, octets, codec, raw)"
        " VALUES (?, NULL, 0, ?, NULL)",
        (content, codec),
    )
    db.run(
        "INSERT INTO unfinished (content, process) VALUES (?, ?)",
        (content, THIS_PROCESS),
    )
    return content


def complete(db: Database, large: LargeContent) -> None:
    """Make it a content like any other; to be called inside a transaction.

    Raises ArchiveError where it is not there whole.
    """
    row = db.row(
        "SELECT sum(octets) FROM content_chunk WHERE content = ?", (large.content,)
    )
    arrived = (row[0] or 0) if row else 0
    changed = db.run(
        "UPDATE content SET sha256 = ?, octets = ? WHERE id = ? AND sha256 IS NULL",
        (large.sha256, large.octets, large.content),
    )
    if arrived != large.octets or changed != 1:
        raise ArchiveError(f"large content {large.content} is not here whole")
    db.run("DELETE FROM unfinished WHERE content = ?", (large.content,))


def drop_unfinished(db: Database, content: int) -> None:
    """Does nothing for one that was stored in the meantime."""
    if db.row("SELECT 1 FROM unfinished WHERE content = ?", (content,)) is None:
        return
    with db.transaction():
        remove_unfinished(db, content)


def remove_unfinished(db: Database, content: int) -> None:
    """To be called inside a transaction."""
    db.run("DELETE FROM unfinished WHERE content = ?", (content,))
    db.run(
        "DELETE FROM content_chunk WHERE content IN"
        " (SELECT id FROM content WHERE id = ? AND sha256 IS NULL)",
        (content,),
    )
    db.run("DELETE FROM content WHERE id = ? AND sha256 IS NULL", (content,))
