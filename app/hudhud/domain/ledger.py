"""What is known of each message of one maildrop, for ever.

A ledger line is born when a unique-id is first listed and is never removed: a listing
that shrinks changes `listed`, nothing else. Deletions are a journal of their own:

    WANTED -> SENT -> CONFIRMED    the server answered +OK to QUIT
    SENT -> UNKNOWN                its answer was lost: the next listing decides
    SENT -> WANTED                 it refused, or the session ended before QUIT
    WANTED -> CANCELLED            undone in time
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from hudhud.domain.identifiers import MessageId, Sha256, UniqueId
from hudhud.domain.retention import Verdict


class DeletionState(StrEnum):
    WANTED = "wanted"
    SENT = "sent"
    CONFIRMED = "confirmed"
    UNKNOWN = "unknown"
    CANCELLED = "cancelled"


class Origin(StrEnum):
    """Who wanted a deletion."""

    PERSON = "person"
    POLICY = "policy"


@dataclass(frozen=True, slots=True)
class Deletion:
    """The latest journal line of one unique-id.

    `unsaved_allowed` is true only where the person confirmed deleting exactly this
    message although it is not saved. Nothing is sent before `not_before` (undo time).
    """

    state: DeletionState
    origin: Origin
    unsaved_allowed: bool
    not_before: datetime


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """`octets` and `listed` are of the last good listing; a None size was not given.

    `identity` is the hash of the header block without the fields that servers write
    (Status, X-UIDL ...): it names the message when a unique-id does not.
    `saved_at` is None until the octets are committed; `saved_octets` is how many they
    are. `removed_here` says that it was
    saved once and taken out of the archive by the person, so no rule saves it again.
    """

    uid: UniqueId
    message: MessageId
    octets: int | None
    listed: bool
    first_seen: datetime
    saved_at: datetime | None
    saved_octets: int | None
    sha256: Sha256 | None
    identity: bytes | None
    verdict: Verdict | None
    deletion: Deletion | None
    failures: int
    removed_here: bool

    @property
    def is_short(self) -> bool:
        """Far fewer octets came than were listed."""
        return self.saved_octets is not None and is_short(
            self.octets, self.saved_octets
        )


def is_short(listed: int | None, came: int) -> bool:
    """Far fewer octets than were listed: some servers drop attachments.

    Small differences are ordinary: line ends counted once, sizes rounded.
    """
    return listed is not None and 2 * came < listed and listed - came > 2048
