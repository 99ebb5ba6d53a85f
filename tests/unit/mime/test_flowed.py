"""Lines that were broken softly (RFC 3676) are joined again."""

import pytest

from hudhud.mime.flowed import unflow


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("one \nline", "one line"),
        ("two\nlines", "two\nlines"),
        ("a \nb \nc\nd", "a b c\nd"),
        ("> quoted \n> on\nown", "> quoted on\nown"),
        (">> deep \n> less", ">> deep \n> less"),
        (" >not a quote", ">not a quote"),
        (" From here", "From here"),
        ("-- \nSignature", "-- \nSignature"),
        ("text \n-- \nSignature", "text \n-- \nSignature"),
        ("end ", "end "),
        ("", ""),
    ],
)
def test_flowed_lines_are_joined(written: str, read: str) -> None:
    assert unflow(written, delete_space=False) == read


def test_with_delsp_the_blank_at_the_end_goes_too() -> None:
    assert unflow("会議の \n資料", delete_space=True) == "会議の資料"
