"""How many rows of each kind there are, kept in step with every change of a row.

Counting a million rows takes longer than a window may wait, and triggers cost more
than the inserts they watch; so whoever changes rows says here what they were and are.
"""

from collections import Counter
from collections.abc import Iterable

from hudhud.archive.database import Database

Kind = tuple[int, int, int, int, int]
"""account key, state code, saved, read, set aside: the columns of `tally`"""


def change(db: Database, before: Iterable[Kind], after: Iterable[Kind]) -> None:
    difference = Counter(after)
    difference.subtract(Counter(before))
    db.run_each(
        "INSERT INTO tally (account, state, saved, read, set_aside, messages)"
        " VALUES (?, ?, ?, ?, ?, ?)"
        " ON CONFLICT DO UPDATE SET messages = messages + excluded.messages",
        [(*kind, number) for kind, number in difference.items() if number],
    )


def kept(db: Database) -> dict[Kind, int]:
    rows = db.rows(
        "SELECT account, state, saved, read, set_aside, messages FROM tally"
        " WHERE messages <> 0"
    )
    return {(a, s, v, r, x): number for a, s, v, r, x, number in rows}


def counted(db: Database) -> dict[Kind, int]:
    """What `kept` must equal."""
    rows = db.rows(
        "SELECT account, state, saved, read, set_aside, count(*) FROM message"
        " GROUP BY account, state, saved, read, set_aside"
    )
    return {(a, s, v, r, x): number for a, s, v, r, x, number in rows}
