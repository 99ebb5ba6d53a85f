"""Avatars: a sender's first letter on a quiet ground, the same colour every time."""

from zlib import crc32

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QApplication

# (ground, letter), in pairs of 4.5:1 or more.
LIGHT_PAIRS = (
    ("#f8dcc8", "#8a3a12"),
    ("#dbe8d3", "#2f5c26"),
    ("#d3e6ee", "#1c5470"),
    ("#e4dcf3", "#553a8c"),
    ("#f6d9de", "#8c2740"),
    ("#f3e3b8", "#6d4c00"),
    ("#d2e9e3", "#14594a"),
)
DARK_PAIRS = (
    ("#5a3520", "#ffc9a3"),
    ("#31472b", "#c0e3b3"),
    ("#234453", "#afdcf1"),
    ("#433560", "#d9c8fa"),
    ("#5b2b38", "#fbbecb"),
    ("#524115", "#f5d98a"),
    ("#204a41", "#a9e4d5"),
)
LETTER_PART = 0.42
# «ال» begins half of all Arabic names of firms and says nothing.
ARABIC_ARTICLE = "ال"


def avatar_letter(name: str) -> str:
    """The first letter or digit, behind an Arabic article; empty if there is none."""
    if name.startswith(ARABIC_ARTICLE) and len(name) > len(ARABIC_ARTICLE) + 1:
        name = name[len(ARABIC_ARTICLE) :]
    return next((letter for letter in name if letter.isalnum()), "").upper()


def avatar_pair(key: str, *, dark: bool) -> tuple[str, str]:
    """Ground and letter for a sender; `key` is best the address."""
    pairs = DARK_PAIRS if dark else LIGHT_PAIRS
    return pairs[crc32(key.lower().encode()) % len(pairs)]


def paint_avatar(
    painter: QPainter, box: QRect, name: str, pair: tuple[str, str]
) -> None:
    ground, ink = pair
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ground))
    painter.drawEllipse(QRectF(box))
    font = QFont(QApplication.font())
    font.setPixelSize(round(box.height() * LETTER_PART))
    font.setWeight(QFont.Weight.DemiBold)
    painter.setFont(font)
    painter.setPen(QColor(ink))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, avatar_letter(name) or "?")
    painter.restore()
