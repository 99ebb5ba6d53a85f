"""Closing the window: at once, or after what is being saved; never in the middle of it
without a question.
"""

from PySide6.QtCore import QEvent, QObject, Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QWidget

from hudhud.domain.events import Phase, PhaseEntered, RunFinished
from hudhud.domain.identifiers import AccountId
from hudhud.ui.dialogs.confirm import Asks, Reply
from hudhud.ui.sync_worker import SyncThreads


class QuitController(QObject):
    """`leaving` is heard when the window may go; it is still there then."""

    leaving = Signal()

    def __init__(self, window: QWidget, threads: SyncThreads, asks: Asks) -> None:
        super().__init__(window)
        self._window = window
        self._threads = threads
        self._asks = asks
        self._is_finishing = False
        self._is_forced = False
        self._saving: set[AccountId] = set()
        threads.happened.connect(self._hear)
        window.installEventFilter(self)
        threads.busy_changed.connect(self._go_on)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the window close, or keep it open."""
        if watched is not self._window or not isinstance(event, QCloseEvent):
            return False
        if self._may_close():
            self._is_finishing = False
            self.leaving.emit()
            return False
        event.ignore()
        return True

    @Slot()
    def leave_at_once(self) -> None:
        """The session ends: there is nobody to ask any more, nor to answer."""
        self._is_forced = True
        QApplication.closeAllWindows()

    def _may_close(self) -> bool:
        if self._is_forced or not self._is_saving():
            return True
        reply = self._asks.quit_while_busy()
        # It may have ended while the question stood there.
        if reply is Reply.FINISH and self._threads.busy():
            self._is_finishing = True
            return False
        return reply is not Reply.CANCEL

    def _is_saving(self) -> bool:
        """True also for what was asked to be saved and has not begun yet."""
        asked = any(job.save and job.only for job in self._threads.jobs())
        return asked or bool(self._saving)

    @Slot(object)
    def _hear(self, event: object) -> None:
        match event:
            case PhaseEntered(account, Phase.SAVING):
                self._saving.add(account)
            case PhaseEntered(account) | RunFinished(account):
                self._saving.discard(account)

    @Slot()
    def _go_on(self) -> None:
        """Close as soon as the last run has ended, if that was the wish."""
        if self._is_finishing and not self._threads.busy():
            self._window.close()
