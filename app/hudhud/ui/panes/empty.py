"""What stands where nothing is to show: a picture, a sentence, perhaps a button."""

from enum import Enum

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hudhud.ui.panes.buttons import Button
from hudhud.ui.panes.picture import Picture
from hudhud.ui.typography import Text, Type

PICTURE = 56


class EmptyKind(Enum):
    """Each place without messages, and its picture."""

    NO_ACCOUNT = "hudhud-symbolic"
    NOTHING_AT_ALL = "inbox"
    NOTHING_WAITING = "done"
    NOT_CHECKED = "check"
    NOTHING_SAVED = "state-saved"
    NOTHING_TO_DELETE = "state-to-be-deleted"
    NOTHING_SET_ASIDE = "shield"
    NO_MATCH = "search"
    NOTHING_UNREAD = "letter"
    OFFLINE = "offline"
    NONE_CHOSEN = "letter-open"


class EmptyState(QWidget):
    """`action_requested` tells the kind whose button was pressed."""

    action_requested = Signal(object)

    def __init__(self, kind: EmptyKind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = kind
        self._hint_text = ""
        self._picture = Picture(kind.value, "accent", PICTURE)
        self._sentence = centred(Text(Type.HEADING))
        self._hint = centred(Text(Type.SMALL, "dim"))
        self.button = Button("primary")
        self.button.clicked.connect(self._press)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addStretch(2)
        column.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._sentence)
        column.addWidget(self._hint)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        self.show_kind(kind)

    @property
    def kind(self) -> EmptyKind:
        return self._kind

    @property
    def sentence(self) -> str:
        return self._sentence.text()

    def show_kind(self, kind: EmptyKind, hint: str = "") -> None:
        """`hint` adds to the sentence, such as when was checked last."""
        self._kind, self._hint_text = kind, hint
        self._picture.show_icon(kind.value, "accent")
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._sentence.setText(self._sentences()[self._kind])
        hint = self._hint_text or self._hints().get(self._kind, "")
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        action = self._actions().get(self._kind, "")
        self.button.setText(action)
        self.button.setVisible(bool(action))

    def _sentences(self) -> dict[EmptyKind, str]:
        return {
            EmptyKind.NO_ACCOUNT: self.tr("Hudhud has nowhere to fly yet."),
            EmptyKind.NOTHING_AT_ALL: self.tr("No mail yet."),
            EmptyKind.NOTHING_WAITING: self.tr("Nothing is waiting on the server."),
            EmptyKind.NOT_CHECKED: self.tr("Not checked yet"),
            EmptyKind.NOTHING_SAVED: self.tr("Nothing is saved here yet."),
            EmptyKind.NOTHING_TO_DELETE: self.tr("Nothing will be deleted."),
            EmptyKind.NOTHING_SET_ASIDE: self.tr("Every message could be saved."),
            EmptyKind.NO_MATCH: self.tr("No message matches."),
            EmptyKind.NOTHING_UNREAD: self.tr("You have read everything here."),
            EmptyKind.OFFLINE: self.tr("You are offline."),
            EmptyKind.NONE_CHOSEN: self.tr("Choose a message."),
        }

    def _hints(self) -> dict[EmptyKind, str]:
        return {
            EmptyKind.NO_ACCOUNT: self.tr("Add your mail account to begin."),
            EmptyKind.NOT_CHECKED: self.tr(
                "Press Check now to see what waits on the server."
            ),
            EmptyKind.NOTHING_SAVED: self.tr(
                "Messages you save appear here and can be read without internet."
            ),
            EmptyKind.NOTHING_TO_DELETE: self.tr(
                "Messages you choose to delete from the server wait here first."
            ),
            EmptyKind.NO_MATCH: self.tr("Try fewer words, or search all mail."),
            EmptyKind.OFFLINE: self.tr("Nothing is saved here yet."),
        }

    def _actions(self) -> dict[EmptyKind, str]:
        return {
            EmptyKind.NO_ACCOUNT: self.tr("Add account"),
            EmptyKind.NOT_CHECKED: self.tr("Check now"),
            EmptyKind.NO_MATCH: self.tr("Clear the search"),
        }

    def _press(self) -> None:
        self.action_requested.emit(self._kind)


def centred(label: Text) -> Text:
    label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    label.setWordWrap(True)
    return label
