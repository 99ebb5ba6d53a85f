"""Building every part of the window, each with what it needs and nothing more."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtWidgets import QApplication, QWidget

from hudhud.archive.archive import Archive
from hudhud.config.accounts import AccountBook
from hudhud.config.paths import Profile
from hudhud.config.settings import Settings, save_settings
from hudhud.credentials.secrets import SecretStore, SessionStore
from hudhud.credentials.sign_in import password_for
from hudhud.domain.accounts import Account
from hudhud.domain.identifiers import AccountId
from hudhud.pop3.transport import Stop
from hudhud.sync.engine import Engine
from hudhud.sync.look import Look
from hudhud.sync.parser_process import ParserProcess
from hudhud.ui.actions import ActionSet
from hudhud.ui.archive_reader import archive_reader
from hudhud.ui.archive_writer import archive_writer
from hudhud.ui.controllers.accounts import AccountsController
from hudhud.ui.controllers.appearance import AppearanceController
from hudhud.ui.controllers.attachments import AttachmentsController
from hudhud.ui.controllers.choosing import ChoosingController
from hudhud.ui.controllers.commands import CommandsController
from hudhud.ui.controllers.conversing import ConversationController
from hudhud.ui.controllers.decisions import DecisionsController
from hudhud.ui.controllers.files import FilesController
from hudhud.ui.controllers.letter_windows import LetterWindowsController
from hudhud.ui.controllers.links import LinksController
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
from hudhud.ui.controllers.viewing import ViewingController
from hudhud.ui.dialogs.confirm import Confirm
from hudhud.ui.dialogs.link_question import LinkQuestion
from hudhud.ui.main_window import MainWindow
from hudhud.ui.models.message_list import MessageListModel
from hudhud.ui.sync_worker import SyncThreads
from hudhud.ui.web.engine import web_body_or_none
from hudhud.ui.wiring import Parts, Threads


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
class Base:
    """What most controllers are given."""

    window: MainWindow
    model: MessageListModel
    actions: ActionSet
    confirm: Confirm
    threads: Threads


def assembled(ground: Ground) -> Parts:
    """Nothing is shown and nothing asked yet; the threads wait."""
    base = _base(ground)
    window, actions, threads = base.window, base.actions, base.threads
    reader, writer = threads.reader, threads.writer
    accounts = _accounts(ground, base)
    appearance = _appearance(ground, actions)
    sync = _sync(base, accounts)
    decisions = _decisions(ground, base, appearance)
    messages = MessagesController(reader, window.message_list, base.model, window)
    undo = UndoController(writer, ground.clock, window)
    reading = _reading(base, accounts)
    return Parts(
        window=window,
        actions=actions,
        threads=threads,
        accounts=accounts,
        appearance=appearance,
        attachments=AttachmentsController(reader, base.confirm, window),
        choosing=ChoosingController(writer, window),
        commands=CommandsController(actions, accounts, sync, appearance, window),
        conversing=_conversing(base),
        decisions=decisions,
        files=FilesController(reader, window),
        letter_windows=_letter_windows(ground, base),
        links=LinksController(LinkQuestion(window), window),
        messages=messages,
        navigation=NavigationController(window),
        notices=_notices(ground, base),
        overview=_overview(base, accounts, sync),
        quitting=QuitController(window, threads.sync, base.confirm),
        reading=reading,
        selection=SelectionController(
            actions, decisions, ground.archive.rows.page, accounts.all, window
        ),
        staging=StagingController(sync, undo, messages, reading, writer),
        sync=sync,
        undo=undo,
        viewing=ViewingController(actions, window.reader, appearance),
    )


def _base(ground: Ground) -> Base:
    model = MessageListModel(ground.archive.rows.page, ground.local_time)
    window = MainWindow(model, ground.local_time)
    model.setParent(window)
    actions = ActionSet(window)
    return Base(window, model, actions, Confirm(window), _threads(ground, window))


def _threads(ground: Ground, window: MainWindow) -> Threads:
    folder = ground.profile.archive_folder
    store = SessionStore(ground.secrets)
    parser = ParserProcess()

    def stored(account: Account) -> str:
        return password_for(account, store)

    def sign_in(account: Account, password: str | None, stop: Stop) -> Look:
        typed = stored if password is None else lambda _account: password
        return Engine(folder, typed, ground.clock).look(account, stop)

    return Threads(
        sync=SyncThreads(Engine(folder, stored, ground.clock), window),
        reader=archive_reader(folder, window, parser.read_letter_safely),
        writer=archive_writer(folder, window),
        passwords=Passwords(store, window),
        sign_in_test=SignInTest(sign_in, window),
        parser=parser,
    )


def _sync(base: Base, accounts: AccountsController) -> SyncController:
    window = base.window
    strip, banner = window.status_strip, window.banner
    return SyncController(base.threads.sync, accounts.all, strip, banner, window)


def _decisions(
    ground: Ground, base: Base, appearance: AppearanceController
) -> DecisionsController:
    writer, undo_seconds = base.threads.writer, appearance.undo_seconds
    return DecisionsController(
        writer, base.confirm, ground.clock, undo_seconds, base.window
    )


def _conversing(base: Base) -> ConversationController:
    def is_listed(message: int) -> bool:
        return base.model.row_of(message) is not None

    return ConversationController(base.window.reader, is_listed, base.window)


def _letter_windows(ground: Ground, base: Base) -> LetterWindowsController:
    reader, neighbour = base.threads.reader, base.model.neighbour
    return LetterWindowsController(reader, neighbour, ground.local_time, base.window)


def _reading(base: Base, accounts: AccountsController) -> ReadingController:
    def server_of(wanted: AccountId) -> str:
        found = [one for one in accounts.all() if one.id == wanted]
        return found[0].server.host if found else ""

    def web_pane() -> QWidget | None:
        return web_body_or_none()

    pane = base.window.reader
    pane.sheet.draw_with(web_pane)
    return ReadingController(base.threads.reader, pane, base.window, server_of)


def _accounts(ground: Ground, base: Base) -> AccountsController:
    threads, window, confirm = base.threads, base.window, base.confirm
    rows_of = ground.archive.rows.page
    guard = PolicyGuard(threads.reader, rows_of, ground.clock, confirm, window)
    book = AccountBook(ground.profile)
    keeper, test = threads.passwords, threads.sign_in_test
    return AccountsController(book, keeper, test, guard, confirm, window)


def _appearance(ground: Ground, actions: ActionSet) -> AppearanceController:
    def save(settings: Settings) -> None:
        save_settings(ground.profile, settings)

    return AppearanceController(ground.app, ground.settings, save, actions)


def _notices(ground: Ground, base: Base) -> NoticesController:
    window = base.window
    strip = window.status_strip
    notices = NoticesController(window.toast, window.banner, strip, ground.clock)
    notices.listen_to(base.threads.reader, base.threads.writer)
    return notices


def _overview(
    base: Base, accounts: AccountsController, sync: SyncController
) -> OverviewController:
    window, reader = base.window, base.threads.reader
    return OverviewController(
        window.sidebar, window.message_list, reader, accounts.all, sync
    )
