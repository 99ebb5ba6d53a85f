"""Which messages may belong to one conversation with another; mime decides which do."""

from hudhud.archive.database import Database, Record
from hudhud.archive.moments import moment
from hudhud.domain.identifiers import MessageId
from hudhud.domain.messages import Correspondent, Summary

# A list that always has the same subject is no conversation of thousands.
MOST_CANDIDATES = 500

_SAME_SUBJECT = """
    SELECT o.id, o.sender_name, o.sender_address, o.subject, o.date, o.message_id,
           o.thread
    FROM message m JOIN message o INDEXED BY message_by_subject
         ON o.subject_key = m.subject_key AND o.account = m.account
    WHERE m.id = ? AND m.subject_key <> ''
    ORDER BY o.id DESC LIMIT ?
"""


class Threads:
    def __init__(self, db: Database) -> None:
        self._db = db

    def candidates(self, message: MessageId) -> dict[MessageId, Summary]:
        """Messages of the same account whose subject begins alike, answers too; the
        message itself among them. Without recipients, preview and attachments.

        Empty for a message that has no subject.
        """
        found = self._db.rows(_SAME_SUBJECT, (message, MOST_CANDIDATES))
        return {MessageId(row[0]): _summary(row) for row in found}


def _summary(row: Record) -> Summary:
    _, name, address, subject, date, message_id, thread = row
    sender = Correspondent(name, address) if name or address else None
    return Summary(
        sender,
        (),
        subject,
        moment(date),
        message_id,
        tuple(filter(None, thread.split("\n"))),
    )
