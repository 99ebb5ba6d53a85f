"""Pictures known by the address they have on the web (RFC 2557)."""

import pytest

from hudhud.mime.letter import Letter, attachment_octets, read_letter
from support.mime_letters import PICTURE, field, letter, multipart, part

PAGE = "http://page.example/news/index.html"


def page(source: str, location: str, *, base: str = PAGE) -> bytes:
    where = field("Content-Location", base) if base else b""
    html = where + part("text/html", f"<p>x</p><img src='{source}'>")
    picture = field("Content-Location", location) + part(
        "image/png", PICTURE, encoding="base64"
    )
    return letter(multipart("related", [html, picture]))


def shown(octets: bytes) -> tuple[Letter, str]:
    found = read_letter(octets)
    return found, found.html or ""


@pytest.mark.parametrize(
    ("source", "location", "base"),
    [
        ("http://page.example/a.png", "http://page.example/a.png", ""),
        ("a.png", "a.png", ""),
        ("a.png", "http://page.example/news/a.png", PAGE),
        ("../a.png", "http://page.example/a.png", PAGE),
        ("http://page.example/news/a.png", "a.png", PAGE),
        ("thismessage:/a.png", "thismessage:/a.png", ""),
    ],
)
def test_a_picture_is_asked_for_inside_the_letter(
    source: str, location: str, base: str
) -> None:
    octets = page(source, location, base=base)
    found, html = shown(octets)
    picture = found.attachments[0]
    assert f'src="cid:{picture.content_id}"' in html
    assert (picture.inline, picture.name, found.blocked_images) == (True, "a.png", 0)
    assert attachment_octets(octets, picture.index) == PICTURE


def test_a_picture_that_did_not_come_along_stays_remote() -> None:
    found, html = shown(page("http://page.example/b.png", "http://page.example/a.png"))
    assert "cid:" not in html
    assert found.blocked_images == 1


def test_a_content_id_of_its_own_holds() -> None:
    picture = (
        field("Content-Location", "http://page.example/a.png")
        + field("Content-ID", "<own@page.example>")
        + part("image/png", PICTURE, encoding="base64")
    )
    html = part("text/html", "<img src='http://page.example/a.png'>")
    _, found = shown(letter(multipart("related", [html, picture])))
    assert found == '<img src="cid:own@page.example">'
