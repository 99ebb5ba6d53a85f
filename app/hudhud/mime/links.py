"""Where a link really leads, beside where its text says that it leads."""

import re
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from hudhud.mime.visible import one_line

SCHEMES = frozenset({"http", "https", "mailto"})
TARGET_CHARACTERS = 8_192

_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
# What the URL standard takes out of an address before it is read.
_DROPPED = re.compile(r"[\t\n\r]+")
_DOTS = re.compile("[\u3002\uff0e\uff61]")
_WEB_TEXT = re.compile(
    r"(?:https?:[\\/]*|(?=www\.))(?:[^\s/@]*@)?([^\s/\\?#:<>()\[\]\"',;]+)",
    re.IGNORECASE,
)
_HOST = r"(?:[\w-]{1,63}\.){1,10}[^\W\d_][\w-]{1,62}"
_BARE_HOST = re.compile(rf"({_HOST})\.?(?::\d+)?(?:[/?#]\S*)?")
_ADDRESS = re.compile(rf"[^\s@<>]+@({_HOST})")
# `report.pdf` is a file, not a place, where a link's text says no more.
_FILE_NAMES = frozenset(
    {"pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "txt", "html", "htm", "php"}
    | {"jpg", "jpeg", "png", "gif", "csv", "zip", "exe", "asp", "aspx", "jsp", "odt"}
)


@dataclass(frozen=True, slots=True)
class LinkFacts:
    """What a person should know before following a link.

    `target` is the address, made harmless to show; `host` where it leads, without
    port, as the network asks for it (`xn--` forms in ASCII), `unicode_host` the same
    in letters; for `mailto` both are the mail host. `shown_host` is the host that the
    text names, or empty. `differs`: the text names another place than `host`.
    """

    target: str
    scheme: str
    host: str
    unicode_host: str
    shown_host: str
    differs: bool
    is_punycode: bool
    is_allowed: bool


def link_facts(text: str, href: str) -> LinkFacts:
    """Never raises; a target that cannot be read is not allowed."""
    bare = _DROPPED.sub("", href[:TARGET_CHARACTERS]).strip()
    named = _SCHEME.match(bare)
    scheme = named[1].lower() if named else ""
    host = _ascii_host(_target_host(scheme, bare))
    shown = _ascii_host(_shown_host(text))
    return LinkFacts(
        target=one_line(bare),
        scheme=scheme,
        host=host,
        unicode_host=_unicode_host(host),
        shown_host=shown,
        differs=bool(shown) and _place(shown) != _place(host),
        is_punycode=any(label.startswith("xn--") for label in host.split(".")),
        is_allowed=scheme in SCHEMES and bool(host) and len(href) <= TARGET_CHARACTERS,
    )


def _target_host(scheme: str, bare: str) -> str:
    if scheme == "mailto":
        addresses = unquote(bare[7:]).partition("?")[0]
        return addresses.partition(",")[0].rpartition("@")[2].strip(" >")
    if scheme not in SCHEMES:
        return ""
    # Browsers read a backslash as a slash, and any number of either.
    rest = bare[len(scheme) + 1 :].replace("\\", "/").lstrip("/")
    try:
        return unquote(urlsplit(f"{scheme}://{rest}").hostname or "")
    except ValueError:
        return ""


def _shown_host(text: str) -> str:
    """The place that a link's text names: an address of the web or of mail, a host."""
    words = _DOTS.sub(".", one_line(text)[:TARGET_CHARACTERS])
    if found := _WEB_TEXT.search(words):
        return found[1].rstrip(".")
    if found := _ADDRESS.search(words):
        return found[1]
    found = _BARE_HOST.fullmatch(words.strip("<>()[]\"' "))
    if found is None:
        return ""
    host: str = found[1]
    return "" if host.rpartition(".")[2].lower() in _FILE_NAMES else host


def _ascii_host(host: str) -> str:
    host = _DOTS.sub(".", host).rstrip(".").lower()
    if host.isascii():
        return one_line(host)
    try:
        return host.encode("idna").decode("ascii").lower()
    except UnicodeError:
        return one_line(host)


def _unicode_host(host: str) -> str:
    labels = (_unicode_label(label) for label in host.split("."))
    return one_line(".".join(labels))


def _unicode_label(label: str) -> str:
    if not label.startswith("xn--"):
        return label
    try:
        return label[4:].encode("ascii").decode("punycode")
    except UnicodeError:
        return label


def _place(host: str) -> str:
    return host.removeprefix("www.")
