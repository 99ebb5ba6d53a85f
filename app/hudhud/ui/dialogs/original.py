"""A message as it came, in a window of its own: its octets, or its header fields."""

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QFontDatabase,
    QKeySequence,
    QShortcut,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from hudhud.ui.letter_questions import ORIGINAL_OCTETS, Original
from hudhud.ui.panes.buttons import IconButton
from hudhud.ui.panes.note_bar import NoteBar
from hudhud.ui.typography import Text, Type
from hudhud.ui.words import fill, size_text

SIDE = 10


class SourceWindow(QWidget):
    """Machine text to read, search and copy. Nothing in it is run or loaded.

    Goes away by itself when it is closed.
    """

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.text = machine_text(text)
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.next_button = IconButton("chevron-down")
        self.previous_button = IconButton("chevron-up")
        self.found = Text(Type.SMALL, "dim")
        self.note = NoteBar("info")
        self.note.hide()
        self._lay_out()
        self._word()
        self._connect()
        self.resize(760, 620)
        self.text.setFocus()

    def find_next(self) -> None:
        self._find(forward=True)

    def find_previous(self) -> None:
        self._find(forward=False)

    def _connect(self) -> None:
        self.search.textEdited.connect(self._find_first)
        self.search.returnPressed.connect(self.find_next)
        self.next_button.clicked.connect(self.find_next)
        self.previous_button.clicked.connect(self.find_previous)
        QShortcut(QKeySequence("Esc"), self, self.close)
        QShortcut(QKeySequence("Ctrl+F"), self, self._go_to_search)
        QShortcut(QKeySequence("F3"), self, self.find_next)
        QShortcut(QKeySequence("Shift+F3"), self, self.find_previous)

    def _go_to_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _find_first(self) -> None:
        self.text.moveCursor(QTextCursor.MoveOperation.Start)
        self.find_next()

    def _find(self, *, forward: bool) -> None:
        """From the cursor on, and round at the end."""
        words, move = self.search.text(), QTextCursor.MoveOperation
        self.found.clear()
        if not words:
            return
        back = QTextDocument.FindFlag.FindBackward
        flags = QTextDocument.FindFlag(0) if forward else back
        if self.text.find(words, flags):
            return
        self.text.moveCursor(move.Start if forward else move.End)
        if not self.text.find(words, flags):
            self.found.setText(self.tr("Not found"))

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(SIDE, SIDE, SIDE, 0)
        bar.addWidget(self.search, 1)
        for part in (self.found, self.previous_button, self.next_button):
            bar.addWidget(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(bar)
        layout.addWidget(self.note)
        layout.addWidget(self.text, 1)

    def _word(self) -> None:
        hint = self.tr("Find in this text")
        self.search.setPlaceholderText(hint)
        self.search.setAccessibleName(hint)
        self.next_button.set_name(self.tr("Find next"))
        self.previous_button.set_name(self.tr("Find previous"))


class OriginalWindow(SourceWindow):
    def __init__(self, original: Original, parent: QWidget) -> None:
        super().__init__(shown(original.octets), parent)
        self.setWindowTitle(self.tr("Original text"))
        self.text.setAccessibleName(self.windowTitle())
        if original.is_cut:
            text = self.tr(
                "The first %1 are shown. “Save message as…” writes the whole letter."
            )
            size = size_text(ORIGINAL_OCTETS)
            self.note.show_note("info", "dim", fill(text, size))


class HeadersWindow(SourceWindow):
    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self.setWindowTitle(self.tr("All header fields"))
        self.text.setAccessibleName(self.windowTitle())


def machine_text(text: str) -> QPlainTextEdit:
    edit = QPlainTextEdit()
    edit.setReadOnly(True)
    edit.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    edit.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
    edit.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
    edit.setPlainText(text)
    return edit


def shown(octets: bytes) -> str:
    """UTF-8 where it is that, else one character an octet: nothing is left out."""
    try:
        text = octets.decode("utf-8")
    except UnicodeDecodeError:
        text = octets.decode("latin-1")
    return text.replace("\r\n", "\n").replace("\0", "\N{REPLACEMENT CHARACTER}")
