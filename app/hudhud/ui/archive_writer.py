"""What the window changes in the archive, one deed after the other on a thread.

A decision is durable when its answer arrives. Between deeds the thread makes new
messages findable, a few at a time, so that a decision never waits for it.
"""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import ClassVar, assert_never

from PySide6.QtCore import QObject

from hudhud.archive.archive import Archive
from hudhud.domain.choices import TextDirection
from hudhud.domain.identifiers import AccountId, MessageId, UniqueId
from hudhud.domain.messages import State
from hudhud.domain.retention import Verdict
from hudhud.sync.indexer import index_pending
from hudhud.ui.archive_thread import ArchiveThread, Duties, Idled, Question, Stopped

INDEXED_AT_ONCE = 16
PEEKED_AT_ONCE = 200
STILL_THERE = frozenset({State.ON_SERVER, State.SAVED_ON_SERVER})


@dataclass(frozen=True, slots=True)
class Choice:
    """One verdict for some messages of one account; None takes back what was said."""

    account: AccountId
    uids: tuple[UniqueId, ...]
    verdict: Verdict | None


@dataclass(frozen=True, slots=True)
class Decide:
    """Nothing is sent to a server before `not_before`."""

    choices: tuple[Choice, ...]
    at: datetime
    not_before: datetime
    REPLACES: ClassVar[bool] = False


@dataclass(frozen=True, slots=True)
class TakeBack:
    """Bring earlier verdicts back; nothing is staged by it."""

    choices: tuple[Choice, ...]
    at: datetime
    REPLACES: ClassVar[bool] = False


@dataclass(frozen=True, slots=True)
class MarkRead:
    messages: tuple[MessageId, ...]
    read: bool
    REPLACES: ClassVar[bool] = False


@dataclass(frozen=True, slots=True)
class NoteAccount:
    account: AccountId
    name: str
    REPLACES: ClassVar[bool] = False


@dataclass(frozen=True, slots=True)
class AllowImages:
    """Whether remote pictures of this sender are fetched unasked from now on."""

    address: str
    allowed: bool
    REPLACES: ClassVar[bool] = False


@dataclass(frozen=True, slots=True)
class TurnText:
    """The direction of this sender's letters; None leaves each to itself."""

    address: str
    direction: TextDirection | None
    REPLACES: ClassVar[bool] = False


Choosing = AllowImages | TurnText
Deed = Decide | TakeBack | MarkRead | NoteAccount | Choosing


def archive_writer(folder: Path, parent: QObject | None = None) -> ArchiveThread:
    """Start the thread that carries out the deeds above."""
    return ArchiveThread(folder, Duties(done, idle=indexed), parent)


def done(archive: Archive, deed: Question, stopped: Stopped) -> object:
    """Gives how many messages a decision reached, or what is taken back still can."""
    assert isinstance(deed, Deed)
    match deed:
        case Decide(choices, at, not_before):
            return sum(_decided(archive, one, at, not_before) for one in choices)
        case TakeBack(choices, at):
            for one in choices:
                _decided(archive, one, at, at)
            return sum(_left_on_server(archive, one) for one in choices)
        case MarkRead(messages, read):
            archive.rows.mark_read(messages, read)
            return len(messages)
        case NoteAccount(account, name):
            archive.accounts.note(account, name)
            return 1
    return _chosen(archive, deed)


def _chosen(archive: Archive, deed: Choosing) -> int:
    match deed:
        case AllowImages(address, allowed):
            archive.correspondents.allow_images(address, allowed)
            return 1
        case TurnText(address, direction):
            archive.correspondents.set_direction(address, direction)
            return 1
    assert_never(deed)


def indexed(archive: Archive, stopped: Stopped) -> Idled:
    """Make some more messages findable: saved ones by every word, others by a few."""
    pending = archive.index.pending(INDEXED_AT_ONCE)
    if not pending:
        return Idled(archive.index.put_peeked(PEEKED_AT_ONCE))
    return Idled(index_pending(archive, INDEXED_AT_ONCE, stopped), tuple(pending))


def _decided(
    archive: Archive, choice: Choice, at: datetime, not_before: datetime
) -> int:
    account, uids = choice.account, choice.uids
    if choice.verdict is None:
        return archive.decisions.clear(account, uids, at)
    return archive.decisions.decide(account, uids, choice.verdict, at, not_before)


def _left_on_server(archive: Archive, choice: Choice) -> int:
    """How many are there still, and not on their way out."""
    rows = (archive.rows.by_uid(choice.account, uid) for uid in choice.uids)
    return sum(1 for row in rows if row and row.state in STILL_THERE)
