"""What may stay in an HTML text: an allow-list, applied by nh3.

Nothing that runs, loads, submits, navigates by itself or leaves its place on the page.
"""

import re
from urllib.parse import unquote

import nh3

from hudhud.mime.html_remote import (
    PLACEHOLDER,
    is_numbered_background,
    is_placeholder,
)

TAGS = frozenset(
    {"a", "abbr", "address", "article", "aside", "b", "bdi", "bdo", "big"}
    | {"blockquote", "br", "caption", "center", "cite", "code", "col", "colgroup"}
    | {"dd", "del", "dfn", "div", "dl", "dt", "em", "figcaption", "figure", "font"}
    | {"footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "i", "img", "ins"}
    | {"kbd", "li", "main", "mark", "nav", "ol", "p", "pre", "q", "s", "samp"}
    | {"section", "small", "span", "strike", "strong", "sub", "sup", "table", "tbody"}
    | {"td", "tfoot", "th", "thead", "tr", "tt", "u", "ul", "var", "wbr"}
)
DROPPED_WITH_CONTENT = frozenset(
    {"script", "style", "title", "template", "noscript", "svg", "math", "iframe"}
    | {"object", "applet", "audio", "video", "canvas", "select", "textarea"}
)
ATTRIBUTES = {
    "*": {"style", "class", "dir", "lang", "title", "align", "valign"}
    | {"width", "height", "bgcolor", "color"},
    "a": {"href"},
    "img": {"src", "alt", "border", "hspace", "vspace"},
    "table": {"border", "cellpadding", "cellspacing"},
    "td": {"colspan", "rowspan", "nowrap"},
    "th": {"colspan", "rowspan", "nowrap"},
    "col": {"span"},
    "colgroup": {"span"},
    "ol": {"start", "type"},
    "ul": {"type"},
    "li": {"value", "type"},
    "font": {"face", "size"},
    "hr": {"size", "noshade"},
    "blockquote": {"type"},
}
_SIDES = ("top", "right", "bottom", "left")
STYLE_PROPERTIES = frozenset(
    {"color", "direction", "display", "float", "height", "width", "min-height"}
    | {"max-height", "min-width", "max-width", "letter-spacing", "line-height"}
    | {"list-style-type", "opacity", "table-layout", "unicode-bidi", "vertical-align"}
    | {"white-space", "word-break", "word-spacing", "word-wrap", "overflow-wrap"}
    | {"background", "background-color", "background-image", "background-position"}
    | {
        "background-repeat",
        "background-size",
        "border",
        "border-collapse",
        "border-color",
        "border-radius",
    }
    | {"border-spacing", "border-style", "border-width", "margin", "padding"}
    | {"font", "font-family", "font-size", "font-style", "font-variant", "font-weight"}
    | {"text-align", "text-decoration", "text-decoration-color", "text-indent"}
    | {"text-decoration-line", "text-overflow", "text-shadow", "text-transform"}
    | {f"border-{side}" for side in _SIDES}
    | {f"border-{side}-{what}" for side in _SIDES for what in ("color", "style")}
    | {f"border-{side}-width" for side in _SIDES}
    | {f"border-{side}-radius" for side in ("top-left", "top-right")}
    | {f"border-{side}-radius" for side in ("bottom-left", "bottom-right")}
    | {f"{what}-{side}" for side in _SIDES for what in ("margin", "padding")}
)
SCHEMES = frozenset({"http", "https", "mailto", "cid", "data"})

_LOADING = ("url(", "image-set(", "image(", "expression", "\\", "@", "/*", "src(")
# A picture inside a shorthand: the colour beside it is what light text stands on.
_BACKGROUND_PICTURE = re.compile(
    r"""url\(\s*(?:"[^"()\\]*"|'[^'()\\]*'|[^"'()\\\s]*)\s*\)""", re.IGNORECASE
)
_UNSEEN = re.compile(r"[\x00-\x20\x7f-\xa0]+")
_LINK = re.compile(r"(?:https?://|mailto:)", re.IGNORECASE)
_PICTURE_DATA = re.compile(
    r"data:image/(?:png|jpe?g|gif|webp|bmp);base64,[a-z0-9+/=%]*", re.IGNORECASE
)
_ATTACHING = re.compile(r"(?i)(?<=[?&])(?:attach|attachment)=[^&]*&?")


def make_cleaner(*, numbered: bool = False) -> nh3.Cleaner:
    """`numbered` lets the numbers of remote pictures through, see `html_remote.py`."""
    return nh3.Cleaner(
        tags=set(TAGS),
        clean_content_tags=set(DROPPED_WITH_CONTENT),
        attributes=ATTRIBUTES,
        attribute_filter=allowed_or_numbered if numbered else allowed_value,
        url_schemes=set(SCHEMES) | ({PLACEHOLDER[:-1]} if numbered else set()),
        url_relative="deny",
        filter_style_properties=set(STYLE_PROPERTIES),
    )


def allowed_value(tag: str, attribute: str, value: str) -> str | None:
    """The value that may stay, or None for none. Called for every attribute."""
    if attribute == "style":
        return harmless_style(value)
    if attribute == "href":
        return safe_link(value)
    if attribute == "src":
        return local_picture(value)
    if attribute == "dir":
        return value if value.lower() in ("rtl", "ltr", "auto") else None
    return value


def allowed_or_numbered(tag: str, attribute: str, value: str) -> str | None:
    """As `allowed_value`, for a letter whose remote pictures have numbers."""
    if attribute == "src" and is_placeholder(value):
        return value
    if attribute == "style":
        numbered = filter(is_numbered_background, value.split(";"))
        return ";".join((harmless_style(value), *numbered))
    return allowed_value(tag, attribute, value)


def harmless_style(style: str) -> str:
    """The declarations that load nothing and hide nothing from this check."""
    kept = (
        declaration
        for declaration in map(_without_background_picture, style.split(";"))
        if ":" in declaration
        and not any(word in declaration.lower() for word in _LOADING)
    )
    return ";".join(kept)


def _without_background_picture(declaration: str) -> str:
    name, colon, value = declaration.partition(":")
    if name.strip().lower() != "background":
        return declaration
    return f"{name}{colon}{_BACKGROUND_PICTURE.sub('none', value)}"


def safe_link(target: str) -> str | None:
    """A link that goes to the web or to an address, and attaches no file of ours."""
    target = target.strip("".join(map(chr, range(0x21))))
    if not _LINK.match(target):
        return None
    if target[:7].lower() == "mailto:":
        return _ATTACHING.sub("", target).rstrip("?&")
    return target


def local_picture(source: str) -> str | None:
    """A picture that came inside the message: by content-id, or as data."""
    bare = _UNSEEN.sub("", source)
    if bare[:4].lower() == "cid:":
        return "cid:" + unquote(bare[4:])
    return bare if _PICTURE_DATA.fullmatch(bare) else None
