"""Whether an HTML text is built so that the native parsers take it in good time.

They are fast on everything people send, and take minutes over a hundred thousand
nested elements or attributes; nothing can stop them then.
"""

import re

from hudhud.mime.limits import (
    CSS_WORK,
    HTML_ATTRIBUTES,
    HTML_DEPTH,
    HTML_OPEN_FORMATS,
)

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
# HTML 13.2.5.32 to 13.2.5.40: a quote quotes only where a value begins. Possessive, so
# that the time is linear.
_ATTRIBUTES = (
    r"(?>[\s/]++|[^\s/>][^\s/>=]*+(?:\s*+=\s*+"
    r"(?>\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z)|[^\s>\"'][^\s>]*+|))?+)*+"
)
_WHOLE_TAG = re.compile(
    r"<!--.*?(?:-->|\Z)"
    rf"|<(?:script|style|title|textarea|xmp|iframe|noscript)(?=[\s/>]){_ATTRIBUTES}>"
    rf".*?(?:</(?=script|style|title|textarea|xmp|iframe|noscript)|\Z)"
    rf"|(<[a-z][^\s/>]*+{_ATTRIBUTES})",
    re.DOTALL | re.IGNORECASE,
)
_SEPARATOR = re.compile(r"[\s/\"']+")
_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta"}
    | {"param", "source", "track", "wbr", "p", "li", "td", "tr", "th", "option"}
    | {"dt", "dd", "tbody", "thead", "tfoot"}
)
# Unclosed, these are opened anew in every following block (HTML 13.2.4.3).
_FORMATS = frozenset(
    {"a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike"}
    | {"strong", "tt", "u"}
)


def is_tame(html: str) -> bool:
    return not _has_endless_tag(html) and not _is_deep(html)


def can_inline_styles(html: str) -> bool:
    """Whether matching every rule against every element stays affordable."""
    return html.count("{") * html.count("<") <= CSS_WORK


def _has_endless_tag(html: str) -> bool:
    """One tag of more attributes than anybody writes."""
    most = 2 * HTML_ATTRIBUTES
    if len(html) < most:
        return False
    long_tags = (tag for tag in _WHOLE_TAG.findall(html) if len(tag) >= most)
    return any(len(_SEPARATOR.findall(tag)) >= HTML_ATTRIBUTES for tag in long_tags)


def _is_deep(html: str) -> bool:
    if html.count("<") < HTML_OPEN_FORMATS:
        return False
    depth = formats = 0
    for closing, name in _TAG.findall(html):
        name = name.lower()
        step = -1 if closing else 1
        if name in _FORMATS:
            formats = max(formats + step, 0)
        if name not in _VOID:
            depth = max(depth + step, 0)
        if formats > HTML_OPEN_FORMATS or depth > HTML_DEPTH:
            return True
    return False
