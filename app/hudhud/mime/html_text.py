"""Plain text of an HTML text, for the preview, the index and letters without another.

selectolax does the work; what it would choke on has its tags cut out by hand. (The
parser of the standard library takes minutes over tags that never close.)
"""

import re
from html import unescape

from selectolax.lexbor import LexborHTMLParser, LexborNode

from hudhud.mime.html_quotes import drop_quotes
from hudhud.mime.html_shape import is_tame
from hudhud.mime.html_tree import chosen, drop
from hudhud.mime.limits import HTML_CHARACTERS
from hudhud.mime.visible import paragraphs

# Stand for a line break and a blank line until the blanks of the source are gone.
_LINE, _BLANK = "\x01", "\x02"
_MARKS = (_LINE, _BLANK, "\x00")
_WITHOUT_MARKS = str.maketrans(dict.fromkeys(_MARKS))

_DROPPED = ("script", "style", "head", "template", "title", "noscript", "object", "svg")
_DROPPED_SET = frozenset(_DROPPED)
_LINES = frozenset(
    {"br", "div", "tr", "li", "dt", "dd", "section", "article", "header", "footer"}
    | {"address", "center", "caption", "form", "fieldset", "option", "figcaption"}
)
_PARAGRAPHS = frozenset(
    {"p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "table", "blockquote"}
    | {"pre", "hr"}
)
_CELLS = frozenset({"td", "th"})
_BREAKING_SET = _LINES | _PARAGRAPHS | _CELLS
_BREAKING = ",".join(sorted(_BREAKING_SET))
_ANY_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*|!)[^<>]*>?")
# Of single blanks, which are most of them, nothing is to be made.
_BLANK_RUN = re.compile(r"[^\S\x01\x02 ][^\S\x01\x02]*| [^\S\x01\x02]+")
_BREAK_RUN = re.compile(r" ?[\x01\x02][ \x01\x02]*")
# What newsletters fill their hidden first line with.
_FILLER = re.compile(
    "[\u034f\u00ad\u200b\u2060\u2007\ufeff]|[\u200c\u200d](?=[\\s\u200c])"
)


def html_to_text(html: str, *, without_quotes: bool = False) -> str:
    r"""The text a reader would see, paragraphs apart by a blank line, `\n` ends.

    `without_quotes` leaves out what replies repeat, unless nothing else is there.
    """
    html = html[:HTML_CHARACTERS]
    if any(mark in html for mark in _MARKS):
        html = html.translate(_WITHOUT_MARKS)
    if not is_tame(html):
        return _finished(_slow_text(html))
    tree = LexborHTMLParser(html.encode("utf-8", "replace"))
    body = tree.body or tree.root
    if body is None:
        return ""
    if without_quotes:
        drop_quotes(body)
    return _finished(_fast_text(body))


def _fast_text(body: LexborNode) -> str:
    drop(chosen(body, ",".join(_DROPPED)))
    for node in body.css("pre"):
        _keep_line_breaks(node)
    for node in body.css("img[alt]"):
        node.insert_before(f" {node.attributes.get('alt') or ''} ")
    for node in chosen(body, _BREAKING):
        before, after = _around(node.tag or "")
        node.insert_before(before)
        if after:
            node.insert_after(after)
    return body.text(deep=True, separator="", strip=False)


def _keep_line_breaks(pre: LexborNode) -> None:
    for node in list(pre.traverse(include_text=True)):
        text = node.text_content if node.tag == "-text" else None
        if text and "\n" in text:
            node.replace_with(text.replace("\n", _LINE))


def _around(tag: str) -> tuple[str, str]:
    """What stands for an element's edges."""
    if tag in _CELLS:
        return " ", ""
    if tag == "br":
        return _LINE, ""
    if tag == "li":
        return f"{_LINE}\u2022 ", _LINE
    mark = _BLANK if tag in _PARAGRAPHS else _LINE
    return mark, mark


def _finished(text: str) -> str:
    if not text.isascii():
        text = _FILLER.sub("", text)
    text = _BLANK_RUN.sub(" ", text)
    text = _BREAK_RUN.sub(_line_breaks, text)
    return paragraphs(text).strip()


def _line_breaks(found: re.Match[str]) -> str:
    run = found[0]
    return "\n\n" if _BLANK in run or run.count(_LINE) > 2 else "\n"


def _slow_text(html: str) -> str:
    """Tags cut out one after another: crude, in linear time whatever comes."""
    pieces: list[str] = []
    dropping = ""
    end = 0
    for found in _ANY_TAG.finditer(html):
        if not dropping:
            pieces.append(unescape(html[end : found.start()]))
        end = found.end()
        closing, name = found[1], found[2].lower()
        if dropping:
            dropping = "" if closing and name == dropping else dropping
        elif name in _DROPPED_SET and not closing:
            dropping = name
        elif name in _BREAKING_SET:
            pieces.append(_around(name)[1 if closing else 0])
    pieces.append("" if dropping else unescape(html[end:]))
    return "".join(pieces)
