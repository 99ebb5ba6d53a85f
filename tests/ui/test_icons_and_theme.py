"""Drawings that are all there, and colours that can all be read."""

from dataclasses import fields

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon
from PySide6.QtWidgets import QApplication

from hudhud.domain.messages import State
from hudhud.ui.actions import TABLE
from hudhud.ui.delegates.avatar import (
    DARK_PAIRS,
    LIGHT_PAIRS,
    avatar_letter,
    avatar_pair,
)
from hudhud.ui.delegates.chip import TINT_DARK, TINT_LIGHT
from hudhud.ui.icons import (
    PIXEL_RATIOS,
    app_icon,
    icon,
    icon_pixmap,
    resource_folder,
    state_icon_name,
)
from hudhud.ui.panes.empty import EmptyKind
from hudhud.ui.theme import (
    DARK,
    LIGHT,
    Theme,
    apply_theme,
    current_theme,
    shown_theme,
    style_sheet,
)

DRAWINGS = {path.stem for path in (resource_folder() / "icons").glob("*.svg")}
READABLE = 4.5
THEMES = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
TEXTS = (
    "text",
    "dim",
    "faint",
    "accent_text",
    "good",
    "warn",
    "bad",
    "on_server",
    "saved_on_server",
    "saved",
    "to_be_deleted",
    "removed",
)


def contrast(one: str, other: str) -> float:
    """The ratio of WCAG 2, from 1 to 21."""
    bright, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def luminance(color: str) -> float:
    paint = QColor(color)
    parts = (paint.redF(), paint.greenF(), paint.blueF())
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4
        for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def laid_over(ink: str, alpha: int, ground: str) -> str:
    above, below, part = QColor(ink), QColor(ground), alpha / 255
    return QColor(
        round(above.red() * part + below.red() * (1 - part)),
        round(above.green() * part + below.green() * (1 - part)),
        round(above.blue() * part + below.blue() * (1 - part)),
    ).name()


@pytest.mark.parametrize("state", State)
def test_every_state_has_a_drawing_of_its_own(state: State) -> None:
    assert state_icon_name(state) in DRAWINGS


@pytest.mark.parametrize("name", sorted({spec.icon for spec in TABLE if spec.icon}))
def test_every_action_with_a_picture_has_its_drawing(name: str) -> None:
    assert name in DRAWINGS


@pytest.mark.parametrize("kind", EmptyKind)
def test_every_empty_place_has_its_drawing(kind: EmptyKind) -> None:
    assert kind.value in DRAWINGS


@pytest.mark.parametrize("name", sorted(DRAWINGS))
@pytest.mark.parametrize("ratio", PIXEL_RATIOS)
def test_a_drawing_is_sharp_and_not_empty(
    qapp: QApplication, name: str, ratio: float
) -> None:
    pixmap = icon_pixmap(name, "#000000", 24, ratio)
    assert pixmap.width() == round(24 * ratio)
    image = pixmap.toImage()
    inked = [
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() > 128
    ]
    assert inked


def test_a_disabled_icon_is_fainter(qapp: QApplication) -> None:
    made = icon("stop", "#000000")
    size = QSize(18, 18)
    strong = made.pixmap(size, 1.0, QIcon.Mode.Normal).toImage()
    faint = made.pixmap(size, 1.0, QIcon.Mode.Disabled).toImage()
    darkest = [
        max(
            image.pixelColor(x, y).alpha()
            for x in range(image.width())
            for y in range(image.height())
        )
        for image in (strong, faint)
    ]
    assert darkest[1] < darkest[0] / 2


def test_only_drawings_that_point_are_turned_round(qapp: QApplication) -> None:
    def turned(name: str) -> bool:
        plain = icon(name, "#000000").pixmap(QSize(18, 18)).toImage()
        other = icon(name, "#000000", mirrored=True).pixmap(QSize(18, 18)).toImage()
        return plain != other

    assert turned("undo")
    assert not turned("search")


def test_the_program_has_its_picture_at_every_size(qapp: QApplication) -> None:
    sizes = {size.width() for size in app_icon().availableSizes()}
    assert {16, 32, 64, 256} <= sizes


@THEMES
@pytest.mark.parametrize("token", TEXTS)
@pytest.mark.parametrize("ground", ["side", "panel", "raised", "select", "hover"])
def test_a_colour_of_type_can_be_read_on_every_ground(
    theme: Theme, token: str, ground: str
) -> None:
    assert contrast(getattr(theme, token), getattr(theme, ground)) >= READABLE


@THEMES
@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("ground", ["panel", "select", "hover"])
def test_the_name_of_a_state_can_be_read_on_its_chip(
    theme: Theme, state: State, ground: str
) -> None:
    color = theme.state(state)
    tint = TINT_DARK if theme.dark else TINT_LIGHT
    chip = laid_over(color, tint, getattr(theme, ground))
    assert contrast(color, chip) >= READABLE


@THEMES
@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        ("on_accent", "accent"),
        ("on_accent", "accent_hover"),
        ("on_toast", "toast"),
        ("toast_accent", "toast"),
        ("toast_accent", "toast_hover"),
        ("text", "bad_ground"),
        ("dim", "bad_ground"),
        ("bad", "bad_ground"),
        ("accent", "bad_ground"),
        ("text", "press"),
        ("on_paper", "paper"),
    ],
)
def test_these_pairs_can_be_read(theme: Theme, ink: str, ground: str) -> None:
    assert contrast(getattr(theme, ink), getattr(theme, ground)) >= READABLE


@pytest.mark.parametrize("pair", [*LIGHT_PAIRS, *DARK_PAIRS])
def test_the_letter_of_an_avatar_can_be_read(pair: tuple[str, str]) -> None:
    assert contrast(*pair) >= READABLE


@THEMES
def test_the_sheet_names_only_colours_that_there_are(theme: Theme) -> None:
    assert "@" not in style_sheet(theme)


def test_light_and_dark_fill_every_token_with_a_colour() -> None:
    for theme in (LIGHT, DARK):
        values = [getattr(theme, field.name) for field in fields(theme)]
        assert all(QColor(value).isValid() for value in values if value not in (0, 1))


def test_the_theme_on_show_is_the_one_applied(dressed: QApplication) -> None:
    apply_theme(dressed, DARK)
    assert shown_theme() is DARK
    apply_theme(dressed, LIGHT)
    assert shown_theme() is LIGHT


def test_a_choice_goes_before_the_system(qapp: QApplication) -> None:
    assert current_theme(qapp, "dark") is DARK
    assert current_theme(qapp, "light") is LIGHT


def test_a_sender_keeps_the_colour_of_an_avatar() -> None:
    one, other = avatar_pair("A@x.example", dark=False), LIGHT_PAIRS
    assert one == avatar_pair("a@X.example", dark=False)
    assert one in other


@pytest.mark.parametrize(
    ("name", "letter"),
    [("layla", "L"), ("«شركة»", "ش"), ("الرياح", "ر"), ("…", ""), ("", "")],
)
def test_an_avatar_shows_the_first_letter_that_says_something(
    name: str, letter: str
) -> None:
    assert avatar_letter(name) == letter
