"""A look at an attached file in a small window, without any other program."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QKeySequence, QPixmap, QResizeEvent, QShortcut
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from hudhud.mime.charsets import decode_text
from hudhud.ui.attached_kind import FileKind
from hudhud.ui.pdf_pages import pdf_pages
from hudhud.ui.picture_kind import showable_type
from hudhud.ui.typography import Text, Type, font_for
from hudhud.ui.words import isolate

SHOWN_CHARACTERS = 500_000
SIZE = QSize(760, 620)
MARGIN = 16


class PreviewWindow(QWidget):
    """Goes away by itself when it is closed."""

    def __init__(
        self, name: str, kind: FileKind, octets: bytes, parent: QWidget
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(isolate(name))
        self.content = self._content(kind, octets) or self._sorry()
        self.content.setAccessibleName(name)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.content)
        QShortcut(QKeySequence("Esc"), self, self.close)
        self.resize(SIZE)

    def _content(self, kind: FileKind, octets: bytes) -> QWidget | None:
        if kind is FileKind.PICTURE:
            return picture_view(octets)
        if kind is FileKind.PDF:
            return pdf_pages(octets, self)
        return text_view(octets)

    def _sorry(self) -> QWidget:
        sorry = Text(Type.BODY, "dim")
        sorry.setText(self.tr("This file cannot be shown here. It can be saved."))
        sorry.setAlignment(Qt.AlignmentFlag.AlignCenter)
        sorry.setWordWrap(True)
        return sorry


class PictureView(QLabel):
    """The whole picture, never larger than it is."""

    def __init__(self, image: QImage) -> None:
        super().__init__()
        self._image = image
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setMinimumSize(1, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        ratio = self.devicePixelRatioF()
        room = (event.size() - QSize(2 * MARGIN, 2 * MARGIN)) * ratio
        shown = self._image
        if shown.width() > room.width() or shown.height() > room.height():
            keep = Qt.AspectRatioMode.KeepAspectRatio
            smooth = Qt.TransformationMode.SmoothTransformation
            shown = shown.scaled(room.expandedTo(QSize(1, 1)), keep, smooth)
        pixmap = QPixmap.fromImage(shown)
        pixmap.setDevicePixelRatio(ratio)
        self.setPixmap(pixmap)


def picture_view(octets: bytes) -> QWidget | None:
    """Other formats make Qt's decoders open what the octets name, files too."""
    image = QImage.fromData(octets) if showable_type(octets) else QImage()
    return None if image.isNull() else PictureView(image)


def text_view(octets: bytes) -> QWidget:
    view = QPlainTextEdit()
    view.setReadOnly(True)
    view.setFont(font_for(Type.BODY))
    view.document().setDocumentMargin(MARGIN)
    text = decode_text(octets[: 4 * SHOWN_CHARACTERS])
    view.setPlainText(text[:SHOWN_CHARACTERS])
    return view
