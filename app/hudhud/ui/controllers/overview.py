"""What stands around the list: sidebar, title, count, and what an empty list says."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from PySide6.QtCore import QObject, Slot

from hudhud.archive.rows import Counts, View, ViewKind
from hudhud.domain.accounts import Account
from hudhud.domain.identifiers import AccountId
from hudhud.ui.archive_reader import ListWanted, SizesWanted
from hudhud.ui.archive_thread import Answer, ArchiveThread
from hudhud.ui.controllers.sync import SyncController
from hudhud.ui.panes.account_card import AccountCard
from hudhud.ui.panes.empty import EmptyKind
from hudhud.ui.panes.message_list import MessageListPane
from hudhud.ui.panes.sidebar import Sidebar
from hudhud.ui.phrases import Phrases

EMPTY: Mapping[ViewKind, EmptyKind] = MappingProxyType(
    {
        ViewKind.ALL: EmptyKind.NOTHING_AT_ALL,
        ViewKind.WAITING: EmptyKind.NOTHING_WAITING,
        ViewKind.SAVED: EmptyKind.NOTHING_SAVED,
        ViewKind.TO_BE_DELETED: EmptyKind.NOTHING_TO_DELETE,
        ViewKind.SET_ASIDE: EmptyKind.NOTHING_SET_ASIDE,
    }
)
ABOUT_THE_SERVER = frozenset({ViewKind.ALL, ViewKind.WAITING})


def empty_kind(wanted: ListWanted, has_account: bool, checked: bool) -> EmptyKind:
    """What to say where nothing is listed."""
    if wanted.query:
        return EmptyKind.NO_MATCH
    if not has_account and wanted.view.kind in ABOUT_THE_SERVER:
        return EmptyKind.NO_ACCOUNT
    if not checked and wanted.view.kind in ABOUT_THE_SERVER:
        return EmptyKind.NOT_CHECKED
    if wanted.view.unread_only:
        return EmptyKind.NOTHING_UNREAD
    return EMPTY[wanted.view.kind]


def by_kind(counts: Counts) -> dict[ViewKind, int]:
    return {
        ViewKind.ALL: counts.all,
        ViewKind.WAITING: counts.waiting,
        ViewKind.SAVED: counts.saved,
        ViewKind.TO_BE_DELETED: counts.to_be_deleted,
        ViewKind.SET_ASIDE: counts.set_aside,
    }


class OverviewController(QObject):
    def __init__(
        self,
        sidebar: Sidebar,
        pane: MessageListPane,
        reader: ArchiveThread,
        accounts: Callable[[], tuple[Account, ...]],
        sync: SyncController,
    ) -> None:
        super().__init__(pane)
        self._sidebar = sidebar
        self._pane = pane
        self._reader = reader
        self._accounts = accounts
        self._sync = sync
        self._phrases = Phrases(self)
        self._sizes: dict[AccountId, int] = {}
        self._view = View(account=None, kind=ViewKind.ALL)
        self._listed: tuple[ListWanted, int] | None = None
        reader.answered.connect(self._hear)

    @Slot(object)
    def show_view(self, view: View) -> None:
        self._view = view
        self._sidebar.set_current(view)
        self._pane.set_title(self._phrases.view_title(view.kind))

    @Slot(object, int)
    def show_listed(self, wanted: ListWanted, count: int) -> None:
        self._listed = wanted, count
        self._pane.set_count(count or None)
        if count:
            self._pane.show_empty(None)
            return
        checked = wanted.view.account or AccountId("")
        is_checked = checked in self._sizes if checked else bool(self._sizes)
        has_account = bool(self._accounts())
        self._pane.show_empty(empty_kind(wanted, has_account, is_checked))

    @Slot(object)
    def show_counts(self, counts: Mapping[AccountId | None, Counts]) -> None:
        self._sidebar.set_counts(
            {
                (account, kind): number
                for account, numbers in counts.items()
                for kind, number in by_kind(numbers).items()
            }
        )

    @Slot()
    def ask_sizes(self) -> None:
        """How full each maildrop was when it was listed last."""
        self._reader.ask(SizesWanted(tuple(one.id for one in self._accounts())))

    @Slot()
    def show_accounts(self) -> None:
        busy = self._sync.busy()
        cards = tuple(self._card(one, one.id in busy) for one in self._accounts())
        self._sidebar.set_accounts(cards)
        self._sidebar.set_busy(bool(busy))

    @Slot()
    def retranslate(self) -> None:
        self.show_view(self._view)
        self.show_accounts()

    def _card(self, account: Account, busy: bool) -> AccountCard:
        problem = self._sync.problem_of(account.id)
        return AccountCard(
            id=account.id,
            name=account.name,
            address=account.address,
            used_octets=self._sizes.get(account.id),
            limit=account.mailbox_limit,
            busy=busy,
            problem=self._phrases.failure(problem).happened if problem else "",
        )

    @Slot(object)
    def _hear(self, answer: Answer) -> None:
        if isinstance(answer.question, SizesWanted):
            assert isinstance(answer.value, dict)
            self._sizes = answer.value
            self.show_accounts()
            if self._listed is not None:
                self.show_listed(*self._listed)
