"""Ctrl-C and the end of a session: the window closes in order, without questions.

Python hears a signal only between its own steps, and there are none while Qt waits; so
the signal writes to a socket that Qt watches. Nothing is lost by it: what was decided
or saved is in the archive already.
"""

import signal
import socket
from contextlib import suppress
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, Signal, Slot

ENDS = (signal.SIGINT, signal.SIGTERM)


class EndSignals(QObject):
    """`heard` is emitted on the window's thread."""

    heard = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read, self._write = socket.socketpair()
        self._read.setblocking(False)
        self._write.setblocking(False)
        reading = QSocketNotifier.Type.Read
        self._notifier = QSocketNotifier(self._read.fileno(), reading, self)
        self._notifier.activated.connect(self._tell)

    def install(self) -> None:
        """To be called on the main thread."""
        self._before = {each: signal.signal(each, _ignore) for each in ENDS}
        self._wakeup = signal.set_wakeup_fd(self._write.fileno())

    def uninstall(self) -> None:
        signal.set_wakeup_fd(self._wakeup)
        for each, handler in self._before.items():
            signal.signal(each, handler)
        self._notifier.setEnabled(False)
        self._read.close()
        self._write.close()

    @Slot()
    def _tell(self) -> None:
        with suppress(BlockingIOError):
            self._read.recv(64)
        self.heard.emit()


def _ignore(_number: int, _frame: FrameType | None) -> None:
    """The socket has it already."""
