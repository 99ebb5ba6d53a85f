"""The window: where its parts stand. What they mean is joined in `wiring`."""

import sys
from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QByteArray, QEvent, Qt
from PySide6.QtGui import QIcon, QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow, QMenu, QSplitter, QVBoxLayout, QWidget

from hudhud.ui.actions import ActionSet, Menu, Wish
from hudhud.ui.delegates.message_row import MessageRowDelegate
from hudhud.ui.icons import app_icon, icon
from hudhud.ui.models.message_list import MessageListModel
from hudhud.ui.panes.action_bar import ActionBar
from hudhud.ui.panes.buttons import AIR, ICON, RECOLORS
from hudhud.ui.panes.message_list import MessageListPane
from hudhud.ui.panes.reader import Reader
from hudhud.ui.panes.sidebar import Sidebar
from hudhud.ui.panes.status_strip import StatusStrip
from hudhud.ui.theme import shown_theme
from hudhud.ui.typography import scaled, spread_base_font

FIRST_SIZE = (1240, 780)
SMALLEST_SIZE = (900, 560)
# Widths of the sidebar and of the list; the reader has the rest.
FIRST_WIDTHS = (248, 408)
# No more of the window than this, when type is large.
MOST_OF_WINDOW = (0.26, 0.38)

# Submenus stand at the end of the menu that holds them.
TOP_MENUS = (Menu.FILE, Menu.MAILBOX, Menu.MESSAGE, Menu.VIEW, Menu.HELP)
SUBMENUS = {Menu.VIEW: (Menu.LANGUAGE, Menu.THEME)}


class MainWindow(QMainWindow):
    """Layout only."""

    def __init__(self, model: MessageListModel, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self.setWindowIcon(app_icon())
        self.setMinimumSize(*SMALLEST_SIZE)
        self.resize(*FIRST_SIZE)
        self.sidebar = Sidebar()
        self.message_list = MessageListPane(model, MessageRowDelegate(clock, self))
        self.reader = Reader(clock)
        self.status_strip = StatusStrip()
        self.banner = self.message_list.banner
        self.toast = self.message_list.toast
        self.bar = ActionBar()
        self._actions: ActionSet | None = None
        self.menus: dict[Menu, QMenu] = {}
        self.outer = QSplitter()
        self._inner = QSplitter()
        self._lay_out()
        self._retranslate()
        self.message_list.table.setFocus()

    def set_actions(self, actions: ActionSet) -> None:
        """Put the actions in the bar, the menus and the menu of a row."""
        self._actions = actions
        for action in [one for menu in Menu for one in actions.in_menu(menu)]:
            self.addAction(action)
            action.setIconVisibleInMenu(False)
        # The big button of the sidebar is the one place to check from.
        tools = [one for one in actions.in_toolbar() if one != actions[Wish.CHECK]]
        self.bar.set_actions(tools)
        self.message_list.set_row_actions(actions.in_row_menu())
        self._make_menus(actions)
        self._recolor()
        self._retranslate()

    def focus_pane(self, step: int) -> None:
        """Move the focus to the next pane, or with -1 to the one before."""
        owners = (self.sidebar, self.message_list, self.reader)
        first = (self.sidebar.first, self.message_list.table, self.reader.sheet)
        focus = self.focusWidget()
        inside = [bool(focus and owner.isAncestorOf(focus)) for owner in owners]
        at = inside.index(True) if True in inside else -1
        target: QWidget = first[(at + step) % len(first)]
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def layout_state(self) -> bytes:
        """Size and splitters, to be given back to `restore_layout`."""
        parts = (self.saveGeometry(), self.outer.saveState(), self._inner.saveState())
        return b" ".join(bytes(part.toBase64().data()) for part in parts)

    def restore_layout(self, state: bytes) -> None:
        """What is not from `layout_state` changes nothing."""
        parts = [QByteArray.fromBase64(part) for part in state.split()]
        if len(parts) == 3:
            self.restoreGeometry(parts[0])
            self.outer.restoreState(parts[1])
            self._inner.restoreState(parts[2])

    def event(self, event: QEvent) -> bool:
        # The system's size of type may change while the window is open.
        if event.type() == QEvent.Type.ApplicationFontChange:
            spread_base_font()
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() in RECOLORS:
            self._recolor()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self._inner, 1)
        divide(self._inner, self.message_list, self.reader)
        divide(self.outer, self.sidebar, right)
        for splitter, first, most in zip(
            (self.outer, self._inner), FIRST_WIDTHS, MOST_OF_WINDOW, strict=True
        ):
            width = min(scaled(first), round(FIRST_SIZE[0] * most))
            splitter.setSizes([width, FIRST_SIZE[0] - width])
        centre = QWidget()
        whole = QVBoxLayout(centre)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.outer, 1)
        whole.addWidget(self.status_strip)
        self.setCentralWidget(centre)

    def _make_menus(self, actions: ActionSet) -> None:
        """One button for all menus; on macOS the bar that every program has."""
        whole = QMenu(self)
        for top in TOP_MENUS:
            menu = self._menu(top, actions)
            for below in SUBMENUS.get(top, ()):
                menu.addMenu(self._menu(below, actions))
            if sys.platform == "darwin":
                self.menuBar().addMenu(menu)
            else:
                whole.addMenu(menu)
        if sys.platform != "darwin":
            self.bar.set_menu(whole)
            opener = QShortcut(QKeySequence("F10"), self)
            opener.activated.connect(self.bar.open_menu)

    def _menu(self, name: Menu, actions: ActionSet) -> QMenu:
        menu = QMenu(self)
        menu.addActions(actions.in_menu(name))
        self.menus[name] = menu
        return menu

    def _recolor(self) -> None:
        if self._actions is not None:
            self._actions.set_icons(self._action_icon)

    def _action_icon(self, name: str) -> QIcon:
        theme = shown_theme()
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        color = theme.bad if name == "delete" else theme.text
        return icon(name, color, scaled(ICON), mirrored=rtl, air=AIR)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Hudhud"))
        if self._actions is not None:
            for name, menu in self.menus.items():
                menu.setTitle(self._actions.menu_title(name))


def divide(splitter: QSplitter, first: QWidget, second: QWidget) -> None:
    """Two parts; the second one grows with the window."""
    splitter.setHandleWidth(1)
    splitter.setChildrenCollapsible(False)
    splitter.addWidget(first)
    splitter.addWidget(second)
    splitter.setStretchFactor(0, 0)
    splitter.setStretchFactor(1, 1)
