"""Writing direction as `dir` on blocks: not every viewer heeds it in style sheets.

What the letter says holds; where it says nothing, each block goes by its first strong
character, as plain text does (UAX 9 rules P2 and P3).
"""

import re
import unicodedata

from selectolax.lexbor import LexborNode

from hudhud.mime.html_tree import chosen

BLOCKS = (
    *("p", "div", "td", "th", "li", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote"),
    *("pre", "center", "caption", "dd", "dt", "address", "section", "article"),
)
STRONG_SEARCH = 1_000

_STRUCTURE = frozenset({*BLOCKS, "table", "tbody", "tr", "ul", "ol", "dl"})
_INSIDE = ",".join(sorted(_STRUCTURE))

_DIRECTION = re.compile(r"(?:^|[;\s])direction\s*:\s*(rtl|ltr)\b", re.IGNORECASE)
_MAYBE_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


def direction_of(text: str) -> str:
    """`rtl` or `ltr` by the first strong character; empty where there is none."""
    for character in text[:STRONG_SEARCH]:
        kind = unicodedata.bidirectional(character)
        if kind in ("R", "AL"):
            return "rtl"
        if kind == "L":
            return "ltr"
    return ""


def set_directions(body: LexborNode, html: str) -> None:
    """Write `dir` into the tree of `body`, whose source is `html`."""
    if "direction" in html.lower():
        for node in chosen(body, "[style]"):
            if stated := _DIRECTION.search(node.attributes.get("style") or ""):
                node.attrs["dir"] = stated[1].lower()
    text = body.text(deep=True)
    if _MAYBE_RIGHT_TO_LEFT.search(text):
        _set_unstated(body)


def _set_unstated(body: LexborNode) -> None:
    """All or none: once one block is turned, those inside it must say what they are."""
    found = [
        (node, direction)
        for node in (body, *chosen(body, ",".join(BLOCKS)))
        if (direction := direction_of(_own_text(node))) and not _is_stated(node)
    ]
    if any(direction == "rtl" for _, direction in found):
        for node, direction in found:
            node.attrs["dir"] = direction


def _own_text(node: LexborNode) -> str:
    """The text that stands in this block itself, not in blocks inside it."""
    pieces: list[str] = []
    for child in node.iter(include_text=True):
        if child.tag == "-text":
            pieces.append(child.text(deep=False))
        elif child.tag not in _STRUCTURE and not child.css_first(_INSIDE):
            pieces.append(child.text())
    return "".join(pieces)


def _is_stated(node: LexborNode) -> bool:
    above: LexborNode | None = node
    while above is not None:
        if "dir" in above.attributes:
            return True
        above = above.parent
    return False
