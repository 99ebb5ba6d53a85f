"""Sizes as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hudhud.config.sizes import parse_octets


@pytest.mark.parametrize(
    ("text", "octets"),
    [
        ("0", 0),
        ("1234", 1234),
        ("1234b", 1234),
        ("5k", 5_000),
        ("5M", 5_000_000),
        ("5MB", 5_000_000),
        (" 5 mb ", 5_000_000),
        ("1.5G", 1_500_000_000),
        ("2T", 2_000_000_000_000),
        ("512KiB", 524_288),
        ("1 MiB", 1_048_576),
        ("0.5GiB", 536_870_912),
        ("0.0015k", 1),
    ],
)
def test_a_size_is_read(text: str, octets: int) -> None:
    assert parse_octets(text) == octets


@pytest.mark.parametrize(
    "text",
    ["", " ", "M", "-1", "+1", "5X", "5 M B", "1,5M", "1e9", "5Mi", "5iB", "٥", "nan"]
    + ["9" * 16, "5M\n5M", "0x10"],
)
def test_what_is_no_size_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(ValueError, match="not a size"):
        parse_octets(text)


@given(st.integers(min_value=0, max_value=10**15 - 1))
def test_a_plain_number_is_itself(octets: int) -> None:
    assert parse_octets(str(octets)) == octets


@given(st.text())
def test_no_text_does_anything_else(text: str) -> None:
    try:
        assert parse_octets(text) >= 0
    except ValueError as error:
        assert "not a size" in str(error)
