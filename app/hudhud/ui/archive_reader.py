"""What the window asks of the archive, and how the reader thread answers.

Pages of rows are not asked here: the list reads them at once from a connection of its
own, which never waits. Start with the questions; each is answered by one function.
"""

from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import ClassVar, Protocol

from PySide6.QtCore import QObject

from hudhud.archive.archive import Archive
from hudhud.archive.rows import View
from hudhud.domain.choices import SenderChoices
from hudhud.domain.identifiers import AccountId, MessageId
from hudhud.domain.messages import MessageRow
from hudhud.domain.retention import RetentionPolicy
from hudhud.mime.letter import Letter, attachment_octets, read_letter
from hudhud.mime.limits import Note
from hudhud.mime.safe_name import safe_file_name
from hudhud.ui.archive_thread import ArchiveThread, Duties, Question, Stopped
from hudhud.ui.attached_kind import FileKind
from hudhud.ui.conversation import conversation_of
from hudhud.ui.letter_questions import AboutLetter, answered_about, kinds
from hudhud.ui.outgoing_files import write_new
from hudhud.ui.policy_effect import policy_effect

# Pictures of one letter that are shown; the rest stay in the attachment strip.
SHOWN_PICTURE_OCTETS = 32 * 1024 * 1024


class Reading(Protocol):
    """Octets into a letter, as `mime.letter.read_letter` does it."""

    def __call__(self, octets: bytes, *, remote_images: bool = False) -> Letter: ...


@dataclass(frozen=True, slots=True)
class ListWanted:
    """Which messages a list shows, in which order. An empty `query` finds all."""

    view: View
    query: str = ""
    REPLACES: ClassVar[bool] = True


@dataclass(frozen=True, slots=True)
class CountsWanted:
    REPLACES: ClassVar[bool] = True


@dataclass(frozen=True, slots=True)
class LetterWanted:
    """`images`: the person agreed to remote pictures of this letter."""

    message: MessageId
    images: bool = False
    REPLACES: ClassVar[bool] = True


@dataclass(frozen=True, slots=True)
class LetterForWindow:
    """A letter for a window of its own, whatever the reading pane asks meanwhile."""

    message: MessageId
    REPLACES: ClassVar[bool] = False


@dataclass(frozen=True, slots=True)
class MessagesWanted:
    """Write those of the messages that are saved into a folder, as .eml files."""

    messages: tuple[MessageId, ...]
    folder: Path
    REPLACES: ClassVar[bool] = False


@dataclass(frozen=True, slots=True)
class VerificationWanted:
    REPLACES: ClassVar[bool] = True


@dataclass(frozen=True, slots=True)
class SizesWanted:
    """How many octets lay on the server when each account was last listed."""

    accounts: tuple[AccountId, ...]
    REPLACES: ClassVar[bool] = True


@dataclass(frozen=True, slots=True)
class EffectWanted:
    """What a policy would delete of what is on the server now."""

    account: AccountId
    policy: RetentionPolicy
    now: datetime
    REPLACES: ClassVar[bool] = True


AboutOne = LetterWanted | LetterForWindow | MessagesWanted | AboutLetter

ReaderQuestion = (
    ListWanted
    | CountsWanted
    | SizesWanted
    | EffectWanted
    | VerificationWanted
    | AboutOne
)


@dataclass(frozen=True, slots=True)
class OpenedLetter:
    """What the reading pane shows. `letter` is None where nothing was read yet.

    `lines` counts the first lines of the body that are here while the message is not.
    `pictures` holds the octets of pictures inside the letter, by their content-id;
    `kinds` says what the attachments really are, in their order. `choices` are those
    made for the sender; `conversation` is all of it, the oldest first, or empty.
    """

    row: MessageRow
    letter: Letter | None
    lines: int
    pictures: dict[str, bytes]
    kinds: tuple[FileKind, ...] = ()
    choices: SenderChoices = SenderChoices()
    conversation: tuple[MessageRow, ...] = ()


def archive_reader(
    folder: Path, parent: QObject | None = None, reading: Reading = read_letter
) -> ArchiveThread:
    """Start the thread that answers the questions above.

    `reading` reads a letter's octets, wherever that is safest.
    """
    answer = partial(answered, reading=reading)
    return ArchiveThread(folder, Duties(answer, read_only=True), parent)


def answered(
    archive: Archive,
    question: Question,
    stopped: Stopped,
    reading: Reading = read_letter,
) -> object:
    assert isinstance(question, ReaderQuestion)
    match question:
        case ListWanted(view, query):
            return listed(archive, view, query)
        case CountsWanted():
            return archive.rows.counts()
        case SizesWanted(accounts):
            return sizes(archive, accounts)
        case VerificationWanted():
            return archive.checkup.verify(None, stopped)
        case EffectWanted(account, policy, now):
            lines = archive.ledger.lines(account).values()
            return policy_effect(lines, policy, now)
        case _:
            return _answered_of_one(archive, question, reading)


def _answered_of_one(archive: Archive, question: AboutOne, reading: Reading) -> object:
    match question:
        case LetterWanted(message, images):
            return opened_letter(archive, message, images=images, reading=reading)
        case LetterForWindow(message):
            return opened_letter(archive, message, reading=reading)
        case MessagesWanted(messages, folder):
            return written(archive, messages, folder)
    return answered_about(SavedLetter(archive, question.message), question)


@dataclass(frozen=True, slots=True)
class SavedLetter:
    """The octets of a message, or its first lines where it is not saved."""

    archive: Archive
    message: MessageId

    def octets(self) -> bytes:
        return self.archive.contents.read(self.message)

    def pieces(self) -> Iterator[bytes]:
        return self.archive.contents.pieces(self.message)

    def known(self) -> Iterator[bytes]:
        row = self.archive.rows.row(self.message)
        if row is None or row.saved:
            return self.pieces()
        return iter([self.archive.contents.first_lines(self.message) or b""])


def sizes(archive: Archive, accounts: Iterable[AccountId]) -> dict[AccountId, int]:
    found = {one: archive.history.maildrop_sizes(one, 1) for one in accounts}
    return {account: last[0].octets for account, last in found.items() if last}


def listed(archive: Archive, view: View, query: str) -> "array[int]":
    ids = archive.rows.ids(view)
    if not query.strip():
        return ids
    found = frozenset(archive.index.search(query, None))
    return array("q", (one for one in ids if one in found))


def opened_letter(
    archive: Archive,
    message: MessageId,
    *,
    images: bool = False,
    reading: Reading = read_letter,
) -> OpenedLetter | None:
    """None where the row has gone since it was asked for."""
    row = archive.rows.row(message)
    if row is None:
        return None
    octets: bytes | None
    if row.saved:
        octets = archive.contents.read(message)
    else:
        octets = archive.contents.first_lines(message)
    if octets is None:
        return OpenedLetter(row, None, 0, {})
    choices = choices_for(archive, row)
    letter = reading(octets, remote_images=images or choices.images)
    if choices.images and not images and Note.SEVERAL_SENDERS in letter.notes:
        # Which of them the choice was made for, nobody can tell.
        choices = replace(choices, images=False)
        letter = reading(octets)
    lines = 0 if row.saved else body_lines(octets)
    shown = pictures(octets, letter)
    found = kinds(octets, letter) if row.saved else ()
    thread = conversation_of(archive, message)
    return OpenedLetter(row, letter, lines, shown, found, choices, thread)


def choices_for(archive: Archive, row: MessageRow) -> SenderChoices:
    address = row.sender.address if row.sender else ""
    return archive.correspondents.choices(address)


def body_lines(octets: bytes) -> int:
    """Count the lines behind the header block."""
    _, _, body = octets.replace(b"\r\n", b"\n").partition(b"\n\n")
    return len(body.splitlines())


def pictures(octets: bytes, letter: Letter) -> dict[str, bytes]:
    """The pictures that the letter's HTML may ask for by content-id."""
    shown: dict[str, bytes] = {}
    room = SHOWN_PICTURE_OCTETS
    for one in letter.attachments if letter.html else ():
        is_picture = one.content_id and one.content_type.startswith("image/")
        if is_picture and one.octets <= room:
            shown[one.content_id] = attachment_octets(octets, one.index)
            room -= one.octets
    return shown


def written(
    archive: Archive, messages: Iterable[MessageId], folder: Path
) -> tuple[Path, ...]:
    rows = [row for row in map(archive.rows.row, messages) if row and row.saved]
    return tuple(
        write_new(
            folder,
            f"{safe_file_name(row.subject)}.eml",
            archive.contents.pieces(row.id),
            "",
        )
        for row in rows
    )
