"""The view of the cards: a table of one column, since it alone is quick at a million.

A new order of the rows resets the model; the table then finds the chosen messages again
by their ids and shows them where they were.
"""

from dataclasses import dataclass

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QTableView,
    QWidget,
)

from hudhud.domain.identifiers import MessageId
from hudhud.ui.delegates.message_row import MessageRowDelegate
from hudhud.ui.models.message_list import MessageListModel

# Asking for the ids of more chosen rows than this would make the window wait.
MOST_RESTORED = 500
OPENING_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class Position:
    """What was chosen, which row was current, and what stood at the top."""

    chosen: tuple[MessageId, ...]
    current: MessageId | None
    top: MessageId | None
    offset: int


class MessageTable(QTableView):
    chosen = Signal()
    opened = Signal(int)
    drag_requested = Signal(object)

    def __init__(
        self,
        model: MessageListModel,
        delegate: MessageRowDelegate,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._messages = model
        self._delegate = delegate
        self.setModel(model)
        self.setItemDelegate(delegate)
        self._set_up()
        self.measure()
        self.selectionModel().selectionChanged.connect(self._tell_chosen)
        self.doubleClicked.connect(self._open)

    def measure(self) -> None:
        """Take the height of the rows anew: other type or another density."""
        self._delegate.measure()
        self.verticalHeader().setDefaultSectionSize(self._delegate.row_height)
        self.viewport().update()

    def chosen_ids(self) -> tuple[MessageId, ...]:
        """The chosen messages, in the order of the list."""
        spans = self.selectionModel().selection().toList()
        ids: list[MessageId] = []
        for top, bottom in sorted((span.top(), span.bottom()) for span in spans):
            ids += self._messages.ids_between(top, bottom)
        return tuple(ids)

    def position(self) -> Position:
        top = self.indexAt(QPoint(1, 1))
        return Position(
            chosen=self.chosen_ids(),
            current=self._messages.id_at(self.currentIndex()),
            top=self._messages.id_at(top),
            offset=self.rowViewportPosition(top.row()) if top.isValid() else 0,
        )

    def restore(self, position: Position) -> None:
        """Choose and show again what is still in the list."""
        selection = QItemSelection()
        for message in position.chosen[:MOST_RESTORED]:
            index = self._index_of(message)
            if index.isValid():
                selection.select(index, index)
        select = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().select(selection, select)
        current = self._index_of(position.current)
        if current.isValid():
            keep = QItemSelectionModel.SelectionFlag.NoUpdate
            self.selectionModel().setCurrentIndex(current, keep)
        top = self._messages.row_of(position.top) if position.top else None
        if top is not None:
            y = top * self._delegate.row_height - position.offset
            self.verticalScrollBar().setValue(y)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ApplicationFontChange:
            self.measure()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in OPENING_KEYS and self.currentIndex().isValid():
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def startDrag(self, supportedActions: Qt.DropAction) -> None:
        """What is dragged is files, which have to be written first."""
        self.drag_requested.emit(self.chosen_ids())

    def keyboardSearch(self, search: str) -> None:
        """No jumping to a row by letters: there is a search for that."""

    def _set_up(self) -> None:
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().hide()

    def _index_of(self, message: MessageId | None) -> QModelIndex:
        row = None if message is None else self._messages.row_of(message)
        return QModelIndex() if row is None else self._messages.index(row, 0)

    def _tell_chosen(self) -> None:
        self.chosen.emit()

    def _open(self, index: QModelIndex) -> None:
        message = self._messages.id_at(index)
        if message is not None:
            self.opened.emit(message)
