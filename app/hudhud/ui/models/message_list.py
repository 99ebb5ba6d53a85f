"""The list of messages: one column, one id a row, a million rows without a pause.

The model holds the ids of the whole answer and asks for the rows themselves only where
they are looked at, a page at a time. Sorting and searching are the archive's work: a
new order is a new array of ids.
"""

from array import array
from collections import OrderedDict
from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from hudhud.domain.identifiers import MessageId
from hudhud.domain.messages import MessageRow
from hudhud.ui.words import spoken_row, strip_isolates

ROW_ROLE = Qt.ItemDataRole.UserRole + 1
PAGE_ROWS = 128
ROWS_KEPT = 4096
NO_PARENT = QModelIndex()

Index = QModelIndex | QPersistentModelIndex
LoadPage = Callable[[Sequence[int]], list[MessageRow]]


def no_ids() -> "array[int]":
    return array("q")


class MessageListModel(QAbstractTableModel):
    """`load_page` answers at once; ids it does not know may be left out.

    `clock` gives the aware time in the zone that dates are shown in.
    """

    def __init__(
        self,
        load_page: LoadPage,
        clock: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._load_page = load_page
        self._clock = clock
        self._ids = no_ids()
        self._known: OrderedDict[int, MessageRow | None] = OrderedDict()

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        usual = super().flags(index)
        return usual | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else usual

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role not in ANSWERS and role != ROW_ROLE:
            return None
        row = self.message_at(index)
        if role == ROW_ROLE or row is None:
            return row
        return ANSWERS[Qt.ItemDataRole(role)](row, self._clock())

    def set_ids(self, ids: "array[int]") -> None:
        """Show these messages, in this order. Only what was added in front is told
        as added; any other change is a reset."""
        added = len(ids) - len(self._ids)
        if len(self._ids) and added >= 0 and ids[added:] == self._ids:
            self.prepend(ids[:added])
            return
        self.beginResetModel()
        self._ids = ids
        self._known.clear()
        self.endResetModel()

    def prepend(self, ids: "array[int]") -> None:
        if not ids:
            return
        self.beginInsertRows(NO_PARENT, 0, len(ids) - 1)
        self._ids = ids + self._ids
        self.endInsertRows()

    def refresh(self, ids: Sequence[int]) -> None:
        """Ask anew for these messages where they are on show or were."""
        stale = [message for message in ids if message in self._known]
        for message in stale:
            del self._known[message]
        if not stale:
            return
        first = self.row_of(stale[0]) if len(stale) == 1 else 0
        last = first if len(stale) == 1 else len(self._ids) - 1
        if first is not None and last is not None:
            self.dataChanged.emit(self.index(first, 0), self.index(last, 0))

    def refresh_all(self) -> None:
        """Paint every row anew: another language, another day."""
        if self._ids:
            last = self.index(len(self._ids) - 1, 0)
            self.dataChanged.emit(self.index(0, 0), last)

    def row_of(self, message: int) -> int | None:
        try:
            return self._ids.index(message)
        except ValueError:
            return None

    def id_at(self, index: Index) -> MessageId | None:
        if not index.isValid() or index.row() >= len(self._ids):
            return None
        return MessageId(self._ids[index.row()])

    def neighbour(self, message: int, step: int) -> MessageId | None:
        """The message so many rows further down, or up."""
        row = self.row_of(message)
        return None if row is None else self.id_at(self.index(row + step, 0))

    def ids_between(self, first: int, last: int) -> list[MessageId]:
        """The ids of these rows, both included; quick for all of them."""
        return [MessageId(message) for message in self._ids[first : last + 1]]

    def message_at(self, index: Index) -> MessageRow | None:
        """The row, or None where it is not known (any longer)."""
        message = self.id_at(index)
        if message is None:
            return None
        if message not in self._known:
            self._load_around(index.row())
        self._known.move_to_end(message)
        return self._known[message]

    def _load_around(self, row: int) -> None:
        start = row - row % PAGE_ROWS
        wanted = [
            message
            for message in self._ids[start : start + PAGE_ROWS]
            if message not in self._known
        ]
        self._known.update(dict.fromkeys(wanted))
        self._known.update((found.id, found) for found in self._load_page(wanted))
        # The row that is asked for comes last, so that trimming never takes it.
        self._known.move_to_end(self._ids[row])
        while len(self._known) > ROWS_KEPT:
            self._known.popitem(last=False)


def _display(row: MessageRow, now: datetime) -> str:
    return row.subject


def _preview(row: MessageRow, now: datetime) -> str:
    return strip_isolates(row.preview)


ANSWERS: dict[Qt.ItemDataRole, Callable[[MessageRow, datetime], str]] = {
    Qt.ItemDataRole.DisplayRole: _display,
    Qt.ItemDataRole.AccessibleTextRole: spoken_row,
    Qt.ItemDataRole.AccessibleDescriptionRole: _preview,
}
