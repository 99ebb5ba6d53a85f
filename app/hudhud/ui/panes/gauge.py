"""A thin bar for how full a mailbox is and how far a run is."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from hudhud.ui.theme import Theme, shown_theme

BAR_HEIGHT = 6
NEARLY_FULL = 75
ALMOST_FULL = 90


def tone_of(percent: int) -> str:
    """The colour's name in a theme; a figure always stands beside the bar."""
    if percent >= ALMOST_FULL:
        return "bad"
    return "warn" if percent >= NEARLY_FULL else "good"


class Gauge(QProgressBar):
    """A QProgressBar, so that assistive technology reads its value.

    `tone` is the name of a colour; without one the fill decides.
    """

    def __init__(self, tone: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = tone
        self.setRange(0, 100)
        self.setTextVisible(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(120, BAR_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(40, BAR_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = shown_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        whole = QRectF(self.rect())
        radius = whole.height() / 2
        painter.setBrush(QColor(theme.line))
        painter.drawRoundedRect(whole, radius, radius)
        painter.setBrush(QColor(self._color(theme)))
        painter.drawRoundedRect(self._filled(whole), radius, radius)
        painter.end()

    def _color(self, theme: Theme) -> str:
        return str(getattr(theme, self._tone or tone_of(self.value())))

    def _filled(self, whole: QRectF) -> QRectF:
        width = max(whole.height(), whole.width() * self.value() / 100)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = whole.right() - width if rtl else whole.left()
        return QRectF(left, whole.top(), width, whole.height())
