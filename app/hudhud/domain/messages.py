"""What is known of a message: what its sender wrote, and where its copies are."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from hudhud.domain.identifiers import AccountId, MessageId, UniqueId
from hudhud.domain.retention import Verdict


class State(StrEnum):
    """Where the copies of a message are. The six states of the whole program."""

    ON_SERVER = "on-server"
    SAVED_ON_SERVER = "saved-on-server"
    SAVED = "saved"
    TO_BE_DELETED = "to-be-deleted"
    REMOVED = "removed"
    NOT_LISTED = "not-listed"


@dataclass(frozen=True, slots=True)
class Correspondent:
    """One address of a header: `name` may be empty, `address` is the addr-spec."""

    name: str
    address: str

    def __str__(self) -> str:
        return f"{self.name} <{self.address}>" if self.name else self.address


@dataclass(frozen=True, slots=True)
class Summary:
    """What the octets of a message, or its header block alone, say of it.

    `sent_at` is aware and in UTC. `preview` is plain text, the first lines in one,
    empty when only the header block was read. `thread` holds the `Message-ID`s of
    References and In-Reply-To, oldest first.
    """

    sender: Correspondent | None
    recipients: tuple[Correspondent, ...]
    subject: str
    sent_at: datetime | None
    message_id: str
    thread: tuple[str, ...]
    preview: str = ""
    attachments: int = 0


@dataclass(frozen=True, slots=True)
class MessageRow:
    """One row of a list: everything it paints, so that no row asks again.

    `date` is when it was sent, or else first seen; aware, UTC. `octets` is the size
    of the stored octets, or as the server listed it. `saved`: its octets are here.
    `set_aside` says that it failed twice and no longer holds up the others.
    """

    id: MessageId
    account: AccountId
    uid: UniqueId | None
    state: State
    sender: Correspondent | None
    subject: str
    preview: str
    date: datetime
    octets: int
    attachments: int
    saved: bool
    read: bool
    starred: bool
    verdict: Verdict | None
    set_aside: bool
