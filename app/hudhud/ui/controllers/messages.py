"""The list: which view, which words, and rows that change while a run goes on.

Everything long is asked of the reader thread. Events come in bursts, so questions and
repaints are gathered; the answer to the latest question is the only one shown.
"""

from array import array
from collections.abc import Iterable
from dataclasses import replace
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from hudhud.archive.rows import View, ViewKind
from hudhud.domain.events import (
    DeletionsConfirmed,
    MaildropListed,
    MessageSetAside,
    MessagesStored,
    RowsPeeked,
    RunFinished,
)
from hudhud.domain.identifiers import MessageId
from hudhud.ui.archive_reader import CountsWanted, ListWanted
from hudhud.ui.archive_thread import Answer, ArchiveThread
from hudhud.ui.panes.filters import ListFilter

GATHER_MS = 150
REPAINT_MS = 100


class ListPane(Protocol):
    """What is asked of `panes.message_list.MessageListPane`."""

    def set_ids(self, ids: "array[int]") -> None: ...

    def chosen_ids(self) -> tuple[MessageId, ...]: ...

    def choose(self, message: MessageId) -> None: ...


class ListModel(Protocol):
    """What is asked of `models.message_list.MessageListModel`."""

    def refresh(self, ids: list[int]) -> None: ...

    def row_of(self, message: int) -> int | None: ...


class MessagesController(QObject):
    """`view_shown` carries the View whose rows are asked for; `listed` the ListWanted
    that was answered and how many rows it has; `counted` the archive's counts.
    `repainted` says that rows on show may read differently.
    """

    view_shown = Signal(object)
    listed = Signal(object, int)
    repainted = Signal()
    counted = Signal(object)

    def __init__(
        self,
        reader: ArchiveThread,
        pane: ListPane,
        model: ListModel,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._reader = reader
        self._pane = pane
        self._model = model
        self._shown: ListWanted | None = None
        self._wanted = ListWanted(View(account=None, kind=ViewKind.ALL))
        self._stale: set[MessageId] = set()
        self._asking = QTimer(self, singleShot=True)
        self._asking.timeout.connect(self.ask)
        self._repainting = QTimer(self, singleShot=True, interval=REPAINT_MS)
        self._repainting.timeout.connect(self._repaint)
        reader.answered.connect(self._hear)

    @property
    def view(self) -> View:
        return self._wanted.view

    @property
    def query(self) -> str:
        return self._wanted.query

    @Slot(object)
    def show_view(self, view: View) -> None:
        """Another account or another kind; chips and order stay as they are."""
        chosen = replace(self.view, account=view.account, kind=view.kind)
        self._wanted = replace(self._wanted, view=chosen)
        self.view_shown.emit(chosen)
        self.ask()

    @Slot(str)
    def search(self, query: str) -> None:
        self._wanted = replace(self._wanted, query=query)
        self.ask()

    @Slot(object)
    def arrange(self, wanted: ListFilter) -> None:
        """The chips and the order above the list."""
        view = replace(
            self.view,
            unread_only=wanted.unread_only,
            order=wanted.order,
            descending=wanted.descending,
        )
        self._wanted = replace(self._wanted, view=view)
        self.ask()

    @Slot()
    def ask(self) -> None:
        self._asking.stop()
        self._reader.ask(self._wanted)
        self._reader.ask(CountsWanted())

    @Slot()
    def count(self) -> None:
        """The numbers alone: a message that was read stays listed while it is open."""
        self._reader.ask(CountsWanted())

    @Slot(str)
    def leave(self, account: str) -> None:
        """The account is no more: if it was on show, all of them are."""
        if self.view.account == account:
            self.show_view(replace(self.view, account=None))

    @Slot()
    def ask_soon(self) -> None:
        if not self._asking.isActive():
            self._asking.start(GATHER_MS)

    @Slot(object)
    def repaint(self, messages: Iterable[MessageId]) -> None:
        """These rows may read differently now, and may have left the view."""
        self.reread(messages)
        self.ask_soon()

    @Slot(object)
    def reread(self, messages: Iterable[MessageId]) -> None:
        """More is known of these rows, and by more words they are found."""
        self._stale.update(messages)
        if not self._repainting.isActive():
            self._repainting.start()
        if self.query:
            self.ask_soon()

    @Slot(object)
    def follow(self, event: object) -> None:
        match event:
            case (
                RowsPeeked(_, messages)
                | MessagesStored(_, messages)
                | DeletionsConfirmed(_, messages)
            ):
                self.repaint(messages)
            case MessageSetAside():
                self.repaint([event.message])
            case MaildropListed() | RunFinished():
                self.ask_soon()

    @Slot()
    def _repaint(self) -> None:
        stale, self._stale = self._stale, set()
        self._model.refresh(list(stale))
        self.repainted.emit()

    @Slot(object)
    def _hear(self, answer: Answer) -> None:
        match answer.question:
            case ListWanted() as wanted:
                assert isinstance(answer.value, array)
                self._show(wanted, answer.value)
            case CountsWanted():
                self.counted.emit(answer.value)

    def _show(self, wanted: ListWanted, ids: "array[int]") -> None:
        """List these. Where the chosen message has left, its neighbour is chosen.

        Not among the unread ones: there a message leaves by being read, and one after
        the other would be.
        """
        chosen = self._pane.chosen_ids()
        row = self._model.row_of(chosen[0]) if len(chosen) == 1 else None
        self._pane.set_ids(ids)
        stays = wanted == self._shown and not wanted.view.unread_only
        if stays and row is not None and ids and not self._pane.chosen_ids():
            self._pane.choose(MessageId(ids[min(row, len(ids) - 1)]))
        self._shown = wanted
        self.listed.emit(wanted, len(ids))
