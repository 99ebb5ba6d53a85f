"""A link that was clicked: asked about where it deceives, then handed over."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices

from hudhud.mime.links import LinkFacts, link_facts
from hudhud.ui.dialogs.link_question import AsksAboutLinks

Opens = Callable[[QUrl], bool]


class LinksController(QObject):
    """Only the web and mail leave, through the system, and nothing unasked."""

    def __init__(
        self,
        asks: AsksAboutLinks,
        parent: QObject,
        opens: Opens = QDesktopServices.openUrl,
    ) -> None:
        super().__init__(parent)
        self._asks = asks
        self._opens = opens

    @Slot(str, object)
    def open(self, address: str, texts: tuple[str, ...] = ()) -> None:
        """`texts` are the words in the letter that lead there."""
        facts = deceiving(address, texts)
        url = QUrl(address, QUrl.ParsingMode.TolerantMode)
        if not facts.is_allowed or not url.isValid():
            return
        if not (facts.differs or facts.is_punycode) or self._asks.open_link(facts):
            self._opens(url)


def deceiving(address: str, texts: tuple[str, ...]) -> LinkFacts:
    """What is to be known of a link; of several texts the one that says otherwise."""
    found = [link_facts(text, address) for text in texts or ("",)]
    return next((facts for facts in found if facts.differs), found[0])
