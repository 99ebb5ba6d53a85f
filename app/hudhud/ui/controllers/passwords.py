"""Passwords on their way to the keyring, which may keep us waiting or not be there."""

from PySide6.QtCore import QObject, Signal, Slot

from hudhud.credentials.secrets import SessionStore
from hudhud.domain.identifiers import AccountId
from hudhud.ui.background import Background, Done

STORE = "store:"
FORGET = "forget"


class Passwords(QObject):
    """`kept` carries the account whose password can be asked for from now on;
    `kept_for_session` is heard too where no keyring took it (E15).
    """

    kept = Signal(str)
    kept_for_session = Signal()

    def __init__(self, store: SessionStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._calls = Background(self)
        self._calls.finished.connect(self._hear)

    def keep(self, account: AccountId, password: str) -> None:
        self._calls.start(STORE + account, lambda: self._store_it(account, password))

    def forget(self, account: AccountId) -> None:
        self._calls.start(FORGET, lambda: self._store.delete(account))

    def shut_down(self, limit_ms: int) -> bool:
        return self._calls.shut_down(limit_ms)

    def _store_it(self, account: AccountId, password: str) -> bool:
        """On the thread of calls; False where it lasts for this session only."""
        self._store.set(account, password)
        return not self._store.is_for_this_session_only(account)

    @Slot(object)
    def _hear(self, done: Done) -> None:
        if not done.name.startswith(STORE):
            return
        if done.value is False:
            self.kept_for_session.emit()
        self.kept.emit(done.name.removeprefix(STORE))
