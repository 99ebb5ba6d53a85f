"""Runs of the engine on threads of their own, at most two at once, one an account.

Everybody who listens is called on the window's thread. Read `SyncThreads` first; the
worker only calls the engine and never lets an exception out.
"""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Protocol

from PySide6.QtCore import QObject, QThread, QTimer, Signal, Slot

from hudhud.domain.accounts import Account
from hudhud.domain.events import Event, Report, RunFinished
from hudhud.domain.identifiers import AccountId
from hudhud.pop3.transport import Stop
from hudhud.sync.plan import Job
from hudhud.ui.event_post import EventPost, thinned
from hudhud.ui.thread_edge import attempt

LANES = 2
GATHER_MS = 100

Listener = Callable[[Event], None]


class Engine(Protocol):
    """What the worker asks of `hudhud.sync.engine.Engine`."""

    def run(
        self, account: Account, job: Job, listen: Listener, stop: Stop
    ) -> Report: ...


@dataclass(frozen=True, slots=True)
class Order:
    account: Account
    job: Job
    stop: Stop


@dataclass(frozen=True, slots=True)
class _Ended:
    """The worker is free again; always behind the run's own last event."""

    order: Order


def joined_job(waiting: Job, asked: Job) -> Job | None:
    """One job that does both, or None: a job that names messages is never widened by
    one that does not, nor is one that only deletes made to save.
    """
    if waiting == asked:
        return waiting
    if waiting.only is None or asked.only is None:
        return None
    if replace(waiting, only=None) != replace(asked, only=None):
        return None
    return replace(waiting, only=waiting.only | asked.only)


class SyncWorker(QObject):
    """Lives on a sync thread. Its only state is the engine it was given."""

    called = Signal()

    def __init__(self, engine: Engine, post: EventPost) -> None:
        super().__init__()
        self._engine = engine
        self._post = post
        self._has_finished = False

    @Slot(object)
    def carry_out(self, order: Order) -> None:
        self._has_finished = False
        failure = attempt(lambda: self._run(order))
        if not self._has_finished:
            report = Report(failure=failure, stopped=order.stop.is_set())
            self._tell(RunFinished(order.account.id, report))
        self._tell(_Ended(order))

    def _run(self, order: Order) -> None:
        if order.stop.is_set():
            return
        self._engine.run(order.account, order.job, self._tell, order.stop)

    def _tell(self, event: object) -> None:
        self._has_finished |= isinstance(event, RunFinished)
        if self._post.put(event):
            self.called.emit()


class Lane(QObject):
    """One thread with its worker, and what it is busy with.

    The thread starts with its first order, so that one which was never used is never
    running, whatever happens to its owner.
    """

    _ordered = Signal(object)

    def __init__(self, engine: Engine, post: EventPost, parent: QObject) -> None:
        super().__init__(parent)
        self.order: Order | None = None
        self.thread_of_worker = QThread(self)
        self.worker = SyncWorker(engine, post)
        self.worker.moveToThread(self.thread_of_worker)
        self._ordered.connect(self.worker.carry_out)

    def start(self, order: Order) -> None:
        self.order = order
        self.thread_of_worker.start()
        self._ordered.emit(order)

    def end(self) -> None:
        if self.order is not None:
            self.order.stop.set()
        self.thread_of_worker.quit()


class SyncThreads(QObject):
    """The window's handle on all runs: ask for one, hear of it, stop it."""

    happened = Signal(object)
    busy_changed = Signal()

    def __init__(self, engine: Engine, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._post = EventPost()
        self._waiting: deque[Order] = deque()
        self._lanes = [Lane(engine, self._post, self) for _ in range(LANES)]
        self._gathering = QTimer(self, singleShot=True, interval=GATHER_MS)
        self._gathering.timeout.connect(self._deliver)
        for lane in self._lanes:
            lane.worker.called.connect(self._gather)

    def request(self, account: Account, job: Job) -> None:
        """Run now, or as soon as a thread and the account are free."""
        for place, order in enumerate(self._waiting):
            if order.account.id != account.id:
                continue
            joined = joined_job(order.job, job)
            if joined is not None:
                self._waiting[place] = Order(account, joined, order.stop)
                return
        self._waiting.append(Order(account, job, Stop()))
        self._start_what_can()
        self.busy_changed.emit()

    def stop(self, account: AccountId | None = None) -> None:
        """End the account's run and forget its requests; None stops everything."""
        left = [one for one in self._waiting if account in (None, one.account.id)]
        for order in left:
            self._waiting.remove(order)
            self.happened.emit(RunFinished(order.account.id, Report(stopped=True)))
        for lane in self._lanes:
            if lane.order and account in (None, lane.order.account.id):
                lane.order.stop.set()
        self.busy_changed.emit()

    def running(self) -> frozenset[AccountId]:
        return frozenset(lane.order.account.id for lane in self._lanes if lane.order)

    def busy(self) -> frozenset[AccountId]:
        """Accounts whose run is under way or waits for its turn."""
        return self.running() | {order.account.id for order in self._waiting}

    def jobs(self) -> tuple[Job, ...]:
        """What is under way or waits for its turn."""
        under_way = [lane.order for lane in self._lanes if lane.order]
        return tuple(order.job for order in [*under_way, *self._waiting])

    def shut_down(self, limit_ms: int) -> bool:
        """End every thread; False where one still hangs in the system after that."""
        self._waiting.clear()
        for lane in self._lanes:
            lane.end()
        ended = [lane.thread_of_worker.wait(limit_ms) for lane in self._lanes]
        self._gathering.stop()
        return all(ended)

    def _start_what_can(self) -> None:
        for lane in self._lanes:
            order = self._next_order() if lane.order is None else None
            if order is not None:
                self._waiting.remove(order)
                lane.start(order)

    def _next_order(self) -> Order | None:
        running = self.running()
        free = (one for one in self._waiting if one.account.id not in running)
        return next(free, None)

    @Slot()
    def _gather(self) -> None:
        if not self._gathering.isActive():
            self._gathering.start()

    @Slot()
    def _deliver(self) -> None:
        for event in thinned(self._post.take()):
            if isinstance(event, _Ended):
                self._free(event.order)
            else:
                self.happened.emit(event)

    def _free(self, order: Order) -> None:
        for lane in self._lanes:
            if lane.order is order:
                lane.order = None
        self._start_what_can()
        self.busy_changed.emit()
