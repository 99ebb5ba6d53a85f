"""The banner over the list: what happened, what is safe, what to do. Never a dialog."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from hudhud.domain.failures import Sentences
from hudhud.ui.panes.announcing import announce
from hudhud.ui.panes.buttons import Button, IconButton
from hudhud.ui.panes.picture import Picture
from hudhud.ui.typography import Text, Type
from hudhud.ui.words import strip_isolates

DETAILS_LINES = 4


class Banner(QFrame):
    """Hidden until it has something to say; the person may close it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign = Picture("warning", "bad", 20)
        self.happened = wrapped(Text(Type.STRONG))
        self.rest = wrapped(Text(Type.SMALL, "dim"))
        self.details = details_box()
        self.details_button = Button("link", type_kind=Type.SMALL_STRONG)
        self.details_button.setCheckable(True)
        self.details_button.toggled.connect(self._show_details)
        self.copy_button = Button("link", "copy", Type.SMALL_STRONG)
        self.copy_button.clicked.connect(self._copy_details)
        self.close_button = IconButton("close", 16)
        self.close_button.clicked.connect(self.hide)
        self._lay_out()
        self._retranslate()
        self.hide()

    def show_failure(self, told: Sentences, details: str = "") -> None:
        """`details` are the server's words, harmless, for whoever is asked for help."""
        rest = " ".join(part for part in (told.safe, told.advice) if part)
        self._show(told.happened, rest, details, is_failure=True)

    def show_note(self, text: str) -> None:
        self._show(text, "", "", is_failure=False)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _show(self, text: str, rest: str, details: str, *, is_failure: bool) -> None:
        self.setProperty("kind", "failure" if is_failure else "note")
        self.style().unpolish(self)
        self.style().polish(self)
        tone = ("warning", "bad") if is_failure else ("info", "accent")
        self._sign.show_icon(*tone)
        self.happened.setText(text)
        self.rest.setText(rest)
        self.rest.setVisible(bool(rest))
        self.details.setPlainText(details)
        self.details_button.setChecked(False)
        self._show_details(False)
        self.details_button.setVisible(bool(details))
        self.show()
        announce(self, f"{text} {rest}", urgent=is_failure)

    def _lay_out(self) -> None:
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(self.happened)
        texts.addWidget(self.rest)
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(texts, 1)
        top.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        buttons = QHBoxLayout()
        buttons.setSpacing(2)
        buttons.setContentsMargins(22, 0, 0, 0)
        buttons.addWidget(self.details_button)
        buttons.addWidget(self.copy_button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 9, 8, 8)
        column.setSpacing(2)
        column.addLayout(top)
        column.addLayout(buttons)
        column.addWidget(self.details)

    def _show_details(self, shown: bool) -> None:
        self.details.setVisible(shown)
        self.copy_button.setVisible(shown)

    def _copy_details(self) -> None:
        parts = (self.happened.text(), self.rest.text(), self.details.toPlainText())
        text = "\n".join(part for part in parts if part)
        QGuiApplication.clipboard().setText(strip_isolates(text))

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Notice"))
        self.details_button.setText(self.tr("Details"))
        self.copy_button.setText(self.tr("Copy"))
        self.close_button.set_name(self.tr("Close"))
        self.details.setAccessibleName(self.tr("Details"))


def wrapped(label: Text) -> Text:
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def details_box() -> QPlainTextEdit:
    """A server's words: left to right, a few lines, to be read and copied."""
    box = QPlainTextEdit()
    box.setReadOnly(True)
    box.setTabChangesFocus(True)
    box.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    box.setFixedHeight(box.fontMetrics().lineSpacing() * DETAILS_LINES)
    return box
