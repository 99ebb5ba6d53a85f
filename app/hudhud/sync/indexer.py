"""Reading what was saved for words to find it by: after the commit, never before."""

from collections.abc import Callable

from hudhud.archive.archive import Archive
from hudhud.archive.errors import ArchiveDamaged
from hudhud.archive.index import IndexEntry
from hudhud.domain.identifiers import MessageId
from hudhud.mime.searchable import Searchable, searchable

# A longer message is indexed by its first part; its end is attachments.
LONGEST_READ = 8 * 1024 * 1024
FLIGHT = 64


def index_pending(
    archive: Archive, limit: int, stopped: Callable[[], bool] = lambda: False
) -> int:
    """Index up to `limit` messages of the queue; gives how many were done.

    Those that are not saved are found by their head, which is quick.
    """
    done = archive.index.put_peeked(limit)
    while done < limit and not stopped():
        ids = archive.index.pending(min(FLIGHT, limit - done))
        if not ids:
            break
        archive.index.put([_entry(archive, message) for message in ids])
        done += len(ids)
    return done


def _entry(archive: Archive, message: MessageId) -> IndexEntry:
    try:
        octets = _beginning(archive, message)
    except ArchiveDamaged:
        # Verification names it; here it only must not hold up the queue.
        octets = b""
    found: Searchable = searchable(octets)
    return IndexEntry(
        message=message,
        sender=found.sender,
        recipients=found.recipients,
        subject=found.subject,
        body=found.body,
        files=found.files,
        summary=found.summary if octets else None,
    )


def _beginning(archive: Archive, message: MessageId) -> bytes:
    octets = bytearray()
    for piece in archive.contents.pieces(message):
        octets += piece
        if len(octets) >= LONGEST_READ:
            break
    return bytes(octets)
