"""The reading pane: one letter, its first lines, several chosen, or none."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from hudhud.domain.messages import MessageRow, State
from hudhud.mime.letter import Letter
from hudhud.ui.panes.attachments import AttachmentStrip
from hudhud.ui.panes.buttons import Button
from hudhud.ui.panes.conversation import ConversationStack
from hudhud.ui.panes.empty import EmptyKind, EmptyState, centred
from hudhud.ui.panes.find_bar import FindBar
from hudhud.ui.panes.letter_body import LetterBody
from hudhud.ui.panes.letter_head import LetterHead, heading_html
from hudhud.ui.panes.letter_notes import LetterNotes
from hudhud.ui.panes.letter_sheet import LetterSheet
from hudhud.ui.panes.link_texts import texts_of_link
from hudhud.ui.panes.manner import Manner
from hudhud.ui.panes.note_bar import NoteBar
from hudhud.ui.panes.remote_pictures import Pictures
from hudhud.ui.sender_facts import FactKind
from hudhud.ui.typography import Text, Type, scaled

NARROWEST = 340
WIDEST = 900
SIDE = 28
GONE = (State.REMOVED, State.NOT_LISTED)


class Reader(QWidget):
    """`clock` gives the aware time in the zone that dates are shown in.

    `link_activated` carries where a link leads, and the texts that it has in the
    letter; `always_images_requested` whether the sender's are always to be shown.
    """

    save_requested = Signal()
    more_lines_requested = Signal()
    link_activated = Signal(str, object)
    images_requested = Signal()
    always_images_requested = Signal(bool)

    _letter: Letter | None = None
    _row: MessageRow | None = None
    _lines: int | None = None
    _many_count = 0
    _manner = Manner()
    _plain_first = False
    # The message whose formatting was asked for, though its plain text comes first.
    _formatted: MessageRow | None = None

    def __init__(
        self, clock: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("ground", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(NARROWEST)
        self._clock = clock
        self._none = EmptyState(EmptyKind.NONE_CHOSEN)
        self._many = centred(Text(Type.HEADING))
        self._many.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.head = LetterHead(clock)
        self.more_button = Button("", type_kind=Type.SMALL)
        self.save_button = Button("", "save", Type.SMALL_STRONG)
        buttons = (self.more_button, self.save_button)
        self.state_note = NoteBar("state-on-server", buttons)
        self.notes = LetterNotes()
        self.find_bar = FindBar()
        self.body = LetterBody()
        self.sheet = LetterSheet(self.body)
        self.attachments = AttachmentStrip()
        self.earlier = ConversationStack(clock, nearest_last=True)
        self.later = ConversationStack(clock, nearest_last=False)
        self._stack = QStackedWidget(self)
        self._connect()
        self._lay_out()
        self._retranslate()

    def set_pictures(self, pictures: Pictures) -> None:
        """Where pictures inside the next letter come from, by their content-id."""
        self.sheet.set_pictures(pictures)

    def set_manner(self, manner: Manner) -> None:
        """How the next letter is shown."""
        self._manner = manner

    def prefer_plain_text(self, wanted: bool) -> None:
        """From the next letter on."""
        self._plain_first = wanted

    def show_conversation(self, rows: Sequence[MessageRow], at: int) -> None:
        """Around the next letter; its own place in `rows` is `at`."""
        self.earlier.show_rows(rows[:at])
        self.later.show_rows(rows[at + 1 :])

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

    def heading(self) -> str:
        """What is printed above the letter, as HTML."""
        row, letter = self._row, self._letter
        if row is None:
            return ""
        recipients = letter.summary.recipients if letter else ()
        return heading_html(row, recipients, self._clock())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _connect(self) -> None:
        self.more_button.clicked.connect(self.more_lines_requested)
        self.save_button.clicked.connect(self.save_requested)
        self.sheet.link_activated.connect(self._hand_out)
        self.find_bar.wanted.connect(self._find)
        self.find_bar.closed.connect(self.sheet.setFocus)
        self.sheet.found.connect(self.find_bar.show_found)
        self.notes.images_requested.connect(self.images_requested)
        self.notes.always_requested.connect(self.always_images_requested)
        self.notes.formatted_requested.connect(self._show_formatted)

    def _show(self, row: MessageRow, letter: Letter | None, lines: int | None) -> None:
        self._row, self._letter, self._lines = row, letter, lines
        html = letter.html if letter else None
        text = letter.text if letter else ""
        formatted = self._formatted is not None and self._formatted.id == row.id
        plain = bool(html and text and self._plain_first and not formatted)
        self._manner = replace(self._manner, as_plain_text=plain)
        self._show_around()
        if html is None or plain:
            self.sheet.show_text(text, self._manner)
        else:
            self.sheet.show_html(html, text, self._manner, self.heading())
        self.body.verticalScrollBar().setValue(0)
        self._stack.setCurrentIndex(2)

    def _show_around(self) -> None:
        """Head, notes and attachments: all that is worded, and all but the body."""
        row, letter = self._row, self._letter
        if row is None:
            return
        self.head.show_row(row, letter.summary.recipients if letter else ())
        self._show_state_note(row)
        self.notes.show_of(row, letter, self._manner)
        proven = [one for one in self._manner.facts if one.kind is FactKind.PROVEN]
        words = [self.notes.fact_text(one, "") for one in proven]
        self.head.show_proof("\n".join(words))
        whole = letter.attachments if letter and self._lines is None else ()
        self.attachments.show_attachments(whole)

    def _hand_out(self, address: str) -> None:
        html = self._letter.html if self._letter else None
        self.link_activated.emit(address, texts_of_link(html or "", address))

    def _find(self, words: str, backwards: bool) -> None:
        self.sheet.find_text(words, backwards=backwards)

    def _show_formatted(self) -> None:
        if self._row is not None:
            self._formatted = self._row
            self._show(self._row, self._letter, self._lines)

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
        column.addWidget(self.earlier)
        column.addWidget(self.head)
        column.addWidget(self.state_note)
        column.addWidget(self.notes)
        column.addWidget(self.find_bar)
        column.addWidget(self.sheet, 1)
        column.addWidget(self.attachments)
        column.addWidget(self.later)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
        for part in (self._none, self._many, page):
            self._stack.addWidget(part)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Letter"))
        self.sheet.name_views(self.tr("Text of the letter"))
        self.more_button.setText(self.tr("Show more lines"))
        self.save_button.setText(self.tr("Save here"))
        self._many.setText(self.tr("%n message(s) chosen", "", self._many_count))
        self._show_around()
