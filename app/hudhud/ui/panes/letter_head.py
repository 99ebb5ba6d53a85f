"""The head of a letter: subject, who wrote it, to whom, when, and where it is kept.

The sender's real address always stands under the name, which anybody can make up.
"""

from collections.abc import Callable, Sequence
from datetime import datetime
from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QGridLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from hudhud.domain.messages import Correspondent, MessageRow
from hudhud.ui.delegates.chip import chip_of, chip_width, paint_chip
from hudhud.ui.delegates.lines import alignment
from hudhud.ui.panes.elided import ElidedText
from hudhud.ui.panes.picture import Avatar
from hudhud.ui.theme import shown_theme
from hudhud.ui.typography import Text, Type, font_for
from hudhud.ui.words import (
    fill,
    full_date_text,
    in_own_direction,
    joined,
    long_date_text,
    machine,
    sender_text,
    subject_text,
)

AVATAR = 46
NAMED_RECIPIENTS = 4
# Narrower than this, the chip of the state stands below the recipients.
ROOM_BESIDE = 440


class LetterHead(QWidget):
    def __init__(
        self, clock: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self.subject = Text(Type.TITLE)
        self.subject.setWordWrap(True)
        self._avatar = Avatar(AVATAR)
        self._sender = ElidedText(Type.STRONG)
        self.address = ElidedText(Type.SMALL, "dim", middle=True)
        self.proof = Text(Type.TINY, "good")
        self.proof.setWordWrap(True)
        self.proof.hide()
        self._recipients = ElidedText(Type.SMALL, "dim")
        self._date = Text(Type.SMALL, "dim")
        self._state = StateChip()
        self._foot = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()

    def show_row(self, row: MessageRow, recipients: Sequence[Correspondent]) -> None:
        subject = subject_text(row.subject)
        self.subject.setText(in_own_direction(subject))
        self.subject.setAccessibleName(subject)
        side = alignment(self.layoutDirection(), trailing=False)
        self.subject.setAlignment(side)
        address = row.sender.address if row.sender else ""
        self._avatar.show_sender(sender_text(row), address or sender_text(row))
        self._sender.show_text(sender_text(row))
        self.address.show_text(machine(address) if address else "")
        self.address.setVisible(bool(address))
        to = self._recipients_text(recipients)
        self._recipients.show_text(to)
        self._recipients.setVisible(bool(to))
        self._date.setText(long_date_text(row.date, self._clock()))
        self._state.show_row(row)

    def show_proof(self, text: str) -> None:
        """What the person's own mail server says for the sender, if anything."""
        self.proof.setText(text)
        self.proof.setVisible(bool(text))

    def hide_state(self) -> None:
        """Of a letter that no server and no archive holds."""
        self._state.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        way = QBoxLayout.Direction
        beside = event.size().width() >= ROOM_BESIDE
        self._foot.setDirection(way.LeftToRight if beside else way.TopToBottom)

    def _recipients_text(self, recipients: Sequence[Correspondent]) -> str:
        if not recipients:
            return ""
        names = [one.name or one.address for one in recipients[:NAMED_RECIPIENTS]]
        more = len(recipients) - len(names)
        shown = fill(self.tr("to %1"), joined(names))
        if not more:
            return shown
        return joined([shown, self.tr("and %n more", "", more)])

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(1)
        grid.setColumnStretch(1, 1)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(self._avatar, 0, 0, 4, 1, top)
        grid.addWidget(self._sender, 0, 1)
        grid.addWidget(self._date, 0, 2, Qt.AlignmentFlag.AlignTrailing)
        grid.addWidget(self.address, 1, 1, 1, 2)
        foot = self._foot
        foot.setSpacing(4)
        foot.addWidget(self._recipients, 1)
        foot.addWidget(self._state, 0, Qt.AlignmentFlag.AlignLeading)
        grid.addWidget(self.proof, 2, 1, 1, 2)
        grid.addLayout(foot, 3, 1, 1, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.subject)
        column.addLayout(grid)


def heading_html(
    row: MessageRow, recipients: Sequence[Correspondent], now: datetime
) -> str:
    """The head of a letter for paper: the names of its lines are those of the mail."""
    to = ", ".join(map(str, recipients[:NAMED_RECIPIENTS]))
    lines = (str(row.sender or ""), to, full_date_text(row.date, now))
    shown = "".join(f'<div dir="auto">{escape(line)}</div>' for line in lines if line)
    return f'<h2 dir="auto">{escape(subject_text(row.subject))}</h2>{shown}<hr>'


class StateChip(QWidget):
    """The same chip as in the list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row: MessageRow | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_row(self, row: MessageRow) -> None:
        self._row = row
        text = chip_of(row, shown_theme()).text
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        font = font_for(Type.TINY_STRONG)
        height = self.fontMetrics().height() + 3
        if self._row is None:
            return QSize(0, height)
        chip = chip_of(self._row, shown_theme())
        return QSize(chip_width(chip, font, height), height)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._row is None:
            return
        chip = chip_of(self._row, shown_theme())
        font = font_for(Type.TINY_STRONG)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_chip(painter, self.rect(), chip, font, self.layoutDirection())
        painter.end()
