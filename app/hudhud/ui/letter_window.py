"""One letter in a window of its own, with what can be done about it on top."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hudhud.domain.messages import MessageRow
from hudhud.ui.archive_reader import OpenedLetter
from hudhud.ui.icons import app_icon
from hudhud.ui.panes.buttons import Button, IconButton
from hudhud.ui.panes.note_bar import NoteBar
from hudhud.ui.panes.reader import Reader
from hudhud.ui.typography import Type
from hudhud.ui.words import in_own_direction, subject_text

FIRST_SIZE = (820, 720)
SIDE = 12


class LetterWindow(QWidget):
    """Goes away by itself when it is closed. `stepped` carries 1 or -1."""

    stepped = Signal(int)
    closed = Signal()
    original_requested = Signal()
    headers_requested = Signal()
    save_requested = Signal()

    def __init__(self, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("ground", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowIcon(app_icon())
        self._row: MessageRow | None = None
        self.previous_button = IconButton("chevron-up", 20)
        self.next_button = IconButton("chevron-down", 20)
        self.save_button = Button("", "download", Type.SMALL)
        self.original_button = Button("", type_kind=Type.SMALL)
        self.headers_button = Button("", type_kind=Type.SMALL)
        self.note = NoteBar("info")
        self.note.hide()
        self.reader = Reader(clock)
        self._lay_out()
        self._connect()
        self._retranslate()
        self.allow_steps(False, False)
        self.resize(*FIRST_SIZE)
        self.reader.body.setFocus()

    def show_opened(self, opened: OpenedLetter) -> None:
        self._row = opened.row
        self.note.hide()
        if opened.row.saved and opened.letter is not None:
            self.reader.show_letter(opened.row, opened.letter)
        else:
            self.reader.show_first_lines(opened.row, opened.letter, opened.lines)
            # Decisions about the server are taken in the main window.
            self.reader.more_button.hide()
            self.reader.save_button.hide()
        self.save_button.setEnabled(opened.row.saved)
        self._retranslate()

    def allow_steps(self, back: bool, on: bool) -> None:
        self.previous_button.setEnabled(back)
        self.next_button.setEnabled(on)

    def without_list(self) -> None:
        """A letter from a file: it has no neighbours, and no place on a server."""
        self.previous_button.hide()
        self.next_button.hide()
        self.save_button.hide()
        self.reader.head.hide_state()

    def tell(self, sentence: str) -> None:
        self.note.show_note("info", "dim", sentence)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(SIDE, SIDE, SIDE, 0)
        bar.setSpacing(6)
        bar.addWidget(self.previous_button)
        bar.addWidget(self.next_button)
        bar.addStretch(1)
        for button in (self.headers_button, self.original_button, self.save_button):
            bar.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(bar)
        column.addWidget(self.note)
        column.addWidget(self.reader, 1)

    def _connect(self) -> None:
        self.previous_button.clicked.connect(self._go_back)
        self.next_button.clicked.connect(self._go_on)
        self.save_button.clicked.connect(self.save_requested)
        self.original_button.clicked.connect(self.original_requested)
        self.headers_button.clicked.connect(self.headers_requested)
        for keys, button in (
            ("Ctrl+Up", self.previous_button),
            ("Ctrl+Down", self.next_button),
            ("Ctrl+E", self.save_button),
            ("Ctrl+U", self.original_button),
            ("Ctrl+Shift+H", self.headers_button),
        ):
            QShortcut(QKeySequence(keys), self, button.click)
        QShortcut(QKeySequence("Esc"), self, self.close)
        QShortcut(QKeySequence("Ctrl+W"), self, self.close)

    def _go_back(self) -> None:
        self.stepped.emit(-1)

    def _go_on(self) -> None:
        self.stepped.emit(1)

    def _retranslate(self) -> None:
        subject = subject_text(self._row.subject) if self._row else ""
        self.setWindowTitle(in_own_direction(subject) if subject else "Hudhud")
        self.previous_button.set_name(self.tr("Previous message"))
        self.next_button.set_name(self.tr("Next message"))
        self.save_button.setText(self.tr("Save as…"))
        self.original_button.setText(self.tr("Original"))
        self.headers_button.setText(self.tr("All header fields"))
