"""Which words of a letter lead to an address, as the person reads them."""

from PySide6.QtCore import QUrl
from selectolax.lexbor import LexborHTMLParser

from hudhud.mime.links import link_facts

ENCODED = QUrl.ComponentFormattingOption.FullyEncoded


def texts_of_link(html: str, address: str) -> tuple[str, ...]:
    """The texts of all links there; of those to the same host where none matches.

    Views write an address in their own way, so the very same one may not be found.
    """
    links = [
        (node.attributes.get("href") or "", node.text(deep=True))
        for node in LexborHTMLParser(html).css("a[href]")
    ]
    wanted = normal(address)
    same = [text for href, text in links if normal(href) == wanted]
    if not same:
        host = link_facts("", address).host
        same = [text for href, text in links if link_facts("", href).host == host]
    return tuple(dict.fromkeys(same))


def normal(address: str) -> str:
    return QUrl(address.strip()).toString(ENCODED)
