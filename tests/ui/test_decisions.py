"""The five verbs: asked about where need be, told once durable."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from hudhud.domain.identifiers import MessageId, UniqueId
from hudhud.domain.retention import Verdict
from hudhud.ui.archive_writer import Choice, Decide, MarkRead
from hudhud.ui.controllers.decisions import MANY, DecisionsController
from hudhud.ui.controllers.undo import Step
from hudhud.ui.dialogs.confirm import Reply
from support.asks import ScriptedAsks
from support.window import (
    NOW,
    WORK,
    ScriptedArchive,
    on_server,
    saved_on_server,
    staged,
)

# Stand-ins are handed over where a thread or a widget is expected.
# mypy: disable-error-code="arg-type"

LATER = NOW + timedelta(seconds=10)


def now() -> datetime:
    return NOW


def ten() -> int:
    return 10


@pytest.fixture
def archive(qapp: object) -> Iterator[ScriptedArchive]:
    yield ScriptedArchive()


def decisions_of(archive: ScriptedArchive, asks: ScriptedAsks) -> DecisionsController:
    return DecisionsController(archive, asks, now, ten)


def decide(verdict: Verdict | None, *numbers: int, wait: bool = True) -> Decide:
    uids = tuple(UniqueId(f"u{number}") for number in numbers)
    return Decide((Choice(WORK, uids, verdict),), NOW, LATER if wait else NOW)


def test_a_decision_is_told_only_once_it_is_durable(archive: ScriptedArchive) -> None:
    decisions = decisions_of(archive, ScriptedAsks())
    told: list[Step] = []
    decisions.decided.connect(told.append)
    decisions.save([on_server(1), on_server(2)])
    assert archive.asked == [decide(Verdict.SAVE, 1, 2)]
    assert told == []
    archive.answer(2)
    assert [step.messages for step in told] == [(1, 2)]


def test_saved_messages_are_deleted_without_a_question(
    archive: ScriptedArchive,
) -> None:
    asks = ScriptedAsks()
    decisions_of(archive, asks).delete([saved_on_server(1)])
    assert archive.asked == [decide(Verdict.DELETE, 1)]
    assert asks.asked == []


def test_so_many_deletions_are_asked_about_even_if_saved(
    archive: ScriptedArchive,
) -> None:
    asks = ScriptedAsks(Reply.CANCEL)
    rows = [saved_on_server(number) for number in range(MANY + 1)]
    decisions_of(archive, asks).delete(rows)
    assert asks.asked == [("delete-many", MANY + 1)]
    assert archive.asked == []


@pytest.mark.parametrize(
    ("reply", "asked"),
    [
        (Reply.CANCEL, []),
        (Reply.DELETE_UNSAVED, [decide(Verdict.DELETE, 1, 2)]),
        (Reply.SAVE_FIRST, [decide(Verdict.SAVE_THEN_DELETE, 1, 2)]),
    ],
)
def test_unsaved_messages_are_always_asked_about(
    archive: ScriptedArchive, reply: Reply, asked: list[Decide]
) -> None:
    asks = ScriptedAsks(reply)
    decisions_of(archive, asks).delete([on_server(1), saved_on_server(2)])
    assert asks.asked == [("delete-unsaved", 1)]
    assert archive.asked == asked


def test_delete_now_keeps_what_was_allowed_and_waits_no_more(
    archive: ScriptedArchive,
) -> None:
    allowed = replace(staged(on_server(1)), verdict=Verdict.DELETE)
    by_rule = staged(saved_on_server(2))
    decisions_of(archive, ScriptedAsks()).delete_now([allowed, by_rule])
    assert archive.asked == [
        decide(Verdict.DELETE, 1, wait=False),
        decide(Verdict.SAVE_THEN_DELETE, 2, wait=False),
    ]


def test_cancelling_takes_a_decision_back(archive: ScriptedArchive) -> None:
    decisions_of(archive, ScriptedAsks()).cancel([staged(on_server(1))])
    assert archive.asked == [decide(None, 1)]


def test_reading_marks_a_message(archive: ScriptedArchive) -> None:
    decisions = decisions_of(archive, ScriptedAsks())
    marked: list[object] = []
    decisions.marked.connect(marked.append)
    decisions.count_as_read(on_server(1))
    assert archive.asked == [MarkRead((MessageId(1),), True)]
    archive.answer(1)
    assert marked == [(1,)]
