"""Banner, toast and status strip."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from hudhud.domain.failures import Sentences
from hudhud.ui.panes.banner import Banner
from hudhud.ui.panes.status_strip import StatusStrip
from hudhud.ui.panes.toast import TICK_MS, Toast
from hudhud.ui.words import fill, machine

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def banner(dressed: QApplication, qtbot: QtBot) -> Banner:
    banner = Banner()
    qtbot.addWidget(banner)
    return banner


@pytest.fixture
def toast(dressed: QApplication, qtbot: QtBot) -> Iterator[Toast]:
    window = QWidget()
    field = QLineEdit(window)
    toast = Toast(window)
    toast.setGeometry(0, 60, 300, 50)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    field.setFocus()
    yield toast


@pytest.fixture
def strip(dressed: QApplication, qtbot: QtBot) -> StatusStrip:
    strip = StatusStrip()
    qtbot.addWidget(strip)
    strip.show()
    return strip


def told() -> Sentences:
    happened = fill("Hudhud could not reach %1.", machine("pop.example.org"))
    return Sentences(happened, "Your saved mail is unaffected.", "Try again.")


def entering() -> QEnterEvent:
    point = QPointF(1, 1)
    return QEnterEvent(point, point, point)


def test_a_failure_says_what_happened_what_is_safe_and_what_to_do(
    banner: Banner,
) -> None:
    banner.show_failure(told(), "-ERR")
    assert "pop.example.org" in banner.happened.text()
    assert banner.rest.text() == "Your saved mail is unaffected. Try again."


def test_details_are_shown_on_demand_alone(banner: Banner) -> None:
    banner.show_failure(told(), "-ERR [SYS/TEMP] later")
    assert not banner.details.isVisible()
    banner.details_button.click()
    assert banner.details.isVisible()
    assert banner.details.toPlainText() == "-ERR [SYS/TEMP] later"


def test_without_details_there_is_no_button_for_them(banner: Banner) -> None:
    banner.show_failure(told())
    assert not banner.details_button.isVisible()


def test_what_is_copied_has_no_isolates(banner: Banner) -> None:
    banner.show_failure(told(), "-ERR")
    banner.details_button.click()
    banner.copy_button.click()
    assert QGuiApplication.clipboard().text() == (
        "Hudhud could not reach pop.example.org.\n"
        "Your saved mail is unaffected. Try again.\n-ERR"
    )


def test_a_note_replaces_a_failure_whole(banner: Banner) -> None:
    banner.show_failure(told(), "-ERR")
    banner.details_button.click()
    banner.show_note("The server renumbered all messages.")
    assert banner.property("kind") == "note"
    assert not banner.rest.isVisible() and not banner.details.isVisible()


def test_the_banner_can_be_closed(banner: Banner) -> None:
    banner.show_note("x")
    banner.close_button.click()
    assert not banner.isVisible()


def test_the_toast_runs_out_once_and_says_so(toast: Toast, qtbot: QtBot) -> None:
    heard: list[str] = []
    toast.expired.connect(lambda: heard.append("expired"))
    toast.undo_requested.connect(lambda: heard.append("undo"))
    toast.show_undo("3 messages will be deleted.", 0)
    qtbot.waitUntil(lambda: heard == ["expired"])
    assert not toast.isVisible()


def test_undo_ends_the_toast_without_expiring(toast: Toast, qtbot: QtBot) -> None:
    toast.show_undo("x", 10)
    with (
        qtbot.assertNotEmitted(toast.expired, wait=2 * TICK_MS),
        qtbot.waitSignal(toast.undo_requested),
    ):
        toast.undo_button.click()
    assert not toast.isVisible()


def test_the_time_stands_still_under_the_pointer(toast: Toast, qtbot: QtBot) -> None:
    toast.show_undo("x", 0)
    QApplication.sendEvent(toast, entering())
    with qtbot.assertNotEmitted(toast.expired, wait=3 * TICK_MS):
        pass
    with qtbot.waitSignal(toast.expired):
        QApplication.sendEvent(toast, QEvent(QEvent.Type.Leave))


def test_the_time_stands_still_while_undo_has_the_focus(
    toast: Toast, qtbot: QtBot
) -> None:
    toast.show_undo("x", 0)
    toast.window().activateWindow()
    toast.undo_button.setFocus()
    qtbot.waitUntil(toast.undo_button.hasFocus)
    with qtbot.assertNotEmitted(toast.expired, wait=3 * TICK_MS):
        pass
    with qtbot.waitSignal(toast.undo_requested):
        QTest.keyClick(toast.undo_button, Qt.Key.Key_Space)


def test_work_shows_how_far_it_is(strip: StatusStrip, qtbot: QtBot) -> None:
    strip.show_work("Saving 12 of 38", 12, 38)
    assert strip.bar.isVisible() and strip.bar.value() == 31
    with qtbot.waitSignal(strip.stop_requested):
        strip.stop_button.click()


def test_rest_has_neither_bar_nor_stop(strip: StatusStrip) -> None:
    strip.show_work("x", 0, 0)
    strip.show_rest("Last check: 10:42")
    assert not strip.bar.isVisible() and not strip.stop_button.isVisible()
    assert strip.text.text() == "Last check: 10:42"


def test_the_strip_keeps_its_height(strip: StatusStrip) -> None:
    strip.show_rest("")
    before = strip.height()
    strip.show_work("x", 1, 2)
    assert strip.height() == before
