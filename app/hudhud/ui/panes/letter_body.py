"""The body of a letter: text or cleaned HTML, shown without contacting anybody.

Nothing is loaded but pictures that lie in the letter itself; every other address gets
an empty answer, files of this computer too. A link is handed out, never followed.
"""

import re
from collections.abc import Callable

from PySide6.QtCore import QByteArray, QEvent, QRect, Qt, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from hudhud.ui.direction import direction_of
from hudhud.ui.panes.elided import ElidedText
from hudhud.ui.picture_kind import showable_type
from hudhud.ui.theme import LIGHT, shown_theme
from hudhud.ui.typography import Type, font_for
from hudhud.ui.words import machine

# Laying out more than this makes the window wait; the rest is in the saved message.
SHOWN_CHARACTERS = 200_000
FORMATTED_BLOCKS = 2_000
# Fonts for Arabic have the room between lines in them already.
LINE_HEIGHT_PERCENT = {
    Qt.LayoutDirection.LeftToRight: 122.0,
    Qt.LayoutDirection.RightToLeft: 100.0,
}
MARGIN = 0
PAPER_MARGIN = 16

ADDRESS = re.compile(r"\bhttps?://[^\s<>\"'«»]+[^\s<>\"'«».,;:!?)\]،؛؟]")
# A letter that sets colours counts on a white page.
SETS_COLORS = re.compile(r"bgcolor|background|(?<![-\w])color\s*[:=]", re.IGNORECASE)

Pictures = Callable[[str], bytes | None]


def no_pictures(content_id: str) -> bytes | None:
    return None


class LetterBody(QTextBrowser):
    link_activated = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictures: Pictures = no_pictures
        self._shown: tuple[str, bool] = ("", False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setUndoRedoEnabled(False)
        self.anchorClicked.connect(self._hand_out)
        self.highlighted.connect(self._show_target)
        self.target = ElidedText(Type.TINY, middle=True)
        self.target.setParent(self)
        self.target.setProperty("kind", "target")
        self.target.hide()

    def set_pictures(self, pictures: Pictures) -> None:
        """Where octets of pictures come from, by content-id; None if there is none."""
        self._pictures = pictures

    def show_text(self, text: str) -> None:
        self._shown = (text[:SHOWN_CHARACTERS], False)
        self._show()

    def show_html(self, html: str) -> None:
        """`html` was cleaned; what it may still name is not loaded all the same."""
        self._shown = (html, True)
        self._show()

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """A picture of the letter, or nothing; never the network, never a file."""
        url = QUrl(name)
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return QByteArray()
        octets = self._pictures(url.path()) if url.scheme() == "cid" else None
        # Other formats make Qt's decoders open what the octets name, files too.
        known = octets is not None and showable_type(octets) is not None
        image = QImage.fromData(octets) if octets and known else QImage()
        return self._fitted(image) if not image.isNull() else blank_image()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_target()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ApplicationFontChange:
            self._show()
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._shown[0]:
            self._show()

    def _show(self) -> None:
        content, is_html = self._shown
        self._set_paper(is_html and bool(SETS_COLORS.search(content)))
        document = self.document()
        document.setDefaultFont(font_for(Type.BODY))
        if is_html:
            document.setDefaultStyleSheet(f"a {{ color: {self._link_color()}; }}")
            self.setHtml(content)
        else:
            self.setPlainText(content)
            self._dress_text(document)
        self.target.hide()

    def _set_paper(self, paper: bool) -> None:
        """A white page under letters that set colours, also in the dark theme."""
        wanted = paper and shown_theme().dark
        if bool(self.property("paper")) != wanted:
            self.setProperty("paper", wanted)
            self.style().unpolish(self)
            self.style().polish(self)
        self.document().setDocumentMargin(PAPER_MARGIN if wanted else MARGIN)

    def _link_color(self) -> str:
        return LIGHT.accent if self.property("paper") else shown_theme().accent

    def _dress_text(self, document: QTextDocument) -> None:
        """Lines apart, quotations quieter, addresses as links."""
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        block = document.begin()
        for _ in range(FORMATTED_BLOCKS):
            if not block.isValid():
                break
            dress_block(cursor, block, self._link_color())
            block = block.next()
        cursor.endEditBlock()

    def _fitted(self, image: QImage) -> QImage:
        room = max(64, self.viewport().width() - 2 * PAPER_MARGIN)
        if image.width() <= room:
            return image
        smooth = Qt.TransformationMode.SmoothTransformation
        return image.scaledToWidth(room, smooth)

    def _hand_out(self, url: QUrl) -> None:
        self.link_activated.emit(url.toString())

    def _show_target(self, url: QUrl) -> None:
        """Where a link really leads, under the pointer or the focus."""
        self.target.setVisible(not url.isEmpty())
        self.target.show_text(machine(url.toString()))
        self._place_target()

    def _place_target(self) -> None:
        hint = self.target.sizeHint()
        width = min(hint.width() + 16, self.width())
        height = hint.height() + 8
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = self.width() - width if rtl else 0
        self.target.setGeometry(QRect(left, self.height() - height, width, height))


def blank_image() -> QImage:
    """Stands for a picture that is not loaded, instead of a grey sign."""
    image = QImage(1, 1, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    return image


def dress_block(cursor: QTextCursor, block: QTextBlock, link_color: str) -> None:
    text = block.text()
    unquoted = text.lstrip("> ")
    shape = QTextBlockFormat()
    direction = direction_of(unquoted)
    proportional = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
    shape.setLineHeight(LINE_HEIGHT_PERCENT[direction], proportional)
    shape.setLayoutDirection(direction)
    cursor.setPosition(block.position())
    cursor.mergeBlockFormat(shape)
    if text.startswith(">"):
        quiet = QTextCharFormat()
        quiet.setForeground(QColor(shown_theme().dim))
        merge(cursor, block.position(), len(text), quiet)
    for found in ADDRESS.finditer(text):
        link = QTextCharFormat()
        link.setAnchor(True)
        link.setAnchorHref(found[0])
        link.setForeground(QColor(link_color))
        link.setFontUnderline(True)
        merge(cursor, block.position() + found.start(), len(found[0]), link)


def merge(cursor: QTextCursor, start: int, length: int, looks: QTextCharFormat) -> None:
    cursor.setPosition(start)
    cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
    cursor.mergeCharFormat(looks)
