"""The settings and their file."""

import logging
from pathlib import Path

import pytest

from hudhud.config.errors import ConfigBroken
from hudhud.config.paths import Profile, profile_at
from hudhud.config.settings import (
    Density,
    Digits,
    Direction,
    Language,
    Settings,
    ThemeChoice,
    load_settings,
    save_settings,
)

CHANGED = Settings(
    language=Language.ARABIC,
    direction=Direction.RIGHT_TO_LEFT,
    digits=Digits.WESTERN,
    theme=ThemeChoice.DARK,
    density=Density.COMPACT,
    undo_seconds=0,
    simple_view=True,
    plain_text=True,
    zoom=150,
)


@pytest.fixture
def profile(tmp_path: Path) -> Profile:
    return profile_at(tmp_path)


def test_a_new_profile_has_the_defaults(profile: Profile) -> None:
    assert load_settings(profile) == Settings()


def test_settings_are_read_back_as_they_were_saved(profile: Profile) -> None:
    save_settings(profile, CHANGED)
    assert load_settings(profile) == CHANGED


def test_what_the_file_does_not_say_is_the_default(profile: Profile) -> None:
    profile.settings_file.write_text('language = "ar"\n')
    assert load_settings(profile) == Settings(language=Language.ARABIC)


BROKEN = [
    ("language = 'fr'\n", "language must be one of system, en, ar"),
    ("theme = 1\n", "theme must be text"),
    ("undo_seconds = -1\n", "undo_seconds must be from 0 to 60"),
    ("undo_seconds = 61\n", "undo_seconds must be from 0 to 60"),
    ("zoom = 301\n", "zoom must be from 50 to 300"),
    ("simple_view = 1\n", "simple_view must be true or false"),
    ("undo_seconds = 1.5\n", "whole number"),
    ("theme = \n", "line 1"),
]


@pytest.mark.parametrize(("text", "fault"), BROKEN)
def test_a_broken_file_is_named_and_never_overwritten(
    profile: Profile, text: str, fault: str
) -> None:
    profile.settings_file.write_text(text)
    with pytest.raises(ConfigBroken, match=fault):
        load_settings(profile)
    with pytest.raises(ConfigBroken, match=fault):
        save_settings(profile, CHANGED)
    assert profile.settings_file.read_text() == text


def test_a_setting_of_a_newer_version_is_passed_over_and_logged(
    profile: Profile, caplog: pytest.LogCaptureFixture
) -> None:
    profile.settings_file.write_text('theme = "dark"\nsmell = "roses"\n')
    with caplog.at_level(logging.WARNING, "hudhud.config"):
        assert load_settings(profile).theme is ThemeChoice.DARK
    assert "smell" in caplog.text


def test_choices_are_the_plain_words_that_the_file_holds() -> None:
    settings = Settings()
    assert (settings.language, settings.theme) == ("system", "system")
