"""The reading pane: one letter, its first lines, several chosen, or none."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from hudhud.domain.messages import MessageRow, State
from hudhud.mime.letter import Letter
from hudhud.ui.panes.attachments import AttachmentStrip
from hudhud.ui.panes.buttons import Button
from hudhud.ui.panes.empty import EmptyKind, EmptyState, centred
from hudhud.ui.panes.letter_body import LetterBody, Pictures
from hudhud.ui.panes.letter_head import LetterHead
from hudhud.ui.panes.note_bar import NoteBar
from hudhud.ui.typography import Text, Type

NARROWEST = 340
SIDE = 28
GONE = (State.REMOVED, State.NOT_LISTED)


class Reader(QWidget):
    """`clock` gives the aware time in the zone that dates are shown in."""

    save_requested = Signal()
    more_lines_requested = Signal()
    attachment_save_requested = Signal(int)
    link_activated = Signal(str)

    def __init__(
        self, clock: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("ground", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(NARROWEST)
        self._letter: Letter | None = None
        self._row: MessageRow | None = None
        self._lines: int | None = None
        self._many_count = 0
        self._none = EmptyState(EmptyKind.NONE_CHOSEN)
        self._many = centred(Text(Type.HEADING))
        self._many.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._head = LetterHead(clock)
        self._more = Button("", type_kind=Type.SMALL)
        self._more.clicked.connect(self.more_lines_requested)
        self._save = Button("", "save", Type.SMALL_STRONG)
        self._save.clicked.connect(self.save_requested)
        self._state_note = NoteBar("state-on-server", (self._more, self._save))
        self._image_note = NoteBar("shield")
        self.body = LetterBody()
        self.body.link_activated.connect(self.link_activated)
        self._attachments = AttachmentStrip()
        self._attachments.save_requested.connect(self.attachment_save_requested)
        self._stack = QStackedWidget(self)
        self._lay_out()
        self._retranslate()

    def set_pictures(self, pictures: Pictures) -> None:
        """Where pictures inside the next letter come from, by their content-id."""
        self.body.set_pictures(pictures)

    def show_letter(self, row: MessageRow, letter: Letter) -> None:
        """A whole message that is saved here."""
        self._show(row, letter, None)

    def show_first_lines(
        self, row: MessageRow, letter: Letter | None, lines: int
    ) -> None:
        """What is known of a message that is not saved; of None only its row."""
        self._show(row, letter, lines)

    def show_many(self, count: int) -> None:
        self._many_count = count
        self._many.setText(self.tr("%n message(s) chosen", "", count))
        self._stack.setCurrentWidget(self._many)

    def show_nothing(self) -> None:
        self._row = self._letter = None
        self._stack.setCurrentWidget(self._none)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _show(self, row: MessageRow, letter: Letter | None, lines: int | None) -> None:
        self._row, self._letter, self._lines = row, letter, lines
        self._show_around()
        if letter is not None and letter.html is not None:
            self.body.show_html(letter.html)
        else:
            self.body.show_text(letter.text if letter else "")
        self.body.verticalScrollBar().setValue(0)
        self._stack.setCurrentIndex(2)

    def _show_around(self) -> None:
        """Head, notes and attachments: all that is worded, and all but the body."""
        row, letter = self._row, self._letter
        if row is None:
            return
        self._head.show_row(row, letter.summary.recipients if letter else ())
        self._show_state_note(row)
        blocked = letter.blocked_images if letter else 0
        text = self.tr("%n picture(s) not loaded, to protect your privacy", "", blocked)
        self._image_note.show_note("shield", "dim", text)
        self._image_note.setVisible(blocked > 0)
        whole = letter.attachments if letter and self._lines is None else ()
        self._attachments.show_attachments(whole)

    def _show_state_note(self, row: MessageRow) -> None:
        if self._lines is None:
            self._state_note.hide()
            return
        can_save = row.state not in GONE
        self._more.setVisible(can_save)
        self._save.setVisible(can_save)
        if not can_save:
            text = self.tr("It is no longer on the server and was not saved.")
            self._state_note.show_note("state-removed", "removed", text)
        elif self._lines:
            text = self.tr("Not saved yet. You see the first lines.")
            self._state_note.show_note("state-on-server", "on_server", text)
        else:
            text = self.tr("Not saved yet. Only its head is known.")
            self._state_note.show_note("state-on-server", "on_server", text)

    def _lay_out(self) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(SIDE, 20, SIDE, 14)
        column.setSpacing(12)
        column.addWidget(self._head)
        column.addWidget(self._state_note)
        column.addWidget(self._image_note)
        column.addWidget(self.body, 1)
        column.addWidget(self._attachments)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
        for part in (self._none, self._many, page):
            self._stack.addWidget(part)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Letter"))
        self.body.setAccessibleName(self.tr("Text of the letter"))
        self._more.setText(self.tr("Show more lines"))
        self._save.setText(self.tr("Save here"))
        self._many.setText(self.tr("%n message(s) chosen", "", self._many_count))
        self._show_around()
