"""The pages of a PDF, where this installation of Qt can show them."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtWidgets import QWidget

try:
    from PySide6.QtPdf import QPdfDocument
    from PySide6.QtPdfWidgets import QPdfView
except ImportError:
    # The smaller package of Qt has no PDF; there is no preview then.
    HAS_PDF = False
else:
    HAS_PDF = True


def pdf_pages(octets: bytes, parent: QWidget) -> QWidget | None:
    """None where it cannot be shown: damaged, locked, or no PDF in this Qt."""
    if not HAS_PDF:
        return None
    view = QPdfView(parent)
    document = QPdfDocument(view)
    buffer = QBuffer(view)
    buffer.setData(QByteArray(octets))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    if document.status() != QPdfDocument.Status.Ready:
        view.deleteLater()
        return None
    view.setDocument(document)
    view.setPageMode(QPdfView.PageMode.MultiPage)
    view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
    return view
