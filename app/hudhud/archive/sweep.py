"""Large messages that a killed process left half-done."""

from hudhud.archive.database import Database
from hudhud.archive.large import THIS_PROCESS, drop_unfinished


def left_behind(db: Database) -> list[int]:
    """Unfinished contents of other processes; those may be alive or dead."""
    found = db.rows(
        "SELECT content FROM unfinished WHERE process <> ?", (THIS_PROCESS,)
    )
    return [content for (content,) in found]


def sweep(db: Database) -> None:
    """Remove them; only for one who knows that no other process writes."""
    for content in left_behind(db):
        drop_unfinished(db, content)
