"""The four answers to what happens to the server's copy, each with its consequence."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QRadioButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from hudhud.domain.retention import (
    LONGEST_STAY_DAYS,
    AskForEach,
    DeleteAfter,
    DeleteOnceSaved,
    KeepAll,
    RetentionPolicy,
)
from hudhud.ui.typography import Text, Type

USUAL_STAY_DAYS = 30


class PolicyCard(QFrame):
    """A radio button with a sentence under it; the whole card can be clicked."""

    def __init__(
        self, title: str, consequence: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "note")
        self.radio = QRadioButton(title, self)
        self.radio.setAccessibleDescription(consequence)
        self.radio.setToolTip(consequence)
        words = Text(Type.SMALL, "dim", self)
        words.setText(consequence)
        words.setWordWrap(True)
        self.line = QHBoxLayout()
        self.line.addWidget(self.radio, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 7, 12, 8)
        layout.setSpacing(2)
        layout.addLayout(self.line)
        indented = QHBoxLayout()
        indented.addSpacing(24)
        indented.addWidget(words, 1)
        layout.addLayout(indented)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.radio.setChecked(True)
            self.radio.setFocus(Qt.FocusReason.MouseFocusReason)
        super().mousePressEvent(event)


class PolicyCards(QWidget):
    """Exactly one card is chosen. `changed` says that the answer is another one."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keep = PolicyCard(
            self.tr("Keep everything on the server"),
            self.tr(
                "Messages are saved here and stay on the server too. The mailbox can"
                " fill up; Hudhud warns you in time."
            ),
        )
        self._later = PolicyCard(
            self.tr("Keep for a while, then delete from the server"),
            self.tr("Only if the message is safely saved here."),
        )
        self._at_once = PolicyCard(
            self.tr("Delete from the server as soon as it is saved here"),
            self.tr(
                "Frees space at once. Your other devices will no longer see these"
                " messages."
            ),
        )
        self._ask = PolicyCard(
            self.tr("Let me decide message by message"),
            self.tr(
                "Nothing is saved or deleted until you choose. You see the sender, the"
                " subject and the first lines."
            ),
        )
        self._days = self._days_box()
        self._lay_out()

    def policy(self) -> RetentionPolicy:
        if self._later.radio.isChecked():
            return DeleteAfter(self._days.value())
        if self._at_once.radio.isChecked():
            return DeleteOnceSaved()
        if self._ask.radio.isChecked():
            return AskForEach()
        return KeepAll()

    def set_policy(self, policy: RetentionPolicy) -> None:
        match policy:
            case KeepAll():
                self._keep.radio.setChecked(True)
            case DeleteAfter(days):
                self._later.radio.setChecked(True)
                self._days.setValue(days)
            case DeleteOnceSaved():
                self._at_once.radio.setChecked(True)
            case AskForEach():
                self._ask.radio.setChecked(True)

    def _days_box(self) -> QSpinBox:
        days = QSpinBox(self)
        days.setRange(1, LONGEST_STAY_DAYS)
        days.setValue(USUAL_STAY_DAYS)
        days.setSuffix(" " + self.tr("days"))
        days.setAccessibleName(self.tr("Days on the server"))
        days.setEnabled(False)
        self._later.radio.toggled.connect(days.setEnabled)
        days.valueChanged.connect(self.changed)
        return days

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        group = QButtonGroup(self)
        for card in (self._keep, self._later, self._at_once, self._ask):
            group.addButton(card.radio)
            layout.addWidget(card)
            card.radio.toggled.connect(self.changed)
        self._later.line.addWidget(self._days)
        self._keep.radio.setChecked(True)
