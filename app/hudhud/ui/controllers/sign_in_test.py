"""Trying an account before it is saved: sign in, count what waits, leave."""

from typing import Protocol

from PySide6.QtCore import QObject, Signal, Slot

from hudhud.domain.accounts import Account
from hudhud.domain.failures import Failure, FailureKind
from hudhud.pop3.transport import Stop
from hudhud.sync.look import Look
from hudhud.ui.background import Background, Done


class SignsIn(Protocol):
    """Look into a maildrop with the password typed, or None for the stored one."""

    def __call__(self, account: Account, password: str | None, stop: Stop) -> Look: ...


class SignInTest(QObject):
    """One test at a time; the result of one that was stopped is never heard."""

    ended = Signal(object)

    def __init__(self, sign_in: SignsIn, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sign_in = sign_in
        self._calls = Background(self)
        self._calls.finished.connect(self._hear)
        self._stop = Stop()
        self._number = 0

    def start(self, account: Account, password: str | None) -> None:
        self.stop()
        stop = self._stop = Stop()
        self._number += 1
        work = lambda: self._sign_in(account, password, stop)  # noqa: E731
        self._calls.start(str(self._number), work)

    @Slot()
    def stop(self) -> None:
        self._stop.set()
        self._number += 1

    def shut_down(self, limit_ms: int) -> bool:
        self.stop()
        return self._calls.shut_down(limit_ms)

    @Slot(object)
    def _hear(self, done: Done) -> None:
        if done.name != str(self._number):
            return
        if isinstance(done.value, Look):
            self.ended.emit(done.value)
        else:
            unexpected = Failure(FailureKind.UNEXPECTED)
            self.ended.emit(Look(failure=done.failure or unexpected))
