"""How full each maildrop was, listing by listing."""

from dataclasses import dataclass
from datetime import datetime

from hudhud.archive.accounts import known_key
from hudhud.archive.database import Database
from hudhud.archive.moments import micros, moment
from hudhud.domain.identifiers import AccountId


@dataclass(frozen=True, slots=True)
class MaildropSize:
    at: datetime
    messages: int
    octets: int


class History:
    def __init__(self, db: Database) -> None:
        self._db = db

    def maildrop_sizes(self, account: AccountId, limit: int) -> list[MaildropSize]:
        """What STAT said at the latest listings, the newest first."""
        rows = self._db.rows(
            "SELECT at, messages, octets FROM maildrop_size WHERE account = ?"
            " ORDER BY at DESC LIMIT ?",
            (known_key(self._db, account), limit),
        )
        return [MaildropSize(moment(at), count, octets) for at, count, octets in rows]


def record_size(db: Database, key: int, drop: tuple[int, int], at: datetime) -> None:
    """The latest listing is the newest, also where the clock was set back."""
    db.run(
        "INSERT OR REPLACE INTO maildrop_size (account, at, messages, octets)"
        " VALUES (?1, max(?2, coalesce((SELECT max(at) FROM maildrop_size"
        " WHERE account = ?1), ?2)), ?3, ?4)",
        (key, micros(at), *drop),
    )
