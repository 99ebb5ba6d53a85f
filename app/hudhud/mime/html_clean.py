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
from hudhud.mime.html_policy import local_picture, make_cleaner
from hudhud.mime.html_shape import can_inline_styles, is_tame
from hudhud.mime.html_tree import chosen
from hudhud.mime.limits import HTML_CHARACTERS, Note

_INLINER = CSSInliner(
    load_remote_stylesheets=False, keep_style_tags=False, keep_link_tags=False
)
_CLEANER = make_cleaner()
_REMOTE = re.compile(r"\s*(?:https?:|ftp:|//|\\\\)", re.IGNORECASE)
_REMOTE_IN_STYLE = re.compile(
    r"(?:url|image-set|src)\(\s*[\"']?\s*(?:https?:|ftp:|//)", re.IGNORECASE
)
_PICTURE_ATTRIBUTES = ("src", "srcset", "background", "poster", "lowsrc", "dynsrc")
_PICTURES = (
    "img, image, input[type=image], [background], [poster], "
    '[style*="("], [srcset]:not(source)'
)
_BODY_ATTRIBUTES = ("style", "dir", "lang", "bgcolor", "align")


@dataclass(frozen=True, slots=True)
class CleanHtml:
    """`html` is a fragment, safe to show; None where it was too tangled to clean."""

    html: str | None
    blocked_images: int
    notes: frozenset[Note] = frozenset()


def clean_html(html: str) -> CleanHtml:
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
    blocked = _remove_remote_pictures(body)
    set_directions(body, html)
    inner = _as_block(body)
    return CleanHtml(_CLEANER.clean(inner), blocked, frozenset(notes))


def _with_inline_styles(html: str) -> str:
    if "<style" not in html.lower() or not can_inline_styles(html):
        return html
    try:
        inlined = _INLINER.inline(html)
    except (InlineError, ValueError):
        return html
    return inlined if is_tame(inlined) else html


def _remove_remote_pictures(body: LexborNode) -> int:
    """Take them out, leaving the words that stand for them; how many there were."""
    blocked = 0
    for node in chosen(body, _PICTURES):
        blocked += _is_remote(node)
        if node.tag == "img" and not local_picture(node.attributes.get("src") or ""):
            alternative = (node.attributes.get("alt") or "").strip()
            node.replace_with(alternative) if alternative else node.decompose()
    return blocked


def _is_remote(node: LexborNode) -> bool:
    attributes = node.attributes
    if any(_REMOTE.match(attributes.get(key) or "") for key in _PICTURE_ATTRIBUTES):
        return node.tag not in ("iframe", "script", "audio", "video", "embed")
    return _REMOTE_IN_STYLE.search(attributes.get("style") or "") is not None


def _as_block(body: LexborNode) -> str:
    """The body's own looks move to a block: a fragment has no body element."""
    inner = body.inner_html or ""
    stated = {name: body.attributes.get(name) for name in _BODY_ATTRIBUTES}
    written = "".join(
        f' {name}="{escape(value)}"' for name, value in stated.items() if value
    )
    return f"<div{written}>{inner}</div>" if written else inner
