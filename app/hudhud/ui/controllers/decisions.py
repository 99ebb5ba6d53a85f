"""The five verbs: what was chosen, asked about where need be, made durable.

A verb never talks to a server. It leaves a decision in the archive and says so when it
is there; the sessions that follow are somebody else's (`sync.py`, `undo.py`).
"""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, Signal, Slot

from hudhud.domain.messages import MessageRow
from hudhud.domain.retention import Verdict
from hudhud.ui.archive_thread import Answer, ArchiveThread
from hudhud.ui.archive_writer import Decide, MarkRead
from hudhud.ui.controllers.undo import Step, choices_for, step_for
from hudhud.ui.dialogs.confirm import Asks, Reply
from hudhud.ui.verbs import verdict_of_keep

# So many deletions at once are asked about even where every message is saved.
MANY = 50


class DecisionsController(QObject):
    """`decided` carries a Step, once it is durable; `marked` ids read or unread now."""

    decided = Signal(object)
    marked = Signal(object)

    def __init__(
        self,
        writer: ArchiveThread,
        asks: Asks,
        clock: Callable[[], datetime],
        undo_seconds: Callable[[], int],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._writer = writer
        self._asks = asks
        self._clock = clock
        self._undo_seconds = undo_seconds
        self._asked: dict[Decide, Step] = {}
        writer.answered.connect(self._hear)

    def save(self, rows: Sequence[MessageRow]) -> None:
        self._decide(rows, Verdict.SAVE)

    def save_then_delete(self, rows: Sequence[MessageRow]) -> None:
        self._decide(rows, Verdict.SAVE_THEN_DELETE)

    def delete(self, rows: Sequence[MessageRow]) -> None:
        """Unsaved messages are asked about, whatever their number (C1)."""
        unsaved = sum(1 for row in rows if not row.saved)
        if unsaved:
            reply = self._asks.delete_unsaved(unsaved)
        elif len(rows) > MANY:
            reply = self._asks.delete_many(len(rows))
        else:
            reply = Reply.DELETE
        if reply is Reply.SAVE_FIRST:
            self._decide(rows, Verdict.SAVE_THEN_DELETE)
        elif reply in (Reply.DELETE, Reply.DELETE_UNSAVED):
            self._decide(rows, Verdict.DELETE)

    def keep(self, rows: Sequence[MessageRow]) -> None:
        self._decide(rows, verdict_of_keep(rows))

    def cancel(self, rows: Sequence[MessageRow]) -> None:
        self._decide(rows, None)

    def delete_now(self, rows: Sequence[MessageRow]) -> None:
        """No more second thoughts for what is staged already."""
        unsaved_allowed = [row for row in rows if row.verdict is Verdict.DELETE]
        others = [row for row in rows if row.verdict is not Verdict.DELETE]
        self._decide(unsaved_allowed, Verdict.DELETE, wait=False)
        self._decide(others, Verdict.SAVE_THEN_DELETE, wait=False)

    def mark_read(self, rows: Sequence[MessageRow], read: bool) -> None:
        self._writer.ask(MarkRead(tuple(row.id for row in rows), read))

    @Slot(object)
    def count_as_read(self, row: MessageRow) -> None:
        self.mark_read([row], read=True)

    def _decide(
        self, rows: Sequence[MessageRow], verdict: Verdict | None, wait: bool = True
    ) -> None:
        if not rows:
            return
        now = self._clock()
        seconds = self._undo_seconds() if wait else 0
        step = step_for(rows, verdict, now + timedelta(seconds=seconds))
        deed = Decide(choices_for(step), now, step.not_before)
        self._asked[deed] = step
        self._writer.ask(deed)

    @Slot(object)
    def _hear(self, answer: Answer) -> None:
        match answer.question:
            case MarkRead(messages, _):
                self.marked.emit(messages)
            case Decide() as deed:
                step = self._asked.pop(deed, None)
                if step is not None:
                    self.decided.emit(step)
