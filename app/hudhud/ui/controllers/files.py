"""Messages and attachments on their way to files, the original text, and links."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from hudhud.domain.messages import MessageRow
from hudhud.mime.safe_name import safe_file_name
from hudhud.ui.actions import Wish
from hudhud.ui.archive_reader import FileWanted, OpenedLetter, OriginalWanted
from hudhud.ui.archive_thread import Answer, ArchiveThread
from hudhud.ui.dialogs.original import OriginalWindow
from hudhud.ui.words import fill, machine

# What a link may open; anything else in a letter is not followed.
SCHEMES = frozenset({"http", "https", "mailto"})

ChoosesFile = Callable[[QWidget, str, str], str]


def choose_file(window: QWidget, title: str, proposed: str) -> str:
    """Ask where to write; empty where the person changed their mind."""
    path, _ = QFileDialog.getSaveFileName(window, title, proposed)
    return path


class FilesController(QObject):
    """`noted` and `failed` carry a sentence."""

    noted = Signal(str)
    failed = Signal(str)

    def __init__(
        self,
        reader: ArchiveThread,
        window: QWidget,
        choose: ChoosesFile = choose_file,
    ) -> None:
        super().__init__(window)
        self._reader = reader
        self._window = window
        self._choose = choose
        self._letter: OpenedLetter | None = None
        reader.answered.connect(self._hear)
        reader.failed.connect(self._hear_failure)

    @Slot(object)
    def show(self, letter: OpenedLetter | None) -> None:
        """The letter that attachments are taken from."""
        self._letter = letter

    @Slot(int)
    def save_attachment(self, index: int) -> None:
        opened = self._letter
        if opened is None or opened.letter is None:
            return
        named = {one.index: one.name for one in opened.letter.attachments}
        path = self._path(self.tr("Save attachment"), named.get(index, ""))
        if path is not None:
            self._reader.ask(FileWanted(opened.row.id, path, index))

    @Slot(str, object)
    def answer(self, wish: str, row: MessageRow) -> None:
        if wish == Wish.SAVE_AS:
            self.save_message(row)
        elif wish == Wish.SHOW_ORIGINAL:
            self.show_original(row)

    def save_message(self, row: MessageRow) -> None:
        name = safe_file_name(row.subject or self.tr("(No subject)"))
        path = self._path(self.tr("Save message as…"), f"{name}.eml")
        if path is not None:
            self._reader.ask(FileWanted(row.id, path))

    def show_original(self, row: MessageRow) -> None:
        self._reader.ask(OriginalWanted(row.id))

    @Slot(str)
    def open_link(self, link: str) -> None:
        """Hand a link to the system's browser or mail program."""
        url = QUrl(link, QUrl.ParsingMode.StrictMode)
        if url.isValid() and url.scheme().lower() in SCHEMES:
            QDesktopServices.openUrl(url)

    def _path(self, title: str, name: str) -> Path | None:
        folder = QStandardPaths.writableLocation(
            QStandardPaths.StandardLocation.DownloadLocation
        )
        chosen = self._choose(self._window, title, str(Path(folder) / name))
        return Path(chosen) if chosen else None

    @Slot(object)
    def _hear(self, answer: Answer) -> None:
        match answer.question:
            case FileWanted(_, path, _):
                self.noted.emit(fill(self.tr("%1 was written."), machine(path.name)))
            case OriginalWanted():
                assert isinstance(answer.value, bytes)
                OriginalWindow(answer.value, self._window).show()

    @Slot(object)
    def _hear_failure(self, answer: Answer) -> None:
        if isinstance(answer.question, FileWanted):
            name = machine(answer.question.path.name)
            self.failed.emit(fill(self.tr("%1 could not be written."), name))
