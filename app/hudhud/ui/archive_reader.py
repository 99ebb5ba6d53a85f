"""What the window asks of the archive, and how the reader thread answers.

Pages of rows are not asked here: the list reads them at once from a connection of its
own, which never waits. Start with the questions; each is answered by one function.
"""

import os
from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import ClassVar, assert_never

from PySide6.QtCore import QObject

from hudhud.archive.archive import Archive
from hudhud.archive.rows import View
from hudhud.domain.identifiers import AccountId, MessageId
from hudhud.domain.messages import MessageRow
from hudhud.domain.retention import RetentionPolicy
from hudhud.mime.letter import Letter, attachment_octets, read_letter
from hudhud.ui.archive_thread import ArchiveThread, Duties, Question, Stopped
from hudhud.ui.policy_effect import policy_effect

# Pictures of one letter that are shown; the rest stay in the attachment strip.
SHOWN_PICTURE_OCTETS = 32 * 1024 * 1024
ORIGINAL_OCTETS = 1024 * 1024


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
    message: MessageId
    REPLACES: ClassVar[bool] = True


@dataclass(frozen=True, slots=True)
class OriginalWanted:
    message: MessageId
    REPLACES: ClassVar[bool] = True


@dataclass(frozen=True, slots=True)
class FileWanted:
    """Write a saved message, or its attachment number `index`, to a file."""

    message: MessageId
    path: Path
    index: int | None = None
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


AboutOne = LetterWanted | OriginalWanted | FileWanted

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
    `pictures` holds the octets of pictures inside the letter, by their content-id.
    """

    row: MessageRow
    letter: Letter | None
    lines: int
    pictures: dict[str, bytes]


def archive_reader(folder: Path, parent: QObject | None = None) -> ArchiveThread:
    """Start the thread that answers the questions above."""
    return ArchiveThread(folder, Duties(answered, read_only=True), parent)


def answered(archive: Archive, question: Question, stopped: Stopped) -> object:
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
            return _answered_of_one(archive, question)


def _answered_of_one(archive: Archive, question: AboutOne) -> object:
    match question:
        case LetterWanted(message):
            return opened_letter(archive, message)
        case OriginalWanted(message):
            return original(archive, message)
        case FileWanted(message, path, index):
            return written(archive, message, path, index)
    assert_never(question)


def sizes(archive: Archive, accounts: Iterable[AccountId]) -> dict[AccountId, int]:
    found = {one: archive.history.maildrop_sizes(one, 1) for one in accounts}
    return {account: last[0].octets for account, last in found.items() if last}


def listed(archive: Archive, view: View, query: str) -> "array[int]":
    ids = archive.rows.ids(view)
    if not query.strip():
        return ids
    found = frozenset(archive.index.search(query, None))
    return array("q", (one for one in ids if one in found))


def opened_letter(archive: Archive, message: MessageId) -> OpenedLetter | None:
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
    letter = read_letter(octets)
    lines = 0 if row.saved else body_lines(octets)
    return OpenedLetter(row, letter, lines, pictures(octets, letter))


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


def original(archive: Archive, message: MessageId) -> bytes:
    """The octets as they came, cut where a window could no longer show them."""
    row = archive.rows.row(message)
    if row is None:
        return b""
    if not row.saved:
        return archive.contents.first_lines(message) or b""
    gathered = bytearray()
    for piece in archive.contents.pieces(message):
        gathered += piece
        if len(gathered) >= ORIGINAL_OCTETS:
            break
    return bytes(gathered[:ORIGINAL_OCTETS])


def written(
    archive: Archive, message: MessageId, path: Path, index: int | None
) -> Path:
    """Write whole or not at all, readable by nobody else."""
    if index is None:
        _write(path, archive.contents.pieces(message))
    else:
        _write(path, [attachment_octets(archive.contents.read(message), index)])
    return path


def _write(path: Path, pieces: Iterable[bytes]) -> None:
    with NamedTemporaryFile(dir=path.parent, prefix=".hudhud-", delete=False) as file:
        kept = Path(file.name)
        try:
            for piece in pieces:
                file.write(piece)
            file.flush()
            os.fsync(file.fileno())
        except BaseException:
            kept.unlink(missing_ok=True)
            raise
    kept.replace(path)
