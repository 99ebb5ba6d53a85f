"""The list's model: ids of everything, rows of what is looked at."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from hudhud.domain.messages import State
from hudhud.ui.models.message_list import (
    PAGE_ROWS,
    ROW_ROLE,
    ROWS_KEPT,
    MessageListModel,
)
from support.message_rows import Pages, clock, ids, row


@pytest.fixture
def pages() -> Pages:
    return Pages()


@pytest.fixture
def model(dressed: QApplication, pages: Pages) -> MessageListModel:
    model = MessageListModel(pages, clock)
    mode = QAbstractItemModelTester.FailureReportingMode.Warning
    QAbstractItemModelTester(model, mode, model)
    return model


def test_it_has_a_row_for_each_id_in_one_column(model: MessageListModel) -> None:
    model.set_ids(ids(9, 8, 7))
    assert (model.rowCount(), model.columnCount()) == (3, 1)


def test_a_row_is_not_asked_for_until_it_is_looked_at(
    model: MessageListModel, pages: Pages
) -> None:
    model = MessageListModel(pages, clock)
    model.set_ids(ids(*range(1000)))
    assert not pages.asked


def test_looking_at_a_row_asks_for_its_page_once(pages: Pages) -> None:
    model = MessageListModel(pages, clock)
    model.set_ids(ids(*range(1000)))
    for number in range(PAGE_ROWS):
        model.data(model.index(number, 0), ROW_ROLE)
    assert pages.asked == [list(range(PAGE_ROWS))]


def test_pages_far_apart_do_not_pile_up(pages: Pages) -> None:
    model = MessageListModel(pages, clock)
    model.set_ids(ids(*range(3 * ROWS_KEPT)))
    for number in range(0, 3 * ROWS_KEPT, PAGE_ROWS):
        assert model.message_at(model.index(number, 0)) is not None
    before = len(pages.asked)
    model.message_at(model.index(0, 0))
    assert len(pages.asked) == before + 1


def test_new_messages_in_front_are_told_as_inserted(
    model: MessageListModel, pages: Pages
) -> None:
    model.set_ids(ids(3, 2, 1))
    heard: list[tuple[int, int]] = []
    model.rowsInserted.connect(lambda _, first, last: heard.append((first, last)))
    model.set_ids(ids(5, 4, 3, 2, 1))
    assert heard == [(0, 1)]
    assert model.row_of(1) == 4


def test_another_order_is_told_as_a_reset(model: MessageListModel) -> None:
    model.set_ids(ids(3, 2, 1))
    heard: list[str] = []
    model.modelReset.connect(lambda: heard.append("reset"))
    model.set_ids(ids(1, 2, 3))
    assert heard == ["reset"]


def test_a_refreshed_row_is_asked_for_again(
    model: MessageListModel, pages: Pages
) -> None:
    model.set_ids(ids(2, 1))
    model.message_at(model.index(0, 0))
    pages.rows[1] = replace(row(1), state=State.SAVED)
    changed: list[int] = []
    model.dataChanged.connect(lambda first, *_: changed.append(first.row()))
    model.refresh([1])
    found = model.message_at(model.index(1, 0))
    assert changed == [1]
    assert found is not None and found.state is State.SAVED


def test_refreshing_what_was_never_seen_is_silent(
    model: MessageListModel, pages: Pages
) -> None:
    model = MessageListModel(pages, clock)
    model.set_ids(ids(2, 1))
    heard: list[object] = []
    model.dataChanged.connect(lambda *_: heard.append(1))
    model.refresh([1, 77])
    assert not heard


def test_an_id_that_the_archive_no_longer_knows_has_no_row(
    dressed: QApplication,
) -> None:
    model = MessageListModel(lambda wanted: [], clock)
    model.set_ids(ids(1))
    assert model.data(model.index(0, 0), ROW_ROLE) is None
    assert model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole) is None


def test_a_row_is_read_aloud_in_full(model: MessageListModel) -> None:
    model.set_ids(ids(1))
    spoken = model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == (
        "New, from Layla Hassan, Invoice for October, Today at 11:05\u202fAM, "
        "On server only, 24 kilobytes, 1 attachment"
    )


def test_the_first_lines_are_its_description(model: MessageListModel) -> None:
    model.set_ids(ids(1))
    role = Qt.ItemDataRole.AccessibleDescriptionRole
    assert model.data(model.index(0, 0), role) == "Please find attached the invoice."


def test_ids_of_a_span_come_in_the_order_of_the_list(model: MessageListModel) -> None:
    model.set_ids(ids(9, 4, 6, 2))
    assert model.ids_between(1, 2) == [4, 6]
