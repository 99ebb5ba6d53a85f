"""Closing the window: at once, or after a question while something is being saved."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from hudhud.domain.events import Phase, PhaseEntered
from hudhud.domain.identifiers import UniqueId
from hudhud.sync.plan import Job
from hudhud.ui.controllers.quitting import QuitController
from hudhud.ui.dialogs.confirm import Reply
from hudhud.ui.sync_worker import SyncThreads
from support.asks import ScriptedAsks
from support.engines import ScriptedEngine, account

LIMIT_MS = 5000
LAYLA = account("layla")
SAVE = Job(only=frozenset({UniqueId("u1")}))


class House:
    """A window, threads, and a person who gives one answer."""

    def __init__(self, window: QWidget, *replies: Reply) -> None:
        self.window = window
        self.engine = ScriptedEngine()
        self.threads = SyncThreads(self.engine)
        self.asks = ScriptedAsks(*replies)
        self.quitting = QuitController(window, self.threads, self.asks)
        self.left = 0
        self.quitting.leaving.connect(self._leave)

    def _leave(self) -> None:
        self.left += 1

    def begin(self, job: Job) -> None:
        """Start a run that goes on until it is stopped."""
        self.engine.script = self.engine.until_stopped
        self.threads.request(LAYLA, job)


@pytest.fixture
def houses(window: QWidget) -> Iterator[list[House]]:
    houses: list[House] = []
    yield houses
    for house in houses:
        house.threads.stop()
        assert house.threads.shut_down(LIMIT_MS)


@pytest.fixture
def window(qapp: QApplication) -> Iterator[QWidget]:
    window = QWidget()
    window.show()
    yield window
    window.hide()
    window.deleteLater()


def house(houses: list[House], window: QWidget, *replies: Reply) -> House:
    houses.append(House(window, *replies))
    return houses[-1]


def test_an_idle_window_closes_without_a_question(
    houses: list[House], window: QWidget
) -> None:
    one = house(houses, window)
    assert window.close()
    assert one.left == 1
    assert one.asks.asked == []


def test_looking_at_the_list_is_no_reason_to_ask(
    houses: list[House], window: QWidget
) -> None:
    one = house(houses, window)
    one.begin(Job())
    assert window.close()
    assert one.asks.asked == []


def test_cancel_keeps_the_window_open(houses: list[House], window: QWidget) -> None:
    one = house(houses, window, Reply.CANCEL)
    one.begin(SAVE)
    assert not window.close()
    assert one.left == 0
    assert window.isVisible()


def test_quit_now_closes_in_the_middle_of_saving(
    houses: list[House], window: QWidget
) -> None:
    one = house(houses, window, Reply.QUIT_NOW)
    one.begin(SAVE)
    assert window.close()
    assert one.left == 1


def test_finish_closes_as_soon_as_everything_is_saved(
    qtbot: QtBot, houses: list[House], window: QWidget
) -> None:
    one = house(houses, window, Reply.FINISH)
    one.begin(SAVE)
    assert not window.close()
    assert window.isVisible()
    one.threads.stop()
    qtbot.waitUntil(lambda: not window.isVisible())
    assert one.left == 1


def test_a_check_that_has_begun_to_save_is_asked_about(
    houses: list[House], window: QWidget
) -> None:
    one = house(houses, window, Reply.CANCEL)
    one.begin(Job())
    one.threads.happened.emit(PhaseEntered(LAYLA.id, Phase.SAVING))
    assert not window.close()
    one.threads.happened.emit(PhaseEntered(LAYLA.id, Phase.FINISHING))
    assert window.close()
