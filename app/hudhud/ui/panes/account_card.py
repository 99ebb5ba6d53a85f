"""One account in the sidebar: its name, how full its mailbox is, or what is wrong."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QStyle,
    QVBoxLayout,
    QWidget,
)

from hudhud.domain.identifiers import AccountId
from hudhud.ui.panes.buttons import IconButton
from hudhud.ui.panes.elided import ElidedText
from hudhud.ui.panes.gauge import Gauge, tone_of
from hudhud.ui.panes.picture import Avatar, Picture
from hudhud.ui.theme import shown_theme
from hudhud.ui.typography import Text, Type
from hudhud.ui.words import fill, joined, percent_text, size_text, strip_isolates

RADIUS = 10.0
AVATAR = 34
EDIT = 28


@dataclass(frozen=True, slots=True)
class AccountCard:
    """What a card shows. `problem` is a short sentence, or empty.

    `used_octets` is None while the maildrop was never listed, `limit` while unknown.
    """

    id: AccountId
    name: str
    address: str
    used_octets: int | None = None
    limit: int | None = None
    busy: bool = False
    problem: str = ""

    @property
    def percent(self) -> int | None:
        if self.used_octets is None or not self.limit:
            return None
        return min(100, round(100 * self.used_octets / self.limit))


class AccountCardButton(QPushButton):
    """Choosing an account; the small pencil at its side changes the account."""

    edit_requested = Signal(str)

    def __init__(self, card: AccountCard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._card = card
        self._avatar = Avatar(AVATAR)
        self._name = ElidedText(Type.STRONG)
        self._address = ElidedText(Type.TINY, "dim")
        self.edit_button = IconButton("edit", 14, self)
        self.edit_button.set_tone("faint")
        self.edit_button.clicked.connect(self._ask_for_edit)
        self.gauge = Gauge()
        self._sign = Picture("check", "dim", 14)
        self._used = ElidedText(Type.TINY, "dim")
        self._percent = Text(Type.TINY_STRONG)
        self._rows = QVBoxLayout(self)
        self._lay_out()
        self.show_card(card)

    @property
    def account(self) -> AccountId:
        return self._card.id

    def show_card(self, card: AccountCard) -> None:
        self._card = card
        self._avatar.show_sender(card.name, card.address)
        self._name.show_text(card.name)
        self._address.show_text(card.address)
        self._show_fill()
        self._show_condition()
        self.edit_button.set_name(
            strip_isolates(fill(self.tr("Change %1…"), card.name))
        )
        self.setToolTip(self._full_text())
        self.setAccessibleName(self._spoken())

    def sizeHint(self) -> QSize:
        return self._rows.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self._rows.minimumSize()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        corner = QRect(self.width() - EDIT - 4, 4, EDIT, EDIT)
        place = QStyle.visualRect(self.layoutDirection(), self.rect(), corner)
        self.edit_button.setGeometry(place)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.show_card(self._card)
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = shown_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = theme.select if self.isChecked() else ""
        if not ground and self.underMouse():
            ground = theme.press
        painter.setPen(Qt.PenStyle.NoPen)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if ground:
            painter.setBrush(QColor(ground))
            painter.drawRoundedRect(box, RADIUS, RADIUS)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.accent), 2))
            painter.drawRoundedRect(box, RADIUS, RADIUS)
        painter.end()

    def _lay_out(self) -> None:
        head = QGridLayout()
        head.setHorizontalSpacing(10)
        head.setVerticalSpacing(0)
        head.addWidget(self._avatar, 0, 0, 2, 1)
        head.addWidget(self._name, 0, 1)
        head.setColumnMinimumWidth(2, EDIT - head.horizontalSpacing())
        head.addWidget(self._address, 1, 1, 1, 2)
        foot = QHBoxLayout()
        foot.setSpacing(5)
        foot.addWidget(self._sign)
        foot.addWidget(self._used, 1)
        foot.addWidget(self._percent)
        whole = self._rows
        whole.setContentsMargins(10, 8, 8, 9)
        whole.setSpacing(4)
        whole.addLayout(head)
        whole.addWidget(self.gauge)
        whole.addLayout(foot)
        for still in (self._avatar, self._name, self._address, self._used):
            still.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def _show_fill(self) -> None:
        percent = self._card.percent
        self.gauge.setVisible(percent is not None)
        self._percent.setVisible(percent is not None)
        if percent is not None:
            self.gauge.setValue(percent)
            self.gauge.setAccessibleName(self._full_text())
            self._percent.setText(percent_text(percent))
            self._percent.set_tone(tone_of(percent))

    def _show_condition(self) -> None:
        """The last line: what is wrong, that a run is on, or how much lies there."""
        card = self._card
        self._sign.setVisible(bool(card.problem) or card.busy)
        tone = "dim"
        if card.problem:
            self._sign.show_icon("warning", "bad")
            tone = "bad"
        elif card.busy:
            self._sign.show_icon("check", "accent")
        self._used.set_tone(tone)
        self._used.show_text(self._condition())

    def _condition(self) -> str:
        card = self._card
        if card.problem:
            return card.problem
        if card.busy:
            return self.tr("Checking…")
        if card.used_octets is None:
            return self.tr("Not checked yet")
        used = size_text(card.used_octets)
        if card.limit:
            return fill(self.tr("%1 of %2"), used, size_text(card.limit))
        return fill(self.tr("%1 on the server"), used)

    def _full_text(self) -> str:
        card = self._card
        if card.problem or card.used_octets is None or not card.limit:
            return self._condition()
        used, limit = size_text(card.used_octets), size_text(card.limit)
        return fill(self.tr("%1 of %2 on the server"), used, limit)

    def _spoken(self) -> str:
        card = self._card
        return strip_isolates(joined([card.name, card.address, self._full_text()]))

    def _ask_for_edit(self) -> None:
        self.edit_requested.emit(self._card.id)
