"""Questions to the archive: answered on a thread, the latest of each kind alone."""

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from threading import Event as Flag
from threading import get_ident
from typing import ClassVar

import pytest
from pytestqt.qtbot import QtBot

from hudhud.archive.archive import Archive, open_archive
from hudhud.archive.rows import View, ViewKind
from hudhud.domain.failures import FailureKind
from hudhud.domain.identifiers import MessageId, UniqueId
from hudhud.domain.messages import State
from hudhud.domain.retention import AskForEach, DeleteOnceSaved, Verdict
from hudhud.mime.letter import Letter, unread_letter
from hudhud.sync.plan import Job
from hudhud.ui.archive_reader import (
    CountsWanted,
    EffectWanted,
    LetterWanted,
    ListWanted,
    OpenedLetter,
    SizesWanted,
    VerificationWanted,
    answered,
    archive_reader,
)
from hudhud.ui.archive_thread import (
    Answer,
    ArchiveThread,
    Duties,
    Question,
    Stopped,
)
from hudhud.ui.archive_writer import (
    Choice,
    Decide,
    MarkRead,
    TakeBack,
    archive_writer,
)
from hudhud.ui.letter_questions import FileWanted, Original, OriginalWanted
from hudhud.ui.policy_effect import PolicyEffect
from support.world import ACCOUNT, World, mail

LIMIT_MS = 5000
PATIENCE_S = 10.0


@pytest.fixture
def world(tmp_path: Path) -> World:
    """Four messages on the server; the first two are saved, two were looked at."""
    world = World(tmp_path / "archive")
    world.run(AskForEach(), Job(peek_lines=5, save=False))
    world.run(AskForEach(), Job(only=frozenset({UniqueId("u1"), UniqueId("u2")})))
    return world


@pytest.fixture
def archive(world: World) -> Iterator[Archive]:
    archive = open_archive(world.folder, read_only=True)
    yield archive
    archive.close()


def never() -> bool:
    return False


def ask(archive: Archive, question: Question) -> object:
    return answered(archive, question, never)


def row_of(archive: Archive, uid: str) -> MessageId:
    row = archive.rows.by_uid(ACCOUNT.id, UniqueId(uid))
    assert row is not None
    return row.id


def test_a_view_is_listed(archive: Archive) -> None:
    ids = ask(archive, ListWanted(View(kind=ViewKind.SAVED)))
    assert list(ids) == [row_of(archive, "u2"), row_of(archive, "u1")]  # type: ignore[call-overload]


def test_a_search_keeps_to_the_view_and_its_order(
    qtbot: QtBot, world: World, archive: Archive
) -> None:
    index(qtbot, world.folder)
    found = ask(archive, ListWanted(View(kind=ViewKind.WAITING), "letter"))
    assert list(found) == [row_of(archive, "u4"), row_of(archive, "u3")]  # type: ignore[call-overload]


def test_a_saved_letter_is_opened_whole(archive: Archive) -> None:
    opened = ask(archive, LetterWanted(row_of(archive, "u1")))
    assert isinstance(opened, OpenedLetter)
    assert opened.row.saved
    assert opened.letter is not None
    assert opened.letter.text.count("line of message 1") == 15


def test_a_letter_is_read_where_the_window_says(archive: Archive) -> None:
    read: list[bytes] = []

    def elsewhere(octets: bytes, *, remote_images: bool = False) -> Letter:
        read.append(octets)
        return unread_letter(octets)

    question = LetterWanted(row_of(archive, "u1"))
    opened = answered(archive, question, never, elsewhere)
    assert isinstance(opened, OpenedLetter)
    assert opened.letter == unread_letter(read[0])


def test_of_a_waiting_letter_the_first_lines_are_opened_and_counted(
    archive: Archive,
) -> None:
    opened = ask(archive, LetterWanted(row_of(archive, "u3")))
    assert isinstance(opened, OpenedLetter)
    assert opened.lines == 5
    assert opened.letter is not None
    assert opened.letter.text.count("line of message 3") == 5


def test_a_letter_that_is_gone_is_none(archive: Archive) -> None:
    assert ask(archive, LetterWanted(MessageId(999))) is None


def test_the_original_is_octet_for_octet(archive: Archive) -> None:
    found = ask(archive, OriginalWanted(row_of(archive, "u1")))
    assert found == Original(mail(1), is_cut=False)


def test_a_message_is_written_whole_with_the_rights_of_any_file(
    archive: Archive, tmp_path: Path
) -> None:
    path = tmp_path / "letter.eml"
    ask(archive, FileWanted(row_of(archive, "u2"), path))
    assert path.read_bytes() == mail(2)
    beside = tmp_path / "any"
    beside.touch()
    assert path.stat().st_mode == beside.stat().st_mode
    beside.unlink()
    assert [one.name for one in tmp_path.iterdir() if one.is_file()] == ["letter.eml"]


def test_the_size_of_a_maildrop_is_that_of_its_last_listing(archive: Archive) -> None:
    octets = sum(len(mail(number)) for number in range(1, 5))
    assert ask(archive, SizesWanted((ACCOUNT.id,))) == {ACCOUNT.id: octets}


def test_the_effect_of_a_policy_is_on_saved_messages_alone(
    world: World, archive: Archive
) -> None:
    effect = ask(archive, EffectWanted(ACCOUNT.id, DeleteOnceSaved(), world.now))
    both = {row_of(archive, "u1"), row_of(archive, "u2")}
    assert isinstance(effect, PolicyEffect)
    assert set(effect.later) == set(effect.today) == both


def test_verification_reads_every_saved_copy(archive: Archive) -> None:
    found = ask(archive, VerificationWanted())
    assert (found.messages, found.ok) == (2, True)  # type: ignore[attr-defined]


# The thread.


class Ears:
    def __init__(self, thread: ArchiveThread) -> None:
        self.answers: list[Answer] = []
        self.failures: list[Answer] = []
        self.heard_on: set[int] = set()
        thread.answered.connect(self._hear)
        thread.failed.connect(self.failures.append)

    def _hear(self, answer: Answer) -> None:
        self.answers.append(answer)
        self.heard_on.add(get_ident())


@pytest.fixture
def started(
    qapp: object, world: World
) -> Iterator[Callable[[Duties | None], ArchiveThread]]:
    threads: list[ArchiveThread] = []

    def start(duties: Duties | None = None) -> ArchiveThread:
        folder = world.folder
        thread = ArchiveThread(folder, duties) if duties else archive_reader(folder)
        threads.append(thread)
        return thread

    yield start
    assert all([thread.shut_down(LIMIT_MS) for thread in threads])


Started = Callable[..., ArchiveThread]


@dataclass(frozen=True, slots=True)
class Slow:
    number: int
    REPLACES: ClassVar[bool] = True


def test_answers_are_heard_on_the_window_thread(qtbot: QtBot, started: Started) -> None:
    thread = started()
    ears = Ears(thread)
    thread.ask(CountsWanted())
    qtbot.waitUntil(lambda: len(ears.answers) == 1)
    assert ears.heard_on == {get_ident()}


def test_of_questions_of_one_kind_only_the_latest_is_answered(
    qtbot: QtBot, started: Started
) -> None:
    begun, go_on = Flag(), Flag()
    worked_on: list[object] = []

    def answer(archive: Archive, question: Question, stopped: Stopped) -> object:
        worked_on.append(question)
        begun.set()
        assert go_on.wait(PATIENCE_S)
        return stopped()

    thread = started(Duties(answer))
    ears = Ears(thread)
    thread.ask(Slow(1))
    assert begun.wait(PATIENCE_S)
    for number in (2, 3, 4):
        thread.ask(Slow(number))
    go_on.set()
    qtbot.waitUntil(lambda: bool(ears.answers))
    assert ears.answers == [Answer(Slow(4), False)]
    assert worked_on == [Slow(1), Slow(4)]


def test_what_goes_wrong_is_heard_as_a_failure_and_the_thread_goes_on(
    qtbot: QtBot, started: Started
) -> None:
    thread = started()
    ears = Ears(thread)
    thread.ask(FileWanted(MessageId(999), Path("/nowhere/letter.eml")))
    thread.ask(CountsWanted())
    qtbot.waitUntil(lambda: len(ears.answers) == 1)
    assert ears.failures[0].failure is not None
    assert ears.failures[0].failure.kind in FailureKind


def test_shutting_down_twice_is_no_harm(started: Started) -> None:
    thread = started()
    assert thread.shut_down(LIMIT_MS)


# Deeds, and what the writer does between them.


def index(qtbot: QtBot, folder: Path) -> None:
    """Let the writer thread make everything findable."""
    writer = archive_writer(folder)
    with closing(open_archive(folder, read_only=True)) as archive:
        writer.wake()
        qtbot.waitUntil(lambda: len(archive.index.search("letter", None)) == 4)
    assert writer.shut_down(LIMIT_MS)


@pytest.fixture
def writer(qapp: object, world: World) -> Iterator[ArchiveThread]:
    writer = archive_writer(world.folder)
    yield writer
    assert writer.shut_down(LIMIT_MS)


def delete_u1(world: World) -> Decide:
    choice = Choice(ACCOUNT.id, (UniqueId("u1"),), Verdict.SAVE_THEN_DELETE)
    return Decide((choice,), world.now, world.now)


def test_a_decision_is_in_the_archive_when_its_answer_is_heard(
    qtbot: QtBot, world: World, archive: Archive, writer: ArchiveThread
) -> None:
    ears = Ears(writer)
    writer.ask(delete_u1(world))
    qtbot.waitUntil(lambda: bool(ears.answers))
    assert ears.answers[0].value == 1
    row = archive.rows.row(row_of(archive, "u1"))
    assert row is not None
    assert row.state is State.TO_BE_DELETED


def test_what_is_taken_back_tells_how_many_are_still_on_the_server(
    qtbot: QtBot, world: World, archive: Archive, writer: ArchiveThread
) -> None:
    ears = Ears(writer)
    writer.ask(delete_u1(world))
    clear = Choice(ACCOUNT.id, (UniqueId("u1"),), None)
    writer.ask(TakeBack((clear,), world.now))
    qtbot.waitUntil(lambda: len(ears.answers) == 2)
    assert ears.answers[1].value == 1
    writer.ask(delete_u1(world))
    qtbot.waitUntil(lambda: len(ears.answers) == 3)
    world.run(AskForEach())
    writer.ask(TakeBack((clear,), world.now))
    qtbot.waitUntil(lambda: len(ears.answers) == 4)
    assert ears.answers[3].value == 0


def test_deeds_are_done_in_order_and_none_is_left_out(
    qtbot: QtBot, archive: Archive, writer: ArchiveThread
) -> None:
    ears = Ears(writer)
    message = row_of(archive, "u1")
    deeds = [MarkRead((message,), read) for read in (True, False, True)]
    for deed in deeds:
        writer.ask(deed)
    qtbot.waitUntil(lambda: len(ears.answers) == 3)
    assert [answer.question for answer in ears.answers] == deeds
    row = archive.rows.row(message)
    assert row is not None
    assert row.read


def test_between_deeds_messages_are_made_findable(
    qtbot: QtBot, archive: Archive, writer: ArchiveThread
) -> None:
    touched: list[MessageId] = []
    writer.idled.connect(touched.extend)
    saved = {row_of(archive, "u1"), row_of(archive, "u2")}
    writer.wake()
    qtbot.waitUntil(lambda: len(archive.index.search("letter", None)) == 4)
    qtbot.waitUntil(lambda: set(touched) == saved)
