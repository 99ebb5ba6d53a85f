"""Buttons of the panes. Their icons take the colours of the theme by themselves.

They take the focus from the keyboard alone, so that its ring is seen where it helps.
"""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QAbstractButton, QPushButton, QToolButton, QWidget

from hudhud.ui.icons import icon
from hudhud.ui.theme import shown_theme
from hudhud.ui.typography import Type, font_for, scaled

ICON = 18
# Between a picture and its words, at both sides of it.
AIR = 3

RECOLORS = frozenset(
    {
        QEvent.Type.PaletteChange,
        QEvent.Type.StyleChange,
        QEvent.Type.LayoutDirectionChange,
    }
)


# What taller letters of another script may add to the height of a button.
MOST_TALLER = 4


def evened(hint: QSize, button: QAbstractButton) -> QSize:
    """A size without most of the empty room that a fallback font brings along."""
    metrics = button.fontMetrics()
    taller = metrics.size(0, button.text()).height() - metrics.height()
    return QSize(hint.width(), hint.height() - max(0, taller - MOST_TALLER))


class Button(QPushButton):
    """A worded button; `kind` is `primary`, `chip`, `link` or empty."""

    def __init__(
        self,
        kind: str = "",
        icon_name: str = "",
        type_kind: Type = Type.BODY,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self._type = type_kind
        self.setProperty("kind", kind)
        self.setFont(font_for(type_kind))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._recolor()

    def sizeHint(self) -> QSize:
        return evened(super().sizeHint(), self)

    def minimumSizeHint(self) -> QSize:
        return evened(super().minimumSizeHint(), self)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ApplicationFontChange:
            self.setFont(font_for(self._type))
            self._recolor()
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in RECOLORS:
            self._recolor()
        super().changeEvent(event)

    def _recolor(self) -> None:
        if not self._icon_name:
            return
        theme, kind = shown_theme(), self.property("kind")
        color = {"primary": theme.on_accent, "link": theme.accent}.get(kind, theme.text)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        size = scaled(ICON)
        self.setIconSize(QSize(size + 2 * AIR, size))
        self.setIcon(icon(self._icon_name, color, size, mirrored=rtl, air=AIR))


class IconButton(QToolButton):
    """A button with a picture alone; its name is the tooltip and is read aloud."""

    def __init__(
        self, icon_name: str, size: int = 18, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self._size = size
        self.setProperty("kind", "flat")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._tone = "dim"
        self._recolor()

    def set_tone(self, tone: str) -> None:
        self._tone = tone
        self._recolor()

    def set_name(self, name: str) -> None:
        self.setToolTip(name)
        self.setAccessibleName(name)

    def set_icon_name(self, icon_name: str) -> None:
        self._icon_name = icon_name
        self._recolor()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ApplicationFontChange:
            self._recolor()
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in RECOLORS:
            self._recolor()
        super().changeEvent(event)

    def _recolor(self) -> None:
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        color = getattr(shown_theme(), self._tone)
        size = scaled(self._size)
        self.setIconSize(QSize(size, size))
        self.setIcon(icon(self._icon_name, color, size, mirrored=rtl))
