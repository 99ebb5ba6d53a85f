"""What nobody foresaw: written to the log with its traceback, said once, calmly."""

import logging
import sys
import threading
from types import TracebackType

from PySide6.QtCore import QObject, Signal

log = logging.getLogger("hudhud.ui")


class Unexpected(QObject):
    """`happened` is heard on the window's thread, at most once a run."""

    happened = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._was_told = False

    def install(self) -> None:
        sys.excepthook = self._hear
        threading.excepthook = self._hear_thread

    def uninstall(self) -> None:
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__

    def _hear(
        self,
        kind: type[BaseException],
        error: BaseException,
        traceback: TracebackType | None,
    ) -> None:
        log.critical("unexpected", exc_info=(kind, error, traceback))
        if not self._was_told:
            self._was_told = True
            self.happened.emit()

    def _hear_thread(self, told: threading.ExceptHookArgs) -> None:
        if told.exc_value is not None:
            self._hear(told.exc_type, told.exc_value, told.exc_traceback)
