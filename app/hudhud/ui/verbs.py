"""Which verbs would do something to the chosen rows, and why the others would not.

Pure. A verb acts on those chosen rows that it applies to, and is disabled where there
are none.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from enum import StrEnum
from types import MappingProxyType

from hudhud.domain.messages import MessageRow, State
from hudhud.domain.retention import Verdict
from hudhud.ui.actions import Wish

ON_THE_SERVER = frozenset({State.ON_SERVER, State.SAVED_ON_SERVER, State.TO_BE_DELETED})


class Reason(StrEnum):
    """Why a verb would do nothing."""

    NONE_CHOSEN = "none-chosen"
    NOT_ONE_CHOSEN = "not-one-chosen"
    NO_ACCOUNT = "no-account"
    NOT_ON_SERVER = "not-on-server"
    ALREADY_SAVED = "already-saved"
    ALREADY_STAGED = "already-staged"
    NOT_STAGED = "not-staged"
    NOT_SAVED = "not-saved"
    NOTHING_MORE = "nothing-more"
    ALREADY_SO = "already-so"


Rule = Callable[[MessageRow], Reason | None]


def is_on_server(row: MessageRow) -> bool:
    return row.uid is not None and row.state in ON_THE_SERVER


def is_staged(row: MessageRow) -> bool:
    return row.state is State.TO_BE_DELETED


def _save(row: MessageRow) -> Reason | None:
    if row.saved:
        return Reason.ALREADY_SAVED
    return None if is_on_server(row) else Reason.NOT_ON_SERVER


def _delete(row: MessageRow) -> Reason | None:
    if not is_on_server(row):
        return Reason.NOT_ON_SERVER
    return Reason.ALREADY_STAGED if is_staged(row) else None


def _keep(row: MessageRow) -> Reason | None:
    return None if is_on_server(row) else Reason.NOT_ON_SERVER


def _staged(row: MessageRow) -> Reason | None:
    return None if is_staged(row) else Reason.NOT_STAGED


def _more_lines(row: MessageRow) -> Reason | None:
    if row.saved:
        return Reason.NOTHING_MORE
    return None if is_on_server(row) else Reason.NOT_ON_SERVER


def _is_saved(row: MessageRow) -> Reason | None:
    return None if row.saved else Reason.NOT_SAVED


def _mark_read(row: MessageRow) -> Reason | None:
    return Reason.ALREADY_SO if row.read else None


def _mark_unread(row: MessageRow) -> Reason | None:
    return None if row.read else Reason.ALREADY_SO


def _always(_row: MessageRow) -> Reason | None:
    return None


RULES: Mapping[Wish, Rule] = MappingProxyType(
    {
        Wish.SAVE: _save,
        Wish.SAVE_THEN_DELETE: _delete,
        Wish.DELETE: _delete,
        Wish.KEEP: _keep,
        Wish.CANCEL_DELETION: _staged,
        Wish.DELETE_NOW: _staged,
        Wish.MORE_LINES: _more_lines,
        Wish.SAVE_AS: _is_saved,
        Wish.SHOW_ORIGINAL: _always,
        Wish.ALL_HEADERS: _always,
        Wish.OPEN_WINDOW: _always,
        Wish.MARK_READ: _mark_read,
        Wish.MARK_UNREAD: _mark_unread,
    }
)

FOR_ONE = frozenset(
    {Wish.MORE_LINES, Wish.SAVE_AS, Wish.SHOW_ORIGINAL, Wish.ALL_HEADERS}
    | {Wish.OPEN_WINDOW}
)
NEEDS_SERVER = frozenset(
    {
        Wish.SAVE,
        Wish.SAVE_THEN_DELETE,
        Wish.DELETE,
        Wish.KEEP,
        Wish.DELETE_NOW,
        Wish.MORE_LINES,
    }
)


def applicable(
    wish: Wish, rows: Sequence[MessageRow], accounts: Collection[str]
) -> tuple[MessageRow, ...]:
    """The chosen rows that the verb would change."""
    rule = RULES[wish]
    return tuple(
        row for row in rows if _reachable(wish, row, accounts) and rule(row) is None
    )


def why_not(
    wish: Wish, rows: Sequence[MessageRow], accounts: Collection[str]
) -> Reason | None:
    """None where the verb would do something; otherwise what stands in its way."""
    if not rows:
        return Reason.NONE_CHOSEN
    if wish in FOR_ONE and len(rows) != 1:
        return Reason.NOT_ONE_CHOSEN
    if applicable(wish, rows, accounts):
        return None
    if not any(_reachable(wish, row, accounts) for row in rows):
        return Reason.NO_ACCOUNT
    return RULES[wish](rows[0])


def verdict_of_keep(rows: Sequence[MessageRow]) -> Verdict | None:
    """Keeping is a toggle: None, the opposite, where all are kept already."""
    is_kept = all(row.verdict is Verdict.KEEP for row in rows)
    return None if is_kept else Verdict.KEEP


def _reachable(wish: Wish, row: MessageRow, accounts: Collection[str]) -> bool:
    return wish not in NEEDS_SERVER or row.account in accounts
