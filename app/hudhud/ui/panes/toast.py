"""The toast under the list: what will be done, and a while to take it back.

The time stands still while the pointer or the focus is on it, so that nobody loses the
choice by reading slowly. When it has run out the toast says so; it never acts itself.
"""

from PySide6.QtCore import QEvent, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QEnterEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from hudhud.ui.panes.announcing import announce
from hudhud.ui.panes.buttons import Button
from hudhud.ui.theme import shown_theme
from hudhud.ui.typography import Text, Type

TICK_MS = 100
RING = 20
RING_WIDTH = 2.5
FULL_CIRCLE = 360 * 16


class Toast(QFrame):
    undo_requested = Signal()
    expired = Signal()
    shown = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "toast")
        self._whole_ms = 0
        self._left_ms = 0
        self._ring = Ring()
        self._text = Text(Type.SMALL)
        self._text.setWordWrap(True)
        self.undo_button = Button("link", type_kind=Type.SMALL_STRONG)
        self.undo_button.clicked.connect(self._take_back)
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._tick)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 7, 8, 7)
        row.setSpacing(10)
        row.addWidget(self._ring)
        row.addWidget(self._text, 1)
        row.addWidget(self.undo_button)
        self._retranslate()
        self.hide()

    def show_undo(self, text: str, seconds: int) -> None:
        """Show for so long; a toast still up is replaced without a word."""
        self._whole_ms = self._left_ms = seconds * 1000
        self._text.setText(text)
        self._ring.show_part(1.0)
        self.shown.emit()
        self.show()
        self.raise_()
        self._timer.start()
        announce(self, f"{text} {self.undo_button.text()}")

    def dismiss(self) -> None:
        """Away with it, saying nothing: neither undone nor expired."""
        self._timer.stop()
        self.hide()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        if self.isVisible():
            self._timer.start()
        super().leaveEvent(event)

    def _tick(self) -> None:
        if self.undo_button.hasFocus():
            return
        self._left_ms -= TICK_MS
        self._ring.show_part(max(0.0, self._left_ms / max(1, self._whole_ms)))
        if self._left_ms <= 0:
            self.dismiss()
            self.expired.emit()

    def _take_back(self) -> None:
        self.dismiss()
        self.undo_requested.emit()

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Undo"))
        self.undo_button.setText(self.tr("Undo"))


class Ring(QWidget):
    """How much time is left, as a part of a circle."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._part = 1.0
        self.setFixedSize(RING, RING)

    def show_part(self, part: float) -> None:
        self._part = part
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = shown_theme()
        half = RING_WIDTH / 2 + 1
        box = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.toast_hover), RING_WIDTH))
        painter.drawEllipse(box)
        pen = QPen(QColor(theme.toast_accent), RING_WIDTH)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        # From the top, emptying with the clock in every language.
        painter.drawArc(box, 90 * 16, round(FULL_CIRCLE * self._part))
        painter.end()
