"""What was decided and may still be taken back: fifty steps, and the toast.

Deletions wait here until the toast has run out; then `due` says which messages may go,
and the next session carries it out. Undo after that is honest about being too late.
"""

from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from hudhud.domain.identifiers import AccountId, MessageId, UniqueId
from hudhud.domain.messages import MessageRow
from hudhud.domain.retention import Verdict
from hudhud.ui.archive_thread import Answer, ArchiveThread
from hudhud.ui.archive_writer import Choice, TakeBack

STEPS = 50
# A clock and a timer do not agree to the millisecond.
MARGIN_MS = 50


@dataclass(frozen=True, slots=True)
class Before:
    """One message as it was before a decision."""

    message: MessageId
    account: AccountId
    uid: UniqueId
    verdict: Verdict | None
    saved: bool


@dataclass(frozen=True, slots=True)
class Step:
    """A decision that was made durable; `verdict` None is one taken back."""

    verdict: Verdict | None
    before: tuple[Before, ...]
    not_before: datetime

    @property
    def messages(self) -> tuple[MessageId, ...]:
        return tuple(one.message for one in self.before)


@dataclass(frozen=True, slots=True)
class Due:
    """Messages of one account whose decision may be carried out now."""

    account: AccountId
    uids: frozenset[UniqueId]


def step_for(
    rows: Iterable[MessageRow], verdict: Verdict | None, not_before: datetime
) -> Step:
    before = tuple(
        Before(row.id, row.account, row.uid, row.verdict, row.saved)
        for row in rows
        if row.uid is not None
    )
    return Step(verdict, before, not_before)


def choices_for(step: Step) -> tuple[Choice, ...]:
    """The step in the archive's words: one choice an account."""
    return _grouped((one, step.verdict) for one in step.before)


def reversal_of(step: Step) -> tuple[Choice, ...]:
    """What brings back the verdicts from before the step.

    A message that was to be deleted before is not staged again behind one's back: its
    decision is cleared, since undo never makes anything vanish.
    """
    return _grouped(
        (one, None if one.verdict and one.verdict.deletes else one.verdict)
        for one in step.before
    )


def due_of(steps: Iterable[Step]) -> tuple[Due, ...]:
    uids: dict[AccountId, set[UniqueId]] = {}
    for step in steps:
        for one in step.before:
            uids.setdefault(one.account, set()).add(one.uid)
    return tuple(Due(account, frozenset(found)) for account, found in uids.items())


def _grouped(
    pairs: Iterable[tuple[Before, Verdict | None]],
) -> tuple[Choice, ...]:
    groups: dict[tuple[AccountId, Verdict | None], list[UniqueId]] = {}
    for one, verdict in pairs:
        groups.setdefault((one.account, verdict), []).append(one.uid)
    return tuple(
        Choice(account, tuple(uids), verdict)
        for (account, verdict), uids in groups.items()
    )


class UndoController(QObject):
    """`due` and `undone` carry values; texts are the listener's."""

    due = Signal(object)
    undone = Signal(object)
    too_late = Signal(object)
    available = Signal(bool)

    def __init__(
        self,
        writer: ArchiveThread,
        clock: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._writer = writer
        self._clock = clock
        self._steps: deque[Step] = deque(maxlen=STEPS)
        self._staged: list[Step] = []
        self._undoing: dict[TakeBack, Step] = {}
        self._waiting = QTimer(self, singleShot=True)
        self._waiting.timeout.connect(self.release)
        writer.answered.connect(self._hear)

    def push(self, step: Step) -> None:
        """Remember a decision; a deletion waits until it is released, where it may."""
        self._steps.append(step)
        self.available.emit(True)
        if step.verdict is None or not step.verdict.deletes:
            return
        if step.not_before > self._clock():
            self._staged.append(step)
            return
        for one in due_of([step]):
            self.due.emit(one)

    @Slot()
    def undo(self) -> None:
        if not self._steps:
            return
        step = self._steps.pop()
        if step in self._staged:
            self._staged.remove(step)
        deed = TakeBack(reversal_of(step), self._clock())
        self._undoing[deed] = step
        self._writer.ask(deed)
        self.available.emit(bool(self._steps))

    @Slot()
    def release(self) -> None:
        """The time for second thoughts is over: what is staged may go."""
        left = self._still_waiting()
        if left > 0:
            self._waiting.start(left)
            return
        staged, self._staged = self._staged, []
        for one in due_of(staged):
            self.due.emit(one)

    def _still_waiting(self) -> int:
        if not self._staged:
            return 0
        latest = max(step.not_before for step in self._staged)
        left_s = (latest - self._clock()).total_seconds()
        return 0 if left_s <= 0 else round(left_s * 1000) + MARGIN_MS

    @Slot(object)
    def _hear(self, answer: Answer) -> None:
        if not isinstance(answer.question, TakeBack):
            return
        step = self._undoing.pop(answer.question, None)
        if step is None:
            return
        deletes = step.verdict is not None and step.verdict.deletes
        if deletes and not answer.value:
            self.too_late.emit(step)
        else:
            self.undone.emit(step)
