"""The reading pane: one letter, its first lines, several chosen, or none."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from hudhud.domain.messages import MessageRow, State
from hudhud.mime.letter import Letter
from hudhud.ui.panes.attachments import AttachmentStrip
from hudhud.ui.panes.buttons import Button
from hudhud.ui.panes.empty import EmptyKind, EmptyState, centred
from hudhud.ui.panes.letter_body import LetterBody, Pictures
from hudhud.ui.panes.letter_head import LetterHead
from hudhud.ui.panes.note_bar import NoteBar
from hudhud.ui.typography import Text, Type, scaled

NARROWEST = 340
WIDEST = 900
# Laying out more would make the window wait; its plain text is shown instead.
SHOWN_HTML = 300_000
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
        self.head = LetterHead(clock)
        self.more_button = Button("", type_kind=Type.SMALL)
        self.save_button = Button("", "save", Type.SMALL_STRONG)
        buttons = (self.more_button, self.save_button)
        self.state_note = NoteBar("state-on-server", buttons)
        self.image_note = NoteBar("shield")
        self.body = LetterBody()
        self.attachments = AttachmentStrip()
        self._stack = QStackedWidget(self)
        self._connect()
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

    def _connect(self) -> None:
        self.more_button.clicked.connect(self.more_lines_requested)
        self.save_button.clicked.connect(self.save_requested)
        self.body.link_activated.connect(self.link_activated)
        self.attachments.save_requested.connect(self.attachment_save_requested)

    def _show(self, row: MessageRow, letter: Letter | None, lines: int | None) -> None:
        self._row, self._letter, self._lines = row, letter, lines
        self._show_around()
        html = letter.html if letter else None
        if html is not None and len(html) <= SHOWN_HTML:
            self.body.show_html(html)
        else:
            self.body.show_text(letter.text if letter else "")
        self.body.verticalScrollBar().setValue(0)
        self._stack.setCurrentIndex(2)

    def _show_around(self) -> None:
        """Head, notes and attachments: all that is worded, and all but the body."""
        row, letter = self._row, self._letter
        if row is None:
            return
        self.head.show_row(row, letter.summary.recipients if letter else ())
        self._show_state_note(row)
        blocked = letter.blocked_images if letter else 0
        text = self.tr("%n picture(s) not loaded, to protect your privacy", "", blocked)
        self.image_note.show_note("shield", "dim", text)
        self.image_note.setVisible(blocked > 0)
        whole = letter.attachments if letter and self._lines is None else ()
        self.attachments.show_attachments(whole)

    def _show_state_note(self, row: MessageRow) -> None:
        if self._lines is None:
            self.state_note.hide()
            return
        can_save = row.state not in GONE
        self.more_button.setVisible(can_save)
        self.save_button.setVisible(can_save)
        if not can_save:
            text = self.tr("It is no longer on the server and was not saved.")
            self.state_note.show_note("state-removed", "removed", text)
        elif self._lines:
            text = self.tr("Not saved yet. You see the first lines.")
            self.state_note.show_note("state-on-server", "on_server", text)
        else:
            text = self.tr("Not saved yet. Only its head is known.")
            self.state_note.show_note("state-on-server", "on_server", text)

    def _lay_out(self) -> None:
        page, column = QWidget(), QVBoxLayout()
        # Lines that are too long are hard to follow.
        sheet = QWidget()
        sheet.setMaximumWidth(scaled(WIDEST))
        sheet.setLayout(column)
        beside = QHBoxLayout(page)
        beside.setContentsMargins(SIDE, 0, SIDE, 0)
        beside.addWidget(sheet, 1)
        beside.addStretch(0)
        column.setContentsMargins(0, 20, 0, 14)
        column.setSpacing(12)
        column.addWidget(self.head)
        column.addWidget(self.state_note)
        column.addWidget(self.image_note)
        column.addWidget(self.body, 1)
        column.addWidget(self.attachments)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
        for part in (self._none, self._many, page):
            self._stack.addWidget(part)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Letter"))
        self.body.setAccessibleName(self.tr("Text of the letter"))
        self.more_button.setText(self.tr("Show more lines"))
        self.save_button.setText(self.tr("Save here"))
        self._many.setText(self.tr("%n message(s) chosen", "", self._many_count))
        self._show_around()
