"""The conversation around the letter on show."""

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QObject, Signal, Slot

from hudhud.domain.identifiers import MessageId
from hudhud.domain.messages import MessageRow
from hudhud.ui.archive_reader import OpenedLetter


class ShowsConversation(Protocol):
    """What is asked of `panes.reader.Reader`."""

    def show_conversation(self, rows: Sequence[MessageRow], at: int) -> None: ...


class ConversationController(QObject):
    """`chosen` carries a message that the list shows, `elsewhere` one that it does
    not.
    """

    chosen = Signal(object)
    elsewhere = Signal(int)

    def __init__(
        self,
        pane: ShowsConversation,
        is_listed: Callable[[int], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._pane = pane
        self._is_listed = is_listed

    @Slot(object)
    def show(self, opened: OpenedLetter | None) -> None:
        rows = opened.conversation if opened else ()
        ids = [row.id for row in rows]
        if opened is not None and opened.row.id in ids:
            self._pane.show_conversation(rows, ids.index(opened.row.id))
        else:
            self._pane.show_conversation((), 0)

    @Slot(int)
    def open(self, message: int) -> None:
        if self._is_listed(message):
            self.chosen.emit(MessageId(message))
        else:
            self.elsewhere.emit(message)
