"""The document of ours around a letter."""

from dataclasses import replace

from hudhud.ui.theme import DARK, LIGHT
from hudhud.ui.web.wrapper import Looks, document

LOOKS = Looks(
    dark=False,
    ground=LIGHT.panel,
    paper=LIGHT.paper,
    ink=LIGHT.text,
    quiet=LIGHT.dim,
    line=LIGHT.line,
    link=LIGHT.accent,
    thumb=LIGHT.thumb,
    families=("Noto Sans", "Noto Sans Arabic"),
    size=14,
    side=0,
)


def text(looks: Looks, html: str = "<p>x</p>") -> str:
    return document(html, looks).decode()


def test_the_letter_stands_in_it_whole_and_in_its_own_direction() -> None:
    shown = text(LOOKS, "<p>مرحبا {x}</p>")
    assert '<main dir="auto"><p>مرحبا {x}</p></main></body>' in shown


def test_a_direction_that_was_chosen_holds_over_all_that_is_stated() -> None:
    assert "!important" not in text(LOOKS)
    shown = document("<p dir=ltr>x</p>", LOOKS, "rtl").decode()
    assert "body > main * { direction: rtl !important; }" in shown
    assert '<main dir="rtl">' in shown


def test_the_heading_is_for_paper_alone() -> None:
    shown = document("<p>x</p>", LOOKS, heading="<p>Subject</p>").decode()
    assert '<div class="heading"><p>Subject</p></div><main' in shown
    assert "body > .heading { display: none; }" in shown


def test_it_has_the_colors_and_the_type_of_the_window() -> None:
    shown = text(replace(LOOKS, dark=True, ink=DARK.text, paper=DARK.panel))
    assert f"color: {DARK.text}; background: {DARK.panel}" in shown
    assert "color-scheme: dark" in shown
    assert "14px/1.5 'Noto Sans', 'Noto Sans Arabic', sans-serif" in shown


def test_the_name_of_a_font_ends_nothing() -> None:
    shown = text(replace(LOOKS, families=("a'</style><b>",)))
    assert shown.count("</style>") == 1


def test_lone_surrogates_are_no_failure() -> None:
    assert document("\ud800", LOOKS)
