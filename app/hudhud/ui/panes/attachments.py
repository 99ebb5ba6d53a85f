"""The strip of attachments under a letter: what each is, and what to do with it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from hudhud.mime.attachments import Attachment
from hudhud.ui.attached_kind import (
    FileKind,
    can_preview,
    icon_of,
    kind_of,
    kind_text,
)
from hudhud.ui.panes.buttons import Button, IconButton
from hudhud.ui.panes.elided import ElidedText
from hudhud.ui.panes.picture import Picture
from hudhud.ui.typography import Text, Type, scaled
from hudhud.ui.words import Counts, fill, joined, size_text, strip_isolates

CARD_WIDTH = 270


class AttachmentCard(QFrame):
    """The mouse opens a preview by a click and takes the file along by dragging."""

    save_requested = Signal(int)
    open_requested = Signal(int)
    preview_requested = Signal(int)
    drag_requested = Signal(int)

    def __init__(
        self, attachment: Attachment, kind: FileKind, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "note")
        self._attachment = attachment
        self._kind = kind
        self._pressed_at: QPoint | None = None
        name = ElidedText(Type.SMALL, middle=True)
        name.show_text(attachment.name)
        is_program = kind is FileKind.PROGRAM
        self.told = Text(Type.TINY, "warn" if is_program else "dim")
        self.preview_button = IconButton("view", 18)
        self.preview_button.setVisible(can_preview(kind))
        self.open_button = IconButton("open-out", 18)
        self.save_button = IconButton("download", 18)
        self._connect()
        self._lay_out(name)
        self.setFixedWidth(scaled(CARD_WIDTH))
        self._retranslate()

    @property
    def index(self) -> int:
        return self._attachment.index

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed_at = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed_at is None:
            return
        way = event.position().toPoint() - self._pressed_at
        if way.manhattanLength() >= QApplication.startDragDistance():
            self._pressed_at = None
            self.drag_requested.emit(self.index)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        was_pressed, self._pressed_at = self._pressed_at is not None, None
        if was_pressed and can_preview(self._kind):
            self.preview_requested.emit(self.index)

    def _connect(self) -> None:
        self.preview_button.clicked.connect(self._ask_preview)
        self.open_button.clicked.connect(self._ask_open)
        self.save_button.clicked.connect(self._ask_save)

    def _lay_out(self, name: QWidget) -> None:
        tone = "warn" if self._kind is FileKind.PROGRAM else "accent"
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(name)
        words.addWidget(self.told)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 5, 6, 5)
        row.setSpacing(4)
        row.addWidget(Picture(icon_of(self._kind), tone, 20))
        row.addSpacing(6)
        row.addLayout(words, 1)
        for button in (self.preview_button, self.open_button, self.save_button):
            row.addWidget(button)

    def _retranslate(self) -> None:
        size, name = size_text(self._attachment.octets), self._attachment.name
        kind = kind_text(self._kind)
        self.told.setText(joined([kind, size]))
        spoken = joined([name, kind, size])
        self.setAccessibleName(strip_isolates(spoken))
        self.setToolTip(strip_isolates(name))
        for button, text in (
            (self.save_button, self.tr("Save the attachment %1")),
            (self.open_button, self.tr("Open %1 in its program")),
            (self.preview_button, self.tr("Look at %1")),
        ):
            button.set_name(strip_isolates(fill(text, name)))

    def _ask_save(self) -> None:
        self.save_requested.emit(self.index)

    def _ask_open(self) -> None:
        self.open_requested.emit(self.index)

    def _ask_preview(self) -> None:
        self.preview_requested.emit(self.index)


class AttachmentStrip(QWidget):
    """In one line, which scrolls where there are many. Hidden where there are none."""

    save_requested = Signal(int)
    save_all_requested = Signal()
    open_requested = Signal(int)
    preview_requested = Signal(int)
    drag_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards: list[AttachmentCard] = []
        self._kinds: tuple[FileKind, ...] = ()
        self._count = Text(Type.SMALL, "dim")
        self.all_button = Button("link", type_kind=Type.SMALL)
        self.all_button.clicked.connect(self.save_all_requested)
        self._head = QWidget()
        head = QHBoxLayout(self._head)
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(self._count, 1)
        head.addWidget(self.all_button)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self._area.setVerticalScrollBarPolicy(off)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._head)
        column.addWidget(self._area)
        self._retranslate()
        self.hide()

    def expect(self, kinds: Sequence[FileKind]) -> None:
        """What the attachments that are shown next really are, in their order."""
        self._kinds = tuple(kinds)

    def show_attachments(self, attachments: Sequence[Attachment]) -> None:
        """Pictures that stand in the letter itself are not listed."""
        kinds = self._kinds
        inner = QWidget()
        inner.setProperty("ground", "panel")
        row = QHBoxLayout(inner)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.cards = []
        for number, one in enumerate(attachments):
            if one.inline:
                continue
            known = number < len(kinds)
            kind = kinds[number] if known else kind_of(one.name, one.content_type, b"")
            self._add(AttachmentCard(one, kind), row)
        row.addStretch(1)
        self._area.setWidget(inner)
        self._retranslate()
        self._head.setVisible(len(self.cards) > 1)
        self.setVisible(bool(self.cards))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _add(self, card: AttachmentCard, row: QHBoxLayout) -> None:
        card.save_requested.connect(self.save_requested)
        card.open_requested.connect(self.open_requested)
        card.preview_requested.connect(self.preview_requested)
        card.drag_requested.connect(self.drag_requested)
        self.cards.append(card)
        row.addWidget(card)

    def _fit(self) -> None:
        """As high as a card, and its scroll bar only where one is needed."""
        inner = self._area.widget()
        if inner is None:
            return
        hint = inner.sizeHint()
        bar = self._area.horizontalScrollBar().sizeHint().height()
        room = bar if hint.width() > self.width() else 0
        self._area.setFixedHeight(hint.height() + room)

    def _retranslate(self) -> None:
        self._count.setText(Counts().attachments(len(self.cards)))
        self.all_button.setText(self.tr("Save all…"))
