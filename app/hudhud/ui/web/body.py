"""The body of an HTML letter, drawn by the browser engine.

The engine is made for the first letter and kept. What it shows is the cleaned letter in
a document of ours; a link is handed out, never followed.
"""

from pathlib import Path

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QLocale,
    QMarginsF,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFontInfo,
    QPageLayout,
    QPageSize,
    QResizeEvent,
)
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWebEngineCore import QWebEngineFindTextResult, QWebEnginePage
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hudhud.ui.panes.buttons import Button
from hudhud.ui.panes.elided import ElidedText
from hudhud.ui.panes.letter_body import (
    MARGIN,
    PAPER_MARGIN,
    SETS_COLORS,
    no_pictures,
)
from hudhud.ui.panes.note_bar import NoteBar
from hudhud.ui.panes.remote_pictures import Pictures, RemoteSource
from hudhud.ui.theme import LIGHT, Theme, shown_theme
from hudhud.ui.typography import FAMILIES, Type, font_for
from hudhud.ui.web.page import Engine
from hudhud.ui.web.view import LetterView
from hudhud.ui.web.wrapper import Looks, document
from hudhud.ui.words import machine

SMALLEST_ZOOM, LARGEST_ZOOM = 0.5, 3.0
PAPER_MM = 15.0
REDRAWS = frozenset({QEvent.Type.PaletteChange, QEvent.Type.FontChange})


class WebBody(QWidget):
    """`found` carries which of how many places is marked; `pdf_written` a path, and
    whether it worked; `shown` whether the letter is on the screen.
    """

    link_activated = Signal(str)
    shown = Signal(bool)
    found = Signal(int, int)
    pdf_written = Signal(str, bool)
    printed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._engine: Engine | None = None
        self._view: LetterView | None = None
        self._pictures: Pictures = no_pictures
        self._html: str | None = None
        self._document = b""
        self._direction = "auto"
        self._heading = ""
        self._zoom = 1.0
        self._again = Button()
        self._again.clicked.connect(self.reload)
        self._failure = NoteBar("warning", (self._again,))
        self._failure.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._failure)
        self._target = ElidedText(Type.TINY, middle=True)
        self._target.setParent(self)
        self._target.setProperty("kind", "target")
        self._target.hide()
        self._retranslate()

    @property
    def failure_is_shown(self) -> bool:
        return not self._failure.isHidden()

    def set_pictures(self, pictures: Pictures) -> None:
        """Where octets of pictures come from, by content-id; None if there is none."""
        self._pictures = pictures
        if self._engine is not None:
            self._engine.inside.pictures = pictures

    def show_html(self, html: str, remote: RemoteSource | None = None) -> None:
        """`html` was cleaned. `remote` has its remote pictures, after consent only."""
        self._html = html
        engine = self.ready_engine()
        engine.remote.follow(remote)
        self._document = b""
        self._draw()

    def set_direction(self, direction: str) -> None:
        """`ltr` or `rtl` for all of the letter, or `auto`, from the next drawing on."""
        self._direction = direction

    def set_heading(self, heading: str) -> None:
        """HTML of ours that is printed above the letter, from the next drawing on."""
        self._heading = heading

    def show_target(self, address: str) -> None:
        """Where a link really leads, under the pointer or the focus."""
        self._target.setVisible(bool(address))
        self._target.show_text(machine(address))
        self._place_target()

    def find_text(self, words: str, *, backwards: bool = False) -> None:
        """Mark the next place; no words take the marks away."""
        flags = QWebEnginePage.FindFlag
        way = flags.FindBackward if backwards else flags(0)
        if self._engine is not None:
            self._engine.page.findText(words, way)

    def set_zoom(self, factor: float) -> None:
        self._zoom = min(max(factor, SMALLEST_ZOOM), LARGEST_ZOOM)
        if self._engine is not None:
            self._engine.page.setZoomFactor(self._zoom)

    def write_pdf(self, path: Path) -> None:
        sides = QMarginsF(*(PAPER_MM,) * 4)
        sheet = QPageLayout(
            QPageSize(paper_size()),
            QPageLayout.Orientation.Portrait,
            sides,
            QPageLayout.Unit.Millimeter,
        )
        self.ready_engine().page.printToPdf(str(path), sheet)

    def print_to(self, printer: QPrinter) -> None:
        """The printer has to live until `printed`."""
        self.ready_engine()
        if self._view is not None:
            self._view.print(printer)

    def reload(self) -> None:
        self._document = b""
        self._draw()

    def shut_down(self) -> None:
        """The page before its profile, and both before the application."""
        if self._view is not None:
            # Declared as taking a page only; none is what lets go of it.
            self._view.setPage(None)  # type: ignore[arg-type]
            self._view.deleteLater()
            self._view = None
        if self._engine is not None:
            self._engine.shut_down()
            self._engine = None

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() in REDRAWS and self._engine is not None:
            self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_target()

    def ready_engine(self) -> Engine:
        if self._engine is None:
            self._engine = self._made_engine()
        return self._engine

    def _made_engine(self) -> Engine:
        app = QCoreApplication.instance()
        assert app is not None
        engine = Engine(app)
        engine.inside.pictures = self._pictures
        page = engine.page
        page.link_chosen.connect(self.link_activated)
        page.linkHovered.connect(self.show_target)
        page.loadFinished.connect(self._note_loaded)
        page.findTextFinished.connect(self._note_found)
        page.pdfPrintingFinished.connect(self.pdf_written)
        page.renderProcessTerminated.connect(self._show_failure)
        self._view = LetterView(page, self)
        self._view.setAccessibleName(self.accessibleName())
        self._view.printFinished.connect(self.printed)
        self._column.addWidget(self._view, 1)
        self.setFocusProxy(self._view)
        self._target.raise_()
        app.aboutToQuit.connect(self.shut_down)
        # A view that is deleted with its window cannot do it itself any more.
        self.destroyed.connect(engine.shut_down)
        return engine

    def _draw(self) -> None:
        """Load the document, unless it is the one on show."""
        if self._html is None:
            return
        engine = self.ready_engine()
        looks = looks_for(self._html, shown_theme())
        wanted = document(self._html, looks, self._direction, self._heading)
        if wanted == self._document:
            return
        self._document = wanted
        self._failure.hide()
        self.show_target("")
        engine.page.setBackgroundColor(QColor(looks.ground))
        engine.page.load(engine.source.put(wanted))

    def _note_loaded(self, worked: bool) -> None:
        """A refused link also counts as a load that did not work."""
        if self._engine is not None:
            self._engine.page.setZoomFactor(self._zoom)
            self._engine.page.history().clear()
        self.shown.emit(worked)

    def _note_found(self, result: QWebEngineFindTextResult) -> None:
        self.found.emit(result.activeMatch(), result.numberOfMatches())

    def _show_failure(self) -> None:
        self._retranslate()
        self._failure.show()

    def _place_target(self) -> None:
        hint = self._target.sizeHint()
        width = min(hint.width() + 16, self.width())
        height = hint.height() + 8
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = self.width() - width if rtl else 0
        self._target.setGeometry(QRect(left, self.height() - height, width, height))

    def _retranslate(self) -> None:
        self._again.setText(self.tr("Show again"))
        text = self.tr("The letter could not be drawn.")
        visible = self.failure_is_shown
        self._failure.show_note("warning", "warn", text)
        self._failure.setVisible(visible)


def paper_size() -> QPageSize.PageSizeId:
    """The paper of the person's region."""
    systems = QLocale.MeasurementSystem
    is_american = QLocale.system().measurementSystem() == systems.ImperialUSSystem
    return QPageSize.PageSizeId.Letter if is_american else QPageSize.PageSizeId.A4


def looks_for(html: str, theme: Theme) -> Looks:
    """Letters that set colours count on a white page, also in the dark theme."""
    on_paper = bool(SETS_COLORS.search(html))
    base = LIGHT if on_paper else theme
    return Looks(
        dark=base.dark,
        ground=theme.panel,
        paper=base.panel,
        ink=base.text,
        quiet=base.dim,
        line=base.line,
        link=base.accent,
        thumb=theme.thumb,
        families=FAMILIES,
        size=QFontInfo(font_for(Type.BODY)).pixelSize(),
        side=PAPER_MARGIN if theme.dark and on_paper else MARGIN,
    )
