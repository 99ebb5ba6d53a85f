"""The stored octets of messages, and the proof that they are what was received."""

import hashlib
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass

from hudhud.archive.codec import Codec
from hudhud.archive.database import Database
from hudhud.archive.errors import ArchiveDamaged, MessageDamaged, NotSaved
from hudhud.domain.identifiers import MessageId, Sha256

_OF_MESSAGE = """
    SELECT c.id, c.sha256, c.octets, c.codec, c.raw
    FROM message m JOIN content c ON c.id = m.content WHERE m.id = ?
"""
# Whatever the ledger says of these octets must agree as well.
_TO_PROVE = """
    SELECT c.id, c.sha256, c.octets, c.codec, c.raw
    FROM message m JOIN content c ON c.id = m.content
    WHERE m.id = ? AND NOT EXISTS (
        SELECT 1 FROM ledger l WHERE l.message = m.id AND l.sha256 <> c.sha256
    )
"""
_BY_ID = "SELECT id, sha256, octets, codec, raw FROM content WHERE id = ?"
_CHUNK = "SELECT octets, data FROM content_chunk WHERE content = ? AND n = ?"


@dataclass(frozen=True, slots=True)
class StoredContent:
    """`raw` is None where the octets lie in chunks."""

    id: int
    sha256: Sha256
    octets: int
    codec: str
    raw: bytes | None


class Contents:
    def __init__(self, db: Database, codec: Codec) -> None:
        self._db = db
        self._codec = codec

    def read(self, message: MessageId) -> bytes:
        """The whole message. Raises NotSaved, MessageDamaged."""
        pieces = list(self.pieces(message))
        return pieces[0] if len(pieces) == 1 else b"".join(pieces)

    def pieces(self, message: MessageId) -> Iterator[bytes]:
        """The message from its beginning, in pieces of at most a megabyte.

        Between two pieces nothing is held open. Raises NotSaved, MessageDamaged.
        """
        return unpacked(self._db, self._codec, self._stored(message))

    def octets(self, message: MessageId) -> int:
        """Raises NotSaved."""
        return self._stored(message).octets

    def sha256(self, message: MessageId) -> Sha256:
        """Raises NotSaved."""
        return self._stored(message).sha256

    def prove(self, messages: Iterable[MessageId]) -> frozenset[MessageId]:
        """Those whose stored octets, read back anew, have the size and the hash that
        were written down when they came.

        It reads through a connection of its own, which shares no page with the one
        that wrote. What is not saved or is damaged is left out.
        """
        wanted = list(messages)
        if not wanted:
            return frozenset()
        with closing(Database(self._db.path, read_only=True)) as db, db.snapshot():
            return frozenset(one for one in wanted if self._is_whole(db, one))

    def first_lines(self, message: MessageId) -> bytes | None:
        """What TOP gave of a message that is not saved. Raises MessageDamaged."""
        row = self._db.row(
            "SELECT codec, data, octets FROM first_lines WHERE message = ?", (message,)
        )
        return self._codec.unpack(*row) if row else None

    def _is_whole(self, db: Database, message: MessageId) -> bool:
        try:
            row = db.row(_TO_PROVE, (message,))
        except ArchiveDamaged:
            return False
        return row is not None and is_whole(db, self._codec, StoredContent(*row))

    def _stored(self, message: MessageId) -> StoredContent:
        row = self._db.row(_OF_MESSAGE, (message,))
        if row is None:
            raise NotSaved(f"message {message}")
        return StoredContent(*row)


def stored_content(db: Database, content: int) -> StoredContent | None:
    row = db.row(_BY_ID, (content,))
    return StoredContent(*row) if row else None


def unpacked(db: Database, codec: Codec, stored: StoredContent) -> Iterator[bytes]:
    """Raises MessageDamaged."""
    if stored.raw is not None:
        yield codec.unpack(stored.codec, stored.raw, stored.octets)
        return
    missing, n = stored.octets, 0
    while missing > 0:
        row = db.row(_CHUNK, (stored.id, n))
        if row is None:
            raise MessageDamaged(f"chunk {n} of content {stored.id} is missing")
        octets, data = row
        yield codec.unpack(stored.codec, data, octets)
        missing, n = missing - octets, n + 1
    if missing:
        raise MessageDamaged(f"content {stored.id} is longer than it should be")


def is_whole(db: Database, codec: Codec, stored: StoredContent) -> bool:
    digest = hashlib.sha256()
    octets = 0
    try:
        for piece in unpacked(db, codec, stored):
            digest.update(piece)
            octets += len(piece)
    except ArchiveDamaged:
        return False
    return octets == stored.octets and digest.digest() == stored.sha256
