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
    QStyle,
    QStyleOptionToolButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from hudhud.ui.panes.buttons import AIR, ICON, IconButton, evened
from hudhud.ui.typography import scaled

SIDE = 10
GAP = 4
WORDED = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
BARE = Qt.ToolButtonStyle.ToolButtonIconOnly


class Tool(QToolButton):
    """One action, with or without its words."""

    def __init__(self, action: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDefaultAction(action)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setToolButtonStyle(WORDED)
        self._measure()

    def sizeHint(self) -> QSize:
        return evened(super().sizeHint(), self)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ApplicationFontChange:
            self._measure()
        return super().event(event)

    def _measure(self) -> None:
        size = scaled(ICON)
        self.setIconSize(QSize(size + 2 * AIR, size))

    def worded_width(self) -> int:
        """How wide it is with its words, whether it shows them now or not."""
        option = QStyleOptionToolButton()
        self.initStyleOption(option)
        metrics = self.fontMetrics()
        # As QToolButton itself reckons: a space at both sides of the words.
        words = metrics.horizontalAdvance(f" {self.text()} ")
        content = QSize(option.iconSize.width() + 4 + words, metrics.height())
        kind = QStyle.ContentsType.CT_ToolButton
        return self.style().sizeFromContents(kind, option, content, self).width()


class ActionBar(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.tools: list[Tool] = []
        self._row = QHBoxLayout()
        self._row.setSpacing(GAP)
        self._menu_button = IconButton("menu", 20)
        self._menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu_button.hide()
        self._lay_out()
        self._retranslate()

    def set_actions(self, actions: Sequence[QAction]) -> None:
        for tool in self.tools:
            self._row.removeWidget(tool)
            tool.deleteLater()
        self.tools = [Tool(action) for action in actions]
        for tool in self.tools:
            self._row.addWidget(tool)
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

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        # New words or other type: both ask for a new layout.
        if event.type() == QEvent.Type.LayoutRequest:
            self._choose_style()
        return done

    def _lay_out(self) -> None:
        whole = QHBoxLayout()
        whole.setContentsMargins(SIDE, 7, SIDE, 7)
        whole.addLayout(self._row)
        whole.addStretch(1)
        whole.addWidget(self._menu_button)
        rule = QFrame()
        rule.setProperty("kind", "rule")
        rule.setFixedHeight(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(whole)
        column.addWidget(rule)

    def _choose_style(self) -> None:
        menu = self._menu_button.sizeHint().width()
        needed = sum(tool.worded_width() + GAP for tool in self.tools)
        fits = needed + menu + 2 * SIDE <= self.width()
        for tool in self.tools:
            if tool.toolButtonStyle() != (WORDED if fits else BARE):
                tool.setToolButtonStyle(WORDED if fits else BARE)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Actions"))
        self._menu_button.set_name(self.tr("Menu"))
