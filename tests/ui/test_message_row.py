"""The card of a message: its height, and what is painted on it."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionViewItem

from hudhud.config.settings import Density
from hudhud.domain.messages import MessageRow, State
from hudhud.ui.delegates.lines import Ink, draw_line, line_of
from hudhud.ui.delegates.message_row import MessageRowDelegate, is_summarized
from hudhud.ui.delegates.row_layout import row_layout
from hudhud.ui.language import install_language
from hudhud.ui.models.message_list import MessageListModel
from hudhud.ui.theme import DARK, LIGHT, apply_theme
from support.message_rows import clock, ids, row

WIDTH = 380
UNKNOWN = replace(row(), sender=None, subject="", preview="", attachments=0)
SELECTED = QStyle.StateFlag.State_Selected
FOCUS = QStyle.StateFlag.State_HasFocus


def painted(
    shown: MessageRow,
    window: Qt.LayoutDirection = Qt.LayoutDirection.LeftToRight,
    state: QStyle.StateFlag = QStyle.StateFlag.State_Enabled,
) -> QImage:
    delegate = MessageRowDelegate(clock)
    model = MessageListModel(lambda wanted: [shown], clock)
    model.set_ids(ids(shown.id))
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, WIDTH, delegate.row_height)
    option.direction = window
    option.state = state
    image = QImage(option.rect.size(), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    delegate.paint(painter, option, model.index(0, 0))
    painter.end()
    return image


def inked(image: QImage, columns: range) -> int:
    white = QColor("white").rgb()
    return sum(
        image.pixel(x, y) != white for x in columns for y in range(image.height())
    )


@pytest.fixture(autouse=True)
def in_light_english(dressed: QApplication) -> None:
    """Every test starts there."""


@pytest.mark.parametrize("factor", [1.0, 1.25, 1.5, 2.0])
@pytest.mark.parametrize("density", Density)
def test_no_line_lies_on_another_or_outside(
    dressed: QApplication, factor: float, density: Density
) -> None:
    font = dressed.font()
    larger = dressed.font()
    larger.setPointSizeF(font.pointSizeF() * factor)
    dressed.setFont(larger)
    layout = row_layout(density)
    dressed.setFont(font)
    assert layout.name_y + layout.name_height <= layout.subject_y
    assert layout.subject_y + layout.subject_height <= layout.preview_y
    assert layout.preview_y + layout.preview_height <= layout.chip_y
    assert layout.chip_y + layout.chip_height < layout.height


def test_densities_differ_in_height() -> None:
    heights = [row_layout(density).height for density in Density]
    assert heights == sorted(set(heights))


def test_a_measured_delegate_follows_the_font(dressed: QApplication) -> None:
    delegate = MessageRowDelegate(clock)
    before, font = delegate.row_height, dressed.font()
    larger = dressed.font()
    larger.setPointSizeF(font.pointSizeF() * 2)
    dressed.setFont(larger)
    delegate.measure()
    dressed.setFont(font)
    assert delegate.row_height > 1.5 * before


def test_new_mail_has_a_dot_at_the_leading_edge() -> None:
    edge = range(8, 26)
    assert inked(painted(row()), edge) > inked(painted(replace(row(), read=True)), edge)


def test_the_card_is_mirrored_in_a_right_to_left_window() -> None:
    rtl = painted(row(), Qt.LayoutDirection.RightToLeft)
    leading, trailing = range(8, 20), range(WIDTH - 24, WIDTH - 8)
    assert inked(rtl, trailing) > inked(rtl, leading)


@pytest.mark.parametrize("state", State)
def test_each_state_looks_different(state: State) -> None:
    others = [painted(replace(row(), state=one)) for one in State if one is not state]
    assert painted(replace(row(), state=state)) not in others


@pytest.mark.parametrize(
    "changed",
    [
        lambda one: replace(one, starred=True),
        lambda one: replace(one, attachments=0),
        lambda one: replace(one, set_aside=True),
        lambda one: replace(one, read=True),
    ],
)
def test_what_is_true_of_a_message_can_be_seen(
    changed: Callable[[MessageRow], MessageRow],
) -> None:
    assert painted(changed(row())) != painted(row())


def test_the_chosen_row_and_the_focus_can_be_seen() -> None:
    plain, chosen = painted(row()), painted(row(), state=SELECTED)
    focused = painted(row(), state=SELECTED | FOCUS)
    assert plain != chosen and chosen != focused


def test_an_unknown_summary_is_a_skeleton_without_words() -> None:
    assert not is_summarized(UNKNOWN)
    assert painted(UNKNOWN) == painted(replace(UNKNOWN, octets=99_000_000))


def test_a_saved_message_without_sender_and_subject_is_no_skeleton() -> None:
    assert is_summarized(replace(UNKNOWN, saved=True))


def test_the_theme_is_the_one_on_show(dressed: QApplication) -> None:
    light = painted(row(), state=SELECTED)
    apply_theme(dressed, DARK)
    dark = painted(row(), state=SELECTED)
    apply_theme(dressed, LIGHT)
    assert light != dark


def test_the_language_is_the_one_on_show(dressed: QApplication) -> None:
    english = painted(row())
    install_language(dressed, "ar")
    arabic = painted(row())
    assert english != arabic


def test_the_direction_of_a_text_does_not_stick_to_the_painter() -> None:
    image = QImage(200, 30, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    before = painter.layoutDirection()
    line = line_of("مرحبا", QRect(0, 0, 200, 30), Qt.LayoutDirection.LeftToRight)
    draw_line(painter, line, Ink(QApplication.font(), "#000000"))
    after = painter.layoutDirection()
    painter.end()
    assert after == before
