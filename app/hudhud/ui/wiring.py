"""Every connection between parts, and nothing else.

Left the part that says what happened, right the part that does something about it.
"""

from dataclasses import dataclass

from hudhud.sync.parser_process import ParserProcess
from hudhud.ui.actions import ActionSet, Wish
from hudhud.ui.archive_thread import ArchiveThread
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
from hudhud.ui.controllers.quitting import QuitController
from hudhud.ui.controllers.reading import ReadingController
from hudhud.ui.controllers.selection import SelectionController
from hudhud.ui.controllers.sign_in_test import SignInTest
from hudhud.ui.controllers.staging import StagingController
from hudhud.ui.controllers.sync import SyncController
from hudhud.ui.controllers.undo import UndoController
from hudhud.ui.controllers.viewing import ViewingController
from hudhud.ui.main_window import MainWindow
from hudhud.ui.sync_worker import SyncThreads


@dataclass(frozen=True, slots=True)
class Threads:
    """Whatever runs beside the window; each has to be shut down before it goes."""

    sync: SyncThreads
    reader: ArchiveThread
    writer: ArchiveThread
    passwords: Passwords
    sign_in_test: SignInTest
    parser: ParserProcess

    def shut_down(self, limit_ms: int) -> bool:
        """False where one still hangs in the system after that."""
        self.sync.stop()
        each = (self.sync, self.reader, self.writer, self.passwords, self.sign_in_test)
        ended = all([one.shut_down(limit_ms) for one in each])
        self.parser.close()
        return ended


@dataclass(frozen=True, slots=True)
class Parts:
    """Everything the window is made of, each built once by `application`."""

    window: MainWindow
    actions: ActionSet
    threads: Threads
    accounts: AccountsController
    appearance: AppearanceController
    attachments: AttachmentsController
    choosing: ChoosingController
    commands: CommandsController
    conversing: ConversationController
    decisions: DecisionsController
    files: FilesController
    links: LinksController
    letter_windows: LetterWindowsController
    messages: MessagesController
    navigation: NavigationController
    notices: NoticesController
    overview: OverviewController
    quitting: QuitController
    reading: ReadingController
    selection: SelectionController
    staging: StagingController
    sync: SyncController
    undo: UndoController
    viewing: ViewingController


def connect(parts: Parts) -> None:
    _connect_list(parts)
    _connect_letter(parts)
    _connect_around_letter(parts)
    _connect_looking(parts)
    _connect_decisions(parts)
    _connect_runs(parts)
    _connect_accounts(parts)
    _connect_window(parts)


def _connect_list(parts: Parts) -> None:
    pane, messages = parts.window.message_list, parts.messages
    parts.window.sidebar.view_chosen.connect(messages.show_view)
    pane.search_changed.connect(messages.search)
    pane.filter_changed.connect(messages.arrange)
    pane.selection_changed.connect(parts.selection.select)
    pane.selection_changed.connect(parts.reading.select)
    pane.empty_action_requested.connect(parts.commands.answer_empty)
    messages.view_shown.connect(parts.overview.show_view)
    messages.view_shown.connect(parts.commands.show_view)
    messages.listed.connect(parts.overview.show_listed)
    messages.counted.connect(parts.overview.show_counts)
    messages.repainted.connect(parts.selection.refresh)
    parts.threads.writer.idled.connect(messages.reread)
    actions = parts.actions
    actions[Wish.FIND].triggered.connect(parts.navigation.find)
    actions[Wish.NEXT].triggered.connect(parts.navigation.next_message)
    actions[Wish.PREVIOUS].triggered.connect(parts.navigation.previous_message)


def _connect_letter(parts: Parts) -> None:
    pane, reading, files = parts.window.reader, parts.reading, parts.files
    pane.set_pictures(reading.picture)
    pane.save_requested.connect(parts.actions[Wish.SAVE].trigger)
    pane.more_lines_requested.connect(reading.ask_for_more_lines)
    reading.was_read.connect(parts.decisions.count_as_read)
    reading.more_wanted.connect(parts.sync.more_lines_of)
    parts.selection.one_wanted.connect(files.answer)
    parts.selection.one_wanted.connect(reading.answer)
    parts.window.message_list.table.drag_requested.connect(files.drag)
    for source in (files, parts.attachments, parts.viewing):
        source.noted.connect(parts.notices.show_line)
        source.failed.connect(parts.notices.show_note)


def _connect_looking(parts: Parts) -> None:
    """How the letter on show is looked at, and what is chosen for its sender."""
    pane, reading, choosing = parts.window.reader, parts.reading, parts.choosing
    pane.link_activated.connect(parts.links.open)
    pane.notes.can_fetch = True
    pane.images_requested.connect(reading.show_images)
    pane.always_images_requested.connect(choosing.always_images)
    reading.opened.connect(choosing.show)
    reading.opened.connect(parts.viewing.show)
    choosing.chosen.connect(reading.reopen)
    switch = parts.actions[Wish.SWITCH_DIRECTION]
    switch.triggered.connect(choosing.switch_direction)


def _connect_around_letter(parts: Parts) -> None:
    """Its files, its conversation, and windows of their own for others."""
    pane, opened, windows = (
        parts.window.reader,
        parts.reading.opened,
        parts.letter_windows,
    )
    parts.attachments.attend(pane.attachments)
    opened.connect(parts.attachments.show)
    opened.connect(parts.conversing.show)
    pane.earlier.message_requested.connect(parts.conversing.open)
    pane.later.message_requested.connect(parts.conversing.open)
    parts.conversing.chosen.connect(parts.window.message_list.choose)
    parts.conversing.elsewhere.connect(windows.open)
    parts.selection.one_wanted.connect(windows.answer)
    windows.was_read.connect(parts.decisions.count_as_read)
    parts.window.message_list.activated.connect(windows.open)


def _connect_decisions(parts: Parts) -> None:
    decisions, undo, notices = parts.decisions, parts.undo, parts.notices
    toast, actions = parts.window.toast, parts.actions
    decisions.marked.connect(parts.messages.reread)
    decisions.marked.connect(parts.messages.count)
    decisions.decided.connect(notices.show_decided)
    decisions.decided.connect(parts.staging.follow)
    toast.undo_requested.connect(undo.undo)
    toast.expired.connect(undo.release)
    actions[Wish.UNDO].triggered.connect(undo.undo)
    undo.available.connect(parts.commands.allow_undo)
    undo.undone.connect(notices.show_undone)
    undo.undone.connect(parts.staging.repaint)
    undo.too_late.connect(notices.show_too_late)
    undo.due.connect(parts.sync.carry_out)


def _connect_runs(parts: Parts) -> None:
    heard, sync = parts.threads.sync.happened, parts.sync
    heard.connect(parts.messages.follow)
    heard.connect(parts.reading.follow)
    heard.connect(parts.staging.hear)
    sync.state_changed.connect(parts.overview.show_accounts)
    sync.state_changed.connect(parts.commands.refresh)
    sync.listed.connect(parts.overview.ask_sizes)
    parts.window.status_strip.stop_requested.connect(sync.stop)
    parts.window.sidebar.check_requested.connect(parts.commands.check)
    actions = parts.actions
    actions[Wish.CHECK].triggered.connect(parts.commands.check)
    actions[Wish.CHECK_ALL].triggered.connect(parts.commands.check_all)
    actions[Wish.STOP].triggered.connect(sync.stop)
    actions[Wish.VERIFY].triggered.connect(parts.notices.verify)


def _connect_accounts(parts: Parts) -> None:
    sidebar, accounts, actions = parts.window.sidebar, parts.accounts, parts.actions
    sidebar.account_add_requested.connect(accounts.add)
    sidebar.account_edit_requested.connect(accounts.edit)
    actions[Wish.ADD_ACCOUNT].triggered.connect(accounts.add)
    actions[Wish.EDIT_ACCOUNT].triggered.connect(parts.commands.edit_account)
    actions[Wish.REMOVE_ACCOUNT].triggered.connect(parts.commands.remove_account)
    accounts.changed.connect(parts.overview.show_accounts)
    accounts.changed.connect(parts.overview.ask_sizes)
    accounts.changed.connect(parts.commands.refresh)
    accounts.changed.connect(parts.selection.refresh)
    accounts.changed.connect(parts.messages.ask)
    accounts.added.connect(parts.sync.look_first)
    accounts.removed.connect(parts.sync.forget)
    accounts.removed.connect(parts.messages.leave)
    accounts.failed.connect(parts.notices.show_note)
    parts.threads.passwords.kept_for_session.connect(parts.notices.show_no_keyring)


def _connect_window(parts: Parts) -> None:
    window, actions = parts.window, parts.actions
    parts.quitting.leaving.connect(parts.letter_windows.close_all)
    window.sidebar.settings_requested.connect(parts.commands.show_settings)
    actions[Wish.SETTINGS].triggered.connect(parts.commands.show_settings)
    actions[Wish.ABOUT].triggered.connect(parts.commands.show_about)
    actions[Wish.QUIT].triggered.connect(window.close)
    actions[Wish.NEXT_PANE].triggered.connect(parts.navigation.next_pane)
    actions[Wish.PREVIOUS_PANE].triggered.connect(parts.navigation.previous_pane)
    appearance = parts.appearance
    appearance.density_changed.connect(window.message_list.set_density)
    appearance.changed.connect(parts.overview.retranslate)
    appearance.changed.connect(parts.sync.reword)
    appearance.changed.connect(parts.commands.refresh)
    appearance.changed.connect(parts.selection.refresh)
    appearance.changed.connect(parts.viewing.follow)
    appearance.failed.connect(parts.notices.show_note)
