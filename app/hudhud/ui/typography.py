"""Type: five sizes, all in proportion to the application's font.

The base follows the system's size, so that a person's choice of large type reaches
every label; nothing here is in pixels.
"""

from enum import Enum

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QSize, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QLabel, QWidget

FAMILIES = (
    "Segoe UI Variable Text",
    "Segoe UI",
    "SF Pro Text",
    "Inter",
    "Noto Sans",
    "Noto Sans Arabic",
    "Geeza Pro",
)
SMALLEST_BASE_PT = 10.0
# Arabic letters are small for their size of type.
ARABIC_MORE_PT = 1.0


class Type(Enum):
    """A size and a weight by its use: (factor of the base, weight)."""

    TITLE = (1.6, QFont.Weight.Bold)
    HEADING = (1.25, QFont.Weight.Bold)
    NAME = (1.04, QFont.Weight.Normal)
    NAME_STRONG = (1.04, QFont.Weight.Bold)
    BODY = (1.0, QFont.Weight.Normal)
    STRONG = (1.0, QFont.Weight.DemiBold)
    SMALL = (0.92, QFont.Weight.Normal)
    SMALL_STRONG = (0.92, QFont.Weight.DemiBold)
    TINY = (0.86, QFont.Weight.Normal)
    TINY_STRONG = (0.86, QFont.Weight.DemiBold)


def base_font(system: QFont, locale: QLocale) -> QFont:
    """The window's font: the system's size, families that hold Latin and Arabic."""
    font = QFont(system)
    font.setFamilies(list(FAMILIES))
    size = max(system.pointSizeF(), SMALLEST_BASE_PT)
    if locale.language() == QLocale.Language.Arabic:
        size += ARABIC_MORE_PT
    font.setPointSizeF(size)
    return font


def set_base_font(app: QApplication, font: QFont) -> None:
    app.setFont(font)
    spread_base_font()


def spread_base_font() -> None:
    """Tell every widget that the application's font is another one.

    Qt tells windows alone, and under a style sheet their children never hear of it.
    """
    for widget in QApplication.allWidgets():
        if widget.isWindow():
            continue
        if not widget.testAttribute(Qt.WidgetAttribute.WA_SetFont):
            widget.setFont(QFont())
        change = QEvent(QEvent.Type.ApplicationFontChange)
        QCoreApplication.sendEvent(widget, change)


def font_for(kind: Type) -> QFont:
    """The application's font at the size and weight of this use."""
    factor, weight = kind.value
    font = QFont(QApplication.font())
    font.setPointSizeF(font.pointSizeF() * factor)
    font.setWeight(weight)
    return font


def scaled(pixels: int, most: float = 2.5) -> int:
    """A measure for ordinary type, grown with larger type, at most so many times."""
    factor = QApplication.font().pointSizeF() / SMALLEST_BASE_PT
    return round(pixels * min(most, max(1.0, factor)))


class Text(QLabel):
    """A label with one of the sizes of type; follows changes of the base at run time.

    `tone` colours it: `dim`, `faint`, `bad`, `warn`, `good` or nothing.
    """

    def __init__(
        self, kind: Type = Type.BODY, tone: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._kind = kind
        self.setFont(font_for(kind))
        self.setProperty("tone", tone)
        self.setTextFormat(Qt.TextFormat.PlainText)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ApplicationFontChange:
            self.setFont(font_for(self._kind))
        return super().event(event)

    def sizeHint(self) -> QSize:
        """As high as the font alone, unless it wraps.

        Letters of another script may be taller; they are not cut, and lines of several
        scripts stand in one rhythm.
        """
        hint = super().sizeHint()
        if not self.wordWrap():
            margins = self.contentsMargins()
            air = margins.top() + margins.bottom()
            hint.setHeight(self.fontMetrics().height() + air)
        return hint

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        if not self.wordWrap():
            hint.setHeight(self.sizeHint().height())
        return hint

    def set_tone(self, tone: str) -> None:
        if tone != self.property("tone"):
            self.setProperty("tone", tone)
            self.style().unpolish(self)
            self.style().polish(self)
