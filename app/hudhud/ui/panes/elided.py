"""A label of one line that is cut with an ellipsis and keeps its own direction."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy

from hudhud.ui.delegates.lines import Ink, draw_line, line_of
from hudhud.ui.typography import Text, Type

NARROWEST = 24


class ElidedText(Text):
    """Shows as much of a text as fits; the whole of it is its tooltip where cut.

    `middle` cuts in the middle, for addresses and names of files.
    """

    def __init__(
        self, kind: Type = Type.BODY, tone: str = "", *, middle: bool = False
    ) -> None:
        super().__init__(kind, tone)
        self._middle = middle
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(NARROWEST)

    def show_text(self, text: str) -> None:
        self.setText(text)
        self.setAccessibleName(text)

    def sizeHint(self) -> QSize:
        width = self.fontMetrics().horizontalAdvance(self.text()) + 2
        return QSize(width, self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(NARROWEST, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        color = self.palette().color(QPalette.ColorRole.WindowText).name()
        painter = QPainter(self)
        line = line_of(self.text(), self.contentsRect(), self.layoutDirection())
        draw_line(painter, line, Ink(self.font(), color, middle=self._middle))
        painter.end()
        cut = self.fontMetrics().horizontalAdvance(self.text()) > self.width()
        has_tip = bool(self.toolTip())
        if cut != has_tip:
            self.setToolTip(self.text() if cut else "")
