"""Small pictures in the panes: one icon in a colour of the theme, or an avatar.

They repeat what a text beside them says, so a screen reader passes them over.
"""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from hudhud.ui.delegates.avatar import avatar_pair, paint_avatar
from hudhud.ui.icons import icon_pixmap
from hudhud.ui.theme import shown_theme
from hudhud.ui.typography import scaled

# Letters need the room more than an avatar does.
MOST_AVATAR = 1.4


class Picture(QWidget):
    """One icon; `tone` names a colour of the theme."""

    def __init__(
        self, icon_name: str, tone: str, size: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self._tone = tone
        self._size = size
        self._measure()

    def show_icon(self, icon_name: str, tone: str) -> None:
        self._icon_name, self._tone = icon_name, tone
        self.update()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ApplicationFontChange:
            self._measure()
        return super().event(event)

    def _measure(self) -> None:
        self.setFixedSize(scaled(self._size), scaled(self._size))

    def paintEvent(self, event: QPaintEvent) -> None:
        color = getattr(shown_theme(), self._tone)
        ratio = self.devicePixelRatioF()
        painter = QPainter(self)
        pixmap = icon_pixmap(self._icon_name, color, self.width(), ratio)
        painter.drawPixmap(self.rect(), pixmap)
        painter.end()


class Avatar(QWidget):
    def __init__(self, size: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = ""
        self._key = ""
        self._size = size
        self._measure()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ApplicationFontChange:
            self._measure()
        return super().event(event)

    def _measure(self) -> None:
        side = scaled(self._size, MOST_AVATAR)
        self.setFixedSize(side, side)

    def show_sender(self, name: str, key: str) -> None:
        """`key` chooses the colour; the address, where there is one."""
        self._name, self._key = name, key
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        pair = avatar_pair(self._key, dark=shown_theme().dark)
        painter = QPainter(self)
        paint_avatar(painter, self.rect(), self._name, pair)
        painter.end()
