"""Where a letter's body is drawn: text and the simple view by Qt, HTML by the engine.

The engine's view is made for the first letter that needs it and kept. Where there is
none, or the person wants none, the simple view draws the same cleaned HTML.
"""

from pathlib import Path
from typing import cast

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QTextCursor
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QStackedLayout, QWidget

from hudhud.ui.panes.letter_body import LetterBody, no_pictures
from hudhud.ui.panes.manner import MakesWebPane, Manner, WebPane
from hudhud.ui.panes.remote_pictures import Pictures, for_simple_view, with_remote
from hudhud.ui.panes.text_search import find_in

# Laying out more in the simple view would make the window wait.
SHOWN_HTML = 300_000
REDRAW_MS = 250
RTL = Qt.LayoutDirection.RightToLeft


def no_web_pane() -> QWidget | None:
    return None


class LetterSheet(QWidget):
    """`found` carries which of how many places is marked."""

    link_activated = Signal(str)
    found = Signal(int, int)
    printed = Signal(bool)
    pdf_written = Signal(str, bool)

    def __init__(self, simple: LetterBody, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.simple = simple
        self._make_web: MakesWebPane = no_web_pane
        self._web: QWidget | None = None
        self._was_made = False
        self._wants_simple = False
        self._pictures: Pictures = no_pictures
        self._manner = Manner()
        self._zoom = 1.0
        self._stack = QStackedLayout(self)
        self._stack.addWidget(simple)
        self._redraw = QTimer(self, singleShot=True, interval=REDRAW_MS)
        self._redraw.timeout.connect(self._show_new_pictures)
        simple.link_activated.connect(self.link_activated)
        self.setFocusProxy(simple)

    @property
    def web(self) -> WebPane | None:
        """The engine's view, if that is what draws now."""
        shown = self._stack.currentWidget()
        is_web = self._web is not None and shown is self._web
        return cast(WebPane, self._web) if is_web else None

    def draw_with(self, make_web: MakesWebPane) -> None:
        self._make_web = make_web

    def use_simple_view(self, wanted: bool) -> None:
        """From the next letter on."""
        self._wants_simple = wanted

    def set_pictures(self, pictures: Pictures) -> None:
        """Where pictures inside the next letter come from, by their content-id."""
        self._pictures = pictures
        self.simple.set_pictures(pictures)
        if self._web is not None:
            cast(WebPane, self._web).set_pictures(pictures)

    def name_views(self, name: str) -> None:
        """What a screen reader calls the letter."""
        self.simple.setAccessibleName(name)
        if self._web is not None:
            self._web.setAccessibleName(name)

    def show_text(self, text: str, manner: Manner) -> None:
        self._dress(manner)
        self.simple.show_text(text)
        self._turn_to(self.simple)

    def show_html(self, html: str, text: str, manner: Manner, heading: str) -> None:
        """`html` was cleaned; `text` stands for it where it is too long to lay out."""
        self._dress(manner)
        web = self._ready_web()
        if web is not None:
            pane = cast(WebPane, web)
            pane.set_direction(web_direction(manner.direction))
            pane.set_heading(heading)
            pane.show_html(html, manner.remote)
            pane.set_zoom(self._zoom)
            self._turn_to(web)
            return
        if len(html) <= SHOWN_HTML:
            self.simple.show_html(for_simple_view(html) if manner.remote else html)
        else:
            self.simple.show_text(text)
        self._turn_to(self.simple)

    def set_zoom(self, factor: float) -> None:
        self._zoom = factor
        self.simple.set_looks(factor, self._manner.direction)
        self.simple.show_again()
        if self._web is not None:
            cast(WebPane, self._web).set_zoom(factor)

    def find_text(self, words: str, *, backwards: bool = False) -> None:
        web = self.web
        if web is not None:
            web.find_text(words, backwards=backwards)
            return
        if words:
            self.simple.unfold()
        self.found.emit(*find_in(self.simple, words, backwards=backwards))

    def print_to(self, printer: QPrinter, heading: str) -> None:
        """The printer has to live until `printed`. `heading` is HTML of ours."""
        web = self.web
        if web is not None:
            web.print_to(printer)
            return
        self._print_simple(printer, heading)
        self.printed.emit(True)

    def write_pdf(self, path: Path, heading: str) -> None:
        web = self.web
        if web is not None:
            web.write_pdf(path)
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(path))
        self._print_simple(printer, heading)
        self.pdf_written.emit(str(path), path.exists())

    def _print_simple(self, printer: QPrinter, heading: str) -> None:
        self.simple.unfold()
        copy = self.simple.document().clone()
        QTextCursor(copy).insertHtml(f"{heading}<br><br>")
        copy.print_(printer)

    def _dress(self, manner: Manner) -> None:
        if manner.remote is not self._manner.remote and manner.remote is not None:
            manner.remote.settled.connect(self._redraw_soon)
        self._manner = manner
        self.simple.set_looks(self._zoom, manner.direction)
        remote = manner.remote
        inside = self._pictures
        self.simple.set_pictures(with_remote(inside, remote) if remote else inside)

    def _ready_web(self) -> QWidget | None:
        if self._wants_simple:
            return None
        if not self._was_made:
            self._was_made = True
            self._web = self._make_web()
            if self._web is not None:
                self._add(self._web)
        return self._web

    def _add(self, web: QWidget) -> None:
        pane = cast(WebPane, web)
        pane.set_pictures(self._pictures)
        pane.link_activated.connect(self.link_activated)
        pane.found.connect(self.found)
        pane.printed.connect(self.printed)
        pane.pdf_written.connect(self.pdf_written)
        web.setAccessibleName(self.simple.accessibleName())
        self._stack.addWidget(web)

    def _turn_to(self, view: QWidget) -> None:
        self._stack.setCurrentWidget(view)
        self.setFocusProxy(view)

    @Slot()
    def _redraw_soon(self) -> None:
        if not self._redraw.isActive():
            self._redraw.start()

    @Slot()
    def _show_new_pictures(self) -> None:
        if self._manner.remote is not None and self.web is None:
            self.simple.show_again()


def web_direction(direction: Qt.LayoutDirection | None) -> str:
    if direction is None:
        return "auto"
    return "rtl" if direction == RTL else "ltr"
