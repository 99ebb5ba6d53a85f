"""The bar over a letter that finds words in it; it is there while it is wanted."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QWidget

from hudhud.ui.panes.buttons import IconButton
from hudhud.ui.typography import Text, Type
from hudhud.ui.words import fill

PAUSE_MS = 120


class FindBar(QFrame):
    """`wanted` carries the words, and whether to look backwards; no words end it."""

    wanted = Signal(str, bool)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "note")
        self.field = QLineEdit()
        self.field.setClearButtonEnabled(True)
        self.field.installEventFilter(self)
        self.count = Text(Type.SMALL, "dim")
        self.previous = IconButton("chevron-up")
        self.next = IconButton("chevron-down")
        self.close_button = IconButton("close")
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.look_on)
        self.field.textChanged.connect(self._on_text)
        self.previous.clicked.connect(self.look_back)
        self.next.clicked.connect(self.look_on)
        self.close_button.clicked.connect(self.leave)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 5, 6, 5)
        row.setSpacing(6)
        row.addWidget(self.field, 1)
        for part in (self.count, self.previous, self.next, self.close_button):
            row.addWidget(part)
        self._retranslate()
        self.hide()

    def open(self) -> None:
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        if self.field.text():
            self.look_on()

    @Slot(int, int)
    def show_found(self, at: int, places: int) -> None:
        """Which of how many places is marked."""
        if not self.field.text():
            self.count.setText("")
        elif places:
            self.count.setText(fill(self.tr("%1 of %2"), at, places))
        else:
            self.count.setText(self.tr("Not found"))
        self.count.setAccessibleName(self.count.text())

    @Slot()
    def look_on(self) -> None:
        self._pause.stop()
        self.wanted.emit(self.field.text(), False)

    @Slot()
    def look_back(self) -> None:
        self._pause.stop()
        self.wanted.emit(self.field.text(), True)

    @Slot()
    def leave(self) -> None:
        self._pause.stop()
        self.hide()
        self.wanted.emit("", False)
        self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter, Shift+Enter and Escape, the last one before it stops a run."""
        kinds = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
        if not isinstance(event, QKeyEvent) or event.type() not in kinds:
            return super().eventFilter(watched, event)
        steps = {Qt.Key.Key_Escape: self.leave, Qt.Key.Key_F3: self.look_on}
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            steps[key] = self.look_back if back else self.look_on
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.KeyPress:
            step()
        event.accept()
        return True

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _on_text(self) -> None:
        self._pause.start()

    def _retranslate(self) -> None:
        self.field.setPlaceholderText(self.tr("Find in message"))
        self.field.setAccessibleName(self.tr("Find in message"))
        self.previous.set_name(self.tr("Previous place"))
        self.next.set_name(self.tr("Next place"))
        self.close_button.set_name(self.tr("Close"))
