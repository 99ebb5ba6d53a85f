"""How the letter on show is looked at: found in, made larger, printed, turned."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal, Slot
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from hudhud.config.settings import ZOOM_PERCENT, Settings
from hudhud.mime.safe_name import safe_file_name
from hudhud.ui.actions import ActionSet, Wish
from hudhud.ui.archive_reader import OpenedLetter
from hudhud.ui.controllers.appearance import AppearanceController
from hudhud.ui.panes.reader import Reader
from hudhud.ui.words import fill, machine

STEPS = (50, 67, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300)
ABOUT_THE_LETTER = (
    Wish.FIND_IN_LETTER,
    Wish.SWITCH_DIRECTION,
    Wish.PRINT,
    Wish.SAVE_PDF,
)

ChoosesPdf = Callable[[QWidget, str, str], str]
ChoosesPrinter = Callable[[QPrinter, QWidget], bool]


def choose_pdf(window: QWidget, title: str, proposed: str) -> str:
    path, _ = QFileDialog.getSaveFileName(window, title, proposed, "*.pdf")
    return path


def choose_printer(printer: QPrinter, window: QWidget) -> bool:
    return QPrintDialog(printer, window).exec() == QDialog.DialogCode.Accepted


class ViewingController(QObject):
    """`noted` and `failed` carry a sentence."""

    noted = Signal(str)
    failed = Signal(str)

    def __init__(
        self, actions: ActionSet, pane: Reader, appearance: AppearanceController
    ) -> None:
        super().__init__(pane)
        self._actions = actions
        self._pane = pane
        self._appearance = appearance
        self._printer: QPrinter | None = None
        self._opened: OpenedLetter | None = None
        self.choose_pdf: ChoosesPdf = choose_pdf
        self.choose_printer: ChoosesPrinter = choose_printer
        pane.sheet.printed.connect(self._forget_printer)
        pane.sheet.pdf_written.connect(self._tell_of_pdf)
        for wish, deed in (
            (Wish.FIND_IN_LETTER, pane.find_bar.open),
            (Wish.ZOOM_IN, self.zoom_in),
            (Wish.ZOOM_OUT, self.zoom_out),
            (Wish.ZOOM_RESET, self.zoom_reset),
            (Wish.PRINT, self.print_letter),
            (Wish.SAVE_PDF, self.save_pdf),
        ):
            actions[wish].triggered.connect(deed)
        self.follow(appearance.settings)
        self.show(None)

    @Slot(object)
    def show(self, opened: OpenedLetter | None) -> None:
        """The letter on show, or none."""
        self._opened = opened
        is_open = opened is not None and opened.letter is not None
        why_not = "" if is_open else self.tr("Open a message first.")
        for wish in ABOUT_THE_LETTER:
            self._actions.allow(wish, why_not)

    @Slot(object)
    def follow(self, settings: Settings) -> None:
        """Use what is set; a letter on show changes its size at once."""
        sheet = self._pane.sheet
        sheet.use_simple_view(settings.simple_view)
        self._pane.prefer_plain_text(settings.plain_text)
        sheet.set_zoom(settings.zoom / 100)
        least, most = ZOOM_PERCENT
        limit = self.tr("It does not go further.")
        self._actions.allow(Wish.ZOOM_IN, "" if settings.zoom < most else limit)
        self._actions.allow(Wish.ZOOM_OUT, "" if settings.zoom > least else limit)
        self.show(self._opened)

    @Slot()
    def zoom_in(self) -> None:
        now = self._appearance.settings.zoom
        self._zoom(next((step for step in STEPS if step > now), STEPS[-1]))

    @Slot()
    def zoom_out(self) -> None:
        now = self._appearance.settings.zoom
        self._zoom(next((step for step in reversed(STEPS) if step < now), STEPS[0]))

    @Slot()
    def zoom_reset(self) -> None:
        self._zoom(100)

    @Slot()
    def print_letter(self) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        if self._opened is None or not self.choose_printer(printer, self._pane):
            return
        self._printer = printer
        self._pane.sheet.print_to(printer, self._pane.heading())

    @Slot()
    def save_pdf(self) -> None:
        if self._opened is None:
            return
        name = safe_file_name(self._opened.row.subject or self.tr("(No subject)"))
        place = QStandardPaths.StandardLocation.DocumentsLocation
        folder = Path(QStandardPaths.writableLocation(place))
        title = self.tr("Save as PDF")
        path = self.choose_pdf(self._pane, title, str(folder / f"{name}.pdf"))
        if path:
            self._pane.sheet.write_pdf(Path(path), self._pane.heading())

    def _zoom(self, percent: int) -> None:
        self._appearance.use(replace(self._appearance.settings, zoom=percent))

    @Slot(bool)
    def _forget_printer(self, worked: bool) -> None:
        self._printer = None
        if not worked:
            self.failed.emit(self.tr("The message could not be printed."))

    @Slot(str, bool)
    def _tell_of_pdf(self, path: str, worked: bool) -> None:
        name = machine(Path(path).name)
        if worked:
            self.noted.emit(fill(self.tr("%1 was written."), name))
        else:
            self.failed.emit(fill(self.tr("%1 could not be written."), name))
