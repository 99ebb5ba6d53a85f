"""The middle of the window: title, search, filters, and the cards of the messages."""

from array import array
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from hudhud.config.settings import Density
from hudhud.domain.identifiers import MessageId
from hudhud.ui.delegates.message_row import MessageRowDelegate
from hudhud.ui.models.message_list import MessageListModel
from hudhud.ui.panes.banner import Banner
from hudhud.ui.panes.elided import ElidedText
from hudhud.ui.panes.empty import EmptyKind, EmptyState
from hudhud.ui.panes.filters import FilterRow
from hudhud.ui.panes.message_table import MessageTable
from hudhud.ui.panes.search_field import SearchField
from hudhud.ui.panes.toast import Toast
from hudhud.ui.typography import Text, Type
from hudhud.ui.words import messages_text

NARROWEST = 330
LOWEST_LIST = 48
SIDE = 18
TOAST_MARGIN = 14


class MessageListPane(QWidget):
    """Keeps what was chosen, and where the list stood, over a new set of ids.

    `banner` and `toast` are shown within it, near the messages they speak of.
    """

    selection_changed = Signal(object)
    activated = Signal(int)
    search_changed = Signal(str)
    filter_changed = Signal(object)
    empty_action_requested = Signal(object)

    def __init__(
        self,
        model: MessageListModel,
        delegate: MessageRowDelegate,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("ground", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(NARROWEST)
        self._model = model
        self._delegate = delegate
        self._row_actions: Sequence[QAction] = ()
        self._chosen: tuple[MessageId, ...] = ()
        self._title = ElidedText(Type.HEADING)
        self._count = Text(Type.SMALL, "dim")
        self._count_shown: int | None = None
        self.search = SearchField()
        self.filters = FilterRow()
        self.banner = Banner()
        self.table = MessageTable(model, delegate)
        self.empty = EmptyState(EmptyKind.NOT_CHECKED)
        self._stack = QStackedWidget()
        self.toast = Toast(self)
        self._lay_out()
        self._connect()
        self._retranslate()

    def set_title(self, text: str) -> None:
        self._title.show_text(text)
        self.table.setAccessibleName(text)

    def set_count(self, count: int | None) -> None:
        """How many messages are listed; None shows nothing."""
        self._count_shown = count
        self._count.setText("" if count is None else messages_text(count))

    def set_ids(self, ids: "array[int]") -> None:
        """List these messages; what was chosen and is still there stays chosen."""
        position = self.table.position()
        self._model.set_ids(ids)
        self.table.restore(position)
        self._tell_chosen()

    def show_empty(self, kind: EmptyKind | None, hint: str = "") -> None:
        """Stand a picture and a sentence in place of the list, or bring it back."""
        if kind is not None:
            self.empty.show_kind(kind, hint)
        self._stack.setCurrentWidget(self.table if kind is None else self.empty)

    def set_density(self, density: Density) -> None:
        self._delegate.set_density(density)
        self.table.measure()

    def set_row_actions(self, actions: Sequence[QAction]) -> None:
        """What the menu of a row offers."""
        self._row_actions = actions

    def choose(self, message: MessageId) -> None:
        """Make this message the chosen one, if it is listed."""
        row = self._model.row_of(message)
        if row is not None:
            self.table.setCurrentIndex(self._model.index(row, 0))

    def step(self, rows: int) -> None:
        """Choose the message so many rows further down, or up."""
        row = self.table.currentIndex().row() + rows
        last = self._model.rowCount() - 1
        if last >= 0:
            self.table.setCurrentIndex(self._model.index(min(max(row, 0), last), 0))

    def chosen_ids(self) -> tuple[MessageId, ...]:
        return self._chosen

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_toast()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._title, 1)
        head.addWidget(self._count, 0, Qt.AlignmentFlag.AlignBaseline)
        top = QVBoxLayout()
        top.setContentsMargins(SIDE, 14, SIDE, 8)
        top.setSpacing(10)
        top.addLayout(head)
        top.addWidget(self.search)
        top.addWidget(self.filters)
        top.addWidget(self.banner)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)
        # The banner above may need the room more than an empty list does.
        self._stack.setMinimumHeight(LOWEST_LIST)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.table.chosen.connect(self._tell_chosen)
        self.table.opened.connect(self.activated)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._show_row_menu)
        self.search.search_changed.connect(self.search_changed)
        self.search.left_downwards.connect(self._enter_list)
        self.filters.filter_changed.connect(self.filter_changed)
        self.empty.action_requested.connect(self.empty_action_requested)
        self.toast.shown.connect(self._place_toast)

    def _tell_chosen(self) -> None:
        chosen = self.table.chosen_ids()
        if chosen != self._chosen:
            self._chosen = chosen
            self.selection_changed.emit(chosen)

    def _enter_list(self) -> None:
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not self._chosen:
            self.step(0)

    def _show_row_menu(self, at: QPoint) -> None:
        if not self._row_actions or not self.table.indexAt(at).isValid():
            return
        menu = QMenu(self)
        menu.addActions(list(self._row_actions))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.table.viewport().mapToGlobal(at))

    def _place_toast(self) -> None:
        width = self.width() - 2 * TOAST_MARGIN
        height = self.toast.heightForWidth(width)
        height = max(height, self.toast.minimumSizeHint().height())
        top = self.height() - height - TOAST_MARGIN
        self.toast.setGeometry(QRect(TOAST_MARGIN, top, width, height))

    def _retranslate(self) -> None:
        self.set_count(self._count_shown)
        self._model.refresh_all()
