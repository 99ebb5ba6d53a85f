"""What is shown of server words."""

import pytest

from hudhud.pop3.errors import MAX_DETAIL, ServerTrouble, harmless


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("plain words", "plain words"),
        ("مرحبا بكم", "مرحبا بكم"),
        ("\x1b[31mred\x07", "\\x1b[31mred\\x07"),
        ("one\r\ntwo\0", "one\\r\\ntwo\\x00"),
        ("left\u202eright\u2066in\u2069", "left\\u202eright\\u2066in\\u2069"),
        ("zero\u200bwidth\ufeff", "zero\\u200bwidth\\ufeff"),
        ("line\u2028separator", "line\\u2028separator"),
        ("<img src=x>", "<img src=x>"),
    ],
)
def test_controls_and_bidi_marks_are_made_visible(said: str, shown: str) -> None:
    assert harmless(said) == shown
    assert ServerTrouble(said).detail == shown
    assert str(ServerTrouble(said)) == shown


@pytest.mark.parametrize("character", ["x", "\0", "\u202e"])
def test_long_words_are_cut(character: str) -> None:
    assert len(harmless(character * 10_000)) == MAX_DETAIL
    assert harmless(character * 10_000).endswith("…")


def test_words_of_just_the_greatest_length_are_whole() -> None:
    assert harmless("x" * MAX_DETAIL) == "x" * MAX_DETAIL
