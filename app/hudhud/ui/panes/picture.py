"""Small pictures in the panes: one icon in a colour of the theme, or an avatar.

They repeat what a text beside them says, so a screen reader passes them over.
"""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from hudhud.ui.delegates.avatar import avatar_pair, paint_avatar
from hudhud.ui.icons import icon_pixmap
from hudhud.ui.theme import shown_theme


class Picture(QWidget):
    """One icon; `tone` names a colour of the theme."""

    def __init__(
        self, icon_name: str, tone: str, size: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self._tone = tone
        self.setFixedSize(size, size)

    def show_icon(self, icon_name: str, tone: str) -> None:
        self._icon_name, self._tone = icon_name, tone
        self.update()

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
        self.setFixedSize(size, size)

    def show_sender(self, name: str, key: str) -> None:
        """`key` chooses the colour; the address, where there is one."""
        self._name, self._key = name, key
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        pair = avatar_pair(self._key, dark=shown_theme().dark)
        painter = QPainter(self)
        paint_avatar(painter, self.rect(), self._name, pair)
        painter.end()
