"""Pictures that a letter would fetch from elsewhere: found, counted, numbered.

Nothing is fetched in this room. A table keeps the addresses, and the letter a number in
place of each, for a viewer that asks the person first. A picture that nobody could see
is there to tell its sender who reads; it gets no number.
"""

import re

from selectolax.lexbor import LexborNode

PLACEHOLDER = "ext:"
ADDRESSES = 300
ADDRESS_CHARACTERS = 4_096
# A picture this small, each way, shows nothing.
TRACKER_PIXELS = 2
# How far around a picture it is looked for what hides it.
ENCLOSING = 3

_PICTURE_ATTRIBUTES = ("src", "srcset", "background", "poster", "lowsrc", "dynsrc")
_REMOTE = re.compile(r"\s*(?:https?:|ftp:|//|\\\\)", re.IGNORECASE)
_REMOTE_IN_STYLE = re.compile(
    r"(?:url|image-set|src)\(\s*[\"']?\s*(?:https?:|ftp:|//)", re.IGNORECASE
)
_FETCHABLE = re.compile(r"(?:https?:)?//[^/\s]", re.IGNORECASE)
_BACKGROUND = re.compile(
    r"background(?:-image)?\s*:[^;]*?url\(\s*[\"']?\s*((?:https?:)?//[^\"')\s]+)",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"ext:[0-9]{1,3}")
_NUMBERED_BACKGROUND = re.compile(r"\s*background-image\s*:\s*url\(ext:[0-9]{1,3}\)\s*")
# What the URL standard takes out of an address before it is read.
_DROPPED = re.compile(r"[\t\n\r]+")
_HIDING = re.compile(
    r"(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden"
    r"|opacity\s*:\s*0*\.?0+\s*(?:;|!|$))",
    re.IGNORECASE,
)
_LENGTH = re.compile(r"\s*([0-9]{1,6})(?:\.[0-9]*)?\s*(?:px|pt)?\s*", re.IGNORECASE)


class RemoteTable:
    """The addresses of one letter's remote pictures, by number, each once."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    @property
    def addresses(self) -> tuple[str, ...]:
        return tuple(self._numbers)

    def placeholder(self, address: str) -> str | None:
        """What stands for it in the letter, or None where it cannot be fetched."""
        address = _DROPPED.sub("", address).strip()
        if not _FETCHABLE.match(address) or len(address) > ADDRESS_CHARACTERS:
            return None
        if address.startswith("//"):
            address = f"https:{address}"
        if address not in self._numbers and len(self._numbers) >= ADDRESSES:
            return None
        number = self._numbers.setdefault(address, len(self._numbers))
        return f"{PLACEHOLDER}{number}"


def is_remote(node: LexborNode) -> bool:
    """Whether a viewer would fetch a picture for this element."""
    attributes = node.attributes
    if any(_REMOTE.match(attributes.get(key) or "") for key in _PICTURE_ATTRIBUTES):
        return node.tag not in ("iframe", "script", "audio", "video", "embed")
    return _REMOTE_IN_STYLE.search(attributes.get("style") or "") is not None


def is_tracker(node: LexborNode) -> bool:
    """A picture that is there to be fetched, not to be seen."""
    if node.tag != "img":
        return False
    sizes = [_length(node, name) for name in ("width", "height")]
    if all(size is not None and size <= TRACKER_PIXELS for size in sizes):
        return True
    return 0 in sizes or _is_hidden(node)


def number_picture(node: LexborNode, table: RemoteTable) -> bool:
    """Put a number in place of an element's remote picture; False where it has none."""
    placeholder = table.placeholder(node.attributes.get("src") or "")
    if placeholder is not None:
        node.attrs["src"] = placeholder
    return placeholder is not None


def number_background(node: LexborNode, table: RemoteTable) -> None:
    style = node.attributes.get("style") or ""
    found = _BACKGROUND.search(style)
    address = found[1] if found else node.attributes.get("background") or ""
    placeholder = table.placeholder(address)
    if placeholder is not None:
        node.attrs["style"] = f"{style};background-image:url({placeholder})"


def is_placeholder(source: str) -> bool:
    return _NUMBERED.fullmatch(source) is not None


def is_numbered_background(declaration: str) -> bool:
    return _NUMBERED_BACKGROUND.fullmatch(declaration) is not None


def _length(node: LexborNode, name: str) -> int | None:
    stated = re.search(
        rf"(?:^|[;\s]){name}\s*:([^;]*)", node.attributes.get("style") or ""
    )
    value = stated[1] if stated else node.attributes.get(name) or ""
    found = _LENGTH.fullmatch(value)
    return int(found[1]) if found else None


def _is_hidden(node: LexborNode) -> bool:
    around: LexborNode | None = node
    for _ in range(ENCLOSING):
        if around is None:
            return False
        attributes = around.attributes
        if "hidden" in attributes or _HIDING.search(attributes.get("style") or ""):
            return True
        around = around.parent
    return False
