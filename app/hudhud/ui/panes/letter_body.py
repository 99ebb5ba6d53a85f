"""The body of a letter: text or cleaned HTML, shown without contacting anybody.

Nothing is loaded but pictures that lie in the letter itself; every other address gets
an empty answer, files of this computer too. A link is handed out, never followed.
"""

import re
from collections.abc import Sequence

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
from hudhud.ui.panes.folding import Line, folded_lines
from hudhud.ui.panes.remote_pictures import Pictures
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

# Only in plain text of ours: no letter's link has such a scheme.
FOLD = "fold"


def no_pictures(content_id: str) -> bytes | None:
    return None


class LetterBody(QTextBrowser):
    link_activated = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictures: Pictures = no_pictures
        self._shown: tuple[str, bool] = ("", False)
        self._opened: set[int] = set()
        self._zoom = 1.0
        self._direction: Qt.LayoutDirection | None = None
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

    def set_looks(self, zoom: float, direction: Qt.LayoutDirection | None) -> None:
        """From the next showing on. `direction` is of every paragraph, if any."""
        self._zoom, self._direction = zoom, direction

    def show_text(self, text: str) -> None:
        """Quotations are folded until they are asked for."""
        # These make a paragraph too, and would count otherwise than lines do.
        even = re.sub("[\r\u2029]", "\n", text[:SHOWN_CHARACTERS].replace("\r\n", "\n"))
        if self._shown != (even, False):
            self._opened.clear()
        self._shown = (even, False)
        self._show()

    def show_again(self) -> None:
        """With what is known now, at the place that is being read."""
        place = self.verticalScrollBar().value()
        self._show()
        self.verticalScrollBar().setValue(place)

    def unfold(self) -> None:
        """Show every quotation."""
        content, is_html = self._shown
        folds = [line.fold for line in folded_lines(content, self._opened)]
        if not is_html and any(fold is not None for fold in folds):
            self._opened.update(range(len(content)))
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
        content, is_html = self._shown
        recolored = event.type() == QEvent.Type.PaletteChange and bool(content)
        reworded = event.type() == QEvent.Type.LanguageChange and not is_html
        if recolored or reworded:
            self._show()

    def _show(self) -> None:
        content, is_html = self._shown
        self._set_paper(is_html and bool(SETS_COLORS.search(content)))
        document = self.document()
        font = font_for(Type.BODY)
        font.setPointSizeF(font.pointSizeF() * self._zoom)
        document.setDefaultFont(font)
        if is_html:
            document.setDefaultStyleSheet(f"a {{ color: {self._link_color()}; }}")
            self.setHtml(content)
            turn(document, self._direction)
        else:
            lines = folded_lines(content, self._opened)
            more = self.tr("Show quoted text")
            shown = (line.text if line.fold is None else more for line in lines)
            self.setPlainText("\n".join(shown))
            self._dress_text(document, lines)
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

    def _dress_text(self, document: QTextDocument, lines: Sequence[Line]) -> None:
        """Lines apart, quotations quieter, addresses and what opens folds as links."""
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        block = document.begin()
        color = self._link_color()
        direction = direction_of(document.toPlainText())
        for line in lines[:FORMATTED_BLOCKS]:
            if not block.isValid():
                break
            direction = dress_block(cursor, block, color, direction)
            if line.fold is not None:
                looks = link_looks(f"{FOLD}:{line.fold}", color)
                merge(cursor, block.position(), len(block.text()), looks)
            block = block.next()
        cursor.endEditBlock()
        turn(document, self._direction)

    def _fitted(self, image: QImage) -> QImage:
        room = max(64, self.viewport().width() - 2 * PAPER_MARGIN)
        if image.width() <= room:
            return image
        smooth = Qt.TransformationMode.SmoothTransformation
        return image.scaledToWidth(room, smooth)

    def _hand_out(self, url: QUrl) -> None:
        if url.scheme() == FOLD and not self._shown[1]:
            self._opened.add(int(url.path()))
            self.show_again()
        else:
            self.link_activated.emit(url.toString())

    def _show_target(self, url: QUrl) -> None:
        """Where a link really leads, under the pointer or the focus."""
        self.target.setVisible(not url.isEmpty() and url.scheme() != FOLD)
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


def turn(document: QTextDocument, direction: Qt.LayoutDirection | None) -> None:
    """Give every paragraph this direction, if any, whatever it states itself."""
    if direction is None:
        return
    shape = QTextBlockFormat()
    shape.setLayoutDirection(direction)
    cursor = QTextCursor(document)
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.mergeBlockFormat(shape)


def dress_block(
    cursor: QTextCursor,
    block: QTextBlock,
    link_color: str,
    before: Qt.LayoutDirection,
) -> Qt.LayoutDirection:
    """Gives the direction of the line: without letters, that of the line `before`."""
    text = block.text()
    unquoted = text.lstrip("> ")
    shape = QTextBlockFormat()
    direction = direction_of(unquoted, before)
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
        looks = link_looks(found[0], link_color)
        merge(cursor, block.position() + found.start(), len(found[0]), looks)
    return direction


def link_looks(address: str, color: str) -> QTextCharFormat:
    link = QTextCharFormat()
    link.setAnchor(True)
    link.setAnchorHref(address)
    link.setForeground(QColor(color))
    link.setFontUnderline(True)
    return link


def merge(cursor: QTextCursor, start: int, length: int, looks: QTextCharFormat) -> None:
    cursor.setPosition(start)
    cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
    cursor.mergeCharFormat(looks)
