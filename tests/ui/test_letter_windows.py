"""Letters in windows of their own, and what is done with their attachments."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from hudhud.domain.identifiers import MessageId
from hudhud.ui.attached_kind import FileKind, kind_of
from hudhud.ui.controllers.letter_windows import (
    LetterWindowController,
    LetterWindowsController,
    no_neighbour,
)
from hudhud.ui.dialogs.confirm import Reply
from hudhud.ui.dialogs.original import HeadersWindow, OriginalWindow, SourceWindow
from hudhud.ui.dialogs.preview import PictureView, PreviewWindow
from hudhud.ui.letter_window import LetterWindow
from hudhud.ui.open_files import local_time
from hudhud.ui.words import strip_isolates
from support.asks import ScriptedAsks
from support.letter_files import desk_of, letter_with_files, png

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

PICTURE, TEXT, PROGRAM = range(3)


class Shown:
    """One letter in its window, and whatever windows it opens."""

    def __init__(self, qtbot: QtBot, octets: bytes) -> None:
        self.qtbot = qtbot
        self.desk = desk_of(octets)
        self.window = LetterWindow(local_time)
        qtbot.addWidget(self.window)
        controller = LetterWindowController(self.desk, self.window, no_neighbour)
        self.attachments = controller.attachments
        self.window.show()
        controller.open(MessageId(0))
        qtbot.waitUntil(lambda: bool(self.window.windowTitle()))
        qtbot.waitUntil(lambda: "Hudhud" not in self.window.windowTitle())

    def answer(self, *replies: Reply) -> ScriptedAsks:
        asks = ScriptedAsks(*replies)
        self.attachments.asks = asks
        return asks

    def opened(self, kind: type[QWidget]) -> QWidget:
        def found() -> list[QWidget]:
            return [one for one in self.window.findChildren(kind) if one.isVisible()]

        self.qtbot.waitUntil(lambda: bool(found()))
        return found()[0]


@pytest.fixture
def shown(dressed: QApplication, qtbot: QtBot) -> Iterator[Shown]:
    yield Shown(qtbot, letter_with_files())


def test_each_card_says_what_its_file_really_is(shown: Shown) -> None:
    told = [card.told.text() for card in shown.window.reader.attachments.cards]
    assert [text.partition(",")[0] for text in told] == ["Picture", "Text", "Program"]


def test_a_letter_from_a_file_has_neither_neighbours_nor_a_server(
    shown: Shown,
) -> None:
    shown.window.without_list()
    assert shown.window.next_button.isHidden()
    assert shown.window.save_button.isHidden()


def test_a_picture_is_looked_at_in_a_window(shown: Shown) -> None:
    card = shown.window.reader.attachments.cards[PICTURE]
    QTest.mouseClick(card.preview_button, Qt.MouseButton.LeftButton)
    preview = shown.opened(PreviewWindow)
    assert isinstance(preview, PreviewWindow)
    assert isinstance(preview.content, PictureView)


def test_a_text_is_looked_at_in_its_own_script(shown: Shown) -> None:
    shown.attachments.preview(TEXT)
    preview = shown.opened(PreviewWindow)
    assert isinstance(preview, PreviewWindow)
    assert isinstance(preview.content, QPlainTextEdit)
    assert preview.content.toPlainText() == "ملاحظة"


def test_a_program_has_no_preview_and_is_run_only_after_a_question(
    shown: Shown,
) -> None:
    ran: list[Path] = []
    shown.attachments.open_file = lambda path: not ran.append(path)  # type: ignore[func-returns-value]
    card = shown.window.reader.attachments.cards[PROGRAM]
    assert card.preview_button.isHidden()
    asks = shown.answer(Reply.CANCEL, Reply.OPEN)
    QTest.mouseClick(card.open_button, Qt.MouseButton.LeftButton)
    assert ran == []
    shown.attachments.open(PROGRAM)
    shown.qtbot.waitUntil(lambda: bool(ran))
    assert asks.asked == [("open-program", "invoice.pdf")] * 2
    assert ran[0].name == "invoice.pdf"
    assert ran[0].read_bytes().startswith(b"MZ")


def test_a_file_that_no_program_opens_is_told_of(shown: Shown) -> None:
    shown.attachments.open_file = lambda _path: False
    shown.attachments.open(TEXT)
    shown.qtbot.waitUntil(shown.window.note.isVisible)
    assert "No program was found" in shown.window.note.text


def test_all_are_saved_into_one_folder(shown: Shown, tmp_path: Path) -> None:
    shown.attachments.choose_folder = lambda *_: str(tmp_path)
    QTest.mouseClick(
        shown.window.reader.attachments.all_button, Qt.MouseButton.LeftButton
    )
    shown.qtbot.waitUntil(shown.window.note.isVisible)
    assert shown.window.note.text == "3 files written."
    written = {one.name: one.read_bytes() for one in tmp_path.iterdir()}
    assert set(written) == {"red.png", "note.txt", "invoice.pdf"}
    assert written["red.png"] == png()


def test_one_is_saved_where_the_person_says(shown: Shown, tmp_path: Path) -> None:
    proposed: list[str] = []

    def choose(_window: QWidget, _title: str, name: str) -> str:
        proposed.append(Path(name).name)
        return str(tmp_path / "mine.txt")

    shown.attachments.choose_file = choose
    shown.attachments.save(TEXT)
    shown.qtbot.waitUntil(shown.window.note.isVisible)
    assert proposed == ["note.txt"]
    assert (tmp_path / "mine.txt").read_text(encoding="utf-8") == "ملاحظة"


def test_what_cannot_be_written_is_told_of(shown: Shown, tmp_path: Path) -> None:
    shown.attachments.choose_folder = lambda *_: str(tmp_path / "nowhere")
    shown.attachments.save_all()
    shown.qtbot.waitUntil(shown.window.note.isVisible)
    assert shown.window.note.text == "The files could not be written."


def test_the_original_is_searched_and_found_again_from_the_top(shown: Shown) -> None:
    QTest.mouseClick(shown.window.original_button, Qt.MouseButton.LeftButton)
    source = shown.opened(OriginalWindow)
    assert isinstance(source, SourceWindow)
    assert source.text.toPlainText().startswith("From: Layla")
    assert source.text.layoutDirection() == Qt.LayoutDirection.LeftToRight
    QTest.keyClicks(source.search, "three files")
    assert source.text.textCursor().selectedText() == "Three files"
    source.find_next()
    assert source.text.textCursor().selectedText() == "Three files"
    QTest.keyClicks(source.search, "zzz")
    assert source.found.text() == "Not found"


def test_all_header_fields_are_shown_decoded(shown: Shown) -> None:
    QTest.mouseClick(shown.window.headers_button, Qt.MouseButton.LeftButton)
    source = shown.opened(HeadersWindow)
    assert isinstance(source, SourceWindow)
    assert "Message-ID: <three@example.org>" in source.text.toPlainText()
    assert "Good morning" not in source.text.toPlainText()


def test_a_large_original_is_cut_with_a_note(
    dressed: QApplication, qtbot: QtBot
) -> None:
    octets = b"Subject: x\r\n\r\n" + b"line\r\n" * 300_000
    shown = Shown(qtbot, octets)
    shown.window.original_requested.emit()
    source = shown.opened(OriginalWindow)
    assert isinstance(source, SourceWindow)
    assert source.note.isVisible()
    assert "1\N{NO-BREAK SPACE}MB" in strip_isolates(source.note.text)


def test_a_sender_that_looks_like_another_is_told_of(
    dressed: QApplication, qtbot: QtBot
) -> None:
    octets = b'From: "bank@safe.example" <thief@x.example>\r\nSubject: y\r\n\r\nz\r\n'
    reader = Shown(qtbot, octets).window.reader
    assert "bank@safe.example" in strip_isolates(reader.notes.warning.text)
    assert reader.notes.show_button.isHidden()


def test_a_window_is_forgotten_when_it_is_closed(
    dressed: QApplication, qtbot: QtBot
) -> None:
    desk = desk_of(letter_with_files())
    windows = LetterWindowsController(desk, no_neighbour, local_time, desk)
    window = windows.open(MessageId(0))
    qtbot.waitUntil(lambda: "Three files" in window.windowTitle())
    with qtbot.waitSignal(window.closed):
        windows.close_all()
    windows.close_all()


def test_the_next_letter_is_that_of_the_list(
    dressed: QApplication, qtbot: QtBot
) -> None:
    asked: list[tuple[int, int]] = []

    def neighbour(message: MessageId, step: int) -> MessageId | None:
        asked.append((message, step))
        return MessageId(0) if step > 0 else None

    window = LetterWindow(local_time)
    qtbot.addWidget(window)
    desk = desk_of(letter_with_files())
    LetterWindowController(desk, window, neighbour).open(MessageId(0))
    qtbot.waitUntil(lambda: (0, 1) in asked)
    assert window.next_button.isEnabled()
    assert not window.previous_button.isEnabled()


@pytest.mark.parametrize(
    ("name", "content_type", "octets", "kind"),
    [
        ("a.pdf", "application/octet-stream", b"%PDF-1.4", FileKind.PDF),
        ("a.jpg", "image/jpeg", b"#!/bin/sh\n", FileKind.PROGRAM),
        ("a.docm", "application/msword", b"", FileKind.PROGRAM),
        ("a.svg", "image/svg+xml", b"<svg></svg>", FileKind.OTHER),
        ("a.png", "image/png", b"no picture at all", FileKind.OTHER),
        ("a.txt", "text/plain", b"hello", FileKind.TEXT),
        ("a.txt", "text/plain", b"a\0b", FileKind.OTHER),
        ("a.ogg", "audio/ogg", b"", FileKind.SOUND),
    ],
)
def test_octets_count_more_than_names(
    name: str, content_type: str, octets: bytes, kind: FileKind
) -> None:
    assert kind_of(name, content_type, octets) is kind
