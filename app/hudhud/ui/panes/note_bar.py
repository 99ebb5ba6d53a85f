"""A quiet bar over a letter: one sentence, and what can be done about it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QSizePolicy, QWidget

from hudhud.ui.panes.buttons import Button
from hudhud.ui.panes.picture import Picture
from hudhud.ui.typography import Text, Type, scaled

ROOM_FOR_SENTENCE = 240
FRAME = 24


class NoteBar(QFrame):
    """The buttons stand beside the sentence, or below it where it is narrow."""

    def __init__(
        self,
        icon_name: str,
        buttons: tuple[Button, ...] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "note")
        self._buttons = buttons
        self._sign = Picture(icon_name, "dim", 18)
        self._sentence = Text(Type.SMALL)
        self._sentence.setWordWrap(True)
        self._sentence.setSizePolicy(
            QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred
        )
        words = QHBoxLayout()
        words.setSpacing(10)
        words.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignVCenter)
        words.addWidget(self._sentence, 1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(6)
        self._row.addStretch(1)
        for button in buttons:
            self._row.addWidget(button)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(12, 7, 8, 7)
        self._box.setSpacing(8)
        self._box.addLayout(words, 1)
        self._box.addLayout(self._row)

    @property
    def text(self) -> str:
        return self._sentence.text()

    def show_note(self, icon_name: str, tone: str, text: str) -> None:
        self._sign.show_icon(icon_name, tone)
        self._sentence.setText(text)
        self.setAccessibleName(text)
        self._arrange(self.width())
        self.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(event.size().width())

    def _arrange(self, width: int) -> None:
        shown = [button for button in self._buttons if not button.isHidden()]
        buttons = sum(button.sizeHint().width() + 6 for button in shown)
        way = QBoxLayout.Direction
        beside = width - buttons >= scaled(ROOM_FOR_SENTENCE)
        self._box.setDirection(way.LeftToRight if beside else way.TopToBottom)
        in_row = width - buttons >= FRAME
        self._row.setDirection(way.LeftToRight if in_row else way.TopToBottom)
