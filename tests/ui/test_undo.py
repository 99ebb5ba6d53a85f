"""Undo: what is taken back, what waits, and what is too late."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from pytestqt.qtbot import QtBot

from hudhud.domain.identifiers import AccountId, UniqueId
from hudhud.domain.retention import Verdict
from hudhud.ui.archive_writer import Choice, TakeBack
from hudhud.ui.controllers.undo import (
    Due,
    Step,
    UndoController,
    choices_for,
    reversal_of,
    step_for,
)
from support.window import NOW, WORK, ScriptedArchive, on_server, saved_on_server

LATER = NOW + timedelta(seconds=10)


class Clock:
    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def archive(qapp: object) -> Iterator[ScriptedArchive]:
    yield ScriptedArchive()


@pytest.fixture
def undo(archive: ScriptedArchive, clock: Clock) -> UndoController:
    return UndoController(archive, clock)  # type: ignore[arg-type]


class Heard:
    def __init__(self, undo: UndoController) -> None:
        self.due: list[Due] = []
        self.undone: list[Step] = []
        self.too_late: list[Step] = []
        undo.due.connect(self.due.append)
        undo.undone.connect(self.undone.append)
        undo.too_late.connect(self.too_late.append)


def deletion(number: int = 1) -> Step:
    return step_for([saved_on_server(number)], Verdict.DELETE, LATER)


def uids(*numbers: int) -> frozenset[UniqueId]:
    return frozenset(UniqueId(f"u{number}") for number in numbers)


def test_a_deletion_waits_until_it_is_released(
    undo: UndoController, clock: Clock
) -> None:
    heard = Heard(undo)
    undo.push(deletion())
    assert heard.due == []
    clock.now = LATER
    undo.release()
    assert heard.due == [Due(WORK, uids(1))]


def test_two_deletions_are_released_together(
    undo: UndoController, clock: Clock
) -> None:
    heard = Heard(undo)
    undo.push(deletion(1))
    undo.push(deletion(2))
    clock.now = LATER
    undo.release()
    assert heard.due == [Due(WORK, uids(1, 2))]


def test_released_too_early_it_waits_for_the_rest(
    qtbot: QtBot, undo: UndoController, clock: Clock
) -> None:
    heard = Heard(undo)
    undo.push(deletion())
    clock.now = LATER - timedelta(milliseconds=20)
    undo.release()
    assert heard.due == []
    clock.now = LATER
    qtbot.waitUntil(lambda: heard.due == [Due(WORK, uids(1))])


def test_without_a_time_to_undo_it_is_due_at_once(undo: UndoController) -> None:
    heard = Heard(undo)
    undo.push(step_for([saved_on_server()], Verdict.DELETE, NOW))
    assert heard.due == [Due(WORK, uids(1))]


def test_an_undone_deletion_is_never_due(
    undo: UndoController, archive: ScriptedArchive, clock: Clock
) -> None:
    heard = Heard(undo)
    step = deletion()
    undo.push(step)
    undo.undo()
    assert archive.asked == [TakeBack((Choice(WORK, (UniqueId("u1"),), None),), NOW)]
    archive.answer(1)
    assert heard.undone == [step]
    clock.now = LATER
    undo.release()
    assert heard.due == []


def test_undo_says_when_the_server_has_done_it_already(
    undo: UndoController, archive: ScriptedArchive
) -> None:
    heard = Heard(undo)
    step = deletion()
    undo.push(step)
    undo.undo()
    archive.answer(0)
    assert heard.too_late == [step]
    assert heard.undone == []


def test_steps_are_undone_from_the_last_to_the_first(
    undo: UndoController, archive: ScriptedArchive
) -> None:
    heard = Heard(undo)
    first, second = deletion(1), step_for([on_server(2)], Verdict.KEEP, NOW)
    undo.push(first)
    undo.push(second)
    undo.undo()
    archive.answer(1)
    undo.undo()
    archive.answer(1)
    assert heard.undone == [second, first]


def test_undo_is_offered_while_there_is_something_to_undo(
    undo: UndoController, archive: ScriptedArchive
) -> None:
    offered: list[bool] = []
    undo.available.connect(offered.append)
    undo.push(deletion())
    undo.undo()
    undo.undo()
    assert offered == [True, False]
    assert len(archive.asked) == 1


def test_a_decision_is_written_once_for_each_account() -> None:
    other = replace(saved_on_server(2), account=AccountId("home"))
    step = step_for([saved_on_server(1), other], Verdict.DELETE, LATER)
    assert choices_for(step) == (
        Choice(WORK, (UniqueId("u1"),), Verdict.DELETE),
        Choice(other.account, (UniqueId("u2"),), Verdict.DELETE),
    )


def test_an_earlier_verdict_comes_back_but_never_a_deletion() -> None:
    kept = replace(saved_on_server(1), verdict=Verdict.KEEP)
    doomed = replace(saved_on_server(2), verdict=Verdict.DELETE)
    step = step_for([kept, doomed], Verdict.SAVE_THEN_DELETE, LATER)
    assert reversal_of(step) == (
        Choice(WORK, (UniqueId("u1"),), Verdict.KEEP),
        Choice(WORK, (UniqueId("u2"),), None),
    )


def test_a_message_without_unique_id_is_left_out() -> None:
    nameless = replace(on_server(), uid=None)
    assert step_for([nameless], Verdict.DELETE, LATER).before == ()
