"""Which way a subject runs."""

import pytest

from hudhud.ui.direction import is_right_to_left


@pytest.mark.parametrize(
    "text",
    [
        "مرحبا",
        "Re: مرحبا",
        "RE[2]: Fwd: مرحبا",
        "رد: Re: مرحبا world",
        "[hudhud] مرحبا",
        "Re: [العائلة] صور",
        "«مرحبا»",
        "2026: مرحبا",
        "🎉 مرحبا",
        "שלום",
    ],
)
def test_these_run_from_right_to_left(text: str) -> None:
    assert is_right_to_left(text)


@pytest.mark.parametrize(
    "text",
    [
        "Hello",
        "رد: Hello",
        "إعادة توجيه: Hello",
        "[العائلة] pictures",
        "C++ في العمل",
        "42 Grüße",
        "来月の予定",
    ],
)
def test_these_run_from_left_to_right(text: str) -> None:
    assert not is_right_to_left(text, otherwise=True)


@pytest.mark.parametrize("text", ["", "123", "+966 50 123 4567", "…", "🎉"])
@pytest.mark.parametrize("otherwise", [True, False])
def test_without_letters_the_window_decides(text: str, otherwise: bool) -> None:
    assert is_right_to_left(text, otherwise) is otherwise


def test_a_prefix_alone_decides_where_nothing_follows() -> None:
    assert is_right_to_left("رد:")
