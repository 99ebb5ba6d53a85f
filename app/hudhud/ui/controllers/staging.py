"""What follows a decision once it is durable, and what follows stored messages.

Saving starts at once, a deletion waits with the undo, everything repaints, and the
writer thread is told that there is something new to make findable.
"""

from PySide6.QtCore import QObject, Slot

from hudhud.domain.events import MessagesStored, RunFinished
from hudhud.domain.retention import Verdict
from hudhud.ui.archive_thread import ArchiveThread
from hudhud.ui.controllers.messages import MessagesController
from hudhud.ui.controllers.reading import ReadingController
from hudhud.ui.controllers.sync import SyncController
from hudhud.ui.controllers.undo import Step, UndoController, due_of

SAVES = frozenset({Verdict.SAVE, Verdict.SAVE_THEN_DELETE})


class StagingController(QObject):
    def __init__(
        self,
        sync: SyncController,
        undo: UndoController,
        messages: MessagesController,
        reading: ReadingController,
        writer: ArchiveThread,
    ) -> None:
        super().__init__(messages)
        self._sync = sync
        self._undo = undo
        self._messages = messages
        self._reading = reading
        self._writer = writer

    @Slot(object)
    def follow(self, step: Step) -> None:
        """A saved copy cannot be unsaved, so saving alone is no step to undo."""
        self.repaint(step)
        if step.verdict in SAVES:
            for one in due_of([step]):
                self._sync.save(one.account, one.uids)
        if step.verdict is not Verdict.SAVE:
            self._undo.push(step)

    @Slot(object)
    def repaint(self, step: Step) -> None:
        self._messages.repaint(step.messages)
        self._reading.reopen(step.messages)

    @Slot(object)
    def hear(self, event: object) -> None:
        if isinstance(event, MessagesStored | RunFinished):
            self._writer.wake()
