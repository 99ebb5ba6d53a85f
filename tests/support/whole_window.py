"""The whole window over the sample mailbox, as a person would have it."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from hudhud.archive.archive import Archive, open_archive
from hudhud.archive.rows import View, ViewKind
from hudhud.config.settings import Settings
from hudhud.domain.identifiers import MessageId
from hudhud.domain.messages import MessageRow
from hudhud.ui.actions import Wish
from hudhud.ui.application import show, utc_now
from hudhud.ui.assembly import Ground, assembled
from hudhud.ui.demo_account import Demo, demo_account
from hudhud.ui.models.message_list import MessageListModel
from hudhud.ui.wiring import Parts, connect

LIMIT_MS = 5000


class WholeWindow:
    def __init__(
        self, qtbot: QtBot, demo: Demo, parts: Parts, archive: Archive
    ) -> None:
        self.qtbot = qtbot
        self.demo = demo
        self.parts = parts
        self.archive = archive
        self.window = parts.window
        self.pane = parts.window.message_list

    def do(self, wish: Wish) -> None:
        self.parts.actions[wish].trigger()

    def check(self) -> None:
        """Press the big button and wait until all is quiet."""
        self.parts.commands.check()
        self.wait_until_idle()
        self.qtbot.waitUntil(lambda: bool(self.listed()))

    def wait_until_idle(self) -> None:
        busy = self.parts.threads.sync.busy
        self.qtbot.waitUntil(lambda: not busy(), timeout=LIMIT_MS)

    def listed(self) -> list[MessageRow]:
        """What the list shows, top to bottom."""
        model = self.pane.table.model()
        assert isinstance(model, MessageListModel)
        rows = range(model.rowCount())
        found = (model.message_at(model.index(row, 0)) for row in rows)
        return [row for row in found if row is not None]

    def row(self, message: MessageId) -> MessageRow:
        found = self.archive.rows.row(message)
        assert found is not None
        return found

    def choose(self, index: int = 0) -> MessageId:
        """Choose a row and wait until its letter is open."""
        message = self.listed()[index].id
        self.pane.choose(message)
        reading = self.parts.reading
        self.qtbot.waitUntil(
            lambda: reading.letter is not None and reading.letter.row.id == message
        )
        return message

    def show_view(self, kind: ViewKind) -> None:
        with self.qtbot.waitSignal(self.parts.messages.listed):
            self.window.sidebar.view_chosen.emit(View(kind=kind))

    def deleted(self) -> int:
        """How many letters the server has really removed."""
        return len(self.demo.server.record.deleted)

    def press_in_question(self, text: str) -> None:
        """Answer the next question with the button of this text."""
        QTimer.singleShot(0, self.window, lambda: press(text))


def press(text: str) -> None:
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    (button,) = [one for one in box.buttons() if one.text() == text]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


@contextmanager
def whole_window(
    qtbot: QtBot, app: QApplication, undo_seconds: int = 0
) -> Iterator[WholeWindow]:
    """Ends every thread; a thread that hangs fails the test."""
    settings = replace(Settings(), undo_seconds=undo_seconds)
    with demo_account("Noor") as demo:
        folder = demo.profile.archive_folder
        open_archive(folder).close()
        with closing(open_archive(folder, read_only=True)) as archive:
            ground = Ground(app, demo.profile, settings, demo.secrets, archive, utc_now)
            parts = assembled(ground)
            connect(parts)
            show(parts, demo.profile)
            try:
                yield WholeWindow(qtbot, demo, parts, archive)
            finally:
                assert parts.threads.shut_down(LIMIT_MS)
                parts.window.hide()
                parts.window.deleteLater()
                parts.appearance.deleteLater()
