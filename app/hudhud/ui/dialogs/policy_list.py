"""The messages a stricter rule would delete from the server, before it may."""

from collections.abc import Sequence

from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from hudhud.domain.messages import MessageRow
from hudhud.ui.typography import Text, Type
from hudhud.ui.words import fill

# More rows than this nobody reads; the count says the rest.
SHOWN_ROWS = 1000


class PolicyList(QDialog):
    """Accepted means that the rule may be used."""

    def __init__(
        self, rows: Sequence[MessageRow], total: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("To be deleted from the server"))
        told = Text(Type.BODY, "", self)
        told.setWordWrap(True)
        told.setText(
            self.tr("The rule would delete %n message(s), all saved here:", "", total)
        )
        self.list = QListWidget(self)
        self.list.setAccessibleName(told.text())
        for row in rows[:SHOWN_ROWS]:
            sender = row.sender.name or row.sender.address if row.sender else ""
            subject = row.subject or self.tr("(No subject)")
            self.list.addItem(fill(self.tr("%1 · %2"), sender, subject))
        self.use_button = QPushButton(self.tr("Use this rule"), self)
        cancel = QPushButton(self.tr("Cancel"), self)
        cancel.setDefault(True)
        self.use_button.setAutoDefault(False)
        self.use_button.clicked.connect(self.accept)
        cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.use_button)
        layout = QVBoxLayout(self)
        layout.addWidget(told)
        layout.addWidget(self.list, 1)
        layout.addLayout(buttons)
        self.resize(520, 420)
