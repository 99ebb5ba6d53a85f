"""Looking at a letter: larger, on paper, and with the engine where there is one."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Signal
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from hudhud.config.settings import Settings
from hudhud.ui.actions import ActionSet, Wish
from hudhud.ui.archive_reader import OpenedLetter
from hudhud.ui.controllers.appearance import AppearanceController
from hudhud.ui.controllers.viewing import ViewingController
from hudhud.ui.panes.reader import Reader
from hudhud.ui.panes.remote_pictures import Pictures, RemoteSource
from support.message_rows import clock, letter, row

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


class FakeWeb(QWidget):
    """Stands for the engine's view: remembers what it was told."""

    link_activated = Signal(str)
    found = Signal(int, int)
    pdf_written = Signal(str, bool)
    printed = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []
        self.zoom = 0.0
        self.direction = ""
        self.heading = ""

    def set_pictures(self, pictures: Pictures) -> None:
        self.pictures = pictures

    def set_direction(self, direction: str) -> None:
        self.direction = direction

    def set_heading(self, heading: str) -> None:
        self.heading = heading

    def set_zoom(self, factor: float) -> None:
        self.zoom = factor

    def show_html(self, html: str, remote: RemoteSource | None = None) -> None:
        self.shown.append(html)

    def find_text(self, words: str, *, backwards: bool = False) -> None:
        self.found.emit(2, 3)

    def write_pdf(self, path: Path) -> None:
        self.pdf_written.emit(str(path), True)

    def print_to(self, printer: QPrinter) -> None:
        self.printed.emit(True)


class Whole:
    def __init__(self, app: QApplication, reader: Reader) -> None:
        self.reader = reader
        self.actions = ActionSet()
        self.saved: list[Settings] = []
        self.appearance = AppearanceController(
            app, Settings(), self.saved.append, self.actions
        )
        self.viewing = ViewingController(self.actions, reader, self.appearance)
        self.appearance.changed.connect(self.viewing.follow)

    def show(self, text: str, html: str | None = None) -> None:
        opened = letter(text, html)
        self.reader.show_letter(row(), opened)
        self.viewing.show(OpenedLetter(row(), opened, 0, {}))


@pytest.fixture
def whole(dressed: QApplication, qtbot: QtBot) -> Iterator[Whole]:
    reader = Reader(clock)
    qtbot.addWidget(reader)
    reader.resize(600, 700)
    whole = Whole(dressed, reader)
    yield whole
    whole.appearance.deleteLater()


def test_the_size_is_remembered_and_used_at_once(whole: Whole) -> None:
    whole.show("hello")
    before = whole.reader.body.document().defaultFont().pointSizeF()
    whole.actions[Wish.ZOOM_IN].trigger()
    assert whole.saved[-1].zoom == 110
    after = whole.reader.body.document().defaultFont().pointSizeF()
    assert after == pytest.approx(before * 1.1)
    whole.actions[Wish.ZOOM_RESET].trigger()
    assert whole.saved[-1].zoom == 100


def test_the_size_has_ends(whole: Whole) -> None:
    for _ in range(20):
        whole.actions[Wish.ZOOM_OUT].trigger()
    assert whole.saved[-1].zoom == 50
    assert not whole.actions[Wish.ZOOM_OUT].isEnabled()
    assert whole.actions[Wish.ZOOM_IN].isEnabled()


def test_without_a_letter_there_is_nothing_to_print(whole: Whole) -> None:
    assert not whole.actions[Wish.PRINT].isEnabled()
    whole.show("hello")
    assert whole.actions[Wish.PRINT].isEnabled()


@pytest.mark.parametrize("html", [None, "<p>hello</p>"])
def test_a_letter_becomes_a_pdf(
    whole: Whole, tmp_path: Path, qtbot: QtBot, html: str | None
) -> None:
    path = tmp_path / "letter.pdf"
    whole.show("hello", html)
    whole.viewing.choose_pdf = lambda window, title, proposed: str(path)
    with qtbot.waitSignal(whole.viewing.noted):
        whole.actions[Wish.SAVE_PDF].trigger()
    assert path.read_bytes().startswith(b"%PDF-")


def test_a_letter_is_printed(whole: Whole, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "printed.pdf"

    def choose(printer: QPrinter, window: QWidget) -> bool:
        printer.setOutputFileName(str(path))
        return True

    whole.show("hello")
    whole.viewing.choose_printer = choose
    with qtbot.waitSignal(whole.reader.sheet.printed):
        whole.actions[Wish.PRINT].trigger()
    assert path.exists()


def test_what_is_printed_says_who_wrote_it(whole: Whole) -> None:
    whole.show("hello")
    heading = whole.reader.heading()
    assert "Invoice for October" in heading
    assert "Layla Hassan &lt;layla@northwind.example&gt;" in heading


def test_formatted_letters_go_to_the_engine_and_plain_ones_do_not(
    whole: Whole,
) -> None:
    made: list[FakeWeb] = []

    def make() -> QWidget:
        made.append(FakeWeb())
        return made[-1]

    whole.reader.sheet.draw_with(make)
    whole.show("plain")
    assert made == []
    whole.show("text", "<p>one</p>")
    whole.show("text", "<p>two</p>")
    assert len(made) == 1
    assert made[0].shown == ["<p>one</p>", "<p>two</p>"]
    assert made[0].direction == "auto"
    assert "Invoice for October" in made[0].heading
    whole.actions[Wish.ZOOM_IN].trigger()
    assert made[0].zoom == pytest.approx(1.1)
    whole.show("plain")
    assert whole.reader.sheet.web is None


def test_the_simple_view_is_used_where_it_is_chosen(whole: Whole) -> None:
    web = FakeWeb()
    whole.reader.sheet.draw_with(lambda: web)
    whole.appearance.use(replace(Settings(), simple_view=True))
    whole.show("text", "<p>one</p>")
    assert web.shown == []
    assert whole.reader.body.toPlainText() == "one"
    web.deleteLater()


def test_without_the_engine_the_simple_view_draws(whole: Whole) -> None:
    whole.reader.sheet.draw_with(lambda: None)
    whole.show("text", "<p>one</p>")
    assert whole.reader.body.toPlainText() == "one"


def test_the_engine_finds_words_by_itself(whole: Whole, qtbot: QtBot) -> None:
    whole.reader.sheet.draw_with(FakeWeb)
    whole.show("text", "<p>one</p>")
    with qtbot.waitSignal(whole.reader.sheet.found) as told:
        whole.reader.sheet.find_text("one")
    assert told.args == [2, 3]
