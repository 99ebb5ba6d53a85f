"""A letter with attachments, and a desk that answers about it."""

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage, QImageWriter

from hudhud.ui.open_files import FileDesk, FileLetter, row_of
from support.mime_letters import field, multipart, part


def png(width: int = 8) -> bytes:
    image = QImage(width, 8, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, b"png").write(image)
    return bytes(buffer.data().data())


def attached(content_type: str, name: str, octets: bytes) -> bytes:
    named = f'attachment; filename="{name}"'
    return part(content_type, octets, encoding="base64", disposition=named)


def letter_with_files() -> bytes:
    """0 a picture, 1 a text, 2 a program that calls itself a PDF."""
    head = field("From", "Layla <layla@example.org>") + field("Subject", "Three files")
    head += field("Date", "Mon, 23 Nov 2026 10:00:00 +0000")
    head += field("Message-ID", "<three@example.org>")
    return head + multipart(
        "mixed",
        [
            part("text/plain", "Good morning\r\n"),
            attached("image/png", "red.png", png()),
            attached("text/plain", "note.txt", "ملاحظة".encode()),
            attached("application/pdf", "invoice.pdf", b"MZ\x90\0" + bytes(200)),
        ],
    )


def desk_of(octets: bytes) -> FileDesk:
    return FileDesk(FileLetter(octets, row_of(octets, 0)))
