"""What stands where nothing is listed."""

import pytest

from hudhud.archive.rows import Counts, View, ViewKind
from hudhud.ui.archive_reader import (
    ListWanted,
)
from hudhud.ui.controllers.overview import by_kind, empty_kind
from hudhud.ui.panes.empty import EmptyKind


@pytest.mark.parametrize(
    ("wanted", "has_account", "checked", "kind"),
    [
        (ListWanted(View(), "x"), True, True, EmptyKind.NO_MATCH),
        (ListWanted(View()), False, False, EmptyKind.NO_ACCOUNT),
        (ListWanted(View()), True, False, EmptyKind.NOT_CHECKED),
        (ListWanted(View(unread_only=True)), True, True, EmptyKind.NOTHING_UNREAD),
        (
            ListWanted(View(kind=ViewKind.WAITING)),
            True,
            True,
            EmptyKind.NOTHING_WAITING,
        ),
        (ListWanted(View(kind=ViewKind.SAVED)), True, False, EmptyKind.NOTHING_SAVED),
        (
            ListWanted(View(kind=ViewKind.TO_BE_DELETED)),
            False,
            False,
            EmptyKind.NOTHING_TO_DELETE,
        ),
    ],
)
def test_an_empty_list_says_why(
    wanted: ListWanted, has_account: bool, checked: bool, kind: EmptyKind
) -> None:
    assert empty_kind(wanted, has_account, checked) is kind


def test_every_view_has_its_count() -> None:
    assert set(by_kind(Counts())) == set(ViewKind)
