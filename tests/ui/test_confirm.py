"""The few questions: their buttons, the default one, and what Escape means."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from hudhud.ui.dialogs.confirm import Confirm, Reply

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

Question = Callable[[Confirm], Reply]


@pytest.fixture
def confirm(qtbot: QtBot) -> Confirm:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return Confirm(window)


def delete_unsaved(confirm: Confirm) -> Reply:
    return confirm.delete_unsaved(3)


def remove_account(confirm: Confirm) -> Reply:
    return confirm.remove_account("Work")


def unencrypted(confirm: Confirm) -> Reply:
    return confirm.unencrypted("pop.example.org")


def quit_while_busy(confirm: Confirm) -> Reply:
    return confirm.quit_while_busy()


def stricter_policy(confirm: Confirm) -> Reply:
    return confirm.stricter_policy(12, 3)


def answered(confirm: Confirm, ask: Question, key: Qt.Key) -> Reply:
    """Press one key in the question that comes up."""

    def press() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        QTest.keyClick(box, key)

    QTimer.singleShot(0, confirm, press)
    return ask(confirm)


@pytest.mark.parametrize(
    ("ask", "default"),
    [
        (delete_unsaved, Reply.SAVE_FIRST),
        (remove_account, Reply.CANCEL),
        (unencrypted, Reply.CANCEL),
        (quit_while_busy, Reply.FINISH),
        (stricter_policy, Reply.SHOW_LIST),
    ],
)
def test_return_takes_the_safe_answer(
    confirm: Confirm, ask: Question, default: Reply
) -> None:
    assert answered(confirm, ask, Qt.Key.Key_Return) is default


@pytest.mark.parametrize(
    "ask", [delete_unsaved, remove_account, unencrypted, quit_while_busy]
)
def test_escape_changes_nothing(confirm: Confirm, ask: Question) -> None:
    assert answered(confirm, ask, Qt.Key.Key_Escape) is Reply.CANCEL


def test_deleting_unsaved_mail_says_how_many_and_that_they_are_lost(
    confirm: Confirm,
) -> None:
    seen: list[str] = []

    def look() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        seen.extend([box.text(), box.informativeText()])
        seen.extend(button.text() for button in box.buttons())
        box.reject()

    QTimer.singleShot(0, confirm, look)
    confirm.delete_unsaved(3)
    assert "3" in seen[0]
    assert "cannot be brought back" in seen[1]
    assert {"Save first", "Delete without saving", "Cancel"} == set(seen[2:])
