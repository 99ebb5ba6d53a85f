"""The other messages of a conversation, folded to a line each, around the letter."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from hudhud.domain.messages import MessageRow
from hudhud.ui.panes.elided import ElidedText
from hudhud.ui.typography import Text, Type, scaled
from hudhud.ui.words import date_text, sender_text, spoken_row, subject_text

SENDER_WIDTH = 150
GAP = 4
# So many are seen at once; the others are scrolled to.
SEEN = 3

Clock = Callable[[], datetime]


class ConversationCard(QPushButton):
    """Opens its message by mouse and keyboard, as any button."""

    message_requested = Signal(int)

    def __init__(
        self, row: MessageRow, clock: Clock, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._row = row
        self._clock = clock
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._sender = ElidedText(Type.SMALL if row.read else Type.SMALL_STRONG)
        self._line = ElidedText(Type.SMALL, "dim")
        self._date = Text(Type.TINY, "dim")
        self._inside = QHBoxLayout(self)
        self._lay_out()
        self._retranslate()
        self.clicked.connect(self._ask)

    def sizeHint(self) -> QSize:
        return self._inside.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        # A button would rather be cut off than grow narrower.
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        line = self._inside
        line.setContentsMargins(12, 6, 12, 6)
        line.setSpacing(10)
        self._sender.setFixedWidth(scaled(SENDER_WIDTH))
        line.addWidget(self._sender)
        line.addWidget(self._line, 1)
        line.addWidget(self._date)
        for part in (self._sender, self._line, self._date):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def _retranslate(self) -> None:
        row, now = self._row, self._clock()
        self._sender.show_text(sender_text(row))
        self._line.show_text(row.preview or subject_text(row.subject))
        self._date.setText(date_text(row.date, now))
        self.setAccessibleName(spoken_row(row, now))

    def _ask(self) -> None:
        self.message_requested.emit(self._row.id)


class ConversationStack(QScrollArea):
    """The earlier messages, or the later ones. Hidden where there are none.

    `nearest_last`: it stands above the letter, so that its end is seen first.
    """

    message_requested = Signal(int)

    def __init__(
        self, clock: Clock, *, nearest_last: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._nearest_last = nearest_last
        self.cards: list[ConversationCard] = []
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._retranslate()
        self.hide()

    def show_rows(self, rows: Sequence[MessageRow]) -> None:
        inner = QWidget()
        inner.setProperty("ground", "panel")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        self.cards = [ConversationCard(row, self._clock) for row in rows]
        for card in self.cards:
            card.message_requested.connect(self.message_requested)
            column.addWidget(card)
        self.setWidget(inner)
        self.setVisible(bool(self.cards))
        if self.cards:
            seen = min(len(self.cards), SEEN)
            height = self.cards[0].sizeHint().height()
            self.setFixedHeight(seen * height + (seen - 1) * GAP)
        if self._nearest_last and self.cards:
            inner.adjustSize()
            self.ensureWidgetVisible(self.cards[-1])

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Conversation"))
