"""Messages on their way to files, and their original text."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from hudhud.domain.identifiers import MessageId
from hudhud.domain.messages import MessageRow
from hudhud.mime.safe_name import safe_file_name
from hudhud.ui.actions import Wish
from hudhud.ui.archive_reader import MessagesWanted
from hudhud.ui.archive_thread import Answer
from hudhud.ui.dialogs.original import HeadersWindow, OriginalWindow
from hudhud.ui.file_drag import drag_files
from hudhud.ui.letter_questions import (
    Desk,
    FileWanted,
    HeadersWanted,
    Original,
    OriginalWanted,
    OwnQuestions,
)
from hudhud.ui.passing_files import passing_folder
from hudhud.ui.words import fill, machine

# More than these make a drag wait.
MOST_DRAGGED = 50

ChoosesFile = Callable[[QWidget, str, str], str]


def choose_file(window: QWidget, title: str, proposed: str) -> str:
    """Ask where to write; empty where the person changed their mind."""
    path, _ = QFileDialog.getSaveFileName(window, title, proposed)
    return path


def downloads() -> Path:
    place = QStandardPaths.StandardLocation.DownloadLocation
    return Path(QStandardPaths.writableLocation(place))


class FilesController(QObject):
    """`noted` and `failed` carry a sentence."""

    noted = Signal(str)
    failed = Signal(str)

    def __init__(
        self, desk: Desk, window: QWidget, choose: ChoosesFile = choose_file
    ) -> None:
        super().__init__(window)
        self._window = window
        self._choose = choose
        self._questions = OwnQuestions(desk, self)
        self._questions.answered.connect(self._hear)
        self._questions.failed.connect(self._hear_failure)

    @Slot(str, object)
    def answer(self, wish: str, row: MessageRow) -> None:
        if wish == Wish.SAVE_AS:
            self.save_message(row)
        elif wish == Wish.SHOW_ORIGINAL:
            self.show_original(row)
        elif wish == Wish.ALL_HEADERS:
            self.show_headers(row)

    def save_message(self, row: MessageRow) -> None:
        name = safe_file_name(row.subject or self.tr("(No subject)"))
        proposed = str(downloads() / f"{name}.eml")
        path = self._choose(self._window, self.tr("Save message as…"), proposed)
        if path:
            self._questions.ask(FileWanted(row.id, Path(path)))

    def show_original(self, row: MessageRow) -> None:
        self._questions.ask(OriginalWanted(row.id))

    def show_headers(self, row: MessageRow) -> None:
        self._questions.ask(HeadersWanted(row.id))

    @Slot(object)
    def drag(self, messages: Sequence[MessageId]) -> None:
        """The saved ones of these messages, as files under the pointer."""
        wanted = MessagesWanted(tuple(messages[:MOST_DRAGGED]), passing_folder())
        self._questions.ask(wanted)

    @Slot(object)
    def _hear(self, answer: Answer) -> None:
        match answer.question:
            case FileWanted(_, path, _):
                self.noted.emit(fill(self.tr("%1 was written."), machine(path.name)))
            case MessagesWanted():
                assert isinstance(answer.value, tuple)
                drag_files(self._window, answer.value)
            case OriginalWanted():
                assert isinstance(answer.value, Original)
                OriginalWindow(answer.value, self._window).show()
            case HeadersWanted():
                assert isinstance(answer.value, str)
                HeadersWindow(answer.value, self._window).show()

    @Slot(object)
    def _hear_failure(self, answer: Answer) -> None:
        match answer.question:
            case FileWanted(_, path, _):
                name = machine(path.name)
                self.failed.emit(fill(self.tr("%1 could not be written."), name))
            case OriginalWanted() | HeadersWanted():
                self.failed.emit(self.tr("The letter could not be read."))
