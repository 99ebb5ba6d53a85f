"""The reading pane follows the selection: one letter, many, or none.

A letter is opened on the reader thread; until it is there the pane keeps the one
before, which is less of a flicker than an empty page. It counts as read after a second.
"""

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from hudhud.domain.choices import TextDirection
from hudhud.domain.events import DeletionsConfirmed, MessagesStored, RowsPeeked
from hudhud.domain.identifiers import AccountId, MessageId
from hudhud.domain.messages import MessageRow
from hudhud.mime.letter import Letter
from hudhud.ui.actions import Wish
from hudhud.ui.archive_reader import LetterWanted, OpenedLetter
from hudhud.ui.archive_thread import Answer, ArchiveThread
from hudhud.ui.panes.manner import Manner
from hudhud.ui.sender_facts import sender_facts
from hudhud.ui.web.remote import RemotePictures

READ_AFTER_MS = 1000
MORE_LINES = 60


QT_DIRECTIONS = {
    TextDirection.LEFT_TO_RIGHT: Qt.LayoutDirection.LeftToRight,
    TextDirection.RIGHT_TO_LEFT: Qt.LayoutDirection.RightToLeft,
    None: None,
}


def no_server(account: AccountId) -> str:
    return ""


class ReaderPane(Protocol):
    """What is asked of `panes.reader.Reader`."""

    def set_manner(self, manner: Manner) -> None: ...

    def show_letter(self, row: MessageRow, letter: Letter) -> None: ...

    def show_first_lines(
        self, row: MessageRow, letter: Letter | None, lines: int
    ) -> None: ...

    def show_many(self, count: int) -> None: ...

    def show_nothing(self) -> None: ...


class ReadingController(QObject):
    """`opened` carries the OpenedLetter on show, or None; `was_read` a row."""

    opened = Signal(object)
    was_read = Signal(object)
    more_wanted = Signal(object, int)

    def __init__(
        self,
        reader: ArchiveThread,
        pane: ReaderPane,
        parent: QObject | None = None,
        server_of: Callable[[AccountId], str] = no_server,
        fetches: Callable[[tuple[str, ...], QObject], RemotePictures] = RemotePictures,
    ) -> None:
        """`server_of` gives the host of an account's server."""
        super().__init__(parent)
        self._reader = reader
        self._pane = pane
        self._chosen: MessageId | None = None
        self._server_of = server_of
        self._fetches = fetches
        self._agreed = False
        self._remote: RemotePictures | None = None
        self._remote_of: tuple[str, ...] = ()
        self._letter: OpenedLetter | None = None
        self._reading = QTimer(self, singleShot=True, interval=READ_AFTER_MS)
        self._reading.timeout.connect(self._count_as_read)
        reader.answered.connect(self._hear)

    @property
    def letter(self) -> OpenedLetter | None:
        return self._letter

    @Slot(object)
    def select(self, messages: Sequence[MessageId]) -> None:
        self._reading.stop()
        if len(messages) == 1:
            self._agreed = self._agreed and self._chosen == messages[0]
            self._chosen = messages[0]
            self._reader.ask(self._wanted())
            return
        self._chosen = None
        self._fetched(())
        self._show(None)
        if messages:
            self._pane.show_many(len(messages))
        else:
            self._pane.show_nothing()

    @Slot(object)
    def follow(self, event: object) -> None:
        """Open the letter on show again where a run brought more of it."""
        match event:
            case (
                RowsPeeked(_, messages)
                | MessagesStored(_, messages)
                | DeletionsConfirmed(_, messages)
            ):
                self.reopen(messages)

    @Slot(object)
    def reopen(self, messages: Sequence[MessageId]) -> None:
        if self._chosen is not None and self._chosen in messages:
            self._reader.ask(self._wanted())

    @Slot()
    def show_images(self) -> None:
        """The person agreed to the remote pictures of the letter on show."""
        if self._chosen is not None:
            self._agreed = True
            self._reader.ask(self._wanted())

    @Slot()
    def ask_for_more_lines(self) -> None:
        """More first lines of the message on show, which is only on the server."""
        letter = self._letter
        if letter is not None and not letter.row.saved:
            self.more_wanted.emit(letter.row, letter.lines + MORE_LINES)

    @Slot(str, object)
    def answer(self, wish: str, row: MessageRow) -> None:
        if wish == Wish.MORE_LINES:
            self.ask_for_more_lines()

    def picture(self, content_id: str) -> bytes | None:
        """A picture inside the letter on show."""
        return self._letter.pictures.get(content_id) if self._letter else None

    @Slot(object)
    def _hear(self, answer: Answer) -> None:
        if answer.question != self._wanted():
            return
        opened = answer.value
        assert opened is None or isinstance(opened, OpenedLetter)
        self._show(opened)
        self._pane.set_manner(self._manner(opened))
        if opened is None:
            self._pane.show_nothing()
        elif opened.row.saved and opened.letter is not None:
            self._pane.show_letter(opened.row, opened.letter)
        else:
            self._pane.show_first_lines(opened.row, opened.letter, opened.lines)
        if opened is not None and not opened.row.read:
            self._reading.start()

    def _wanted(self) -> LetterWanted:
        return LetterWanted(self._chosen or MessageId(0), self._agreed)

    def _manner(self, opened: OpenedLetter | None) -> Manner:
        letter = opened.letter if opened else None
        remote = self._fetched(letter.remote_images if letter else ())
        if opened is None or letter is None:
            return Manner()
        return Manner(
            remote=remote,
            direction=QT_DIRECTIONS.get(opened.choices.direction),
            facts=sender_facts(letter, self._server_of(opened.row.account)),
            always_images=opened.choices.images,
        )

    def _fetched(self, addresses: tuple[str, ...]) -> RemotePictures | None:
        """Those of the letter on show are not fetched again when it is reopened."""
        if addresses == self._remote_of:
            return self._remote
        if self._remote is not None:
            self._remote.stop()
            self._remote.deleteLater()
        self._remote_of = addresses
        self._remote = self._fetches(addresses, self) if addresses else None
        if self._remote is not None:
            self._remote.start()
        return self._remote

    def _show(self, opened: OpenedLetter | None) -> None:
        self._letter = opened
        self.opened.emit(opened)

    @Slot()
    def _count_as_read(self) -> None:
        if self._letter is not None:
            self.was_read.emit(self._letter.row)
