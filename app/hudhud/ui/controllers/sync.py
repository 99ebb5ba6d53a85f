"""Sessions as the window sees them: started, followed, stopped, and told of after.

Hears every event of every run. What rows look like is the list's matter; here it is the
status strip, the banner, and which account is busy or in trouble.
"""

from collections.abc import Callable, Iterable
from typing import Protocol

from PySide6.QtCore import QObject, Signal, Slot

from hudhud.domain.accounts import Account
from hudhud.domain.events import (
    MaildropListed,
    Noticed,
    NoticeKind,
    PhaseEntered,
    Progress,
    Report,
    RunFinished,
)
from hudhud.domain.failures import Failure, Sentences
from hudhud.domain.identifiers import AccountId, UniqueId
from hudhud.domain.messages import MessageRow
from hudhud.ui.controllers.undo import Due
from hudhud.ui.jobs import (
    check_job,
    delete_job,
    first_look_job,
    more_lines_job,
    save_job,
)
from hudhud.ui.phrases import Phrases
from hudhud.ui.sync_worker import SyncThreads

LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})


class Strip(Protocol):
    """What is asked of `panes.status_strip.StatusStrip`."""

    def show_work(self, text: str, done: int, total: int) -> None: ...

    def show_rest(self, text: str) -> None: ...


class Notices(Protocol):
    """What is asked of `panes.banner.Banner`."""

    def show_failure(self, told: Sentences, details: str) -> None: ...

    def show_note(self, text: str) -> None: ...

    def hide(self) -> None: ...


class SyncController(QObject):
    """`accounts` gives the accounts as they are now. `listed`: sizes are known anew."""

    state_changed = Signal()
    listed = Signal()

    def __init__(
        self,
        threads: SyncThreads,
        accounts: Callable[[], tuple[Account, ...]],
        strip: Strip,
        notices: Notices,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._threads = threads
        self._accounts = accounts
        self._strip = strip
        self._notices = notices
        self._phrases = Phrases(self)
        self._problems: dict[AccountId, Failure] = {}
        self._new: dict[AccountId, int] = {}
        self._last: tuple[AccountId, Report, int] | None = None
        self._shown: AccountId | None = None
        threads.happened.connect(self.hear)
        threads.busy_changed.connect(self._tell_state)

    def check(self, account: AccountId | None = None) -> None:
        """One account, or all of them."""
        for one in self._accounts():
            if account in (None, one.id):
                self._threads.request(one, check_job(one))

    @Slot(str)
    def look_first(self, account: str) -> None:
        """A new account: show what waits before anything is saved or deleted."""
        found = self._account(AccountId(account))
        if found is not None:
            self._threads.request(found, first_look_job(found))

    def save(self, account: AccountId, uids: Iterable[UniqueId]) -> None:
        found = self._account(account)
        if found is not None:
            self._threads.request(found, save_job(uids))

    @Slot(object)
    def carry_out(self, due: Due) -> None:
        """Deletions whose time has come."""
        found = self._account(due.account)
        if found is not None:
            self._threads.request(found, delete_job(due.uids))

    @Slot(object, int)
    def more_lines_of(self, row: MessageRow, lines: int) -> None:
        found = self._account(row.account)
        if found is not None and row.uid is not None:
            self._threads.request(found, more_lines_job(row.uid, lines))

    @Slot()
    def stop(self) -> None:
        self._threads.stop()

    def busy(self) -> frozenset[AccountId]:
        return self._threads.busy()

    def problem_of(self, account: AccountId) -> Failure | None:
        return self._problems.get(account)

    @Slot(str)
    def forget(self, account: str) -> None:
        """The account is no more."""
        gone = AccountId(account)
        self._threads.stop(gone)
        self._problems.pop(gone, None)
        self._clear_failure(gone)

    @Slot(object)
    def hear(self, event: object) -> None:
        match event:
            case PhaseEntered(account, phase):
                self._show_work(account, self._phrases.phase(phase), 0, 0)
            case Progress(account):
                text = self._phrases.progress(event)
                self._show_work(account, text, event.done, event.total)
            case Noticed(account, kind, count) if not self._is_harmless(account, kind):
                self._notices.show_note(self._phrases.notice(kind, count))
            case MaildropListed(account):
                self._new[account] = event.new
                self.listed.emit()
            case RunFinished(account, report):
                self._finish(account, report)

    @Slot()
    def reword(self) -> None:
        """Say in another language what is still on the screen."""
        if self._last is not None and not self._threads.busy():
            self._tell_end(*self._last)
        problem = self._problems.get(self._shown) if self._shown else None
        if problem is not None:
            self._notices.show_failure(self._phrases.failure(problem), problem.detail)

    def _finish(self, account: AccountId, report: Report) -> None:
        if report.failure is not None:
            self._show_failure(account, report.failure)
        elif not report.stopped:
            self._problems.pop(account, None)
            self._clear_failure(account)
        self._last = account, report, self._new.pop(account, 0)
        if not self._threads.running() - {account}:
            self._tell_end(*self._last)
        self._tell_state()

    def _tell_end(self, account: AccountId, report: Report, new: int) -> None:
        text = self._phrases.report(report, new)
        if report.failure is not None:
            text = self._phrases.failure(report.failure).happened
        self._strip.show_rest(self._named(account, text))

    def _show_failure(self, account: AccountId, failure: Failure) -> None:
        self._problems[account] = failure
        self._shown = account
        told = self._phrases.failure(failure)
        self._notices.show_failure(told, failure.detail)

    def _clear_failure(self, account: AccountId) -> None:
        """A failure is shown until the same account has gone well again."""
        if self._shown == account:
            self._shown = None
            self._notices.hide()

    def _is_harmless(self, account: AccountId, kind: NoticeKind) -> bool:
        """A plain line that never leaves this computer is nobody's to read."""
        found = self._account(account)
        is_local = found is not None and found.server.host in LOOPBACK
        return kind is NoticeKind.UNENCRYPTED and is_local

    def _show_work(self, account: AccountId, text: str, done: int, total: int) -> None:
        self._strip.show_work(self._named(account, text), done, total)

    def _named(self, account: AccountId, text: str) -> str:
        """With the account's name where there is more than one."""
        found = self._account(account)
        if found is None or len(self._accounts()) < 2:
            return text
        return self._phrases.of_account(found.name, text)

    def _account(self, account: AccountId) -> Account | None:
        return next((one for one in self._accounts() if one.id == account), None)

    @Slot()
    def _tell_state(self) -> None:
        self.state_changed.emit()
