"""The accounts whose mail is here: their lasting ids, and names for people."""

from hudhud.archive.database import Database
from hudhud.domain.identifiers import AccountId


class Accounts:
    def __init__(self, db: Database) -> None:
        self._db = db

    def note(self, account: AccountId, name: str) -> None:
        """Remember what the account is called now."""
        if (account, name) in self.names().items():
            return
        with self._db.transaction():
            self._db.run(
                "INSERT INTO account (id, name) VALUES (?, ?)"
                " ON CONFLICT (id) DO UPDATE SET name = excluded.name",
                (account, name),
            )

    def names(self) -> dict[AccountId, str]:
        """Every account that has anything here, also those that are no longer used."""
        return {
            AccountId(one): name
            for one, name in self._db.rows("SELECT id, name FROM account ORDER BY key")
        }


def known_key(db: Database, account: AccountId) -> int | None:
    row = db.row("SELECT key FROM account WHERE id = ?", (account,))
    return row[0] if row else None


def account_key(db: Database, account: AccountId) -> int:
    """Makes the account where it is new; to be called inside a transaction."""
    key = known_key(db, account)
    if key is not None:
        return key
    db.run("INSERT INTO account (id, name) VALUES (?, '')", (account,))
    return account_key(db, account)


def account_ids(db: Database) -> dict[int, AccountId]:
    return {key: AccountId(one) for key, one in db.rows("SELECT key, id FROM account")}
