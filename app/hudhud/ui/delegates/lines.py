"""Lines of text in a row: cut at the right end, each in its own direction.

The side a line stands on is the window's, so that the eye has one edge; the order of
its letters is the text's own. Arabic letters are taller than the metrics of a Latin
font, hence nothing is clipped to its box.
"""

from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QTextLayout,
    QTextOption,
)

from hudhud.ui.direction import direction_of

RTL = Qt.LayoutDirection.RightToLeft
ONE_LINE = Qt.TextFlag.TextSingleLine.value | Qt.TextFlag.TextDontClip.value
# A preview is cut to two lines; letters behind this never show.
LOOKED_AT = 300


@dataclass(frozen=True, slots=True)
class Ink:
    """How a line is written. `trailing` stands it at the far side of the window.

    An address or the name of a file is best cut in its `middle`: both ends matter.
    """

    font: QFont
    color: str
    trailing: bool = False
    middle: bool = False

    @property
    def elision(self) -> Qt.TextElideMode:
        mode = Qt.TextElideMode
        return mode.ElideMiddle if self.middle else mode.ElideRight


@dataclass(frozen=True, slots=True)
class Line:
    """A text on its place; `direction` is its own, `window` decides its side."""

    text: str
    box: QRect
    window: Qt.LayoutDirection
    direction: Qt.LayoutDirection


def alignment(window: Qt.LayoutDirection, *, trailing: bool) -> Qt.AlignmentFlag:
    """The absolute side that is the leading or the trailing one of a window."""
    at_right = (window == RTL) != trailing
    side = Qt.AlignmentFlag.AlignRight if at_right else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter


def line_of(text: str, box: QRect, window: Qt.LayoutDirection) -> Line:
    return Line(text, box, window, direction_of(text, window))


def draw_line(painter: QPainter, line: Line, ink: Ink) -> None:
    """Paint one line, cut with an ellipsis where the text itself ends."""
    before = painter.layoutDirection()
    painter.setLayoutDirection(line.direction)
    painter.setFont(ink.font)
    painter.setPen(QColor(ink.color))
    flags = alignment(line.window, trailing=ink.trailing).value | ONE_LINE
    cut = QFontMetrics(ink.font).elidedText(line.text, ink.elision, line.box.width())

    painter.drawText(line.box, flags, cut)
    # The direction of a painter outlives save and restore of its pen.
    painter.setLayoutDirection(before)


def draw_two_lines(painter: QPainter, whole: Line, ink: Ink) -> None:
    """Paint a paragraph in two lines of half the box each; the second is cut."""
    text, box = whole.text[:LOOKED_AT], whole.box
    end = _first_line_end(text, ink.font, whole)
    half = box.height() // 2
    for number, part in enumerate((text[:end].rstrip(), text[end:].lstrip())):
        place = QRect(box.x(), box.y() + number * half, box.width(), half)
        draw_line(painter, Line(part, place, whole.window, whole.direction), ink)


def _first_line_end(text: str, font: QFont, whole: Line) -> int:
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setTextDirection(whole.direction)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    if line.isValid():
        line.setLineWidth(whole.box.width())
    layout.endLayout()
    return line.textLength() if line.isValid() else len(text)
