"""What the person has set about the program, not about an account."""

import logging
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from hudhud.config.errors import ConfigBroken, ConfigUnwritable
from hudhud.config.paths import Profile
from hudhud.config.private_files import write_privately
from hudhud.config.toml_table import Fault, Table, read_table
from hudhud.config.toml_text import lines_of

LONGEST_UNDO_S = 60
ZOOM_PERCENT = (50, 300)

log = logging.getLogger(__name__)


class Language(StrEnum):
    SYSTEM = "system"
    ENGLISH = "en"
    ARABIC = "ar"


class Direction(StrEnum):
    """Which side the window begins on; the language's own unless the person says."""

    LANGUAGE = "language"
    LEFT_TO_RIGHT = "left-to-right"
    RIGHT_TO_LEFT = "right-to-left"


class Digits(StrEnum):
    """0123 or ٠١٢٣; regions of one language differ."""

    REGION = "region"
    WESTERN = "western"
    EASTERN = "eastern"


class ThemeChoice(StrEnum):
    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Density(StrEnum):
    COMPACT = "compact"
    NORMAL = "normal"
    RELAXED = "relaxed"


@dataclass(frozen=True, slots=True)
class Settings:
    """`undo_seconds` is how long a deletion waits for a change of mind; 0 is not.

    `simple_view`: letters are drawn without the browser engine. `plain_text`: of a
    letter that has both, its plain text is shown first. `zoom` of letters is percent.
    """

    language: Language = Language.SYSTEM
    direction: Direction = Direction.LANGUAGE
    digits: Digits = Digits.REGION
    theme: ThemeChoice = ThemeChoice.SYSTEM
    density: Density = Density.NORMAL
    undo_seconds: int = 10
    simple_view: bool = False
    plain_text: bool = False
    zoom: int = 100


def load_settings(profile: Profile) -> Settings:
    """What the file says, defaults where it is silent or absent.

    Raises ConfigBroken; `Settings()` is then good enough to open the window with. A
    key of a newer Hudhud is passed over, so that going back a version still works.
    """
    table = read_table(profile.settings_file)
    try:
        settings = _settings_of(table)
    except Fault as fault:
        raise ConfigBroken(profile.settings_file, f"{fault}") from None
    if table.left_over:
        log.warning("settings not known here: %s", ", ".join(table.left_over))
    return settings


def save_settings(profile: Profile, settings: Settings) -> None:
    """Raises ConfigBroken where the file now there could not be read: it stays."""
    load_settings(profile)
    try:
        write_privately(profile.settings_file, settings_text(settings).encode())
    except OSError as error:
        raise ConfigUnwritable(profile.settings_file, f"{error.strerror}") from error


def settings_text(settings: Settings) -> str:
    return lines_of(
        (
            ("language", settings.language.value),
            ("direction", settings.direction.value),
            ("digits", settings.digits.value),
            ("theme", settings.theme.value),
            ("density", settings.density.value),
            ("undo_seconds", settings.undo_seconds),
            ("simple_view", settings.simple_view),
            ("plain_text", settings.plain_text),
            ("zoom", settings.zoom),
        )
    )


def _settings_of(table: Table) -> Settings:
    usual = Settings()
    undo_seconds = table.whole_number("undo_seconds", usual.undo_seconds)
    if not 0 <= undo_seconds <= LONGEST_UNDO_S:
        raise Fault(f"undo_seconds must be from 0 to {LONGEST_UNDO_S}")
    zoom = table.whole_number("zoom", usual.zoom)
    least, most = ZOOM_PERCENT
    if not least <= zoom <= most:
        raise Fault(f"zoom must be from {least} to {most}")
    return Settings(
        language=_choice(table, "language", usual.language),
        direction=_choice(table, "direction", usual.direction),
        digits=_choice(table, "digits", usual.digits),
        theme=_choice(table, "theme", usual.theme),
        density=_choice(table, "density", usual.density),
        undo_seconds=undo_seconds,
        simple_view=table.is_set("simple_view"),
        plain_text=table.is_set("plain_text"),
        zoom=zoom,
    )


Choice = TypeVar("Choice", Language, Direction, Digits, ThemeChoice, Density)


def _choice(table: Table, key: str, usual: Choice) -> Choice:
    text = table.text_or_none(key)
    if text is None:
        return usual
    try:
        return type(usual)(text)
    except ValueError:
        known = ", ".join(type(usual))
        raise Fault(f"{key} must be one of {known}, not {text!r}") from None
