"""Which of the listed messages are shown, and in which order."""

from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from hudhud.archive.rows import Order
from hudhud.ui.panes.buttons import Button, IconButton
from hudhud.ui.typography import Type


@dataclass(frozen=True, slots=True)
class ListFilter:
    """The person's choice above the list. `descending` is newest or largest first."""

    unread_only: bool = False
    order: Order = Order.DATE
    descending: bool = True


class FilterRow(QWidget):
    """Two chips and the menu of orders."""

    filter_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filter = ListFilter()
        self.all = Button("chip", type_kind=Type.SMALL)
        self.unread = Button("chip", type_kind=Type.SMALL)
        self._sort = IconButton("sort", 18)
        self._menu = QMenu(self)
        self.orders = {order: self._order_action(order) for order in Order}
        self._menu.addSeparator()
        self._newest_first = self._way_action(descending=True)
        self._oldest_first = self._way_action(descending=False)
        self._lay_out()
        self._retranslate()
        self._show()

    @property
    def filter(self) -> ListFilter:
        return self._filter

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        for chip, unread_only in ((self.all, False), (self.unread, True)):
            chip.setCheckable(True)
            chip.clicked.connect(partial(self._choose_unread, unread_only))
        self._sort.setMenu(self._menu)
        self._sort.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.all)
        row.addWidget(self.unread)
        row.addStretch(1)
        row.addWidget(self._sort)

    def _order_action(self, order: Order) -> QAction:
        action = self._menu.addAction("")
        action.setCheckable(True)
        action.triggered.connect(partial(self._choose_order, order))
        return action

    def _way_action(self, *, descending: bool) -> QAction:
        action = self._menu.addAction("")
        action.setCheckable(True)
        action.triggered.connect(partial(self._choose_way, descending))
        return action

    def _choose_unread(self, unread_only: bool, _checked: bool = False) -> None:
        self._choose(replace(self._filter, unread_only=unread_only))

    def _choose_order(self, order: Order, _checked: bool = False) -> None:
        # Dates and sizes are wanted from the top, names from the first letter.
        descending = order in (Order.DATE, Order.SIZE)
        self._choose(replace(self._filter, order=order, descending=descending))

    def _choose_way(self, descending: bool, _checked: bool = False) -> None:
        self._choose(replace(self._filter, descending=descending))

    def _choose(self, wanted: ListFilter) -> None:
        changed = wanted != self._filter
        self._filter = wanted
        self._show()
        if changed:
            self.filter_changed.emit(wanted)

    def _show(self) -> None:
        self.all.setChecked(not self._filter.unread_only)
        self.unread.setChecked(self._filter.unread_only)
        for order, action in self.orders.items():
            action.setChecked(order is self._filter.order)
        self._newest_first.setChecked(self._filter.descending)
        self._oldest_first.setChecked(not self._filter.descending)

    def _retranslate(self) -> None:
        self.all.setText(self.tr("All"))
        self.unread.setText(self.tr("Unread"))
        self._sort.set_name(self.tr("Sort by"))
        texts = {
            Order.DATE: self.tr("Date"),
            Order.SENDER: self.tr("From"),
            Order.SUBJECT: self.tr("Subject"),
            Order.SIZE: self.tr("Size"),
        }
        for order, action in self.orders.items():
            action.setText(texts[order])
        self._newest_first.setText(self.tr("Largest or newest first"))
        self._oldest_first.setText(self.tr("Smallest or oldest first"))
