"""The other messages of a letter's conversation, found on the reader thread."""

from hudhud.archive.archive import Archive
from hudhud.domain.identifiers import MessageId
from hudhud.domain.messages import MessageRow
from hudhud.mime.conversations import conversations


def conversation_of(archive: Archive, message: MessageId) -> tuple[MessageRow, ...]:
    """All of it, the oldest first, the message itself too; empty where it is alone."""
    candidates = archive.threads.candidates(message)
    ids = list(candidates)
    for found in conversations(tuple(candidates.values())):
        members = [ids[index] for index in found.members]
        if message in members and len(members) > 1:
            return tuple(archive.rows.page(members))
    return ()
