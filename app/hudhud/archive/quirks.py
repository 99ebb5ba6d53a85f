"""What was learnt of a server and holds for a while, such as going in lock-step."""

from datetime import datetime

from hudhud.archive.accounts import account_key, known_key
from hudhud.archive.database import Database
from hudhud.archive.moments import micros
from hudhud.domain.identifiers import AccountId


class Quirks:
    def __init__(self, db: Database) -> None:
        self._db = db

    def remember(self, account: AccountId, name: str, until: datetime) -> None:
        with self._db.transaction():
            self._db.run(
                "INSERT OR REPLACE INTO quirk (account, name, until) VALUES (?, ?, ?)",
                (account_key(self._db, account), name, micros(until)),
            )

    def known(self, account: AccountId, name: str, at: datetime) -> bool:
        row = self._db.row(
            "SELECT 1 FROM quirk WHERE account = ? AND name = ? AND until > ?",
            (known_key(self._db, account), name, micros(at)),
        )
        return row is not None
