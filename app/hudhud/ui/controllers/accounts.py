"""Adding, changing and removing accounts.

The book of accounts is a small file, read once and after every change. A rule that
would delete more than before goes through the guard first.
"""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from hudhud.config.accounts import AccountBook, new_account_id
from hudhud.config.errors import ConfigError
from hudhud.domain.accounts import Account
from hudhud.sync.look import Look
from hudhud.ui.controllers.passwords import Passwords
from hudhud.ui.controllers.policy_guard import PolicyGuard
from hudhud.ui.controllers.sign_in_test import SignInTest
from hudhud.ui.dialogs.account_draft import empty_account
from hudhud.ui.dialogs.account_editor import AccountEditor, Entered
from hudhud.ui.dialogs.confirm import Asks, Reply
from hudhud.ui.phrases import Phrases


class AccountsController(QObject):
    """`added` and `removed` carry the account's id, `failed` a sentence."""

    changed = Signal()
    added = Signal(str)
    removed = Signal(str)
    failed = Signal(str)

    def __init__(
        self,
        book: AccountBook,
        passwords: Passwords,
        test: SignInTest,
        guard: PolicyGuard,
        asks: Asks,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._book = book
        self._passwords = passwords
        self._test = test
        self._guard = guard
        self._asks = asks
        self._window = window
        self._phrases = Phrases(self)
        self._accounts = book.all()
        self._editor: AccountEditor | None = None
        self._unready: set[str] = set()
        passwords.kept.connect(self._announce)
        test.ended.connect(self._show_test)
        guard.approved.connect(self._save)

    def all(self) -> tuple[Account, ...]:
        return self._accounts

    def find(self, account: str) -> Account | None:
        return next((one for one in self._accounts if one.id == account), None)

    @Slot()
    def add(self) -> None:
        self._open(empty_account(new_account_id()), is_new=True)

    @Slot(str)
    def edit(self, account: str) -> None:
        found = self.find(account)
        if found is not None:
            self._open(found, is_new=False)

    @Slot(str)
    def remove(self, account: str) -> None:
        """Forget the account and its password; its mail stays here and there."""
        found = self.find(account)
        if found is None:
            return
        if self._asks.remove_account(found.name) is not Reply.REMOVE_ACCOUNT:
            return
        try:
            self._book.remove(found.id)
        except ConfigError as error:
            self.failed.emit(str(error))
            return
        self._passwords.forget(found.id)
        self._read_again()
        self.removed.emit(found.id)

    def _open(self, account: Account, is_new: bool) -> None:
        if self._editor is not None:
            self._editor.raise_()
            return
        editor = AccountEditor(account, is_new, self._asks, self._window)
        editor.test_requested.connect(self._start_test)
        editor.test_stopped.connect(self._stop_test)
        editor.save_requested.connect(self._consider)
        editor.finished.connect(self._close)
        self._editor = editor
        editor.open()

    @Slot()
    def _close(self) -> None:
        self._test.stop()
        self._guard.drop()
        if self._editor is not None:
            self._editor.deleteLater()
            self._editor = None

    @Slot(object)
    def _start_test(self, entered: Entered) -> None:
        if self._editor is not None:
            self._editor.show_testing(self.tr("Signing in…"))
            self._test.start(entered.account, entered.password)

    @Slot()
    def _stop_test(self) -> None:
        self._test.stop()
        if self._editor is not None:
            self._editor.show_test_passed("")

    @Slot(object)
    def _show_test(self, look: Look) -> None:
        if self._editor is None:
            return
        if look.failure is None:
            self._editor.show_test_passed(self._phrases.look(look))
        else:
            self._editor.show_test_failed(self._phrases.failure(look.failure))

    @Slot(object)
    def _consider(self, entered: Entered) -> None:
        self._guard.consider(entered, self.find(entered.account.id))

    @Slot(object)
    def _save(self, entered: Entered) -> None:
        account = entered.account
        is_new = self.find(account.id) is None
        try:
            if is_new:
                self._book.add(account)
            else:
                self._book.replace(account)
        except ConfigError as error:
            if self._editor is not None:
                self._editor.show_problem(str(error))
            return
        if entered.password is not None:
            self._passwords.keep(account.id, entered.password)
            self._unready |= {account.id} if is_new else set()
        if self._editor is not None:
            self._editor.accept()
        self._read_again()
        if is_new and account.id not in self._unready:
            self.added.emit(account.id)

    @Slot(str)
    def _announce(self, account: str) -> None:
        """A new account is there once its password can be asked for."""
        if account in self._unready:
            self._unready.discard(account)
            self.added.emit(account)

    def _read_again(self) -> None:
        self._accounts = self._book.all()
        self.changed.emit()
