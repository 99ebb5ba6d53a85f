"""Directions of HTML, written where every viewer heeds them."""

import pytest

from hudhud.mime.html_clean import clean_html
from hudhud.mime.html_direction import direction_of


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("مرحبا", "rtl"),
        ("שלום", "rtl"),
        ("hello", "ltr"),
        ("  123 - (مرحبا) hello", "rtl"),
        ("> hello مرحبا", "ltr"),
        ("123 +-", ""),
        ("", ""),
    ],
)
def test_the_first_strong_character_decides(text: str, direction: str) -> None:
    assert direction_of(text) == direction


@pytest.mark.parametrize(
    ("html", "cleaned"),
    [
        (
            "<p style='direction:rtl'>x</p>",
            '<p style="direction:rtl" dir="rtl">x</p>',
        ),
        (
            "<style>.r{direction: rtl}</style><div class=r>x</div>",
            '<div class="r" style="direction:rtl" dir="rtl">x</div>',
        ),
        (
            "<body style='direction:rtl'><p>x</p></body>",
            '<div style="direction:rtl" dir="rtl"><p>x</p></div>',
        ),
        ("<p dir=RTL>x</p>", '<p dir="RTL">x</p>'),
        (
            "<p dir=ltr style='direction:rtl'>x</p>",
            '<p dir="rtl" style="direction:rtl">x</p>',
        ),
    ],
)
def test_what_the_letter_says_holds(html: str, cleaned: str) -> None:
    assert clean_html(html).html == cleaned


@pytest.mark.parametrize(
    ("html", "cleaned"),
    [
        ("<p>hello</p>", "<p>hello</p>"),
        (
            "<p>مرحبا</p><p>hello</p>",
            '<p dir="rtl">مرحبا</p><p dir="ltr">hello</p>',
        ),
        (
            "<div>مرحبا<div>hello</div></div>",
            '<div dir="rtl">مرحبا<div dir="ltr">hello</div></div>',
        ),
        ("<p><b>12 مرحبا</b> hello</p>", '<p dir="rtl"><b>12 مرحبا</b> hello</p>'),
        ("<p>hello مرحبا</p>", "<p>hello مرحبا</p>"),
        (
            "<div dir=ltr><p>مرحبا</p></div>",
            '<div dir="ltr"><p>مرحبا</p></div>',
        ),
        (
            "<ul><li>مرحبا</li></ul>",
            '<ul><li dir="rtl">مرحبا</li></ul>',
        ),
    ],
)
def test_where_nothing_is_said_each_block_goes_by_its_text(
    html: str, cleaned: str
) -> None:
    assert clean_html(html).html == cleaned
