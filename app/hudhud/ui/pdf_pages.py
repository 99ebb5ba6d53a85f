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
    # The view listens to its document until the end, so that must not be its child:
    # children of the window go in this order.
    document = QPdfDocument(parent)
    buffer = QBuffer(parent)
    buffer.setData(QByteArray(octets))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    if document.status() != QPdfDocument.Status.Ready:
        return None
    view = QPdfView(parent)
    view.setDocument(document)
    view.setPageMode(QPdfView.PageMode.MultiPage)
    view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
    return view
