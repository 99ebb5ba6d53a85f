"""A thread with its own archive: questions in, answers on the window's thread.

Of questions that replace one another only the latest is answered; deeds are carried out
one by one, in order. What is asked and how it is answered is told in
`archive_reader.py` and `archive_writer.py`.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import ClassVar, Protocol

from PySide6.QtCore import QObject, QThread, Signal, Slot

from hudhud.archive.archive import Archive, open_archive
from hudhud.domain.failures import Failure
from hudhud.domain.identifiers import MessageId
from hudhud.ui.thread_edge import attempt

Stopped = Callable[[], bool]


class Question(Protocol):
    """A frozen value. `REPLACES`: a later one of its kind makes this one pointless."""

    REPLACES: ClassVar[bool]


@dataclass(frozen=True, slots=True)
class Answer:
    """`value` is None where `failure` says why there is none."""

    question: Question
    value: object
    failure: Failure | None = None


@dataclass(frozen=True, slots=True)
class Ticket:
    number: int
    question: Question


@dataclass(frozen=True, slots=True)
class _Answered:
    ticket: Ticket
    answer: Answer


class QuestionQueue:
    """Questions that wait for the thread. Safe between threads."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._waiting: OrderedDict[Hashable, Ticket] = OrderedDict()
        self._latest: dict[type, int] = {}
        self._given = 0
        self.is_closed = False

    def put(self, question: Question) -> None:
        with self._lock:
            self._given += 1
            kind = type(question)
            key: Hashable = kind if question.REPLACES else self._given
            self._waiting.pop(key, None)
            self._waiting[key] = Ticket(self._given, question)
            self._latest[kind] = self._given

    def take(self) -> Ticket | None:
        with self._lock:
            if not self._waiting or self.is_closed:
                return None
            return self._waiting.popitem(last=False)[1]

    def is_pointless(self, ticket: Ticket) -> bool:
        """True once nobody waits for this answer any more."""
        if not ticket.question.REPLACES:
            return self.is_closed
        return self.is_closed or self._latest[type(ticket.question)] != ticket.number

    def is_wanted(self) -> bool:
        """True where something better than idle work is to be done."""
        return self.is_closed or bool(self._waiting)

    def close(self) -> None:
        with self._lock:
            self.is_closed = True
            self._waiting.clear()


@dataclass(frozen=True, slots=True)
class Idled:
    """What idle work did: how many messages, and which rows read differently now."""

    done: int
    touched: tuple[MessageId, ...] = ()


@dataclass(frozen=True, slots=True)
class Duties:
    """How questions are answered, and what is done when there are none.

    `idle` does a little and is called again until there is nothing left; it ends early
    when asked.
    """

    answer: Callable[[Archive, Question, Stopped], object]
    idle: Callable[[Archive, Stopped], Idled] | None = None
    read_only: bool = False


class ArchiveWorker(QObject):
    """Lives on the thread; its archive is opened, used and closed there."""

    answered = Signal(object)
    idled = Signal(object)

    def __init__(self, folder: Path, queue: QuestionQueue, duties: Duties) -> None:
        super().__init__()
        self._folder = folder
        self._queue = queue
        self._duties = duties
        self._archive: Archive | None = None
        self._is_broken = False

    @Slot()
    def work(self) -> None:
        while not self._queue.is_closed:
            ticket = self._queue.take()
            if ticket is not None:
                self._answer(ticket)
            elif not self._is_idle_work_left():
                return

    @Slot()
    def leave(self) -> None:
        if self._archive is not None:
            attempt(self._archive.close)
            self._archive = None
        QThread.currentThread().quit()

    def _answer(self, ticket: Ticket) -> None:
        found: list[object] = []

        def ask() -> None:
            stopped = lambda: self._queue.is_pointless(ticket)  # noqa: E731
            found.append(self._duties.answer(self._open(), ticket.question, stopped))

        failure = attempt(ask)
        value = found[0] if found else None
        answer = Answer(ticket.question, value, failure)
        self.answered.emit(_Answered(ticket, answer))

    def _is_idle_work_left(self) -> bool:
        """Do a little of it first. What failed once is not tried again and again."""
        idle = self._duties.idle
        if idle is None or self._is_broken:
            return False
        found: list[Idled] = []
        is_wanted = self._queue.is_wanted
        failure = attempt(lambda: found.append(idle(self._open(), is_wanted)))
        self._is_broken = failure is not None
        if not found or not found[0].done:
            return False
        self.idled.emit(found[0].touched)
        return True

    def _open(self) -> Archive:
        if self._archive is None:
            read_only = self._duties.read_only
            self._archive = open_archive(self._folder, read_only=read_only)
        return self._archive


class ArchiveThread(QObject):
    """The window's handle: ask, and hear the answer on the window's thread.

    `answered` and `failed` carry an Answer, `idled` the messages of idle work.
    """

    answered = Signal(object)
    failed = Signal(object)
    idled = Signal(object)
    _called = Signal()
    _dismissed = Signal()

    def __init__(
        self, folder: Path, duties: Duties, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._queue = QuestionQueue()
        self._thread = QThread(self)
        self._worker = ArchiveWorker(folder, self._queue, duties)
        self._worker.moveToThread(self._thread)
        self._worker.answered.connect(self._relay)
        self._worker.idled.connect(self._relay_idled)
        self._called.connect(self._worker.work)
        self._dismissed.connect(self._worker.leave)

    def ask(self, question: Question) -> None:
        self._queue.put(question)
        self.wake()

    def wake(self) -> None:
        """There may be idle work. The thread starts when it is first needed."""
        if not self._queue.is_closed:
            self._thread.start()
            self._called.emit()

    def shut_down(self, limit_ms: int) -> bool:
        """End the thread; False where it still hangs in the system after that."""
        self._queue.close()
        if not self._thread.isRunning():
            return True
        self._dismissed.emit()
        return self._thread.wait(limit_ms)

    @Slot(object)
    def _relay(self, answered: _Answered) -> None:
        if self._queue.is_pointless(answered.ticket):
            return
        answer = answered.answer
        if answer.failure is None:
            self.answered.emit(answer)
        else:
            self.failed.emit(answer)

    @Slot(object)
    def _relay_idled(self, messages: tuple[MessageId, ...]) -> None:
        self.idled.emit(messages)
