"""Values in words, in English and in Arabic."""

from datetime import timedelta, timezone

import pytest
from PySide6.QtWidgets import QApplication

from hudhud.domain.messages import State
from hudhud.ui import words
from hudhud.ui.language import install_language
from support.message_rows import NOW, row

FSI, LRI, RLI, PDI = "\u2068", "\u2066", "\u2067", "\u2069"
NBSP = "\u00a0"


@pytest.fixture(autouse=True)
def in_english(dressed: QApplication) -> None:
    """Every test starts there."""


@pytest.fixture
def arabic(dressed: QApplication) -> None:
    install_language(dressed, "ar")


@pytest.mark.parametrize(
    ("octets", "text"),
    [
        (0, "0 B"),
        (999, "999 B"),
        (1_000, "1 KB"),
        (24_400, "24 KB"),
        (999_499, "999 KB"),
        (999_500, "1 MB"),
        (8_440_000, "8.4 MB"),
        (12_440_000, "12 MB"),
        (2_100_000_000, "2.1 GB"),
        (5_000_000_000_000, "5,000 GB"),
    ],
)
def test_a_size_is_short_and_decimal(octets: int, text: str) -> None:
    assert words.size_text(octets) == text.replace(" ", NBSP)


@pytest.mark.usefixtures("arabic")
def test_a_size_in_arabic_has_arabic_digits_and_units() -> None:
    assert words.size_text(8_400_000) == f"٨٫٤{NBSP}م.ب"


@pytest.mark.parametrize(
    ("hours", "text"),
    [(0, "11:05\u202fAM"), (20, "Yesterday"), (72, "Fri"), (24 * 20, "3 Nov")],
)
def test_a_date_is_told_by_how_near_it_is(hours: int, text: str) -> None:
    assert words.date_text(NOW - timedelta(hours=hours), NOW) == text


def test_a_date_of_another_year_says_so() -> None:
    assert words.date_text(NOW - timedelta(days=400), NOW) == "19 Oct 2025"


def test_a_date_to_come_is_never_a_day_of_this_week() -> None:
    assert words.date_text(NOW + timedelta(days=3), NOW) == "26 Nov"


def test_a_date_is_shown_in_the_zone_of_the_clock() -> None:
    far_east = NOW.astimezone(timezone(timedelta(hours=14)))
    assert words.date_text(NOW - timedelta(hours=2), far_east) == "Yesterday"


@pytest.mark.usefixtures("arabic")
def test_a_month_in_arabic_has_its_arabic_name() -> None:
    assert words.date_text(NOW - timedelta(days=20), NOW) == "٣ نوفمبر"


def test_filling_isolates_every_value() -> None:
    filled = words.fill("%2 of %1", "a", "b")
    assert filled == f"{FSI}b{PDI} of {FSI}a{PDI}"


def test_filling_never_fills_what_a_value_brings_along() -> None:
    assert words.strip_isolates(words.fill("%1 and %2", "%2", "x")) == "%2 and x"


def test_a_machines_word_is_isolated_once_and_left_to_right() -> None:
    host = words.machine("pop.example.org")
    assert words.fill("from %1", host) == f"from {LRI}pop.example.org{PDI}"


def test_isolates_can_be_taken_away_again() -> None:
    text = words.fill("%1", words.machine("x"))
    assert words.strip_isolates(text) == "x"


def test_numbers_are_grouped_as_the_language_does() -> None:
    assert words.number_text(12_480) == "12,480"


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (0, "لا رسائل"),
        (1, "رسالة واحدة"),
        (2, "رسالتان"),
        (3, "٣ رسائل"),
        (11, "١١ رسالة"),
        (100, "١٠٠ رسالة"),
        (103, "١٠٣ رسائل"),
    ],
)
@pytest.mark.usefixtures("arabic")
def test_arabic_counts_in_six_forms(count: int, text: str) -> None:
    assert words.messages_text(count) == text


@pytest.mark.parametrize(
    ("count", "text"), [(0, "0 messages"), (1, "1 message"), (1200, "1,200 messages")]
)
def test_english_counts_in_two_forms(count: int, text: str) -> None:
    assert words.messages_text(count) == text


def test_every_state_has_a_name_of_its_own() -> None:
    assert len({words.state_text(state) for state in State}) == len(State)


@pytest.mark.usefixtures("arabic")
def test_a_row_is_spoken_in_arabic_with_arabic_commas() -> None:
    spoken = words.spoken_row(row(), NOW)
    assert spoken.startswith("جديدة، من Layla Hassan، Invoice for October، ")
    assert spoken.endswith("على الخادم فقط، ٢٤ كيلوبايت، مرفق واحد")


def test_a_label_gets_the_direction_behind_a_reply_prefix() -> None:
    assert words.in_own_direction("Re: مرحبا") == f"{RLI}Re: مرحبا{PDI}"
    assert words.in_own_direction("رد: hello") == f"{LRI}رد: hello{PDI}"
