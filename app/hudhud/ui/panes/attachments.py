"""The strip of attachments under a letter: name, size, and a button to save each."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QWidget

from hudhud.mime.attachments import Attachment
from hudhud.ui.panes.buttons import IconButton
from hudhud.ui.panes.elided import ElidedText
from hudhud.ui.panes.picture import Picture
from hudhud.ui.typography import Text, Type
from hudhud.ui.words import fill, size_text, strip_isolates

CARD_WIDTH = 250


class AttachmentCard(QFrame):
    save_requested = Signal(int)

    def __init__(self, attachment: Attachment, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "note")
        self._attachment = attachment
        is_image = attachment.content_type.startswith("image/")
        name = ElidedText(Type.SMALL, middle=True)
        name.show_text(attachment.name)
        self._size = Text(Type.TINY, "dim")
        self.save_button = IconButton("download", 18)
        self.save_button.clicked.connect(self._ask)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 5, 6, 5)
        row.setSpacing(8)
        row.addWidget(Picture("image" if is_image else "file", "accent", 18))
        row.addWidget(name, 1)
        row.addWidget(self._size)
        row.addWidget(self.save_button)
        self.setFixedWidth(CARD_WIDTH)
        self._retranslate()

    @property
    def index(self) -> int:
        return self._attachment.index

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        size, name = size_text(self._attachment.octets), self._attachment.name
        self._size.setText(size)
        text = fill(self.tr("Save the attachment %1"), name)
        self.save_button.set_name(strip_isolates(text))
        self.setAccessibleName(strip_isolates(fill(self.tr("%1, %2"), name, size)))

    def _ask(self) -> None:
        self.save_requested.emit(self._attachment.index)


class AttachmentStrip(QScrollArea):
    """In one line, which scrolls where there are many. Hidden where there are none."""

    save_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards: list[AttachmentCard] = []
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.hide()

    def show_attachments(self, attachments: Iterable[Attachment]) -> None:
        """Pictures that stand in the letter itself are not listed."""
        inner = QWidget()
        inner.setProperty("ground", "panel")
        row = QHBoxLayout(inner)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        listed = (attachment for attachment in attachments if not attachment.inline)
        self.cards = [AttachmentCard(attachment) for attachment in listed]
        for card in self.cards:
            card.save_requested.connect(self.save_requested)
            row.addWidget(card)
        row.addStretch(1)
        self.setWidget(inner)
        self.setVisible(bool(self.cards))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As high as a card, and its scroll bar only where one is needed."""
        inner = self.widget()
        if inner is None:
            return
        hint = inner.sizeHint()
        bar = self.horizontalScrollBar().sizeHint().height()
        room = bar if hint.width() > self.width() else 0
        self.setFixedHeight(hint.height() + room)
