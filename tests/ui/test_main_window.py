"""The window as a whole: its parts, its names for a screen reader, its widths."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLineEdit,
    QProgressBar,
    QTableView,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from hudhud.domain.identifiers import AccountId
from hudhud.ui.actions import ActionSet, Menu, Wish
from hudhud.ui.language import install_language
from hudhud.ui.main_window import SMALLEST_SIZE, MainWindow
from hudhud.ui.models.message_list import MessageListModel
from hudhud.ui.panes.account_card import AccountCard
from hudhud.ui.theme import DARK, apply_theme
from hudhud.ui.typography import set_base_font
from support.message_rows import Pages, attachment, clock, ids, letter, row

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

CARD = AccountCard(
    AccountId("w"), "Work", "lena@northwind.example", 4_100_000_000, 6_000_000_000
)


@pytest.fixture
def window(dressed: QApplication, qtbot: QtBot) -> Iterator[MainWindow]:
    model = MessageListModel(Pages(), clock)
    window = MainWindow(model, clock)
    model.setParent(window)
    qtbot.addWidget(window)
    window.set_actions(ActionSet(window))
    window.sidebar.set_accounts((CARD,))
    window.message_list.set_title("All mail")
    window.message_list.set_ids(ids(3, 2, 1))
    window.show()
    qtbot.waitExposed(window)
    yield window


def controls(window: QWidget) -> list[QWidget]:
    kinds = (QAbstractButton, QLineEdit, QProgressBar, QTableView, QTextEdit)
    return [
        widget
        for widget in window.findChildren(QWidget)
        if isinstance(widget, kinds)
        and not widget.objectName().startswith("qt_")
        and type(widget).__name__ != "QTableCornerButton"
    ]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_everything_that_can_be_used_has_a_name(
    window: MainWindow, dressed: QApplication, qtbot: QtBot, language: str
) -> None:
    whole = letter()
    window.reader.show_letter(row(), whole)
    window.reader.attachments.show_attachments([attachment()])
    window.status_strip.show_work("Saving", 1, 2)
    install_language(dressed, language)
    unnamed = [
        widget
        for widget in controls(window)
        if widget.isVisible()
        and not widget.accessibleName()
        and not (isinstance(widget, QAbstractButton) and widget.text())
        and type(widget).__module__.startswith("hudhud")
    ]
    assert not unnamed


def test_the_verbs_stand_in_the_bar_but_checking_in_the_sidebar(
    window: MainWindow,
) -> None:
    names = [tool.defaultAction().objectName() for tool in window.bar.tools]
    assert names == [Wish.SAVE, Wish.SAVE_THEN_DELETE, Wish.DELETE, Wish.KEEP]


def test_every_action_can_be_reached_by_its_keys(window: MainWindow) -> None:
    held = {action.objectName() for action in window.actions()}
    assert held == {wish.value for wish in Wish}


def test_every_menu_has_its_title_in_the_language_on_show(
    window: MainWindow, dressed: QApplication, qtbot: QtBot
) -> None:
    assert window.menus[Menu.MESSAGE].title() == "Message"
    install_language(dressed, "ar")
    qtbot.waitUntil(lambda: window.menus[Menu.MESSAGE].title() == "الرسالة")


def test_words_leave_the_bar_where_they_do_not_fit(
    window: MainWindow, dressed: QApplication, qtbot: QtBot
) -> None:
    beside = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
    window.resize(1240, 700)
    qtbot.waitUntil(lambda: window.bar.tools[0].toolButtonStyle() == beside)
    font, larger = dressed.font(), dressed.font()
    larger.setPointSizeF(font.pointSizeF() * 2)
    set_base_font(dressed, larger)
    bare = Qt.ToolButtonStyle.ToolButtonIconOnly
    qtbot.waitUntil(lambda: window.bar.tools[0].toolButtonStyle() == bare)
    set_base_font(dressed, font)
    qtbot.waitUntil(lambda: window.bar.tools[0].toolButtonStyle() == beside)


@pytest.mark.parametrize("factor", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_smallest_window_is_never_too_small_for_its_parts(
    window: MainWindow, dressed: QApplication, language: str, factor: float
) -> None:
    install_language(dressed, language)
    font, larger = dressed.font(), dressed.font()
    larger.setPointSizeF(font.pointSizeF() * factor)
    set_base_font(dressed, larger)
    window.resize(*SMALLEST_SIZE)
    QApplication.processEvents()
    width = window.minimumSizeHint().width()
    set_base_font(dressed, font)
    assert width <= SMALLEST_SIZE[0]


def test_the_focus_goes_round_the_panes_both_ways(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.activateWindow()
    window.message_list.table.setFocus()
    window.reader.show_letter(row(), letter())
    window.focus_pane(1)
    qtbot.waitUntil(window.reader.body.hasFocus)
    window.focus_pane(1)
    qtbot.waitUntil(window.sidebar.first.hasFocus)
    window.focus_pane(-1)
    qtbot.waitUntil(window.reader.body.hasFocus)


def test_the_layout_comes_back(window: MainWindow) -> None:
    window.resize(*SMALLEST_SIZE)
    QApplication.processEvents()
    window.outer.setSizes([225, 675])
    state, before = window.layout_state(), window.outer.sizes()
    window.outer.setSizes([217, 683])
    window.restore_layout(state)
    assert window.outer.sizes() == before


@pytest.mark.parametrize("state", [b"", b"x", b"a b c", b"\xff \xff \xff"])
def test_a_layout_of_something_else_changes_nothing(
    window: MainWindow, state: bytes
) -> None:
    before = window.size()
    window.restore_layout(state)
    assert window.size() == before


def test_icons_follow_the_theme(window: MainWindow, dressed: QApplication) -> None:
    def look() -> object:
        return window.bar.tools[0].icon().pixmap(18, 18).toImage()

    light = look()
    apply_theme(dressed, DARK)
    assert look() != light


def test_the_toast_stands_inside_the_list(window: MainWindow) -> None:
    window.toast.show_undo("3 messages will be deleted from the server.", 10)
    pane = window.message_list.rect()
    assert pane.contains(window.toast.geometry())
    window.toast.dismiss()
