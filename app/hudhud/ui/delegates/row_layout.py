"""The measures of a message row: all from the font, so that large type never clips.

Boxes are logical: x counts from the leading edge. Who paints maps them to the window's
side with `QStyle.visualRect`.
"""

from dataclasses import dataclass
from types import MappingProxyType

from PySide6.QtCore import QRect
from PySide6.QtGui import QFont, QFontMetrics

from hudhud.config.settings import Density
from hudhud.ui.typography import Type, font_for

CARD_MARGIN = 8
DOT = 8
DOT_X = 13
AVATAR_X = 28
GAP = 11
MOST_AVATAR = 48
TRAILING = 21
CHIP_GAP = 6


@dataclass(frozen=True, slots=True)
class Spacing:
    """Pixels around and between, for one density; `preview` is a count of lines."""

    above: int
    between: int
    before_chip: int
    preview: int


SPACINGS = MappingProxyType(
    {
        Density.COMPACT: Spacing(7, 0, 3, 0),
        Density.NORMAL: Spacing(11, 1, 5, 2),
        Density.RELAXED: Spacing(16, 3, 8, 2),
    }
)


@dataclass(frozen=True, slots=True)
class RowFonts:
    name: QFont
    name_new: QFont
    subject: QFont
    subject_new: QFont
    small: QFont
    small_new: QFont
    chip: QFont


def row_fonts() -> RowFonts:
    return RowFonts(
        name=font_for(Type.NAME),
        name_new=font_for(Type.NAME_STRONG),
        subject=font_for(Type.BODY),
        subject_new=font_for(Type.STRONG),
        small=font_for(Type.SMALL),
        small_new=font_for(Type.SMALL_STRONG),
        chip=font_for(Type.TINY_STRONG),
    )


@dataclass(frozen=True, slots=True)
class RowLayout:
    """Tops and heights of the lines of one row, and the fonts they were taken from."""

    fonts: RowFonts
    avatar: int
    text_x: int
    name_y: int
    name_height: int
    subject_y: int
    subject_height: int
    preview_y: int
    preview_height: int
    chip_y: int
    chip_height: int
    icon: int
    height: int

    def line(self, y: int, height: int, width: int) -> QRect:
        """A line between the avatar and the far edge of a row `width` wide."""
        return QRect(self.text_x, y, max(0, width - self.text_x - TRAILING), height)


def row_layout(density: Density) -> RowLayout:
    fonts, spacing = row_fonts(), SPACINGS[density]
    name = QFontMetrics(fonts.name_new).height()
    subject = QFontMetrics(fonts.subject_new).height()
    preview = QFontMetrics(fonts.small).height() * spacing.preview
    chip = QFontMetrics(fonts.chip).height() + 3
    avatar = min(name + subject + spacing.between - 1, MOST_AVATAR)
    subject_y = spacing.above + name + spacing.between
    preview_y = subject_y + subject + spacing.between + (1 if preview else 0)
    chip_y = preview_y + preview + spacing.before_chip
    return RowLayout(
        fonts=fonts,
        avatar=avatar,
        text_x=AVATAR_X + avatar + GAP,
        name_y=spacing.above,
        name_height=name,
        subject_y=subject_y,
        subject_height=subject,
        preview_y=preview_y,
        preview_height=preview,
        chip_y=chip_y,
        chip_height=chip,
        icon=round(chip * 0.72),
        height=chip_y + chip + spacing.above + 1,
    )
