"""Where the copies of a message are: derived from its ledger line, kept in its row.

The rule stands here once. Whoever changes a ledger line settles the rows it belongs to
before the transaction ends, so that a list never has to work the rule out.
"""

from collections.abc import Iterable
from types import MappingProxyType

from hudhud.archive import tally
from hudhud.archive.database import Database
from hudhud.archive.tally import Kind
from hudhud.domain.ledger import DeletionState
from hudhud.domain.messages import State

CODES = MappingProxyType(
    {
        State.ON_SERVER: 1,
        State.SAVED_ON_SERVER: 2,
        State.SAVED: 3,
        State.TO_BE_DELETED: 4,
        State.REMOVED: 5,
        State.NOT_LISTED: 6,
    }
)
STATES = MappingProxyType({code: state for state, code in CODES.items()})

# Decided, and not yet known to be done.
PENDING = frozenset({DeletionState.WANTED, DeletionState.SENT, DeletionState.UNKNOWN})

# A row may have had several unique-ids: the one it has now is one that is listed.
_LINE_OF_ROW = """
    SELECT m.id, m.account, m.state, m.saved, m.read, m.set_aside, m.uid,
           l.uid, l.listed, l.deletion
    FROM message m LEFT JOIN ledger l ON l.message = m.id
    WHERE m.id = ?
    ORDER BY l.listed DESC, l.uid IS m.uid DESC, l.id DESC
    LIMIT 1
"""


def derive_state(saved: bool, listed: bool, deletion: str | None) -> State:
    """`deletion` is the latest journal state of the row's unique-id."""
    if listed:
        if deletion in PENDING:
            return State.TO_BE_DELETED
        return State.SAVED_ON_SERVER if saved else State.ON_SERVER
    if saved:
        return State.SAVED
    confirmed = deletion == DeletionState.CONFIRMED
    return State.REMOVED if confirmed else State.NOT_LISTED


def settle(db: Database, messages: Iterable[int]) -> None:
    """Bring unique-id and state of these rows in line with the ledger."""
    changes: list[tuple[str | None, int, int]] = []
    before: list[Kind] = []
    after: list[Kind] = []
    for row in db.each(_LINE_OF_ROW, [(one,) for one in dict.fromkeys(messages)]):
        message, account, old, saved, read, set_aside, uid, *line = row
        new_uid, listed, deletion = line
        new = CODES[derive_state(bool(saved), bool(listed), deletion)]
        if (new, new_uid) != (old, uid):
            changes.append((new_uid, new, message))
            before.append((account, old, saved, read, set_aside))
            after.append((account, new, saved, read, set_aside))
    db.run_each("UPDATE message SET uid = ?, state = ? WHERE id = ?", changes)
    tally.change(db, before, after)


def wrongly_settled(db: Database) -> "list[int]":
    """The rows whose state or unique-id does not follow from the ledger: none, ever."""
    every = db.ids("SELECT id FROM message")
    wrong: list[int] = []
    for row in db.each(_LINE_OF_ROW, [(one,) for one in every]):
        message, _, state, saved, _, _, uid, new_uid, listed, deletion = row
        new = derive_state(bool(saved), bool(listed), deletion)
        if (CODES[new], new_uid) != (state, uid):
            wrong.append(message)
    return wrong
