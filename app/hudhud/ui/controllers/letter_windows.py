"""Letters in windows of their own: each window asks, shows and steps by itself."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from hudhud.domain.identifiers import MessageId
from hudhud.domain.messages import MessageRow
from hudhud.ui.actions import Wish
from hudhud.ui.archive_reader import LetterForWindow, OpenedLetter
from hudhud.ui.archive_thread import Answer
from hudhud.ui.controllers.attachments import AttachmentsController
from hudhud.ui.controllers.files import FilesController
from hudhud.ui.controllers.links import LinksController
from hudhud.ui.controllers.reading import QT_DIRECTIONS
from hudhud.ui.dialogs.confirm import Confirm
from hudhud.ui.dialogs.link_question import LinkQuestion
from hudhud.ui.letter_questions import Desk, OwnQuestions
from hudhud.ui.letter_window import LetterWindow
from hudhud.ui.panes.manner import Manner
from hudhud.ui.sender_facts import sender_facts

Neighbour = Callable[[MessageId, int], MessageId | None]


def no_neighbour(message: MessageId, step: int) -> MessageId | None:
    return None


def manner_of(opened: OpenedLetter) -> Manner:
    """Remote pictures are asked for in the main window alone."""
    if opened.letter is None:
        return Manner()
    direction = QT_DIRECTIONS.get(opened.choices.direction)
    return Manner(direction=direction, facts=sender_facts(opened.letter, ""))


class LetterWindowController(QObject):
    """Lives as long as its window. `was_read` carries a row."""

    was_read = Signal(object)

    def __init__(self, desk: Desk, window: LetterWindow, neighbour: Neighbour) -> None:
        super().__init__(window)
        self.window = window
        self._neighbour = neighbour
        self._opened: OpenedLetter | None = None
        self._questions = OwnQuestions(desk, self)
        self.files = FilesController(desk, window)
        self.attachments = AttachmentsController(desk, Confirm(window), window)
        self._connect()

    def open(self, message: MessageId) -> None:
        self._questions.ask(LetterForWindow(message))

    def _connect(self) -> None:
        window, reader = self.window, self.window.reader
        self._questions.answered.connect(self._hear)
        self._questions.failed.connect(self._hear_failure)
        self.attachments.attend(reader.attachments)
        reader.set_pictures(self.picture)
        self.links = LinksController(LinkQuestion(window), window)
        reader.link_activated.connect(self.links.open)
        window.stepped.connect(self._step)
        for signal, wish in (
            (window.save_requested, Wish.SAVE_AS),
            (window.original_requested, Wish.SHOW_ORIGINAL),
            (window.headers_requested, Wish.ALL_HEADERS),
        ):
            signal.connect(partial(self._wish, wish))
        for source in (self.files, self.attachments):
            source.noted.connect(window.tell)
            source.failed.connect(window.tell)

    def picture(self, content_id: str) -> bytes | None:
        """A picture inside the letter on show."""
        return self._opened.pictures.get(content_id) if self._opened else None

    def _wish(self, wish: Wish) -> None:
        if self._opened is not None:
            self.files.answer(wish, self._opened.row)

    @Slot(int)
    def _step(self, step: int) -> None:
        if self._opened is None:
            return
        message = self._neighbour(self._opened.row.id, step)
        if message is not None:
            self.open(message)

    @Slot(object)
    def _hear(self, answer: Answer) -> None:
        opened = answer.value
        if not isinstance(opened, OpenedLetter):
            self.window.tell(self.tr("The letter could not be read."))
            return
        self._opened = opened
        self.attachments.show(opened)
        self.window.reader.set_manner(manner_of(opened))
        self.window.show_opened(opened)
        message = opened.row.id
        back, on = (self._neighbour(message, step) is not None for step in (-1, 1))
        self.window.allow_steps(back, on)
        if not opened.row.read:
            self.was_read.emit(opened.row)

    @Slot(object)
    def _hear_failure(self, _answer: Answer) -> None:
        self.window.tell(self.tr("The letter could not be read."))


class LetterWindowsController(QObject):
    """`was_read` carries a row."""

    was_read = Signal(object)

    def __init__(
        self,
        desk: Desk,
        neighbour: Neighbour,
        clock: Callable[[], datetime],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._neighbour = neighbour
        self._clock = clock
        self._windows: list[LetterWindow] = []

    @Slot(int)
    def open(self, message: int) -> LetterWindow:
        window = LetterWindow(self._clock)
        one = LetterWindowController(self._desk, window, self._neighbour)
        one.was_read.connect(self.was_read)
        self._windows.append(window)
        window.closed.connect(partial(self._forget, window))
        one.open(MessageId(message))
        window.show()
        return window

    def shown(self) -> tuple[LetterWindow, ...]:
        return tuple(self._windows)

    @Slot(str, object)
    def answer(self, wish: str, row: MessageRow) -> None:
        if wish == Wish.OPEN_WINDOW:
            self.open(row.id)

    @Slot()
    def close_all(self) -> None:
        """With the main window go all others."""
        for window in self.shown():
            window.close()

    def _forget(self, window: LetterWindow) -> None:
        self._windows = [one for one in self._windows if one is not window]
