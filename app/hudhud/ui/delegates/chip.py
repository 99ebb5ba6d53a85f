"""The chip of a state: its picture and its name, on a tint of its colour."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle

from hudhud.domain.messages import MessageRow
from hudhud.ui.delegates.lines import Ink, draw_line, line_of
from hudhud.ui.icons import icon_pixmap, state_icon_name
from hudhud.ui.theme import Theme
from hudhud.ui.words import could_not_be_saved, state_text

PADDING = 8
GAP = 5
ICON_PART = 0.74
TINT_LIGHT = 20
TINT_DARK = 30


@dataclass(frozen=True, slots=True)
class Chip:
    icon_name: str
    text: str
    color: str
    tint: int


def chip_of(row: MessageRow, theme: Theme) -> Chip:
    tint = TINT_DARK if theme.dark else TINT_LIGHT
    if row.set_aside:
        return Chip("warning", could_not_be_saved(), theme.bad, tint)
    name, color = state_icon_name(row.state), theme.state(row.state)
    return Chip(name, state_text(row.state), color, tint)


def chip_width(chip: Chip, font: QFont, height: int) -> int:
    words = QFontMetrics(font).horizontalAdvance(chip.text) + 1
    return 2 * PADDING + round(height * ICON_PART) + GAP + words


def paint_chip(
    painter: QPainter, box: QRect, chip: Chip, font: QFont, window: Qt.LayoutDirection
) -> None:
    """Fill the box; a name that does not fit is cut."""
    ground = QColor(chip.color)
    ground.setAlpha(chip.tint)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(QRectF(box), box.height() / 2, box.height() / 2)
    size = round(box.height() * ICON_PART)
    top = box.y() + (box.height() - size) // 2
    at = QRect(box.topLeft(), QSize(size, size)).translated(PADDING, 0)
    at.moveTop(top)
    device = painter.device()
    ratio = device.devicePixelRatioF() if device else 1.0
    pixmap = icon_pixmap(chip.icon_name, chip.color, size, ratio)
    painter.drawPixmap(QStyle.visualRect(window, box, at), pixmap)
    words = box.adjusted(PADDING + size + GAP, 0, 1 - PADDING, 0)
    line = line_of(chip.text, QStyle.visualRect(window, box, words), window)
    draw_line(painter, line, Ink(font, chip.color))
