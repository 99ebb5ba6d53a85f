"""The bar over list and reader: what can be done with the chosen messages.

Words stand beside the pictures while there is room, and in the tooltips always.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QToolBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from hudhud.ui.panes.buttons import AIR, ICON, IconButton

SIDE = 10
# Padding, border and gaps of a tool with words.
TOOL_FRAME = 30


class ActionBar(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._tools = QToolBar()
        self._tools.setIconSize(QSize(ICON + 2 * AIR, ICON))
        self._tools.setMovable(False)
        self._menu_button = IconButton("menu", 20)
        self._menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu_button.hide()
        row = QHBoxLayout()
        row.setContentsMargins(SIDE, 7, SIDE, 7)
        row.setSpacing(6)
        row.addWidget(self._tools, 1)
        row.addWidget(self._menu_button)
        rule = QFrame()
        rule.setProperty("kind", "rule")
        rule.setFixedHeight(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(rule)
        self._retranslate()

    def set_actions(self, actions: Sequence[QAction]) -> None:
        self._tools.clear()
        self._tools.addActions(list(actions))
        for action in actions:
            button = self._tools.widgetForAction(action)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._choose_style()

    def set_menu(self, menu: QMenu) -> None:
        """The whole of the program's menus, behind one button."""
        self._menu_button.setMenu(menu)
        self._menu_button.show()

    def open_menu(self) -> None:
        if self._menu_button.menu() is not None:
            self._menu_button.showMenu()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._choose_style()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._choose_style()
        return done

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _choose_style(self) -> None:
        room = self.width() - 2 * SIDE - self._menu_button.sizeHint().width() - 6
        fits = self._worded_width() <= room
        style = Qt.ToolButtonStyle
        wanted = style.ToolButtonTextBesideIcon if fits else style.ToolButtonIconOnly
        if self._tools.toolButtonStyle() != wanted:
            self._tools.setToolButtonStyle(wanted)

    def _worded_width(self) -> int:
        """How wide the tools are with words, whether they have them now or not."""
        metrics = self._tools.fontMetrics()
        widths = (
            metrics.horizontalAdvance(action.iconText()) + ICON + 2 * AIR + TOOL_FRAME
            for action in self._tools.actions()
        )
        return sum(widths)

    def _retranslate(self) -> None:
        self._tools.setAccessibleName(self.tr("Actions"))
        self._menu_button.set_name(self.tr("Menu"))
