"""The program as a whole: opened, closed, and opened twice."""

import logging
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from hudhud.archive.lock import acquire_lock
from hudhud.config.paths import profile_at
from hudhud.ui.application import CANNOT_START, run_window
from hudhud.ui.main_window import MainWindow
from hudhud.ui.unexpected import Unexpected

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture(autouse=True)
def no_second_end(dressed: QApplication) -> Iterator[None]:
    """A wish to quit that is left over would end the loops of later tests."""
    yield
    dressed.removePostedEvents(dressed, QEvent.Type.Quit.value)


@contextmanager
def watching(app: QApplication, look: Callable[[], bool]) -> Iterator[None]:
    """Look every few milliseconds until there is something to be done."""
    timer = QTimer(app, interval=20)

    def stop_when_done() -> None:
        if look():
            timer.stop()

    timer.timeout.connect(stop_when_done)
    timer.start()
    yield
    timer.stop()


def main_windows() -> list[MainWindow]:
    tops = QApplication.topLevelWidgets()
    return [one for one in tops if isinstance(one, MainWindow) and one.isVisible()]


def close_window() -> bool:
    windows = main_windows()
    for one in windows:
        one.close()
    return bool(windows)


def test_a_window_that_is_closed_ends_the_program_and_leaves_nothing_running(
    dressed: QApplication, tmp_path: Path
) -> None:
    threads = threading.active_count()
    with watching(dressed, close_window):
        assert run_window(tmp_path) == 0
    assert threading.active_count() == threads
    acquire_lock(profile_at(tmp_path).archive_folder).release()


def test_a_second_window_is_refused_kindly(
    dressed: QApplication, tmp_path: Path
) -> None:
    said: list[str] = []

    def read_and_close() -> bool:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            said.append(box.text())
            box.accept()
        return bool(said)

    lock = acquire_lock(profile_at(tmp_path).archive_folder)
    with watching(dressed, read_and_close):
        assert run_window(tmp_path) == CANNOT_START
    lock.release()
    assert said[0].startswith("Hudhud is already open")
    assert not main_windows()


def test_a_broken_list_of_accounts_is_told_and_left_alone(
    dressed: QApplication, tmp_path: Path
) -> None:
    path = profile_at(tmp_path).accounts_file
    path.write_text("this is [not toml", encoding="utf-8")
    said: list[str] = []

    def read_and_close() -> bool:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            said.append(box.text())
            box.accept()
        return bool(said)

    with watching(dressed, read_and_close):
        assert run_window(tmp_path) == CANNOT_START
    assert "cannot be used" in said[0]
    assert path.read_text(encoding="utf-8") == "this is [not toml"


def test_what_nobody_foresaw_is_logged_and_told_once(
    qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    unexpected = Unexpected()
    told: list[bool] = []
    unexpected.happened.connect(lambda: told.append(True))

    def fail() -> None:
        raise ZeroDivisionError("in a thread")

    unexpected.install()
    try:
        with caplog.at_level(logging.CRITICAL, "hudhud.ui"):
            for _ in range(2):
                thread = threading.Thread(target=fail)
                thread.start()
                thread.join()
            qtbot.waitUntil(lambda: bool(told))
    finally:
        unexpected.uninstall()
    assert told == [True]
    assert caplog.text.count("ZeroDivisionError: in a thread") == 2


@pytest.mark.skipif(sys.platform == "win32", reason="no signals there")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_closes_the_window_in_order(
    dressed: QApplication, tmp_path: Path, number: signal.Signals
) -> None:
    def send() -> bool:
        if main_windows():
            os.kill(os.getpid(), number)
            return True
        return False

    before = signal.getsignal(number)
    with watching(dressed, send):
        assert run_window(tmp_path) == 0
    assert signal.getsignal(number) is before
    assert not main_windows()
