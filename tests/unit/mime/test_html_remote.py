"""Remote pictures by number, for a viewer that asks first."""

import re

import pytest

from hudhud.mime.html_clean import clean_html
from hudhud.mime.html_remote import ADDRESSES, RemoteTable

PLACE = "https://pictures.example"


def numbered(html: str) -> tuple[str, tuple[str, ...]]:
    table = RemoteTable()
    return clean_html(html, table).html or "", table.addresses


def test_a_remote_picture_stays_as_a_number_and_its_address_in_the_table() -> None:
    html = f'<img src="{PLACE}/a?b=1&amp;c=2" alt="A" width="80" onerror="x()">'
    assert numbered(html) == (
        '<img src="ext:0" alt="A" width="80">',
        (f"{PLACE}/a?b=1&c=2",),
    )


def test_without_a_table_it_leaves_its_words_only() -> None:
    assert clean_html(f"<img src={PLACE}/a alt=A>").html == "A"


def test_an_address_has_one_number_however_often_it_comes() -> None:
    html, addresses = numbered(f"<img src={PLACE}/a><img src={PLACE}/b>" * 2)
    assert re.findall(r"ext:\d", html) == ["ext:0", "ext:1"] * 2
    assert addresses == (f"{PLACE}/a", f"{PLACE}/b")


def test_an_address_without_a_scheme_is_fetched_over_tls() -> None:
    assert numbered("<img src=//pictures.example/a>")[1] == (f"{PLACE}/a",)


def test_an_address_is_what_a_browser_would_read() -> None:
    assert numbered("<img src=' https://pictures\n.example/a '>")[1] == (f"{PLACE}/a",)


@pytest.mark.parametrize(
    "source",
    [
        "ftp://x.example/a",
        "file:///a",
        "\\\\x\\a",
        "a.png",
        "http:",
        "http://",
        "ext:0",
    ],
)
def test_what_cannot_be_fetched_has_no_number(source: str) -> None:
    html, addresses = numbered(f'<img src="{source}" alt="A">')
    assert (html, addresses) == ("A", ())


@pytest.mark.parametrize(
    "html",
    [
        f"<table background={PLACE}/a><tr><td>x</table>",
        f"<p style='background: #fff url({PLACE}/a) no-repeat'>x</p>",
        f"<p style='background-image:url(\"{PLACE}/a\")'>x</p>",
        f"<style>p{{background-image:url({PLACE}/a)}}</style><p>x</p>",
    ],
)
def test_a_picture_behind_the_text_has_a_number_too(html: str) -> None:
    shown, addresses = numbered(html)
    assert addresses == (f"{PLACE}/a",)
    assert "background-image:url(&quot;ext:0&quot;)" in shown
    assert PLACE not in shown


@pytest.mark.parametrize(
    "looks",
    [
        *("width=1 height=1", "width=0 height=30", "style='width:1px;height:1px'"),
        *("style='display:none'", "style='visibility: hidden'", "hidden"),
        *("style='opacity:0'", "style='opacity: 0.0;width:90px'"),
    ],
)
def test_a_picture_nobody_could_see_is_a_tracker_and_has_no_number(looks: str) -> None:
    source = f"<img src={PLACE}/a {looks}>"
    assert numbered(source) == ("", ())
    found = clean_html(source)
    assert (found.blocked_images, found.tracking_pixels) == (1, 1)


def test_a_picture_in_something_hidden_is_a_tracker() -> None:
    source = f"<div style='display:none'><p><img src={PLACE}/a></p></div>"
    assert numbered(source)[1] == ()
    assert clean_html(source).tracking_pixels == 1


@pytest.mark.parametrize(
    "looks", ["", "width=1", "width=600 height=1", "style='opacity:0.5'", "height=2%"]
)
def test_a_picture_that_can_be_seen_is_none(looks: str) -> None:
    assert numbered(f"<img src={PLACE}/a {looks}>")[1] == (f"{PLACE}/a",)


def test_a_sender_cannot_write_numbers() -> None:
    html, addresses = numbered(
        f"<img src={PLACE}/a><img src=ext:0><img src='ext:1 '><a href=ext:0>x</a>"
    )
    assert html.count("ext:") == 1
    assert addresses == (f"{PLACE}/a",)


def test_no_letter_has_more_addresses_than_anybody_shows() -> None:
    source = "".join(f"<img src={PLACE}/{n}>" for n in range(ADDRESSES + 5))
    assert len(numbered(source)[1]) == ADDRESSES
