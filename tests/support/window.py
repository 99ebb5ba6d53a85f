"""Rows of messages and threads that answer at once, for tests of the window."""

from dataclasses import replace
from datetime import UTC, datetime

from PySide6.QtCore import QObject, Signal

from hudhud.domain.failures import Failure
from hudhud.domain.identifiers import AccountId, MessageId, UniqueId
from hudhud.domain.messages import Correspondent, MessageRow, State
from hudhud.ui.archive_thread import Answer, Question

WORK = AccountId("work")
NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


def on_server(number: int = 1) -> MessageRow:
    """Listed, with its first lines known, not saved."""
    return MessageRow(
        id=MessageId(number),
        account=WORK,
        uid=UniqueId(f"u{number}"),
        state=State.ON_SERVER,
        sender=Correspondent("Layla", "layla@example.org"),
        subject=f"letter {number}",
        preview="Good morning",
        date=NOW,
        octets=1000,
        attachments=0,
        saved=False,
        read=False,
        starred=False,
        verdict=None,
        set_aside=False,
    )


def saved_on_server(number: int = 1) -> MessageRow:
    return replace(on_server(number), state=State.SAVED_ON_SERVER, saved=True)


def saved_here(number: int = 1) -> MessageRow:
    return replace(on_server(number), state=State.SAVED, saved=True, uid=None)


def staged(row: MessageRow) -> MessageRow:
    return replace(row, state=State.TO_BE_DELETED)


class ScriptedArchive(QObject):
    """Stands for an ArchiveThread: remembers what is asked, answers when told to."""

    answered = Signal(object)
    failed = Signal(object)
    idled = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[Question] = []
        self.woken = 0

    def ask(self, question: Question) -> None:
        self.asked.append(question)

    def wake(self) -> None:
        self.woken += 1

    def answer(self, value: object) -> None:
        """Answer the oldest question."""
        self.answered.emit(Answer(self.asked.pop(0), value))

    def fail(self, failure: Failure) -> None:
        self.failed.emit(Answer(self.asked.pop(0), None, failure))
