"""How a letter is to be shown: what is known of it and chosen for it beside itself."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from hudhud.ui.panes.remote_pictures import Pictures, RemoteSource
from hudhud.ui.sender_facts import SenderFact


@dataclass(frozen=True, slots=True)
class Manner:
    """`remote` has the remote pictures, after consent only. `direction` is of the whole
    letter, where the person chose one. `always_images`: the sender's pictures are
    fetched unasked. `as_plain_text`: the letter has HTML that is not shown.
    """

    remote: RemoteSource | None = None
    direction: Qt.LayoutDirection | None = None
    facts: tuple[SenderFact, ...] = ()
    always_images: bool = False
    as_plain_text: bool = False


class WebPane(Protocol):
    """What is asked of `web.body.WebBody`, which is not imported before it is used."""

    link_activated: SignalInstance
    found: SignalInstance
    pdf_written: SignalInstance
    printed: SignalInstance

    def set_pictures(self, pictures: Pictures) -> None: ...

    def set_direction(self, direction: str) -> None: ...

    def set_heading(self, heading: str) -> None: ...

    def set_zoom(self, factor: float) -> None: ...

    def show_html(self, html: str, remote: RemoteSource | None = None) -> None: ...

    def find_text(self, words: str, *, backwards: bool = False) -> None: ...

    def write_pdf(self, path: Path) -> None: ...

    def print_to(self, printer: QPrinter) -> None: ...


MakesWebPane = Callable[[], QWidget | None]
