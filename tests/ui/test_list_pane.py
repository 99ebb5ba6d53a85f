"""The list's pane: what stays chosen, what is said of it, and what stands instead."""

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hudhud.archive.rows import Order
from hudhud.config.settings import Density
from hudhud.domain.identifiers import MessageId
from hudhud.ui.delegates.message_row import MessageRowDelegate
from hudhud.ui.models.message_list import MessageListModel
from hudhud.ui.panes.empty import EmptyKind
from hudhud.ui.panes.filters import ListFilter
from hudhud.ui.panes.message_list import MessageListPane
from hudhud.ui.typography import set_base_font
from support.message_rows import Pages, clock, ids

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

Chosen = list[tuple[MessageId, ...]]


@pytest.fixture
def pane(dressed: QApplication, qtbot: QtBot) -> MessageListPane:
    model = MessageListModel(Pages(), clock)
    pane = MessageListPane(model, MessageRowDelegate(clock))
    model.setParent(pane)
    qtbot.addWidget(pane)
    pane.resize(420, 700)
    pane.set_ids(ids(*range(100, 0, -1)))
    pane.show()
    qtbot.waitExposed(pane)
    return pane


@pytest.fixture
def heard(pane: MessageListPane) -> Chosen:
    heard: Chosen = []
    pane.selection_changed.connect(heard.append)
    return heard


def test_choosing_a_message_tells_its_id(pane: MessageListPane, heard: Chosen) -> None:
    pane.choose(MessageId(98))
    assert heard == [(98,)]


def test_the_choice_survives_another_order(
    pane: MessageListPane, heard: Chosen
) -> None:
    pane.choose(MessageId(98))
    pane.set_ids(ids(*range(1, 101)))
    assert pane.chosen_ids() == (98,)
    assert pane.table.currentIndex().row() == 97
    assert heard == [(98,)]


def test_the_choice_survives_new_mail_above(pane: MessageListPane) -> None:
    pane.choose(MessageId(98))
    pane.set_ids(ids(*range(105, 0, -1)))
    assert pane.chosen_ids() == (98,)


def test_what_left_the_list_is_no_longer_chosen(
    pane: MessageListPane, heard: Chosen
) -> None:
    pane.choose(MessageId(98))
    pane.set_ids(ids(3, 2, 1))
    assert heard == [(98,), ()]


def test_the_list_stays_where_it_was_scrolled_to(pane: MessageListPane) -> None:
    bar = pane.table.verticalScrollBar()
    bar.setValue(3000)
    before = pane.table.position()
    pane.set_ids(ids(*range(100, 50, -1), *range(49, 0, -1)))
    after = pane.table.position()
    assert (after.top, after.offset) == (before.top, before.offset)


def test_many_are_told_in_the_order_of_the_list(
    pane: MessageListPane, heard: Chosen
) -> None:
    pane.table.selectAll()
    assert heard[-1] == tuple(range(100, 0, -1))


def test_stepping_stops_at_both_ends(pane: MessageListPane) -> None:
    pane.step(-1)
    assert pane.chosen_ids() == (100,)
    pane.step(500)
    assert pane.chosen_ids() == (1,)


def test_enter_opens_the_current_message(pane: MessageListPane, qtbot: QtBot) -> None:
    pane.choose(MessageId(97))
    with qtbot.waitSignal(pane.activated) as told:
        QTest.keyClick(pane.table, Qt.Key.Key_Return)
    assert told.args == [97]


def test_letters_do_not_jump_about_in_the_list(pane: MessageListPane) -> None:
    pane.choose(MessageId(97))
    QTest.keyClicks(pane.table, "i")
    assert pane.chosen_ids() == (97,)


def test_searching_waits_for_a_pause_and_tells_once(
    pane: MessageListPane, qtbot: QtBot
) -> None:
    told: list[str] = []
    pane.search_changed.connect(told.append)
    QTest.keyClicks(pane.search, "invoice")
    qtbot.waitUntil(lambda: told == ["invoice"])


def test_clearing_the_search_is_told_at_once(pane: MessageListPane) -> None:
    told: list[str] = []
    pane.search_changed.connect(told.append)
    pane.search.setText("x")
    QTest.keyClick(pane.search, Qt.Key.Key_Return)
    QTest.keyClick(pane.search, Qt.Key.Key_Escape)
    assert told == ["x", ""]


def test_the_down_key_goes_from_the_search_into_the_list(
    pane: MessageListPane, qtbot: QtBot
) -> None:
    pane.activateWindow()
    pane.search.setFocus()
    QTest.keyClick(pane.search, Qt.Key.Key_Down)
    assert pane.chosen_ids() == (100,)


def test_filters_are_told_once_each(pane: MessageListPane) -> None:
    told: list[ListFilter] = []
    pane.filter_changed.connect(told.append)
    row = pane.filters
    for button in (row.unread, row.unread, row.all):
        button.click()
    assert told == [ListFilter(unread_only=True), ListFilter()]


def test_names_are_ordered_from_the_first_letter(pane: MessageListPane) -> None:
    told: list[ListFilter] = []
    pane.filter_changed.connect(told.append)
    pane.filters.orders[Order.SENDER].trigger()
    pane.filters.orders[Order.SIZE].trigger()
    assert told == [
        ListFilter(order=Order.SENDER, descending=False),
        ListFilter(order=Order.SIZE, descending=True),
    ]


@pytest.mark.parametrize("kind", EmptyKind)
def test_each_empty_place_says_something(
    pane: MessageListPane, kind: EmptyKind
) -> None:
    pane.show_empty(kind)
    assert pane.empty.isVisible() and not pane.table.isVisible()
    assert pane.empty.sentence
    pane.show_empty(None)
    assert pane.table.isVisible()


def test_the_button_of_an_empty_place_tells_which(
    pane: MessageListPane, qtbot: QtBot
) -> None:
    pane.show_empty(EmptyKind.NO_ACCOUNT)
    with qtbot.waitSignal(pane.empty_action_requested) as told:
        pane.empty.button.click()
    assert told.args == [EmptyKind.NO_ACCOUNT]


def test_a_density_changes_the_height_of_the_rows(pane: MessageListPane) -> None:
    before = pane.table.rowHeight(0)
    pane.set_density(Density.COMPACT)
    assert pane.table.rowHeight(0) < before


def test_the_rows_are_as_high_as_larger_type_needs(
    pane: MessageListPane, dressed: QApplication
) -> None:
    before, font = pane.table.rowHeight(0), dressed.font()
    larger = dressed.font()
    larger.setPointSizeF(font.pointSizeF() * 2)
    set_base_font(dressed, larger)
    assert pane.table.rowHeight(0) > 1.5 * before
    set_base_font(dressed, font)


def test_a_million_rows_are_listed_without_asking_for_them(
    dressed: QApplication, qtbot: QtBot
) -> None:
    pages = Pages()
    model = MessageListModel(pages, clock)
    pane = MessageListPane(model, MessageRowDelegate(clock))
    model.setParent(pane)
    qtbot.addWidget(pane)
    pane.set_ids(ids(*range(1_000_000)))
    pane.show()
    qtbot.waitExposed(pane)
    pane.table.verticalScrollBar().setValue(pane.table.verticalScrollBar().maximum())
    pane.table.viewport().repaint()
    assert sum(map(len, pages.asked)) <= 4 * 128


def test_the_menu_of_a_row_is_only_for_a_row(pane: MessageListPane) -> None:
    pane.set_ids(ids())
    pane.table.customContextMenuRequested.emit(QPoint(5, 5))
    assert QApplication.activePopupWidget() is None


def test_a_choice_can_be_taken_away(pane: MessageListPane, heard: Chosen) -> None:
    pane.choose(MessageId(5))
    flag = QItemSelectionModel.SelectionFlag.Clear
    pane.table.selectionModel().select(pane.table.currentIndex(), flag)
    assert heard == [(5,), ()]
