"""A message as a card: who, what, its first lines, and where its copies are.

Paints from the row's values alone. Everything has a shape or a word beside its colour:
new mail is bold and has a dot, a state has a picture and its name.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from hudhud.config.settings import Density
from hudhud.domain.messages import MessageRow
from hudhud.domain.retention import Verdict
from hudhud.ui.delegates.avatar import avatar_pair, paint_avatar
from hudhud.ui.delegates.chip import chip_of, chip_width, paint_chip
from hudhud.ui.delegates.lines import Ink, draw_line, draw_two_lines, line_of
from hudhud.ui.delegates.row_layout import (
    AVATAR_X,
    CARD_MARGIN,
    CHIP_GAP,
    DOT,
    DOT_X,
    TRAILING,
    RowLayout,
    row_layout,
)
from hudhud.ui.icons import icon_pixmap
from hudhud.ui.models.message_list import ROW_ROLE
from hudhud.ui.theme import Theme, shown_theme
from hudhud.ui.words import (
    date_text,
    sender_text,
    size_text,
    subject_text,
)

CARD_RADIUS = 11.0
NARROWEST = 260


@dataclass(frozen=True, slots=True)
class Place:
    """Where and how one row is painted; `box` maps logical boxes to the window."""

    painter: QPainter
    outer: QRect
    window: Qt.LayoutDirection
    theme: Theme
    layout: RowLayout

    def box(self, logical: QRect) -> QRect:
        moved = logical.translated(self.outer.topLeft())
        return QStyle.visualRect(self.window, self.outer, moved)

    def line(self, text: str, logical: QRect, ink: Ink) -> None:
        draw_line(self.painter, line_of(text, self.box(logical), self.window), ink)

    def icon(self, name: str, color: str, logical: QPoint, size: int) -> None:
        box = self.box(QRect(logical, QSize(size, size)))
        device = self.painter.device()
        ratio = device.devicePixelRatioF() if device else 1.0
        self.painter.drawPixmap(box, icon_pixmap(name, color, size, ratio))


class MessageRowDelegate(QStyledItemDelegate):
    def __init__(
        self, clock: Callable[[], datetime], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._density = Density.NORMAL
        self._layout = row_layout(self._density)

    @property
    def row_height(self) -> int:
        return self._layout.height

    def set_density(self, density: Density) -> None:
        self._density = density
        self.measure()

    def measure(self) -> None:
        """Take the measures anew: the application's font has changed."""
        self._layout = row_layout(self._density)

    def sizeHint(
        self,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QSize:
        return QSize(NARROWEST, self._layout.height)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row = index.data(ROW_ROLE)
        theme = shown_theme()
        place = Place(painter, option.rect, option.direction, theme, self._layout)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_card(place, option.state)
        if isinstance(row, MessageRow) and is_summarized(row):
            self._paint_row(place, row)
        else:
            paint_skeleton(place)
        painter.restore()

    def _paint_row(self, place: Place, row: MessageRow) -> None:
        key = row.sender.address if row.sender else ""
        avatar = QRect(AVATAR_X, place.layout.name_y + 1, *[place.layout.avatar] * 2)
        pair = avatar_pair(key or sender_text(row), dark=place.theme.dark)
        paint_avatar(place.painter, place.box(avatar), sender_text(row), pair)
        if not row.read:
            paint_dot(place)
        paint_sender(place, row, date_text(row.date, self._clock()))
        paint_subject(place, row)
        if place.layout.preview_height and row.preview:
            paint_preview(place, row)
        free = paint_facts(place, row)
        paint_state(place, row, free)


def is_summarized(row: MessageRow) -> bool:
    """False while a row of the server is only a number and a size."""
    return bool(row.saved or row.sender or row.subject or row.preview)


def paint_card(place: Place, state: QStyle.StateFlag) -> None:
    """The ground: chosen, under the pointer, or a hairline below."""
    theme, painter = place.theme, place.painter
    chosen = bool(state & QStyle.StateFlag.State_Selected)
    hover = bool(state & QStyle.StateFlag.State_MouseOver)
    card = QRectF(place.outer.adjusted(CARD_MARGIN, 2, -CARD_MARGIN, -2))
    if chosen or hover:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.select if chosen else theme.hover))
        painter.drawRoundedRect(card, CARD_RADIUS, CARD_RADIUS)
    else:
        rule = QRect(
            place.layout.text_x, place.outer.height() - 1, place.outer.width(), 1
        )
        rule.setRight(place.outer.width() - TRAILING)
        painter.fillRect(place.box(rule), QColor(theme.line))
    if state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(QPen(QColor(theme.accent), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(card.adjusted(1, 1, -1, -1), CARD_RADIUS - 1, 10)


def paint_dot(place: Place) -> None:
    """The sign of a new message, level with the avatar."""
    layout = place.layout
    y = layout.name_y + 1 + (layout.avatar - DOT) // 2
    place.painter.setPen(Qt.PenStyle.NoPen)
    place.painter.setBrush(QColor(place.theme.accent))
    place.painter.drawEllipse(QRectF(place.box(QRect(DOT_X, y, DOT, DOT))))


def paint_sender(place: Place, row: MessageRow, date: str) -> None:
    layout, fonts, theme = place.layout, place.layout.fonts, place.theme
    line = layout.line(layout.name_y, layout.name_height, place.outer.width())
    date_font = fonts.small if row.read else fonts.small_new
    date_width = QFontMetrics(date_font).horizontalAdvance(date) + 2
    at = QRect(line.right() - date_width + 1, line.y(), date_width, line.height())
    color = theme.dim if row.read else theme.accent_text
    place.line(date, at, Ink(date_font, color, trailing=True))
    line.setRight(at.left() - 10)
    font = fonts.name if row.read else fonts.name_new
    # Of an address both ends matter; a name is cut at its end.
    is_address = bool(row.sender and not row.sender.name)
    place.line(sender_text(row), line, Ink(font, theme.text, middle=is_address))


def paint_subject(place: Place, row: MessageRow) -> None:
    layout, fonts, theme = place.layout, place.layout.fonts, place.theme
    line = layout.line(layout.subject_y, layout.subject_height, place.outer.width())
    if row.starred:
        top = line.y() + (line.height() - layout.icon) // 2
        at = QPoint(line.right() - layout.icon + 1, top)
        place.icon("star-full", theme.warn, at, layout.icon)
        line.setRight(at.x() - CHIP_GAP)
    font = fonts.subject if row.read else fonts.subject_new
    color = theme.text if row.subject else theme.faint
    place.line(subject_text(row.subject), line, Ink(font, color))


def paint_preview(place: Place, row: MessageRow) -> None:
    layout = place.layout
    area = layout.line(layout.preview_y, layout.preview_height, place.outer.width())
    line = line_of(row.preview, place.box(area), place.window)
    draw_two_lines(place.painter, line, Ink(layout.fonts.small, place.theme.dim))


def paint_facts(place: Place, row: MessageRow) -> int:
    """Pin, attachments and size at the far side; returns where they begin."""
    layout, theme = place.layout, place.theme
    line = layout.line(layout.chip_y, layout.chip_height, place.outer.width())
    ink = Ink(layout.fonts.small, theme.faint, trailing=True)
    edge = _trailing_text(place, line, size_text(row.octets), ink)
    names = ["clip"] if row.attachments else []
    if row.verdict is Verdict.KEEP:
        names.append("keep")
    for name in names:
        edge -= CHIP_GAP + layout.icon
        top = line.y() + (line.height() - layout.icon) // 2
        place.icon(name, theme.dim, QPoint(edge, top), layout.icon)
    return edge


def _trailing_text(place: Place, line: QRect, text: str, ink: Ink) -> int:
    """Write at the end of a line; returns the logical x where the text begins."""
    width = QFontMetrics(ink.font).horizontalAdvance(text) + 1
    at = QRect(line.right() - width + 1, line.y(), width, line.height())
    place.line(text, at, ink)
    return at.x()


def paint_state(place: Place, row: MessageRow, free_until: int) -> None:
    """The chip of the state, as wide as its name or as there is room."""
    layout = place.layout
    chip = chip_of(row, place.theme)
    room = free_until - layout.text_x - CHIP_GAP
    width = min(chip_width(chip, layout.fonts.chip, layout.chip_height), room)
    box = QRect(layout.text_x, layout.chip_y, width, layout.chip_height)
    paint_chip(place.painter, place.box(box), chip, layout.fonts.chip, place.window)


def paint_skeleton(place: Place) -> None:
    """The shape of a row whose summary has not come yet."""
    layout, painter = place.layout, place.painter
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(place.theme.press))
    avatar = QRect(AVATAR_X, layout.name_y + 1, layout.avatar, layout.avatar)
    painter.drawEllipse(QRectF(place.box(avatar)))
    lines = (
        (layout.name_y, layout.name_height, 0.45),
        (layout.subject_y, layout.subject_height, 0.75),
        (layout.preview_y, layout.preview_height // 2, 0.95),
        (layout.chip_y, layout.chip_height, 0.3),
    )
    for y, height, part in lines:
        line = layout.line(y, height, place.outer.width())
        bar = QRect(line.x(), y + height // 4, round(line.width() * part), height // 2)
        painter.drawRoundedRect(QRectF(place.box(bar)), 4, 4)
