"""The list: what is asked for, and what stays chosen."""

from array import array
from collections.abc import Iterator, Sequence

import pytest
from pytestqt.qtbot import QtBot

from hudhud.archive.rows import View, ViewKind
from hudhud.domain.events import (
    MessagesStored,
)
from hudhud.domain.identifiers import MessageId
from hudhud.ui.archive_reader import (
    CountsWanted,
    ListWanted,
)
from hudhud.ui.controllers.messages import MessagesController
from hudhud.ui.panes.filters import ListFilter
from support.window import (
    WORK,
    ScriptedArchive,
)

# Stand-ins are handed over where a thread or a widget is expected.
# mypy: disable-error-code="arg-type"


@pytest.fixture
def archive(qapp: object) -> Iterator[ScriptedArchive]:
    yield ScriptedArchive()


class FakeList:
    """Pane and model in one."""

    def __init__(self) -> None:
        self.ids = array("q")
        self.chosen: tuple[MessageId, ...] = ()
        self.refreshed: list[int] = []

    def set_ids(self, ids: "array[int]") -> None:
        self.ids = ids
        self.chosen = tuple(one for one in self.chosen if one in ids)

    def chosen_ids(self) -> tuple[MessageId, ...]:
        return self.chosen

    def choose(self, message: MessageId) -> None:
        self.chosen = (message,)

    def refresh(self, ids: Sequence[int]) -> None:
        self.refreshed += ids

    def row_of(self, message: int) -> int | None:
        return self.ids.index(message) if message in self.ids else None


@pytest.fixture
def shown() -> FakeList:
    return FakeList()


@pytest.fixture
def messages(archive: ScriptedArchive, shown: FakeList) -> MessagesController:
    return MessagesController(archive, shown, shown)


def ids(*numbers: int) -> "array[int]":
    return array("q", numbers)


def test_a_view_is_asked_for_with_its_counts(
    archive: ScriptedArchive, messages: MessagesController, shown: FakeList
) -> None:
    view = View(kind=ViewKind.SAVED)
    messages.show_view(view)
    assert archive.asked == [ListWanted(view), CountsWanted()]
    archive.answer(ids(3, 2))
    assert shown.ids == ids(3, 2)


def test_chips_and_words_stay_when_another_view_is_chosen(
    archive: ScriptedArchive, messages: MessagesController
) -> None:
    messages.arrange(ListFilter(unread_only=True))
    messages.search("invoice")
    messages.show_view(View(account=WORK, kind=ViewKind.WAITING))
    view = View(account=WORK, kind=ViewKind.WAITING, unread_only=True)
    assert archive.asked[-2] == ListWanted(view, "invoice")


def test_where_a_chosen_message_leaves_its_neighbour_is_chosen(
    archive: ScriptedArchive, messages: MessagesController, shown: FakeList
) -> None:
    messages.ask()
    archive.answer(ids(4, 3, 2))
    shown.choose(MessageId(3))
    archive.asked.clear()
    messages.ask()
    archive.answer(ids(4, 2))
    assert shown.chosen == (2,)


@pytest.mark.parametrize("change", ["view", "unread"])
def test_no_neighbour_is_chosen_in_another_view_or_among_the_unread(
    archive: ScriptedArchive, messages: MessagesController, shown: FakeList, change: str
) -> None:
    if change == "unread":
        messages.arrange(ListFilter(unread_only=True))
    messages.ask()
    archive.asked = [archive.asked[-2]]
    archive.answer(ids(4, 3, 2))
    shown.choose(MessageId(3))
    if change == "view":
        messages.show_view(View(kind=ViewKind.SAVED))
    else:
        messages.ask()
    archive.answer(ids(4, 2))
    assert shown.chosen == ()


def test_bursts_of_events_are_answered_by_one_question(
    qtbot: QtBot,
    archive: ScriptedArchive,
    messages: MessagesController,
    shown: FakeList,
) -> None:
    for number in range(100):
        messages.follow(MessagesStored(WORK, (MessageId(number),)))
    qtbot.waitUntil(lambda: len(archive.asked) == 2)
    assert archive.asked == [ListWanted(View()), CountsWanted()]
    assert sorted(shown.refreshed) == list(range(100))


def test_a_removed_account_is_no_longer_the_one_on_show(
    archive: ScriptedArchive, messages: MessagesController
) -> None:
    messages.show_view(View(account=WORK))
    messages.leave("home")
    assert messages.view.account == WORK
    messages.leave(WORK)
    assert messages.view.account is None
