"""Cutting long secrets, and knowing whether all of it came back."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hudhud.credentials.pieces import (
    UNITS_A_PIECE,
    Header,
    fits_whole,
    header_for,
    joined,
    parse_header,
    split,
)

LONG_TEXT = st.text(
    st.characters(exclude_categories=["Cs"]), min_size=1, max_size=50
).map(lambda text: text * 60)


def units_in(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@pytest.mark.parametrize(
    ("secret", "fits"),
    [
        ("", True),
        ("x" * 1000, True),
        ("x" * 1001, False),
        ("🐦" * 500, True),
        ("🐦" * 501, False),
    ],
)
def test_a_secret_of_a_thousand_units_needs_no_pieces(secret: str, fits: bool) -> None:
    assert fits_whole(secret) is fits


def test_a_secret_that_looks_like_a_header_is_not_stored_as_one() -> None:
    assert not fits_whole(str(header_for("secret", 1, None)))


@given(LONG_TEXT)
def test_pieces_are_small_and_together_the_secret(secret: str) -> None:
    pieces = split(secret)
    assert "".join(pieces) == secret
    assert all(0 < units_in(piece) <= UNITS_A_PIECE for piece in pieces)


def test_no_piece_ends_inside_a_character() -> None:
    pieces = split("x" + "🐦" * 1000)
    assert [units_in(piece) for piece in pieces] == [999, 1000, 2]


@given(LONG_TEXT)
def test_a_header_is_read_back_and_accepts_its_pieces(secret: str) -> None:
    header = header_for(secret, len(split(secret)), None)
    assert parse_header(str(header)) == header
    assert joined(header, split(secret)) == secret


def test_an_ordinary_secret_is_no_header() -> None:
    assert parse_header("open sesame") is None


def test_pieces_that_are_missing_or_altered_are_noticed() -> None:
    secret = "x" * 2500
    header, pieces = header_for(secret, 3, None), split(secret)
    assert joined(header, pieces[:2]) is None
    assert joined(header, [*pieces[:2], "y" * 500]) is None
    assert joined(replace(header, count=2), pieces) is None


def test_generations_take_turns() -> None:
    first = header_for("one", 1, None)
    second = header_for("two", 1, first)
    third = header_for("three", 1, second)
    assert [each.generation for each in (first, second, third)] == ["a", "b", "a"]


def test_a_header_of_neither_generation_is_no_header() -> None:
    assert parse_header(str(Header("c", 1, "0" * 64))) is None
