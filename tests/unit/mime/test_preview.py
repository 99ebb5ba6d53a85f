"""The first words of a message, without what it repeats."""

import pytest

from hudhud.mime.limits import PREVIEW_CHARACTERS
from hudhud.mime.preview import preview_of


@pytest.mark.parametrize(
    ("text", "preview"),
    [
        ("Hello.\n\nHow are you?", "Hello. How are you?"),
        ("> quoted\nMy answer", "My answer"),
        ("On Mon, 24 Nov 2025, Noor wrote:\n> quoted\n\nMy answer", "My answer"),
        ("Noor <n@x> said on Monday:\n\n> quoted\n\nMy answer", "My answer"),
        (
            "On Mon, 24 Nov 2025 at 10:00, Noor Al Amin\n<n@x.example> wrote:\nMine",
            "<n@x.example> wrote: Mine",
        ),
        ("في الاثنين، كتب نور:\n> قديم\n\nجوابي", "جوابي"),
        ("Am Montag schrieb Noor:\n> alt\nNeu", "Neu"),
        ("News\n-- \nNoor\nManager", "News"),
        ("News\n-----Original Message-----\nFrom: x", "News"),
        ("News\n----- الرسالة الأصلية -----\nمن: نور", "News"),
        ("==========\nOffer\n==========", "Offer"),
        ("See https://example.org/a?b=c for more", "See for more"),
        ("https://example.org/only", "https://example.org/only"),
        ("> all\n> of it", "all of it"),
        ("", ""),
        ("\n\n \n", ""),
    ],
)
def test_the_first_new_words_are_shown(text: str, preview: str) -> None:
    assert preview_of(text) == preview


def test_a_quoted_line_that_was_broken_is_still_quoted() -> None:
    text = "Mine\n> " + "words " * 12 + "and\nthe rest\n> more\n\nAlso mine"
    assert preview_of(text) == "Mine Also mine"


def test_a_long_text_is_cut_at_a_word() -> None:
    preview = preview_of("words and more " * 100)
    assert PREVIEW_CHARACTERS - 20 < len(preview) <= PREVIEW_CHARACTERS
    assert preview.endswith(("words", "and", "more"))


def test_a_text_without_blanks_is_cut_at_the_limit() -> None:
    assert preview_of("会" * 1_000) == "会" * PREVIEW_CHARACTERS
