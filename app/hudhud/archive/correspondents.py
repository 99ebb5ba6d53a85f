"""What the person chose for the letters of one sender, by the sender's address."""

from hudhud.archive.database import Database
from hudhud.domain.choices import SenderChoices, TextDirection


class Correspondents:
    """An empty address has no choices and keeps none."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def choices(self, address: str) -> SenderChoices:
        row = self._db.row(
            "SELECT images, direction FROM correspondent WHERE address = ?",
            (_key(address),),
        )
        if row is None:
            return SenderChoices()
        images, direction = row
        return SenderChoices(
            bool(images), TextDirection(direction) if direction else None
        )

    def allow_images(self, address: str, allowed: bool) -> None:
        self._set(
            "INSERT INTO correspondent (address, images) VALUES (?, ?)"
            " ON CONFLICT (address) DO UPDATE SET images = excluded.images",
            address,
            int(allowed),
        )

    def set_direction(self, address: str, direction: TextDirection | None) -> None:
        self._set(
            "INSERT INTO correspondent (address, direction) VALUES (?, ?)"
            " ON CONFLICT (address) DO UPDATE SET direction = excluded.direction",
            address,
            direction.value if direction else None,
        )

    def _set(self, sql: str, address: str, value: int | str | None) -> None:
        if not _key(address):
            return
        with self._db.transaction():
            self._db.run(sql, (_key(address), value))


def _key(address: str) -> str:
    """Mail is delivered without regard to case nearly everywhere."""
    return address.strip().lower()
