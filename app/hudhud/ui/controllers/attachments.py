"""Attachments of the letter on show: saved, opened, looked at, dragged away."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from hudhud.mime.attachments import Attachment
from hudhud.ui.archive_reader import OpenedLetter
from hudhud.ui.archive_thread import Answer
from hudhud.ui.attached_kind import FileKind, kind_of
from hudhud.ui.controllers.files import ChoosesFile, choose_file, downloads
from hudhud.ui.dialogs.confirm import Asks, Reply
from hudhud.ui.dialogs.preview import PreviewWindow
from hudhud.ui.file_drag import drag_files
from hudhud.ui.letter_questions import (
    Desk,
    FilesWanted,
    FileWanted,
    OwnQuestions,
    PreviewWanted,
    Purpose,
)
from hudhud.ui.panes.attachments import AttachmentStrip
from hudhud.ui.passing_files import passing_folder
from hudhud.ui.words import fill, machine

OpensFile = Callable[[Path], bool]
ChoosesFolder = Callable[[QWidget, str, str], str]


def choose_folder(window: QWidget, title: str, proposed: str) -> str:
    """Ask where to write several; empty where the person changed their mind."""
    return QFileDialog.getExistingDirectory(window, title, proposed)


def open_file(path: Path) -> bool:
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


class AttachmentsController(QObject):
    """`noted` and `failed` carry a sentence."""

    noted = Signal(str)
    failed = Signal(str)

    def __init__(self, desk: Desk, confirm: Asks, window: QWidget) -> None:
        super().__init__(window)
        self.asks = confirm
        self._window = window
        self._opened: OpenedLetter | None = None
        self._strip: AttachmentStrip | None = None
        self.choose_file: ChoosesFile = choose_file
        self.choose_folder: ChoosesFolder = choose_folder
        self.open_file: OpensFile = open_file
        self._questions = OwnQuestions(desk, self)
        self._questions.answered.connect(self._hear)
        self._questions.failed.connect(self._hear_failure)

    def attend(self, strip: AttachmentStrip) -> None:
        """Do what is asked in this strip, and tell it what the files really are."""
        self._strip = strip
        strip.save_requested.connect(self.save)
        strip.save_all_requested.connect(self.save_all)
        strip.open_requested.connect(self.open)
        strip.preview_requested.connect(self.preview)
        strip.drag_requested.connect(self.drag)

    @Slot(object)
    def show(self, opened: OpenedLetter | None) -> None:
        """The letter that attachments are taken from."""
        self._opened = opened
        if self._strip is not None:
            self._strip.expect(opened.kinds if opened else ())

    @Slot(int)
    def save(self, index: int) -> None:
        opened, one = self._opened, self._attachment(index)
        if opened is None or one is None:
            return
        title, proposed = self.tr("Save attachment"), str(downloads() / one.name)
        path = self.choose_file(self._window, title, proposed)
        if path:
            self._questions.ask(FileWanted(opened.row.id, Path(path), index))

    @Slot()
    def save_all(self) -> None:
        opened = self._opened
        if opened is None or opened.letter is None:
            return
        title = self.tr("Save all attachments")
        folder = self.choose_folder(self._window, title, str(downloads()))
        if folder:
            listed = (one for one in opened.letter.attachments if not one.inline)
            indices = tuple(one.index for one in listed)
            self._questions.ask(FilesWanted(opened.row.id, Path(folder), indices))

    @Slot(int)
    def open(self, index: int) -> None:
        one = self._attachment(index)
        if one is None:
            return
        if self._kind(index) is FileKind.PROGRAM:
            reply = self.asks.open_program(one.name)
            if reply is Reply.SAVE:
                self.save(index)
            if reply is not Reply.OPEN:
                return
        self._pass_on(index, Purpose.OPEN)

    @Slot(int)
    def preview(self, index: int) -> None:
        if self._opened is not None:
            self._questions.ask(PreviewWanted(self._opened.row.id, index))

    @Slot(int)
    def drag(self, index: int) -> None:
        self._pass_on(index, Purpose.DRAG)

    def _pass_on(self, index: int, purpose: Purpose) -> None:
        if self._opened is not None:
            message, folder = self._opened.row.id, passing_folder()
            self._questions.ask(FilesWanted(message, folder, (index,), purpose))

    def _attachment(self, index: int) -> Attachment | None:
        letter = self._opened.letter if self._opened else None
        listed = letter.attachments if letter else ()
        return next((one for one in listed if one.index == index), None)

    def _kind(self, index: int) -> FileKind:
        one, opened = self._attachment(index), self._opened
        if one is None or opened is None or opened.letter is None:
            return FileKind.OTHER
        place = opened.letter.attachments.index(one)
        if place < len(opened.kinds):
            return opened.kinds[place]
        return kind_of(one.name, one.content_type, b"")

    @Slot(object)
    def _hear(self, answer: Answer) -> None:
        match answer.question:
            case FileWanted(_, path, _):
                self.noted.emit(fill(self.tr("%1 was written."), machine(path.name)))
            case PreviewWanted(_, index):
                self._show_preview(index, answer.value)
            case FilesWanted(_, _, _, purpose):
                assert isinstance(answer.value, tuple)
                self._hand_over(purpose, answer.value)

    def _hand_over(self, purpose: Purpose, paths: tuple[Path, ...]) -> None:
        if purpose is Purpose.SAVE:
            self.noted.emit(self.tr("%n file(s) written.", "", len(paths)))
        elif purpose is Purpose.DRAG:
            drag_files(self._window, paths)
        elif not all([self.open_file(path) for path in paths]):
            self.failed.emit(self.tr("No program was found that opens this file."))

    def _show_preview(self, index: int, octets: object) -> None:
        one = self._attachment(index)
        if one is not None and isinstance(octets, bytes):
            kind = self._kind(index)
            PreviewWindow(one.name, kind, octets, self._window).show()

    @Slot(object)
    def _hear_failure(self, answer: Answer) -> None:
        match answer.question:
            case FileWanted(_, path, _):
                name = machine(path.name)
                self.failed.emit(fill(self.tr("%1 could not be written."), name))
            case FilesWanted():
                self.failed.emit(self.tr("The files could not be written."))
            case PreviewWanted():
                self.failed.emit(self.tr("The attachment could not be read."))
