"""Remote pictures kept as places to fill once the person agrees."""

import pytest

from hudhud.mime.html_remote import ADDRESSES
from hudhud.mime.letter import Letter, read_letter
from support.mime_letters import letter, part

FAR = "http://far.example"


def with_html(html: str, *, remote_images: bool = True) -> Letter:
    octets = letter(part("text/html; charset=utf-8", html))
    return read_letter(octets, remote_images=remote_images)


def test_unasked_no_remote_picture_is_left_or_told() -> None:
    found = with_html(f"<img src='{FAR}/a.png'>text", remote_images=False)
    assert (found.html, found.remote_images) == ("text", ())
    assert found.blocked_images == 1


def test_asked_each_remote_picture_is_a_number_in_the_letter() -> None:
    found = with_html(f"<img src='{FAR}/a.png'><img src='//far.example/b.png'>")
    assert found.html == '<img src="ext:0"><img src="ext:1">'
    assert found.remote_images == (f"{FAR}/a.png", "https://far.example/b.png")


def test_a_picture_shown_twice_has_one_number() -> None:
    found = with_html(f"<img src='{FAR}/a'><img src='{FAR}/a'>")
    assert found.html == '<img src="ext:0"><img src="ext:0">'
    assert found.blocked_images == 2


def test_a_background_picture_is_numbered_too() -> None:
    found = with_html(f"<div style='background:url({FAR}/b.png)'>x</div>")
    assert found.html is not None
    assert "ext:0" in found.html
    assert "far.example" not in found.html
    assert found.remote_images == (f"{FAR}/b.png",)


@pytest.mark.parametrize(
    "picture",
    [
        f"<img src='{FAR}/t' width=1 height=1>",
        f"<img src='{FAR}/t' width=0>",
        f"<img src='{FAR}/t' style='width:1px;height:1px'>",
        f"<img src='{FAR}/t' style='display:none'>",
        f"<img src='{FAR}/t' hidden>",
        f"<div style='visibility: hidden'><img src='{FAR}/t'></div>",
        f"<img src='{FAR}/t' style='opacity:0'>",
    ],
)
def test_a_picture_nobody_could_see_is_counted_apart_and_never_numbered(
    picture: str,
) -> None:
    found = with_html(f"{picture}text")
    assert found.tracking_pixels == found.blocked_images == 1
    assert found.remote_images == ()
    assert "ext:" not in (found.html or "")


@pytest.mark.parametrize(
    "picture",
    [f"<img src='{FAR}/t' width=1 height=200>", f"<img src='{FAR}/t' width=600>"],
)
def test_a_thin_line_or_a_picture_of_unknown_height_is_no_tracker(picture: str) -> None:
    assert with_html(picture).tracking_pixels == 0


def test_a_number_that_the_sender_wrote_does_not_stay() -> None:
    found = with_html(f"<img src='ext:0'><img src='{FAR}/a'>")
    assert found.html is not None
    assert found.html.count("ext:") == 1


@pytest.mark.parametrize("source", ["ftp://far.example/a", "\\\\far\\a", "file:///a"])
def test_only_the_web_is_numbered(source: str) -> None:
    assert with_html(f"<img src='{source}'>x").remote_images == ()


def test_there_is_an_end_to_the_numbers() -> None:
    found = with_html("".join(f"<img src='{FAR}/{n}'>" for n in range(ADDRESSES + 9)))
    assert len(found.remote_images) == ADDRESSES
    assert found.blocked_images == ADDRESSES + 9
