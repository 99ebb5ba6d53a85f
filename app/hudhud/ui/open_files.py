"""Letters from files, each in a window of its own: no archive, account or profile.

Nothing is written but what the person saves.
"""

import stat
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QMessageBox

from hudhud import __version__
from hudhud.config.settings import Settings
from hudhud.domain.identifiers import AccountId, MessageId
from hudhud.domain.messages import MessageRow, State
from hudhud.mime.letter import read_letter
from hudhud.mime.summary import summarize
from hudhud.mime.visible import one_line
from hudhud.ui.archive_reader import LetterForWindow, OpenedLetter, pictures
from hudhud.ui.archive_thread import Answer, Question
from hudhud.ui.controllers.appearance import apply_appearance
from hudhud.ui.controllers.letter_windows import LetterWindowController, no_neighbour
from hudhud.ui.letter_questions import AboutLetter, answered_about, kinds
from hudhud.ui.letter_window import LetterWindow
from hudhud.ui.thread_edge import attempt

MOST_OCTETS = 256 * 1024 * 1024
FAILED = 3
# A letter has one of these; a picture or a program has none.
FIELDS = frozenset({"from", "to", "date", "subject", "received", "message-id"})


class NotALetter(Exception):
    """Carries one sentence for the person."""


@dataclass(frozen=True, slots=True)
class FileLetter:
    """The octets of one file, and what a row would say of it."""

    content: bytes
    row: MessageRow

    def octets(self) -> bytes:
        return self.content

    def pieces(self) -> Iterator[bytes]:
        return iter([self.content])

    def known(self) -> Iterator[bytes]:
        return self.pieces()


class FileDesk(QObject):
    """Answers about one letter, as the reader thread does about the archive's."""

    answered = Signal(object)
    failed = Signal(object)

    def __init__(self, letter: FileLetter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._letter = letter

    def ask(self, question: Question) -> None:
        QTimer.singleShot(0, self, lambda: self._answer(question))

    def _answer(self, question: Question) -> None:
        found: list[object] = []
        failure = attempt(lambda: found.append(answer_from(self._letter, question)))
        answer = Answer(question, found[0] if found else None, failure)
        (self.failed if failure else self.answered).emit(answer)


def answer_from(letter: FileLetter, question: Question) -> object:
    if isinstance(question, LetterForWindow):
        octets = letter.content
        read = read_letter(octets)
        return OpenedLetter(
            letter.row, read, 0, pictures(octets, read), kinds(octets, read)
        )
    assert isinstance(question, AboutLetter)
    return answered_about(letter, question)


def run_letters(files: Sequence[Path], *, double_clicked: bool = False) -> int:
    """Show each that is a letter until all are closed; the others cost a sentence,
    in a window where nobody would see another.
    """
    letters = [letter for file in files if (letter := _read_or_tell(file)) is not None]
    all_shown = len(letters) == len(files)
    if not letters and not double_clicked:
        return FAILED
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setApplicationName("hudhud")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("hudhud")
    apply_appearance(app, Settings())
    if double_clicked and not all_shown:
        _say_so(app)
    if not letters:
        return FAILED
    # Python would let go of a window that nobody holds.
    windows = [window_of(letter) for letter in letters]
    for window in windows:
        window.show()
    code = app.exec()
    return code or (0 if all_shown else FAILED)


def window_of(letter: FileLetter) -> LetterWindow:
    window = LetterWindow(local_time)
    window.without_list()
    desk = FileDesk(letter, window)
    LetterWindowController(desk, window, no_neighbour).open(letter.row.id)
    return window


def local_time() -> datetime:
    return datetime.now(UTC).astimezone()


def read_file(file: Path) -> FileLetter:
    """Raises NotALetter."""
    try:
        found = file.stat()
        if not stat.S_ISREG(found.st_mode):
            raise NotALetter(f"{file.name} is not a file.")
        if found.st_size > MOST_OCTETS:
            raise NotALetter(f"{file.name} is too large to be shown.")
        octets = file.read_bytes()
    except FileNotFoundError as error:
        raise NotALetter(f"There is no file {file}.") from error
    except OSError as error:
        raise NotALetter(f"{file} cannot be read: {error.strerror}.") from error
    names = {name.lower() for name, _ in read_letter(octets).headers}
    if not names & FIELDS:
        raise NotALetter(f"{file.name} is not a letter.")
    return FileLetter(octets, row_of(octets, found.st_mtime))


def row_of(octets: bytes, changed: float) -> MessageRow:
    """`changed` is the time of the file, for a letter without a date."""
    summary = summarize(octets)
    return MessageRow(
        id=MessageId(0),
        account=AccountId(""),
        uid=None,
        state=State.SAVED,
        sender=summary.sender,
        subject=summary.subject,
        preview=summary.preview,
        date=summary.sent_at or datetime.fromtimestamp(changed, UTC),
        octets=len(octets),
        attachments=summary.attachments,
        saved=True,
        read=True,
        starred=False,
        verdict=None,
        set_aside=False,
    )


def _read_or_tell(file: Path) -> FileLetter | None:
    try:
        return read_file(file)
    except NotALetter as error:
        sys.stderr.write(f"hudhud: {one_line(str(error))}\n")
        return None


def _say_so(app: QApplication) -> None:
    box = QMessageBox()
    box.setIcon(QMessageBox.Icon.Information)
    box.setWindowTitle(app.translate("OpenFiles", "Hudhud"))
    box.setText(app.translate("OpenFiles", "This file could not be shown as a letter."))
    close = app.translate("OpenFiles", "Close")
    box.addButton(close, QMessageBox.ButtonRole.AcceptRole)
    box.exec()
