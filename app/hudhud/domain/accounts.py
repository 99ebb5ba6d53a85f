"""One mail account: whose mail, on which server, and what happens to its copies."""

from dataclasses import dataclass

from hudhud.domain.identifiers import AccountId
from hudhud.domain.retention import KeepAll, RetentionPolicy
from hudhud.domain.servers import ServerAddress

DEFAULT_TIMEOUT_S = 60.0
DEFAULT_PREVIEW_LINES = 20

# These servers list a batch, and the next one only after a session has ended.
HOSTS_IN_ROUNDS = ("gmail.com", "googlemail.com")


@dataclass(frozen=True, slots=True)
class Account:
    """`password_command`, where set, is run to get the password; it is never stored."""

    id: AccountId
    name: str
    address: str
    server: ServerAddress
    user: str
    policy: RetentionPolicy = KeepAll()
    password_command: str | None = None
    ca_file: str | None = None
    mailbox_limit: int | None = None
    timeout_s: float = DEFAULT_TIMEOUT_S
    preview_lines: int = DEFAULT_PREVIEW_LINES
    in_rounds: bool = False


def hands_out_in_rounds(host: str) -> bool:
    """True where one session never shows the whole maildrop (Gmail)."""
    name = host.lower().rstrip(".")
    return any(name == end or name.endswith("." + end) for end in HOSTS_IN_ROUNDS)
