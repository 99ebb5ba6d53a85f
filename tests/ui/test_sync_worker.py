"""Runs on threads: heard on the window's, two at once, stopped at once."""

from collections.abc import Iterator
from dataclasses import replace
from threading import Event as Flag
from threading import get_ident

import pytest
from pytestqt.qtbot import QtBot

from hudhud.domain.accounts import Account
from hudhud.domain.events import (
    MessagesStored,
    Phase,
    Progress,
    Report,
    RunFinished,
)
from hudhud.domain.failures import FailureKind
from hudhud.domain.identifiers import AccountId, MessageId, UniqueId
from hudhud.pop3.transport import Stop
from hudhud.sync.plan import Job
from hudhud.ui.event_post import thinned
from hudhud.ui.sync_worker import SyncThreads, joined_job
from support.engines import PATIENCE_S, ScriptedEngine, account

LIMIT_MS = 5000


def finished(name: str, report: Report | None = None) -> RunFinished:
    return RunFinished(AccountId(name), report or Report())


@pytest.fixture
def engine() -> ScriptedEngine:
    return ScriptedEngine()


@pytest.fixture
def threads(qapp: object, engine: ScriptedEngine) -> Iterator[SyncThreads]:
    threads = SyncThreads(engine)
    yield threads
    threads.stop()
    assert threads.shut_down(LIMIT_MS)


class Ears:
    """Gathers events; knows on which thread they were heard."""

    def __init__(self, threads: SyncThreads) -> None:
        self.events: list[object] = []
        self.heard_on: set[int] = set()
        threads.happened.connect(self.hear)

    def hear(self, event: object) -> None:
        self.events.append(event)
        self.heard_on.add(get_ident())

    def ends(self) -> list[RunFinished]:
        return [one for one in self.events if isinstance(one, RunFinished)]


def test_a_run_happens_off_the_window_thread_and_is_heard_on_it(
    qtbot: QtBot, threads: SyncThreads, engine: ScriptedEngine
) -> None:
    ears = Ears(threads)
    threads.request(account("layla"), Job())
    qtbot.waitUntil(lambda: bool(ears.ends()))
    assert ears.events[-1] == finished("layla")
    assert ears.heard_on == {get_ident()}
    assert get_ident() not in engine.ran_on


def test_at_most_two_accounts_run_at_once(
    qtbot: QtBot, threads: SyncThreads, engine: ScriptedEngine
) -> None:
    ears = Ears(threads)
    both = Flag()

    def meet(account: Account, stop: Stop) -> Report:
        if len(engine.at_once) >= 2:
            both.set()
        assert both.wait(PATIENCE_S)
        return Report()

    engine.script = meet
    for name in ("one", "two", "three", "four"):
        threads.request(account(name), Job())
    qtbot.waitUntil(lambda: len(ears.ends()) == 4)
    assert max(len(running) for running in engine.at_once) == 2


def test_one_account_never_runs_twice_at_once(
    qtbot: QtBot, threads: SyncThreads, engine: ScriptedEngine
) -> None:
    ears = Ears(threads)
    for uid in ("a", "b"):
        threads.request(account("layla"), Job(only=frozenset({UniqueId(uid)})))
        threads.request(account("layla"), Job(save=False))
    qtbot.waitUntil(lambda: not threads.busy())
    assert all(len(running) == 1 for running in engine.at_once)
    assert len(ears.ends()) == len(engine.ran) == 3


def test_a_second_request_for_the_same_waits_only_once(
    qtbot: QtBot, threads: SyncThreads, engine: ScriptedEngine
) -> None:
    engine.script = engine.until_stopped
    threads.request(account("layla"), Job())
    threads.request(account("layla"), Job())
    threads.request(account("layla"), Job())
    assert len(threads.jobs()) == 2


def test_stop_ends_a_run_and_forgets_what_waits(
    qtbot: QtBot, threads: SyncThreads, engine: ScriptedEngine
) -> None:
    engine.script = engine.until_stopped
    ears = Ears(threads)
    threads.request(account("layla"), Job())
    threads.request(account("layla"), Job(save=False))
    qtbot.waitUntil(lambda: bool(engine.ran))
    threads.stop(AccountId("layla"))
    qtbot.waitUntil(lambda: not threads.busy(), timeout=1000)
    assert [end.report.stopped for end in ears.ends()] == [True, True]
    assert len(engine.ran) == 1


def test_stopping_one_account_leaves_the_other_alone(
    qtbot: QtBot, threads: SyncThreads, engine: ScriptedEngine
) -> None:
    engine.script = engine.until_stopped
    threads.request(account("layla"), Job())
    threads.request(account("omar"), Job())
    qtbot.waitUntil(lambda: len(engine.ran) == 2)
    threads.stop(AccountId("layla"))
    qtbot.waitUntil(lambda: threads.busy() == {"omar"}, timeout=1000)


def test_what_the_engine_never_expected_is_reported_and_the_next_run_goes_on(
    qtbot: QtBot, threads: SyncThreads, engine: ScriptedEngine
) -> None:
    ears = Ears(threads)

    def fail(account: Account, stop: Stop) -> Report:
        raise ZeroDivisionError

    engine.script = fail
    threads.request(account("layla"), Job())
    qtbot.waitUntil(lambda: not threads.busy())
    failure = ears.ends()[0].report.failure
    assert failure is not None
    assert failure.kind is FailureKind.UNEXPECTED
    engine.script = lambda account, stop: Report()
    threads.request(account("layla"), Job())
    qtbot.waitUntil(lambda: len(ears.ends()) == 2)
    assert ears.ends()[1] == finished("layla")


def test_shutting_down_ends_a_run_that_is_under_way(
    qtbot: QtBot, qapp: object, engine: ScriptedEngine
) -> None:
    engine.script = engine.until_stopped
    threads = SyncThreads(engine)
    threads.request(account("layla"), Job())
    qtbot.waitUntil(lambda: bool(engine.ran))
    assert threads.shut_down(LIMIT_MS)


LAYLA = AccountId("layla")


def stored(*messages: int) -> MessagesStored:
    return MessagesStored(LAYLA, tuple(map(MessageId, messages)))


def progress(done: int) -> Progress:
    return Progress(LAYLA, Phase.SAVING, done, 9)


def test_neighbouring_facts_of_one_kind_are_told_as_one() -> None:
    assert thinned([stored(1), stored(2, 3)]) == [stored(1, 2, 3)]


def test_only_the_latest_progress_of_a_phase_is_told() -> None:
    events = [progress(1), stored(1), progress(2), stored(2), progress(3)]
    assert thinned(events) == [stored(1), stored(2), progress(3)]


def test_facts_of_different_accounts_stay_apart() -> None:
    other = replace(stored(2), account=AccountId("omar"))
    assert thinned([stored(1), other, stored(3)]) == [stored(1), other, stored(3)]


def only(*uids: str, save: bool = True) -> Job:
    return Job(save=save, only=frozenset(map(UniqueId, uids)))


@pytest.mark.parametrize(
    ("waiting", "asked", "joined"),
    [
        (Job(), Job(), Job()),
        (only("a"), only("b"), only("a", "b")),
        (only("a"), only("b", save=False), None),
        (Job(), only("a"), None),
        (only("a"), Job(), None),
    ],
)
def test_requests_are_joined_only_where_neither_does_more_than_was_asked(
    waiting: Job, asked: Job, joined: Job | None
) -> None:
    assert joined_job(waiting, asked) == joined
