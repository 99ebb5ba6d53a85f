"""Every wish a person can have of the window: one table, and the QActions made of it.

An action that would do nothing is disabled, and its tooltip says why. No shortcut is a
bare letter, since an Arabic keyboard would never produce it.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QIcon, QKeySequence

from hudhud.domain.failures import QT_TRANSLATE_NOOP
from hudhud.ui.wishes import MENU_TEXTS
from hudhud.ui.wishes import Menu as Menu
from hudhud.ui.wishes import Wish as Wish

CONTEXT = "Actions"


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One line of the table. `icon` names a picture in resources/icons, or is empty.

    `short` is the toolbar's text where the menu's would be too long for it.
    """

    wish: Wish
    text: str
    menu: Menu
    shortcuts: tuple[str, ...] = ()
    icon: str = ""
    in_toolbar: bool = False
    in_row_menu: bool = False
    short: str = ""


def _choice(wish: Wish, text: str, menu: Menu, *shortcuts: str) -> ActionSpec:
    return ActionSpec(wish, text, menu, shortcuts)


_ZOOMS = (
    _choice(
        Wish.ZOOM_IN,
        QT_TRANSLATE_NOOP("Actions", "Larger text"),
        Menu.VIEW,
        "Ctrl++",
        "Ctrl+=",
    ),
    _choice(
        Wish.ZOOM_OUT, QT_TRANSLATE_NOOP("Actions", "Smaller text"), Menu.VIEW, "Ctrl+-"
    ),
    _choice(
        Wish.ZOOM_RESET, QT_TRANSLATE_NOOP("Actions", "Usual size"), Menu.VIEW, "Ctrl+0"
    ),
)

TABLE: tuple[ActionSpec, ...] = (
    ActionSpec(
        Wish.ADD_ACCOUNT,
        QT_TRANSLATE_NOOP("Actions", "Add account…"),
        Menu.FILE,
        icon="add",
    ),
    ActionSpec(
        Wish.EDIT_ACCOUNT,
        QT_TRANSLATE_NOOP("Actions", "Change account…"),
        Menu.FILE,
        icon="account",
    ),
    ActionSpec(
        Wish.REMOVE_ACCOUNT,
        QT_TRANSLATE_NOOP("Actions", "Remove account…"),
        Menu.FILE,
    ),
    ActionSpec(
        Wish.SAVE_AS,
        QT_TRANSLATE_NOOP("Actions", "Save message as…"),
        Menu.FILE,
        ("Ctrl+E",),
        in_row_menu=True,
    ),
    _choice(Wish.SAVE_PDF, QT_TRANSLATE_NOOP("Actions", "Save as PDF…"), Menu.FILE),
    _choice(Wish.PRINT, QT_TRANSLATE_NOOP("Actions", "Print…"), Menu.FILE, "Ctrl+P"),
    ActionSpec(
        Wish.VERIFY, QT_TRANSLATE_NOOP("Actions", "Verify the archive"), Menu.FILE
    ),
    ActionSpec(
        Wish.SETTINGS,
        QT_TRANSLATE_NOOP("Actions", "Settings"),
        Menu.FILE,
        ("Ctrl+,",),
        "settings",
    ),
    ActionSpec(
        Wish.QUIT, QT_TRANSLATE_NOOP("Actions", "Quit Hudhud"), Menu.FILE, ("Ctrl+Q",)
    ),
    ActionSpec(
        Wish.CHECK,
        QT_TRANSLATE_NOOP("Actions", "Check now"),
        Menu.MAILBOX,
        ("F5", "Ctrl+R"),
        "check",
        in_toolbar=True,
    ),
    ActionSpec(
        Wish.CHECK_ALL,
        QT_TRANSLATE_NOOP("Actions", "Check all accounts"),
        Menu.MAILBOX,
        ("Shift+F5",),
    ),
    ActionSpec(
        Wish.STOP,
        QT_TRANSLATE_NOOP("Actions", "Stop"),
        Menu.MAILBOX,
        ("Esc", "Ctrl+."),
        "stop",
    ),
    ActionSpec(
        Wish.SAVE,
        QT_TRANSLATE_NOOP("Actions", "Save here"),
        Menu.MESSAGE,
        ("Ctrl+S",),
        "save",
        in_toolbar=True,
        in_row_menu=True,
    ),
    ActionSpec(
        Wish.SAVE_THEN_DELETE,
        QT_TRANSLATE_NOOP("Actions", "Save, then delete from server"),
        Menu.MESSAGE,
        ("Ctrl+Shift+S",),
        "save-delete",
        in_toolbar=True,
        in_row_menu=True,
        short=QT_TRANSLATE_NOOP("Actions", "Save, then delete"),
    ),
    ActionSpec(
        Wish.DELETE,
        QT_TRANSLATE_NOOP("Actions", "Delete from server"),
        Menu.MESSAGE,
        ("Del",),
        "delete",
        in_toolbar=True,
        in_row_menu=True,
    ),
    ActionSpec(
        Wish.KEEP,
        QT_TRANSLATE_NOOP("Actions", "Keep on server"),
        Menu.MESSAGE,
        ("Ctrl+K",),
        "keep",
        in_toolbar=True,
        in_row_menu=True,
    ),
    ActionSpec(
        Wish.CANCEL_DELETION,
        QT_TRANSLATE_NOOP("Actions", "Cancel deletion"),
        Menu.MESSAGE,
        in_row_menu=True,
    ),
    ActionSpec(
        Wish.DELETE_NOW,
        QT_TRANSLATE_NOOP("Actions", "Delete now"),
        Menu.MESSAGE,
        in_row_menu=True,
    ),
    ActionSpec(
        Wish.UNDO,
        QT_TRANSLATE_NOOP("Actions", "Undo"),
        Menu.MESSAGE,
        ("Ctrl+Z",),
        "undo",
    ),
    ActionSpec(
        Wish.MORE_LINES,
        QT_TRANSLATE_NOOP("Actions", "Show more lines"),
        Menu.MESSAGE,
        ("Ctrl+L",),
        in_row_menu=True,
    ),
    ActionSpec(
        Wish.MARK_READ,
        QT_TRANSLATE_NOOP("Actions", "Mark as read"),
        Menu.MESSAGE,
        in_row_menu=True,
    ),
    ActionSpec(
        Wish.MARK_UNREAD,
        QT_TRANSLATE_NOOP("Actions", "Mark as unread"),
        Menu.MESSAGE,
        ("Ctrl+Shift+U",),
        in_row_menu=True,
    ),
    ActionSpec(
        Wish.OPEN_WINDOW,
        QT_TRANSLATE_NOOP("Actions", "Open in its own window"),
        Menu.MESSAGE,
        ("Ctrl+Return",),
        in_row_menu=True,
    ),
    ActionSpec(
        Wish.SHOW_ORIGINAL,
        QT_TRANSLATE_NOOP("Actions", "Show original"),
        Menu.MESSAGE,
        ("Ctrl+U",),
        in_row_menu=True,
    ),
    ActionSpec(
        Wish.ALL_HEADERS,
        QT_TRANSLATE_NOOP("Actions", "Show all header fields"),
        Menu.MESSAGE,
        ("Ctrl+Shift+H",),
        in_row_menu=True,
    ),
    ActionSpec(
        Wish.FIND,
        QT_TRANSLATE_NOOP("Actions", "Search mail"),
        Menu.VIEW,
        ("Ctrl+F",),
        "search",
    ),
    _choice(
        Wish.FIND_IN_LETTER,
        QT_TRANSLATE_NOOP("Actions", "Find in message"),
        Menu.VIEW,
        "Ctrl+Shift+F",
    ),
    _choice(
        Wish.SWITCH_DIRECTION,
        QT_TRANSLATE_NOOP("Actions", "Switch text direction"),
        Menu.VIEW,
        "Ctrl+Shift+X",
    ),
    *_ZOOMS,
    ActionSpec(
        Wish.NEXT,
        QT_TRANSLATE_NOOP("Actions", "Next message"),
        Menu.VIEW,
        ("Ctrl+Down",),
    ),
    ActionSpec(
        Wish.PREVIOUS,
        QT_TRANSLATE_NOOP("Actions", "Previous message"),
        Menu.VIEW,
        ("Ctrl+Up",),
    ),
    ActionSpec(
        Wish.NEXT_PANE, QT_TRANSLATE_NOOP("Actions", "Next pane"), Menu.VIEW, ("F6",)
    ),
    ActionSpec(
        Wish.PREVIOUS_PANE,
        QT_TRANSLATE_NOOP("Actions", "Previous pane"),
        Menu.VIEW,
        ("Shift+F6",),
    ),
    _choice(
        Wish.LANGUAGE_SYSTEM,
        QT_TRANSLATE_NOOP("Actions", "As in the system"),
        Menu.LANGUAGE,
    ),
    # A language is always named in itself, so that it can be found again.
    _choice(Wish.LANGUAGE_ENGLISH, "English", Menu.LANGUAGE),
    _choice(Wish.LANGUAGE_ARABIC, "العربية", Menu.LANGUAGE),
    _choice(
        Wish.THEME_SYSTEM, QT_TRANSLATE_NOOP("Actions", "As in the system"), Menu.THEME
    ),
    _choice(Wish.THEME_LIGHT, QT_TRANSLATE_NOOP("Actions", "Light"), Menu.THEME),
    _choice(Wish.THEME_DARK, QT_TRANSLATE_NOOP("Actions", "Dark"), Menu.THEME),
    ActionSpec(Wish.ABOUT, QT_TRANSLATE_NOOP("Actions", "About Hudhud"), Menu.HELP),
)

CHOICES = (Menu.LANGUAGE, Menu.THEME)


class ActionSet(QObject):
    """The QActions of the whole window; menus, toolbar and row menu share them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._actions = {spec.wish: self._made(spec) for spec in TABLE}
        self._reasons: dict[Wish, str] = {}
        for menu in CHOICES:
            group = QActionGroup(self)
            for action in self.in_menu(menu):
                action.setCheckable(True)
                group.addAction(action)
        self.retranslate()

    def __getitem__(self, wish: Wish) -> QAction:
        return self._actions[wish]

    def in_menu(self, menu: Menu) -> list[QAction]:
        return [self._actions[spec.wish] for spec in TABLE if spec.menu is menu]

    def in_toolbar(self) -> list[QAction]:
        return [self._actions[spec.wish] for spec in TABLE if spec.in_toolbar]

    def in_row_menu(self) -> list[QAction]:
        return [self._actions[spec.wish] for spec in TABLE if spec.in_row_menu]

    def menu_title(self, menu: Menu) -> str:
        return QCoreApplication.translate(CONTEXT, MENU_TEXTS[menu])

    def set_icons(self, icon: Callable[[str], QIcon]) -> None:
        """Give each action the picture that `icon` makes of its name."""
        for spec in TABLE:
            if spec.icon:
                self._actions[spec.wish].setIcon(icon(spec.icon))

    def allow(self, wish: Wish, why_not: str = "") -> None:
        """Enable an action, or disable it with the reason as its tooltip."""
        self._reasons[wish] = why_not
        self._actions[wish].setEnabled(not why_not)
        self._tell(wish)

    def retranslate(self) -> None:
        for spec in TABLE:
            action = self._actions[spec.wish]
            action.setText(QCoreApplication.translate(CONTEXT, spec.text))
            if spec.short:
                action.setIconText(QCoreApplication.translate(CONTEXT, spec.short))
            self._tell(spec.wish)

    def _made(self, spec: ActionSpec) -> QAction:
        action = QAction(self)
        action.setObjectName(spec.wish)
        action.setShortcuts([QKeySequence(keys) for keys in spec.shortcuts])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        if spec.wish is Wish.QUIT:
            action.setMenuRole(QAction.MenuRole.QuitRole)
        return action

    def _tell(self, wish: Wish) -> None:
        action = self._actions[wish]
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        text = self._reasons.get(wish) or action.text()
        action.setToolTip(f"{text} ({keys})" if keys and action.isEnabled() else text)
        action.setStatusTip(self._reasons.get(wish, ""))
