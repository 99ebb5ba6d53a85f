"""The wishes that are not about messages: check, accounts, settings, about."""

from PySide6.QtCore import QObject, Slot

from hudhud.archive.rows import View, ViewKind
from hudhud.ui.actions import ActionSet, Wish
from hudhud.ui.controllers.accounts import AccountsController
from hudhud.ui.controllers.appearance import AppearanceController
from hudhud.ui.controllers.sync import SyncController
from hudhud.ui.dialogs.about import AboutDialog
from hudhud.ui.dialogs.settings_dialog import SettingsDialog
from hudhud.ui.main_window import MainWindow
from hudhud.ui.panes.empty import EmptyKind


class CommandsController(QObject):
    """Knows which account is meant: that of the view, or the only one there is."""

    def __init__(
        self,
        actions: ActionSet,
        accounts: AccountsController,
        sync: SyncController,
        appearance: AppearanceController,
        window: MainWindow,
    ) -> None:
        super().__init__(window)
        self._actions = actions
        self._accounts = accounts
        self._sync = sync
        self._appearance = appearance
        self._window = window
        self._view = View(account=None, kind=ViewKind.ALL)
        self.refresh()

    @Slot(object)
    def show_view(self, view: View) -> None:
        self._view = view
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Say of each action whether it would do something."""
        no_account = "" if self._accounts.all() else self.tr("Add an account first.")
        which = "" if self._meant() else self.tr("Choose an account first.")
        busy = self._sync.busy()
        idle = "" if busy else self.tr("Nothing is under way.")
        self._actions.allow(Wish.CHECK, no_account)
        self._actions.allow(Wish.CHECK_ALL, no_account)
        self._actions.allow(Wish.EDIT_ACCOUNT, no_account or which)
        self._actions.allow(Wish.REMOVE_ACCOUNT, no_account or which)
        self._actions.allow(Wish.STOP, idle)

    @Slot(bool)
    def allow_undo(self, available: bool) -> None:
        nothing = "" if available else self.tr("There is nothing to undo.")
        self._actions.allow(Wish.UNDO, nothing)

    @Slot()
    def check(self) -> None:
        self._sync.check(self._view.account)

    @Slot()
    def check_all(self) -> None:
        self._sync.check()

    @Slot()
    def edit_account(self) -> None:
        self._accounts.edit(self._meant())

    @Slot()
    def remove_account(self) -> None:
        self._accounts.remove(self._meant())

    @Slot()
    def show_settings(self) -> None:
        dialog = SettingsDialog(self._appearance.settings, self._window)
        dialog.changed.connect(self._appearance.use)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot()
    def show_about(self) -> None:
        dialog = AboutDialog(self._window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(object)
    def answer_empty(self, kind: EmptyKind) -> None:
        """The button that an empty list offers."""
        if kind is EmptyKind.NO_ACCOUNT:
            self._accounts.add()
        elif kind is EmptyKind.NOT_CHECKED:
            self.check()
        elif kind is EmptyKind.NO_MATCH:
            self._window.message_list.search.clear()

    def _meant(self) -> str:
        """The id of the account that is meant; empty where there are several."""
        accounts = self._accounts.all()
        if self._view.account is not None:
            return self._view.account
        return accounts[0].id if len(accounts) == 1 else ""
