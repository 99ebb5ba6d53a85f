"""The few questions that are asked before something is lost.

Each is a list of buttons in the program's own words, the safe one first and default;
Escape always means the answer that changes nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

from hudhud.domain.messages import MessageRow
from hudhud.ui.dialogs.policy_list import PolicyList
from hudhud.ui.icons import app_icon
from hudhud.ui.words import fill, machine


class Reply(StrEnum):
    """What a person may answer; every question offers some of these."""

    CANCEL = "cancel"
    SAVE_FIRST = "save-first"
    DELETE_UNSAVED = "delete-unsaved"
    DELETE = "delete"
    SHOW_LIST = "show-list"
    APPLY = "apply"
    REMOVE_ACCOUNT = "remove-account"
    ALLOW = "allow"
    FINISH = "finish"
    QUIT_NOW = "quit-now"
    OPEN = "open"
    SAVE = "save"


Role = QMessageBox.ButtonRole
ICON_SIZE = 48


@dataclass(frozen=True, slots=True)
class Button:
    reply: Reply
    text: str
    role: QMessageBox.ButtonRole = Role.AcceptRole


class Asks(Protocol):
    """What controllers ask of a person."""

    def delete_unsaved(self, count: int) -> Reply: ...

    def delete_many(self, count: int) -> Reply: ...

    def stricter_policy(self, later: int, today: int) -> Reply: ...

    def policy_list(self, rows: Sequence[MessageRow], total: int) -> Reply: ...

    def remove_account(self, name: str) -> Reply: ...

    def unencrypted(self, host: str) -> Reply: ...

    def quit_while_busy(self) -> Reply: ...

    def open_program(self, name: str) -> Reply: ...


class Confirm(QObject):
    """Asks over the given window and waits; the window lives on meanwhile."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window

    def delete_unsaved(self, count: int) -> Reply:
        return self._ask(
            self.tr(
                "Delete %n message(s) that are not saved on this computer?", "", count
            ),
            self.tr("They cannot be brought back."),
            [
                Button(Reply.SAVE_FIRST, self.tr("Save first")),
                Button(
                    Reply.DELETE_UNSAVED,
                    self.tr("Delete without saving"),
                    Role.DestructiveRole,
                ),
                self._cancel(),
            ],
        )

    def delete_many(self, count: int) -> Reply:
        return self._ask(
            self.tr("Delete %n message(s) from the server?", "", count),
            self.tr("Each is deleted only once its saved copy here is proven."),
            [
                self._cancel(),
                Button(
                    Reply.DELETE, self.tr("Delete from server"), Role.DestructiveRole
                ),
            ],
        )

    def stricter_policy(self, later: int, today: int) -> Reply:
        first = self.tr(
            "From now on %n message(s) would be deleted from the server.", "", later
        )
        second = self.tr("%n of them today.", "", today)
        return self._ask(
            first,
            second,
            [
                Button(Reply.SHOW_LIST, self.tr("Show the list")),
                Button(Reply.APPLY, self.tr("Use this rule"), Role.DestructiveRole),
                self._cancel(),
            ],
        )

    def policy_list(self, rows: Sequence[MessageRow], total: int) -> Reply:
        accepted = PolicyList(rows, total, self._window).exec()
        return Reply.APPLY if accepted else Reply.CANCEL

    def remove_account(self, name: str) -> Reply:
        return self._ask(
            fill(self.tr("Remove the account %1?"), name),
            self.tr(
                "Its saved mail stays on this computer, and nothing changes on the"
                " server. Its password is forgotten."
            ),
            [
                self._cancel(),
                Button(
                    Reply.REMOVE_ACCOUNT,
                    self.tr("Remove account"),
                    Role.DestructiveRole,
                ),
            ],
        )

    def unencrypted(self, host: str) -> Reply:
        return self._ask(
            fill(self.tr("Use %1 without encryption?"), machine(host)),
            self.tr("Anyone on the network could read your password."),
            [
                self._cancel(),
                Button(
                    Reply.ALLOW,
                    self.tr("Allow for this account"),
                    Role.DestructiveRole,
                ),
            ],
        )

    def quit_while_busy(self) -> Reply:
        return self._ask(
            self.tr("Finish saving first?"),
            self.tr("What is saved so far stays saved. Nothing is lost by quitting."),
            [
                Button(Reply.FINISH, self.tr("Finish, then quit")),
                Button(Reply.QUIT_NOW, self.tr("Quit now"), Role.DestructiveRole),
                self._cancel(),
            ],
        )

    def open_program(self, name: str) -> Reply:
        return self._ask(
            fill(self.tr("%1 is a program. Run it?"), machine(name)),
            self.tr(
                "A program can read and change everything of yours on this computer."
                " Only run it if you expected it from this sender."
            ),
            [
                self._cancel(),
                Button(Reply.SAVE, self.tr("Save it instead")),
                Button(Reply.OPEN, self.tr("Run it"), Role.DestructiveRole),
            ],
        )

    def _cancel(self) -> Button:
        return Button(Reply.CANCEL, self.tr("Cancel"), Role.RejectRole)

    def _ask(self, text: str, consequence: str, buttons: Sequence[Button]) -> Reply:
        box = question_box(self._window, text, consequence, buttons)
        box.exec()
        pressed = box.clickedButton()
        box.deleteLater()
        replies = {button.text: button.reply for button in buttons}
        return replies.get(pressed.text(), Reply.CANCEL) if pressed else Reply.CANCEL


def question_box(
    window: QWidget, text: str, consequence: str, buttons: Sequence[Button]
) -> QMessageBox:
    """The first button is the default; the rejecting one answers Escape."""
    box = QMessageBox(window)
    # Qt's own sign is drawn in colours of another program.
    box.setIconPixmap(app_icon().pixmap(ICON_SIZE, ICON_SIZE))
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle(QCoreApplication.translate("Box", "Hudhud"))
    box.setText(text)
    box.setInformativeText(consequence)
    made: list[QPushButton] = []
    for button in buttons:
        made.append(box.addButton(button.text, button.role))
        if button.role is Role.RejectRole:
            box.setEscapeButton(made[-1])
    box.setDefaultButton(made[0])
    return box
