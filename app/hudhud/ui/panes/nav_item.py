"""One line of the sidebar: picture, words, and a count where there is one."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QWidget

from hudhud.ui.delegates.lines import Ink, draw_line, line_of
from hudhud.ui.icons import icon_pixmap
from hudhud.ui.theme import Theme, shown_theme
from hudhud.ui.typography import Type, font_for, scaled
from hudhud.ui.words import joined, number_text

ICON = 18
PADDING = 12
GAP = 11
RADIUS = 9.0
ABOVE = 7


class NavItem(QPushButton):
    """A push button under its own paint, so that it is read and pressed as one."""

    def __init__(self, icon_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self._count = 0
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_count(self, count: int) -> None:
        self._count = count
        self._name_aloud()
        self.update()

    def show_text(self, text: str) -> None:
        self.setText(text)
        self._name_aloud()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(font_for(Type.STRONG))
        width = (
            metrics.horizontalAdvance(self.text()) + 2 * PADDING + scaled(ICON) + GAP
        )
        return QSize(width, metrics.height() + 2 * ABOVE)

    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(ICON) + 2 * PADDING, self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ApplicationFontChange:
            self.updateGeometry()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = shown_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, theme)
        color = theme.accent_text if self.isChecked() else theme.dim
        size = scaled(ICON)
        box = self._box(PADDING, size)
        box.setTop((self.height() - size) // 2)
        box.setHeight(size)
        ratio = self.devicePixelRatioF()
        painter.drawPixmap(box, icon_pixmap(self._icon_name, color, size, ratio))
        self._paint_words(painter, theme)
        painter.end()

    def _paint_ground(self, painter: QPainter, theme: Theme) -> None:
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked() or self.underMouse():
            ground = theme.select if self.isChecked() else theme.press
            painter.setBrush(QColor(ground))
            painter.drawRoundedRect(box, RADIUS, RADIUS)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.accent), 2))
            painter.drawRoundedRect(box, RADIUS, RADIUS)

    def _paint_words(self, painter: QPainter, theme: Theme) -> None:
        count = number_text(self._count) if self._count else ""
        small = font_for(Type.SMALL_STRONG if self.isChecked() else Type.SMALL)
        width = QFontMetrics(small).horizontalAdvance(count) + 2 if count else 0
        end = self.width() - PADDING - width
        begin = PADDING + scaled(ICON) + GAP
        color = theme.accent_text if self.isChecked() else theme.text
        font = font_for(Type.STRONG if self.isChecked() else Type.BODY)
        direction = self.layoutDirection()
        words = line_of(self.text(), self._box(begin, end - begin - 8), direction)
        draw_line(painter, words, Ink(font, color))
        if count:
            tone = theme.accent_text if self.isChecked() else theme.dim
            at = line_of(count, self._box(end, width), direction)
            draw_line(painter, at, Ink(small, tone, trailing=True))

    def _box(self, x: int, width: int) -> QRect:
        logical = QRect(x, 0, width, self.height())
        return QStyle.visualRect(self.layoutDirection(), self.rect(), logical)

    def _name_aloud(self) -> None:
        count = number_text(self._count) if self._count else ""
        self.setAccessibleName(joined([self.text(), count]))
