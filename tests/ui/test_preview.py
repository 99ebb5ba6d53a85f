"""A look at an attached file: what is shown, and what is said where nothing can be."""

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice
from PySide6.QtGui import QPainter, QPdfWriter
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from hudhud.ui.attached_kind import FileKind, can_preview
from hudhud.ui.dialogs.preview import PictureView, PreviewWindow
from hudhud.ui.pdf_pages import HAS_PDF
from support.letter_files import png

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "Document load failed")

SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>'
)


def pdf() -> bytes:
    octets = QByteArray()
    buffer = QBuffer(octets)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    painter = QPainter(writer)
    painter.drawText(100, 100, "Invoice")
    painter.end()
    return bytes(octets.data())


@pytest.fixture
def parent(dressed: QApplication, qtbot: QtBot) -> QWidget:
    parent = QWidget()
    qtbot.addWidget(parent)
    return parent


def preview(parent: QWidget, kind: FileKind, octets: bytes) -> QWidget:
    return PreviewWindow("a file", kind, octets, parent).content


def test_a_large_picture_is_shrunk_into_the_window(
    parent: QWidget, qtbot: QtBot
) -> None:
    window = PreviewWindow("a", FileKind.PICTURE, png(3000), parent)
    window.show()
    qtbot.waitExposed(window)
    view = window.content
    assert isinstance(view, PictureView)
    assert 0 < view.pixmap().width() <= window.width()


@pytest.mark.skipif(not HAS_PDF, reason="no QtPdf here")
def test_the_pages_of_a_pdf_are_shown_until_the_window_closes(
    parent: QWidget, qtbot: QtBot
) -> None:
    window = PreviewWindow("a", FileKind.PDF, pdf(), parent)
    window.show()
    qtbot.waitExposed(window)
    assert not isinstance(window.content, QLabel)
    window.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.mark.parametrize(
    ("kind", "octets"),
    [
        (FileKind.PDF, b"%PDF-1.4 and then nothing"),
        (FileKind.PICTURE, b"no picture"),
        (FileKind.PICTURE, SVG),
    ],
)
def test_what_cannot_be_shown_is_said(
    parent: QWidget, kind: FileKind, octets: bytes
) -> None:
    content = preview(parent, kind, octets)
    assert isinstance(content, QLabel)
    assert "cannot be shown" in content.text()


def test_markup_in_a_text_stays_text(parent: QWidget) -> None:
    content = preview(parent, FileKind.TEXT, b"<img src='http://x.example/'>")
    assert isinstance(content, QPlainTextEdit)
    assert content.toPlainText().startswith("<img")


def test_programs_and_packed_files_have_no_preview() -> None:
    assert not can_preview(FileKind.PROGRAM)
    assert not can_preview(FileKind.ARCHIVE)
