"""Quotations inside HTML are found."""

import pytest

from hudhud.mime.html_clean import clean_html
from hudhud.mime.html_quotes import QUOTE_CLASS


def marks(html: str) -> int:
    return (clean_html(html).html or "").count(QUOTE_CLASS)


@pytest.mark.parametrize(
    "html",
    [
        "Yes.<blockquote type=cite>Shall we?</blockquote>",
        "Yes.<div class=gmail_quote>On Monday: <blockquote>Now?</blockquote></div>",
        "Yes.<div class='yahoo_quoted x'>Shall we?</div>",
        "Yes.<blockquote type=cite>a<blockquote type=cite>b</blockquote></blockquote>",
    ],
)
def test_the_outermost_of_a_quotation_is_marked(html: str) -> None:
    assert marks(html) == 1


@pytest.mark.parametrize(
    "html",
    [
        "Text.<blockquote>set in from the margin</blockquote>",
        "<blockquote type=cite>nothing of its own</blockquote>",
        "<p>plain</p>",
    ],
)
def test_nothing_else_is(html: str) -> None:
    assert marks(html) == 0
