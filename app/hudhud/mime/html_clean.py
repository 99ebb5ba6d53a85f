"""An HTML text made safe to show: it loads nothing and leads only to the web.

css-inline brings the style sheet into the elements, so that the looks survive; then
the remote pictures go, the direction is written where viewers heed it, and nh3 lets
through only what `html_policy.py` names. It is the last step: what it writes is shown.
"""

import re
from dataclasses import dataclass
from html import escape

from css_inline import CSSInliner, InlineError
from selectolax.lexbor import LexborHTMLParser, LexborNode

from hudhud.mime.html_direction import set_directions
from hudhud.mime.html_inside import NO_PICTURES, InsidePictures, take_inside
from hudhud.mime.html_policy import local_picture, make_cleaner
from hudhud.mime.html_quotes import mark_quotes
from hudhud.mime.html_remote import (
    RemoteTable,
    is_remote,
    is_tracker,
    number_background,
    number_picture,
)
from hudhud.mime.html_shape import can_inline_styles, is_tame
from hudhud.mime.html_tree import chosen, drop
from hudhud.mime.limits import HTML_CHARACTERS, Note

_INLINER = CSSInliner(
    load_remote_stylesheets=False, keep_style_tags=False, keep_link_tags=False
)
_CLEANER = make_cleaner()
_NUMBERING_CLEANER = make_cleaner(numbered=True)
_PICTURES = (
    "img, image, input[type=image], [background], [poster], "
    '[style*="("], [srcset]:not(source)'
)
_HIDDEN = re.compile(r"(?:^|;)\s*display\s*:\s*none\b", re.IGNORECASE)
_BODY_ATTRIBUTES = ("style", "dir", "lang", "bgcolor", "align")


@dataclass(frozen=True, slots=True)
class CleanHtml:
    """`html` is a fragment, safe to show; None where it was too tangled to clean.

    `tracking_pixels` says how many of the remote pictures nobody could have seen.
    """

    html: str | None
    blocked_images: int
    notes: frozenset[Note] = frozenset()
    tracking_pixels: int = 0


def clean_html(
    html: str,
    table: RemoteTable | None = None,
    inside: InsidePictures = NO_PICTURES,
) -> CleanHtml:
    """With a table, remote pictures stay as numbers in it; without, as their words.

    `inside` are pictures of the letter that its HTML knows by their addresses.
    """
    notes: set[Note] = set()
    if len(html) > HTML_CHARACTERS:
        html = html[:HTML_CHARACTERS]
        notes.add(Note.HTML_CUT)
    html = html.encode("utf-8", "replace").decode("utf-8").replace("\x00", "")
    if not is_tame(html):
        return CleanHtml(None, 0, frozenset({*notes, Note.HTML_TOO_COMPLEX}))
    tree = LexborHTMLParser(_with_inline_styles(html))
    body = tree.body
    if body is None:
        return CleanHtml("", 0, frozenset(notes))
    take_inside(body, inside)
    mark_quotes(body)
    blocked, trackers = _take_remote_pictures(body, table)
    _take_hidden(body)
    set_directions(body, html)
    inner = _as_block(body)
    cleaner = _CLEANER if table is None else _NUMBERING_CLEANER
    return CleanHtml(cleaner.clean(inner), blocked, frozenset(notes), trackers)


def _with_inline_styles(html: str) -> str:
    if "<style" not in html.lower() or not can_inline_styles(html):
        return html
    try:
        inlined = _INLINER.inline(html)
    except (InlineError, ValueError):
        return html
    return inlined if is_tame(inlined) else html


def _take_hidden(body: LexborNode) -> None:
    """What is not displayed goes: a viewer without CSS would show it."""
    hidden = (
        node
        for node in chosen(body, "[style]")
        if _HIDDEN.search(node.attributes.get("style") or "")
    )
    # The body itself can be hidden too; a letter that shows nothing is no letter.
    drop([node for node in hidden if node.tag != "body"])


def _take_remote_pictures(
    body: LexborNode, table: RemoteTable | None
) -> tuple[int, int]:
    """Out of the letter; how many there were, and how many of them trackers."""
    blocked = trackers = 0
    for node in chosen(body, _PICTURES):
        remote = is_remote(node)
        tracker = remote and is_tracker(node)
        blocked += remote
        trackers += tracker
        if node.tag == "img":
            _take_picture(node, None if tracker else table)
        elif remote and table is not None:
            number_background(node, table)
    return blocked, trackers


def _take_picture(node: LexborNode, table: RemoteTable | None) -> None:
    """Leave the number or the words that stand for it; one from inside stays."""
    if local_picture(node.attributes.get("src") or ""):
        return
    if table is not None and number_picture(node, table):
        return
    alternative = (node.attributes.get("alt") or "").strip()
    node.replace_with(alternative) if alternative else node.decompose()


def _as_block(body: LexborNode) -> str:
    """The body's own looks move to a block: a fragment has no body element."""
    inner = body.inner_html or ""
    stated = {name: body.attributes.get(name) for name in _BODY_ATTRIBUTES}
    written = "".join(
        f' {name}="{escape(value)}"' for name, value in stated.items() if value
    )
    return f"<div{written}>{inner}</div>" if written else inner
