"""One thread for short calls that may wait: the keyring, a sign-in test.

Calls are made in order; what each gives, or how it failed, is heard on the window's
thread under the name it was started with.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, QThread, Signal, Slot

from hudhud.domain.failures import Failure
from hudhud.ui.thread_edge import attempt


@dataclass(frozen=True, slots=True)
class Call:
    """`work` may hold a secret, so a call never shows what it is about to do."""

    name: str
    work: Callable[[], object] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Done:
    name: str
    value: object
    failure: Failure | None


class CallWorker(QObject):
    """Lives on the thread."""

    finished = Signal(object)

    @Slot(object)
    def make(self, call: Call) -> None:
        values: list[object] = []
        failure = attempt(lambda: values.append(call.work()))
        self.finished.emit(Done(call.name, values[0] if values else None, failure))


class Background(QObject):
    finished = Signal(object)
    _started = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread = QThread(self)
        self._worker = CallWorker()
        self._worker.moveToThread(self._thread)
        self._started.connect(self._worker.make)
        self._worker.finished.connect(self._relay)

    def start(self, name: str, work: Callable[[], object]) -> None:
        """Make the call; the thread itself starts with the first one."""
        self._thread.start()
        self._started.emit(Call(name, work))

    def shut_down(self, limit_ms: int) -> bool:
        """End the thread; False where a call still hangs in the system after that."""
        self._thread.quit()
        return self._thread.wait(limit_ms)

    @Slot(object)
    def _relay(self, done: Done) -> None:
        self.finished.emit(done)
