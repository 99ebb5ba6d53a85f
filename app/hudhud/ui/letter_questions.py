"""What a window asks about one letter, and the answers, wherever its octets lie.

The archive answers on the reader thread; a letter from a file answers by itself.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import ClassVar, Protocol

from PySide6.QtCore import QObject, Signal, SignalInstance, Slot

from hudhud.domain.identifiers import MessageId
from hudhud.mime.letter import Letter, attachment_octets, read_letter
from hudhud.mime.summary import summarize_header
from hudhud.ui.archive_thread import Answer, Question
from hudhud.ui.attached_kind import FileKind, kind_of
from hudhud.ui.outgoing_files import write_new, write_over

ORIGINAL_OCTETS = 1024 * 1024
# Of more files than these the sender's word is taken for what they are.
LOOKED_INTO = 20
# What is shown in a preview; the rest is in the file.
PREVIEW_OCTETS = 64 * 1024 * 1024


class Purpose(StrEnum):
    """What files are written for."""

    SAVE = "save"
    OPEN = "open"
    DRAG = "drag"


@dataclass(frozen=True, slots=True)
class OriginalWanted:
    message: MessageId
    REPLACES: ClassVar[bool] = False


@dataclass(frozen=True, slots=True)
class HeadersWanted:
    message: MessageId
    REPLACES: ClassVar[bool] = False


@dataclass(frozen=True, slots=True)
class FileWanted:
    """Write a saved message, or its attachment number `index`, to a file."""

    message: MessageId
    path: Path
    index: int | None = None
    REPLACES: ClassVar[bool] = False


@dataclass(frozen=True, slots=True)
class FilesWanted:
    """Write these attachments into a folder, under names that are free there."""

    message: MessageId
    folder: Path
    indices: tuple[int, ...]
    purpose: Purpose = Purpose.SAVE
    REPLACES: ClassVar[bool] = False


@dataclass(frozen=True, slots=True)
class PreviewWanted:
    message: MessageId
    index: int
    REPLACES: ClassVar[bool] = False


@dataclass(frozen=True, slots=True)
class Original:
    """`octets` are the first ones where `is_cut`."""

    octets: bytes
    is_cut: bool


AboutLetter = OriginalWanted | HeadersWanted | FileWanted | FilesWanted | PreviewWanted


class LetterSource(Protocol):
    """Where the octets of the letter in question are.

    `known` are its first lines where there is no more of it yet.
    """

    def octets(self) -> bytes: ...

    def pieces(self) -> Iterator[bytes]: ...

    def known(self) -> Iterator[bytes]: ...


class Desk(Protocol):
    """Takes a question, and tells the answer later on the window's thread."""

    answered: SignalInstance
    failed: SignalInstance

    def ask(self, question: Question) -> None: ...


def answered_about(source: LetterSource, question: AboutLetter) -> object:
    match question:
        case OriginalWanted():
            return original(source)
        case HeadersWanted():
            return headers_text(read_letter(original(source).octets))
        case PreviewWanted(_, index):
            return attachment_octets(source.octets(), index)[:PREVIEW_OCTETS]
        case FileWanted(_, path, index):
            return _written_to(path, source, index)
        case FilesWanted(_, folder, indices):
            return written(source.octets(), folder, indices)


def _written_to(path: Path, source: LetterSource, index: int | None) -> Path:
    if index is None:
        return write_over(path, source.pieces(), "")
    octets = source.octets()
    return write_over(path, [attachment_octets(octets, index)], _message_id(octets))


def original(source: LetterSource) -> Original:
    """The octets as they came, cut where a window could no longer show them."""
    gathered = bytearray()
    for piece in source.known():
        gathered += piece
        if len(gathered) > ORIGINAL_OCTETS:
            break
    cut = len(gathered) > ORIGINAL_OCTETS
    return Original(bytes(gathered[:ORIGINAL_OCTETS]), cut)


def headers_text(letter: Letter) -> str:
    """Every field, decoded, in its order."""
    return "\n".join(f"{name}: {value}" for name, value in letter.headers)


def written(octets: bytes, folder: Path, indices: tuple[int, ...]) -> tuple[Path, ...]:
    names = {one.index: one.name for one in read_letter(octets).attachments}
    message_id = _message_id(octets)
    return tuple(
        write_new(folder, names[index], [attachment_octets(octets, index)], message_id)
        for index in indices
        if index in names
    )


def kinds(octets: bytes, letter: Letter) -> tuple[FileKind, ...]:
    """What the attachments really are, in their order."""
    return tuple(
        kind_of(
            one.name,
            one.content_type,
            attachment_octets(octets, one.index) if number < LOOKED_INTO else b"",
        )
        for number, one in enumerate(letter.attachments)
    )


def _message_id(octets: bytes) -> str:
    return summarize_header(octets).message_id


class OwnQuestions(QObject):
    """Hears of all answers of a desk those to the questions asked here.

    `answered` and `failed` carry an Answer.
    """

    answered = Signal(object)
    failed = Signal(object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._open: list[Question] = []
        desk.answered.connect(self._hear)
        desk.failed.connect(self._hear_failure)

    def ask(self, question: Question) -> None:
        self._open.append(question)
        self._desk.ask(question)

    @Slot(object)
    def _hear(self, answer: Answer) -> None:
        if self._is_own(answer):
            self.answered.emit(answer)

    @Slot(object)
    def _hear_failure(self, answer: Answer) -> None:
        if self._is_own(answer):
            self.failed.emit(answer)

    def _is_own(self, answer: Answer) -> bool:
        """The very question, not one like it: other windows ask the same."""
        waiting = len(self._open)
        self._open = [one for one in self._open if one is not answer.question]
        return len(self._open) < waiting
