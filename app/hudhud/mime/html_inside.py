"""Pictures that came with the letter under the address they have on the web.

RFC 2557 (MHTML): the HTML names a picture as its page did, and a part of the letter
says by its Content-Location that it is that picture.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urljoin

from selectolax.lexbor import LexborNode

from hudhud.mime.html_tree import chosen

PICTURES = 1_000


@dataclass(frozen=True, slots=True)
class InsidePictures:
    """Content-ids by location. `base` is the location of the HTML itself."""

    base: str = ""
    content_ids: Mapping[str, str] = field(default_factory=dict)

    def content_id(self, source: str) -> str | None:
        source = source.strip()
        found = self.content_ids.get(source)
        return found or self.content_ids.get(_joined(self.base, source))


NO_PICTURES = InsidePictures()


def inside_pictures(base: str, locations: Mapping[str, str]) -> InsidePictures:
    """A location that is not whole counts from that of the HTML."""
    whole = {_joined(base, where): name for where, name in locations.items()}
    return InsidePictures(base, {**whole, **locations})


def take_inside(body: LexborNode, inside: InsidePictures) -> None:
    """Let the HTML ask for such pictures by content-id, as it does for all others."""
    if not inside.content_ids:
        return
    for node in chosen(body, "img[src]")[:PICTURES]:
        content_id = inside.content_id(node.attributes.get("src") or "")
        if content_id is not None:
            node.attrs["src"] = f"cid:{content_id}"


def _joined(base: str, source: str) -> str:
    try:
        return urljoin(base, source)
    except ValueError:
        return source
