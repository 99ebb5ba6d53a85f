"""Building every part of the window, each with what it needs and nothing more."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtWidgets import QApplication

from hudhud.archive.archive import Archive
from hudhud.config.accounts import AccountBook
from hudhud.config.paths import Profile
from hudhud.config.settings import Settings, save_settings
from hudhud.credentials.secrets import SecretStore, SessionStore
from hudhud.credentials.sign_in import password_for
from hudhud.domain.accounts import Account
from hudhud.pop3.transport import Stop
from hudhud.sync.engine import Engine, Look
from hudhud.ui.actions import ActionSet
from hudhud.ui.archive_reader import archive_reader
from hudhud.ui.archive_thread import ArchiveThread
from hudhud.ui.archive_writer import archive_writer
from hudhud.ui.controllers.accounts import AccountsController
from hudhud.ui.controllers.appearance import AppearanceController
from hudhud.ui.controllers.commands import CommandsController
from hudhud.ui.controllers.decisions import DecisionsController
from hudhud.ui.controllers.files import FilesController
from hudhud.ui.controllers.messages import MessagesController
from hudhud.ui.controllers.navigation import NavigationController
from hudhud.ui.controllers.notices import NoticesController
from hudhud.ui.controllers.overview import OverviewController
from hudhud.ui.controllers.passwords import Passwords
from hudhud.ui.controllers.policy_guard import PolicyGuard
from hudhud.ui.controllers.quitting import QuitController
from hudhud.ui.controllers.reading import ReadingController
from hudhud.ui.controllers.selection import SelectionController
from hudhud.ui.controllers.sign_in_test import SignInTest
from hudhud.ui.controllers.staging import StagingController
from hudhud.ui.controllers.sync import SyncController
from hudhud.ui.controllers.undo import UndoController
from hudhud.ui.dialogs.confirm import Confirm
from hudhud.ui.main_window import MainWindow
from hudhud.ui.models.message_list import MessageListModel
from hudhud.ui.sync_worker import SyncThreads
from hudhud.ui.wiring import Parts


@dataclass(frozen=True, slots=True)
class Ground:
    """What the window stands on. `archive` is the window's own, to read pages of rows.

    `clock` gives aware UTC.
    """

    app: QApplication
    profile: Profile
    settings: Settings
    secrets: SecretStore
    archive: Archive
    clock: Callable[[], datetime]

    def local_time(self) -> datetime:
        """The zone that dates are shown in."""
        return self.clock().astimezone()


@dataclass(frozen=True, slots=True)
class Threads:
    sync: SyncThreads
    reader: ArchiveThread
    writer: ArchiveThread
    passwords: Passwords
    sign_in_test: SignInTest


def assembled(ground: Ground) -> Parts:
    """Nothing is shown and nothing asked yet; the threads wait."""
    model = MessageListModel(ground.archive.rows.page, ground.local_time)
    window = MainWindow(model, ground.local_time)
    actions = ActionSet(window)
    confirm = Confirm(window)
    threads = _threads(ground, window)
    guard = PolicyGuard(
        threads.reader, ground.archive.rows.page, ground.clock, confirm, window
    )
    accounts = AccountsController(
        AccountBook(ground.profile),
        threads.passwords,
        threads.sign_in_test,
        guard,
        confirm,
        window,
    )
    appearance = AppearanceController(
        ground.app,
        ground.settings,
        lambda settings: save_settings(ground.profile, settings),
        actions,
    )
