"""Which verbs apply to which messages, and why the others do nothing."""

from dataclasses import replace

import pytest

from hudhud.domain.messages import MessageRow, State
from hudhud.domain.retention import Verdict
from hudhud.ui.actions import TABLE, Wish
from hudhud.ui.verbs import RULES, Reason, applicable, verdict_of_keep, why_not
from support.window import WORK, on_server, saved_here, saved_on_server, staged

ACCOUNTS = frozenset({WORK})
REMOVED = replace(on_server(), state=State.REMOVED)
NOT_LISTED = replace(on_server(), state=State.NOT_LISTED)


def does(wish: Wish, *rows: MessageRow) -> bool:
    return why_not(wish, rows, ACCOUNTS) is None


@pytest.mark.parametrize(
    ("wish", "row", "expected"),
    [
        (Wish.SAVE, on_server(), None),
        (Wish.SAVE, saved_on_server(), Reason.ALREADY_SAVED),
        (Wish.SAVE, REMOVED, Reason.NOT_ON_SERVER),
        (Wish.SAVE, NOT_LISTED, Reason.NOT_ON_SERVER),
        (Wish.SAVE, staged(on_server()), None),
        (Wish.SAVE_THEN_DELETE, on_server(), None),
        (Wish.SAVE_THEN_DELETE, saved_on_server(), None),
        (Wish.SAVE_THEN_DELETE, saved_here(), Reason.NOT_ON_SERVER),
        (Wish.DELETE, on_server(), None),
        (Wish.DELETE, saved_on_server(), None),
        (Wish.DELETE, saved_here(), Reason.NOT_ON_SERVER),
        (Wish.DELETE, staged(on_server()), Reason.ALREADY_STAGED),
        (Wish.KEEP, staged(saved_on_server()), None),
        (Wish.KEEP, saved_here(), Reason.NOT_ON_SERVER),
        (Wish.CANCEL_DELETION, staged(on_server()), None),
        (Wish.CANCEL_DELETION, on_server(), Reason.NOT_STAGED),
        (Wish.DELETE_NOW, staged(on_server()), None),
        (Wish.MORE_LINES, on_server(), None),
        (Wish.MORE_LINES, saved_on_server(), Reason.NOTHING_MORE),
        (Wish.SAVE_AS, on_server(), Reason.NOT_SAVED),
        (Wish.SAVE_AS, saved_here(), None),
        (Wish.MARK_READ, on_server(), None),
        (Wish.MARK_UNREAD, on_server(), Reason.ALREADY_SO),
    ],
)
def test_a_verb_that_would_do_nothing_says_why(
    wish: Wish, row: MessageRow, expected: Reason | None
) -> None:
    assert why_not(wish, [row], ACCOUNTS) == expected


@pytest.mark.parametrize("wish", list(RULES))
def test_nothing_can_be_done_with_no_message(wish: Wish) -> None:
    assert why_not(wish, [], ACCOUNTS) is Reason.NONE_CHOSEN


def test_a_verb_acts_on_those_it_applies_to() -> None:
    rows = [on_server(1), saved_on_server(2), on_server(3)]
    assert applicable(Wish.SAVE, rows, ACCOUNTS) == (rows[0], rows[2])


def test_some_verbs_are_for_one_message_only() -> None:
    rows = [saved_here(1), saved_here(2)]
    assert why_not(Wish.SAVE_AS, rows, ACCOUNTS) is Reason.NOT_ONE_CHOSEN


def test_without_its_account_nothing_can_be_asked_of_the_server() -> None:
    assert why_not(Wish.SAVE, [on_server()], frozenset()) is Reason.NO_ACCOUNT
    assert why_not(Wish.MARK_READ, [on_server()], frozenset()) is None


def test_keeping_is_a_toggle() -> None:
    kept = replace(saved_on_server(1), verdict=Verdict.KEEP)
    assert verdict_of_keep([kept, saved_on_server(2)]) is Verdict.KEEP
    assert verdict_of_keep([kept]) is None


def test_every_action_stands_in_the_table_once() -> None:
    assert sorted(spec.wish for spec in TABLE) == sorted(Wish)


def test_no_shortcut_is_given_twice_or_is_a_bare_letter() -> None:
    keys = [key for spec in TABLE for key in spec.shortcuts]
    assert len(set(keys)) == len(keys)
    assert not [key for key in keys if len(key) == 1]
