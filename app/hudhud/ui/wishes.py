"""The names of all actions, and the menus that they are found in."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from hudhud.domain.failures import QT_TRANSLATE_NOOP


class Menu(StrEnum):
    """Where an action is found. LANGUAGE and THEME are submenus of VIEW."""

    FILE = "file"
    MAILBOX = "mailbox"
    MESSAGE = "message"
    VIEW = "view"
    LANGUAGE = "language"
    THEME = "theme"
    HELP = "help"


MENU_TEXTS: Mapping[Menu, str] = MappingProxyType(
    {
        Menu.FILE: QT_TRANSLATE_NOOP("Actions", "File"),
        Menu.MAILBOX: QT_TRANSLATE_NOOP("Actions", "Mailbox"),
        Menu.MESSAGE: QT_TRANSLATE_NOOP("Actions", "Message"),
        Menu.VIEW: QT_TRANSLATE_NOOP("Actions", "View"),
        Menu.LANGUAGE: QT_TRANSLATE_NOOP("Actions", "Language"),
        Menu.THEME: QT_TRANSLATE_NOOP("Actions", "Theme"),
        Menu.HELP: QT_TRANSLATE_NOOP("Actions", "Help"),
    }
)


class Wish(StrEnum):
    """The name of an action; its value is the QAction's object name."""

    CHECK = "check"
    CHECK_ALL = "check-all"
    STOP = "stop"
    SAVE = "save"
    SAVE_THEN_DELETE = "save-then-delete"
    DELETE = "delete"
    KEEP = "keep"
    CANCEL_DELETION = "cancel-deletion"
    DELETE_NOW = "delete-now"
    UNDO = "undo"
    MARK_READ = "mark-read"
    MARK_UNREAD = "mark-unread"
    MORE_LINES = "more-lines"
    SAVE_AS = "save-as"
    SHOW_ORIGINAL = "show-original"
    ALL_HEADERS = "all-headers"
    OPEN_WINDOW = "open-window"
    SWITCH_DIRECTION = "switch-direction"
    PRINT = "print"
    SAVE_PDF = "save-pdf"
    FIND = "find"
    FIND_IN_LETTER = "find-in-letter"
    ZOOM_IN = "zoom-in"
    ZOOM_OUT = "zoom-out"
    ZOOM_RESET = "zoom-reset"
    NEXT = "next"
    PREVIOUS = "previous"
    NEXT_PANE = "next-pane"
    PREVIOUS_PANE = "previous-pane"
    ADD_ACCOUNT = "add-account"
    EDIT_ACCOUNT = "edit-account"
    REMOVE_ACCOUNT = "remove-account"
    VERIFY = "verify"
    LANGUAGE_SYSTEM = "language-system"
    LANGUAGE_ENGLISH = "language-en"
    LANGUAGE_ARABIC = "language-ar"
    THEME_SYSTEM = "theme-system"
    THEME_LIGHT = "theme-light"
    THEME_DARK = "theme-dark"
    SETTINGS = "settings"
    ABOUT = "about"
    QUIT = "quit"
