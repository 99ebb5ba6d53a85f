"""What a run says of itself while it happens: facts, in the past tense.

The window and the command line are two listeners of the same story.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from hudhud.domain.failures import Failure
from hudhud.domain.identifiers import AccountId, MessageId, UniqueId


class Phase(StrEnum):
    CONNECTING = "connecting"
    SIGNING_IN = "signing-in"
    LISTING = "listing"
    PEEKING = "peeking"
    SAVING = "saving"
    DELETING = "deleting"
    FINISHING = "finishing"


class NoticeKind(StrEnum):
    """Something a person should know although nothing failed."""

    RENUMBERED = "renumbered"
    LISTING_SHRANK = "listing-shrank"
    DELETION_UNKNOWN = "deletion-unknown"
    DELETION_IGNORED = "deletion-ignored"
    NO_UNIQUE_IDS = "no-unique-ids"
    UNENCRYPTED = "unencrypted"


@dataclass(frozen=True, slots=True)
class PhaseEntered:
    account: AccountId
    phase: Phase


@dataclass(frozen=True, slots=True)
class SessionOpened:
    """Signed in. `secured` names the TLS version, or is empty on a plain line."""

    account: AccountId
    secured: str


@dataclass(frozen=True, slots=True)
class MaildropListed:
    """`new` were never listed before; `octets` are of the whole maildrop.

    `unique_ids` are in the order of the listing, oldest first on most servers.
    """

    account: AccountId
    messages: int
    octets: int
    new: int
    unique_ids: tuple[UniqueId, ...] = ()


@dataclass(frozen=True, slots=True)
class RowsPeeked:
    account: AccountId
    messages: tuple[MessageId, ...]


@dataclass(frozen=True, slots=True)
class MessagesStored:
    account: AccountId
    messages: tuple[MessageId, ...]


@dataclass(frozen=True, slots=True)
class MessageSetAside:
    account: AccountId
    message: MessageId
    uid: UniqueId
    reason: str


@dataclass(frozen=True, slots=True)
class Progress:
    """`total` and `total_octets` are estimates from the listing."""

    account: AccountId
    phase: Phase
    done: int
    total: int
    octets: int = 0
    total_octets: int = 0


@dataclass(frozen=True, slots=True)
class DeletionsConfirmed:
    account: AccountId
    messages: tuple[MessageId, ...]


@dataclass(frozen=True, slots=True)
class Noticed:
    account: AccountId
    kind: NoticeKind
    count: int = 0


@dataclass(frozen=True, slots=True)
class Report:
    """What one run did, in unique-ids; `kept` counts what stays on the server."""

    saved: tuple[UniqueId, ...] = ()
    deleted: tuple[UniqueId, ...] = ()
    set_aside: tuple[UniqueId, ...] = ()
    kept: int = 0
    octets: int = 0
    failure: Failure | None = None
    stopped: bool = False
    notices: tuple[NoticeKind, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class RunFinished:
    """Always the last event of a run, however it went."""

    account: AccountId
    report: Report


Event = (
    PhaseEntered
    | SessionOpened
    | MaildropListed
    | RowsPeeked
    | MessagesStored
    | MessageSetAside
    | Progress
    | DeletionsConfirmed
    | Noticed
    | RunFinished
)
