"""HTML made safe: nothing is loaded, nothing runs, looks survive."""

import re

import pytest

from hudhud.mime.html_clean import clean_html
from hudhud.mime.limits import Note

# Each tries to fetch something, run something, or leave the page by itself.
CHANNELS = (
    "<img src=http://evil/x.gif>",
    "<img src='ht\ntp://evil/x.gif'>",
    "<img src=//evil/x.gif>",
    "<img src=\\\\evil\\share\\x.gif>",
    "<img src=file:///etc/passwd>",
    "<img srcset='http://evil/1x.png 1x'>",
    "<picture><source srcset=http://evil/x><img src=http://evil/y></picture>",
    "<table background=http://evil/x><tr><td background=http://evil/y>t</table>",
    "<body background=http://evil/x>t",
    "<div style='background:url(http://evil/x)'>t</div>",
    "<div style='background-image:u\\72l(http://evil/x)'>t</div>",
    "<div style='background:image-set(\"http://evil/x\" 1x)'>t</div>",
    "<style>@import url(http://evil/x);p{background:url(http://evil/y)}</style><p>t",
    "<style>@font-face{font-family:f;src:url(http://evil/x)}</style><p>t",
    "<link rel=stylesheet href=http://evil/x><link rel=preconnect href=http://evil>",
    "<link rel=dns-prefetch href=//evil><base href=http://evil/>",
    "<meta http-equiv=refresh content='0;url=http://evil/'>",
    "<iframe src=http://evil/></iframe><object data=http://evil/></object>",
    "<embed src=http://evil/><video src=http://evil/ poster=http://evil/p></video>",
    "<audio src=http://evil/></audio><input type=image src=http://evil/x>",
    "<svg><image href=http://evil/x /><use href='http://evil/#x'/></svg>",
    "<svg onload=alert(1)><script>alert(1)</script></svg>",
    "<script src=http://evil/x></script><script>alert(1)</script>",
    "<form action=http://evil/><button formaction=http://evil/>b</button></form>",
    "<a href=javascript:alert(1)>a</a><a href='java\nscript:alert(1)'>b</a>",
    "<a href=data:text/html,x>a</a><a href=vbscript:x>b</a><a href=file:///x>c</a>",
    "<a href=http://ok.example/ ping=http://evil/>a</a>",
    "<p onclick=alert(1) onmouseover=alert(1)>t</p>",
    "<img src=x onerror=alert(1)>",
    "<img src='data:image/svg+xml;base64,PHN2Zz4='>",
    "<math><mtext><table><mglyph><style><img src=http://evil/x>",
    "<noscript><p title='</noscript><img src=http://evil/x>'>",
    "<div title='&lt;img src=http://evil/x&gt;'><img src=http://evil/x>",
    "<img src='http://evil/x",
    "<textarea><img src=http://evil/x></textarea>",
    "<template><img src=http://evil/x></template>",
    "<xmp><img src=http://evil/x></xmp>",
    "<!--><img src=http://evil/x>-->",
)
LOADS = re.compile(
    r"(?:src|srcset|background|poster|action|data|ping)\s*=\s*[\"']?(?!cid:|data:image)"
    r"|url\(|<(?:script|style|link|meta|base|iframe|object|embed|form|svg|video|audio)"
    r"|\son\w+\s*=|javascript:|vbscript:|file:",
    re.IGNORECASE,
)


def cleaned(html: str) -> str:
    return clean_html(html).html or ""


@pytest.mark.parametrize("html", CHANNELS)
def test_nothing_that_loads_or_runs_gets_through(html: str) -> None:
    tags = re.findall(r"<[^>]*>", re.sub(r'title="[^"]*"', "", cleaned(html)))
    assert not [tag for tag in tags if LOADS.search(tag)]


@pytest.mark.parametrize("html", CHANNELS)
def test_cleaning_twice_changes_nothing(html: str) -> None:
    once = cleaned(html)
    assert cleaned(once) == once


@pytest.mark.parametrize(
    ("html", "blocked"),
    [
        ("<img src=http://x/1.gif><img src=HTTPS://x/2.gif>", 2),
        ("<img srcset='//x/1.png 2x' src='cid:a'>", 1),
        ("<table background=http://x/1><tr><td background=http://x/2>t</table>", 2),
        ("<body background=http://x/1>t", 1),
        ("<div style='background:url( \"http://x/1\")'>t</div>", 1),
        ("<style>.a{background:url(http://x/1)}</style><p class=a>t", 1),
        ("<img src=cid:a><img src='data:image/png;base64,AAAA'><p>t", 0),
    ],
)
def test_remote_pictures_are_counted(html: str, blocked: int) -> None:
    assert clean_html(html).blocked_images == blocked


def test_a_remote_picture_leaves_its_words() -> None:
    assert cleaned("<a href=https://x/><img src=http://x/1 alt='Shop <now>'></a>") == (
        '<a href="https://x/" rel="noopener noreferrer">Shop &lt;now&gt;</a>'
    )


def test_pictures_of_the_letter_stay() -> None:
    html = '<img src="cid:logo%40x" alt="Logo" width="10">'
    assert cleaned(html) == '<img src="cid:logo@x" alt="Logo" width="10">'
    data = '<img src="data:image/png;base64,AAAA">'
    assert cleaned(data) == data


@pytest.mark.parametrize(
    ("target", "kept"),
    [
        ("https://example.org/?a=1&b=2", "https://example.org/?a=1&amp;b=2"),
        (" HTTP://example.org", "HTTP://example.org"),
        ("mailto:a@b.c?subject=x", "mailto:a@b.c?subject=x"),
        ("mailto:a@b.c?attach=/etc/passwd", "mailto:a@b.c"),
        ("mailto:a@b.c?cc=d&ATTACH=x&body=y", "mailto:a@b.c?cc=d&amp;body=y"),
        ("ftp://example.org", None),
        ("tel:123", None),
        ("/relative", None),
        ("#top", None),
        ("javascript:x", None),
    ],
)
def test_only_links_to_the_web_and_to_addresses_stay(
    target: str, kept: str | None
) -> None:
    link = f' href="{kept}"' if kept else ""
    assert cleaned(f'<a href="{target}">x</a>') == (
        f'<a{link} rel="noopener noreferrer">x</a>'
    )


def test_looks_survive_from_the_style_sheet() -> None:
    html = "<style>p.a{color:red;position:fixed}</style><p class=a>x</p>"
    assert cleaned(html) == '<p class="a" style="color:red">x</p>'


def test_the_looks_of_the_body_move_to_a_block() -> None:
    html = '<body bgcolor="#eee" style="color:blue" onload=x()><p>x</p></body>'
    assert cleaned(html) == ('<div style="color:blue" bgcolor="#eee"><p>x</p></div>')


def test_html_over_the_limit_is_cut_and_noted() -> None:
    found = clean_html("<p>words</p>" * 200_000)
    assert found.notes == {Note.HTML_CUT}
    assert found.html


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 100_000 + "x",
        "<div " + " ".join(f"a{n}=1" for n in range(100_000)) + ">x",
        "<a " * 50_000,
        "".join(f"<font size={n}>" for n in range(3_000)) + "<p>x" * 3_000,
        '<a x="<>" ' + "b " * 6_000 + ' y="<>" ' + "c " * 6_000 + ">",
    ],
    ids=["deep", "attributes", "unclosed", "formats", "quoted"],
)
def test_html_too_tangled_to_clean_is_refused(html: str) -> None:
    found = clean_html(html)
    assert found.html is None
    assert found.notes == {Note.HTML_TOO_COMPLEX}


@pytest.mark.parametrize("html", ["", "\x00", "<", "<!--", "\ud800", "</p>", "&#0;"])
def test_scraps_are_cleaned_too(html: str) -> None:
    assert clean_html(html).html is not None


def test_the_colour_beside_a_background_picture_stays() -> None:
    told = clean_html(
        '<div style="background:url(https://x.example/a.png) #334;color:#fff">a</div>'
    )
    assert told.html is not None
    assert "#334" in told.html
    assert "x.example" not in told.html


@pytest.mark.parametrize(
    "value",
    [
        "url(https://x.example/a.png",
        "url('https://x.example/a)b.png') red",
        "u\\72l(https://x.example/a.png) red",
        "url(https://x.example/a.png) image-set('https://x.example/b.png' 1x)",
    ],
)
def test_a_background_that_hides_an_address_goes_whole(value: str) -> None:
    told = clean_html(f'<div style="background:{value}">a</div>')
    assert told.html is not None
    assert "x.example" not in told.html


def test_what_is_not_displayed_is_not_there() -> None:
    told = clean_html('<p style="color:red; Display : NONE">first words</p><p>b</p>')
    assert told.html is not None
    assert "first words" not in told.html
