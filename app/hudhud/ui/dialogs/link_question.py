"""The question before a link that leads elsewhere than it says, or only seems to."""

from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMessageBox, QWidget

from hudhud.mime.links import LinkFacts
from hudhud.ui.dialogs.confirm import Button, Reply, question_box
from hudhud.ui.words import fill, machine

Role = QMessageBox.ButtonRole


class AsksAboutLinks(Protocol):
    def open_link(self, facts: LinkFacts) -> bool: ...


class LinkQuestion(QObject):
    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window

    def open_link(self, facts: LinkFacts) -> bool:
        """Asks, and tells whether the link is to be opened."""
        stay = Button(Reply.CANCEL, self.tr("Do not open"), Role.RejectRole)
        go = Button(Reply.ALLOW, self.tr("Open it"))
        box = question_box(
            self._window, self.question(facts), self.consequence(facts), [stay, go]
        )
        box.exec()
        pressed = box.clickedButton()
        box.deleteLater()
        return pressed is not None and pressed.text() == go.text

    def question(self, facts: LinkFacts) -> str:
        host = machine(facts.host)
        if facts.differs:
            text = self.tr("The link says %1, but it leads to %2. Open it?")
            return fill(text, machine(facts.shown_host), host)
        return fill(self.tr("Open a link to %1?"), host)

    def consequence(self, facts: LinkFacts) -> str:
        if not facts.is_punycode:
            return self.tr("Its sender may want you to take one place for another.")
        text = self.tr(
            "In other letters its name is %1. Such a name may only look like one that"
            " you know."
        )
        return fill(text, machine(facts.unicode_host))
