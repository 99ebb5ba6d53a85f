"""Controllers one by one, over an archive and threads that answer when told to."""

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from pytestqt.qtbot import QtBot

from hudhud.archive.rows import Counts, View, ViewKind
from hudhud.domain.accounts import Account
from hudhud.domain.events import (
    MaildropListed,
    MessagesStored,
    Noticed,
    NoticeKind,
    Phase,
    PhaseEntered,
    Progress,
    Report,
    RunFinished,
)
from hudhud.domain.failures import Failure, FailureKind, Sentences
from hudhud.domain.identifiers import AccountId, MessageId, UniqueId
from hudhud.domain.messages import MessageRow
from hudhud.domain.retention import Verdict
from hudhud.domain.servers import Security, ServerAddress
from hudhud.mime.letter import Letter, read_letter
from hudhud.sync.plan import Job
from hudhud.ui.archive_reader import (
    CountsWanted,
    LetterWanted,
    ListWanted,
    OpenedLetter,
)
from hudhud.ui.archive_writer import Choice, Decide, MarkRead
from hudhud.ui.controllers.decisions import MANY, DecisionsController
from hudhud.ui.controllers.messages import MessagesController
from hudhud.ui.controllers.overview import by_kind, empty_kind
from hudhud.ui.controllers.reading import ReadingController
from hudhud.ui.controllers.sync import SyncController
from hudhud.ui.controllers.undo import Due, Step
from hudhud.ui.dialogs.confirm import Reply
from hudhud.ui.panes.empty import EmptyKind
from hudhud.ui.panes.filters import ListFilter
from hudhud.ui.sync_worker import Errand, MoreLines
from support.asks import ScriptedAsks
from support.window import (
    NOW,
    WORK,
    ScriptedArchive,
    on_server,
    saved_on_server,
    staged,
)

# Stand-ins are handed over where a thread or a widget is expected.
# mypy: disable-error-code="arg-type"

LATER = NOW + timedelta(seconds=10)


def now() -> datetime:
    return NOW


def ten() -> int:
    return 10


@pytest.fixture
def archive(qapp: object) -> Iterator[ScriptedArchive]:
    yield ScriptedArchive()


# Decisions.


def decisions_of(archive: ScriptedArchive, asks: ScriptedAsks) -> DecisionsController:
    return DecisionsController(archive, asks, now, ten)


def decide(verdict: Verdict | None, *numbers: int, wait: bool = True) -> Decide:
    uids = tuple(UniqueId(f"u{number}") for number in numbers)
    return Decide((Choice(WORK, uids, verdict),), NOW, LATER if wait else NOW)


def test_a_decision_is_told_only_once_it_is_durable(archive: ScriptedArchive) -> None:
    decisions = decisions_of(archive, ScriptedAsks())
    told: list[Step] = []
    decisions.decided.connect(told.append)
    decisions.save([on_server(1), on_server(2)])
    assert archive.asked == [decide(Verdict.SAVE, 1, 2)]
    assert told == []
    archive.answer(2)
    assert [step.messages for step in told] == [(1, 2)]


def test_saved_messages_are_deleted_without_a_question(
    archive: ScriptedArchive,
) -> None:
    asks = ScriptedAsks()
    decisions_of(archive, asks).delete([saved_on_server(1)])
    assert archive.asked == [decide(Verdict.DELETE, 1)]
    assert asks.asked == []


def test_so_many_deletions_are_asked_about_even_if_saved(
    archive: ScriptedArchive,
) -> None:
    asks = ScriptedAsks(Reply.CANCEL)
    rows = [saved_on_server(number) for number in range(MANY + 1)]
    decisions_of(archive, asks).delete(rows)
    assert asks.asked == [("delete-many", MANY + 1)]
    assert archive.asked == []


@pytest.mark.parametrize(
    ("reply", "asked"),
    [
        (Reply.CANCEL, []),
        (Reply.DELETE_UNSAVED, [decide(Verdict.DELETE, 1, 2)]),
        (Reply.SAVE_FIRST, [decide(Verdict.SAVE_THEN_DELETE, 1, 2)]),
    ],
)
def test_unsaved_messages_are_always_asked_about(
    archive: ScriptedArchive, reply: Reply, asked: list[Decide]
) -> None:
    asks = ScriptedAsks(reply)
    decisions_of(archive, asks).delete([on_server(1), saved_on_server(2)])
    assert asks.asked == [("delete-unsaved", 1)]
    assert archive.asked == asked


def test_delete_now_keeps_what_was_allowed_and_waits_no_more(
    archive: ScriptedArchive,
) -> None:
    allowed = replace(staged(on_server(1)), verdict=Verdict.DELETE)
    by_rule = staged(saved_on_server(2))
    decisions_of(archive, ScriptedAsks()).delete_now([allowed, by_rule])
    assert archive.asked == [
        decide(Verdict.DELETE, 1, wait=False),
        decide(Verdict.SAVE_THEN_DELETE, 2, wait=False),
    ]


def test_cancelling_takes_a_decision_back(archive: ScriptedArchive) -> None:
    decisions_of(archive, ScriptedAsks()).cancel([staged(on_server(1))])
    assert archive.asked == [decide(None, 1)]


def test_reading_marks_a_message(archive: ScriptedArchive) -> None:
    decisions = decisions_of(archive, ScriptedAsks())
    marked: list[object] = []
    decisions.marked.connect(marked.append)
    decisions.count_as_read(on_server(1))
    assert archive.asked == [MarkRead((MessageId(1),), True)]
    archive.answer(1)
    assert marked == [(1,)]


# The list.


class FakeList:
    """Pane and model in one."""

    def __init__(self) -> None:
        self.ids = array("q")
        self.chosen: tuple[MessageId, ...] = ()
        self.refreshed: list[int] = []

    def set_ids(self, ids: "array[int]") -> None:
        self.ids = ids
        self.chosen = tuple(one for one in self.chosen if one in ids)

    def chosen_ids(self) -> tuple[MessageId, ...]:
        return self.chosen

    def choose(self, message: MessageId) -> None:
        self.chosen = (message,)

    def refresh(self, ids: Sequence[int]) -> None:
        self.refreshed += ids

    def row_of(self, message: int) -> int | None:
        return self.ids.index(message) if message in self.ids else None


@pytest.fixture
def shown() -> FakeList:
    return FakeList()


@pytest.fixture
def messages(archive: ScriptedArchive, shown: FakeList) -> MessagesController:
    return MessagesController(archive, shown, shown)


def ids(*numbers: int) -> "array[int]":
    return array("q", numbers)


def test_a_view_is_asked_for_with_its_counts(
    archive: ScriptedArchive, messages: MessagesController, shown: FakeList
) -> None:
    view = View(kind=ViewKind.SAVED)
    messages.show_view(view)
    assert archive.asked == [ListWanted(view), CountsWanted()]
    archive.answer(ids(3, 2))
    assert shown.ids == ids(3, 2)


def test_chips_and_words_stay_when_another_view_is_chosen(
    archive: ScriptedArchive, messages: MessagesController
) -> None:
    messages.arrange(ListFilter(unread_only=True))
    messages.search("invoice")
    messages.show_view(View(account=WORK, kind=ViewKind.WAITING))
    view = View(account=WORK, kind=ViewKind.WAITING, unread_only=True)
    assert archive.asked[-2] == ListWanted(view, "invoice")


def test_where_a_chosen_message_leaves_its_neighbour_is_chosen(
    archive: ScriptedArchive, messages: MessagesController, shown: FakeList
) -> None:
    messages.ask()
    archive.answer(ids(4, 3, 2))
    shown.choose(MessageId(3))
    archive.asked.clear()
    messages.ask()
    archive.answer(ids(4, 2))
    assert shown.chosen == (2,)


@pytest.mark.parametrize("change", ["view", "unread"])
def test_no_neighbour_is_chosen_in_another_view_or_among_the_unread(
    archive: ScriptedArchive, messages: MessagesController, shown: FakeList, change: str
) -> None:
    if change == "unread":
        messages.arrange(ListFilter(unread_only=True))
    messages.ask()
    archive.asked = [archive.asked[-2]]
    archive.answer(ids(4, 3, 2))
    shown.choose(MessageId(3))
    if change == "view":
        messages.show_view(View(kind=ViewKind.SAVED))
    else:
        messages.ask()
    archive.answer(ids(4, 2))
    assert shown.chosen == ()


def test_bursts_of_events_are_answered_by_one_question(
    qtbot: QtBot,
    archive: ScriptedArchive,
    messages: MessagesController,
    shown: FakeList,
) -> None:
    for number in range(100):
        messages.follow(MessagesStored(WORK, (MessageId(number),)))
    qtbot.waitUntil(lambda: len(archive.asked) == 2)
    assert archive.asked == [ListWanted(View()), CountsWanted()]
    assert sorted(shown.refreshed) == list(range(100))


def test_a_removed_account_is_no_longer_the_one_on_show(
    archive: ScriptedArchive, messages: MessagesController
) -> None:
    messages.show_view(View(account=WORK))
    messages.leave("home")
    assert messages.view.account == WORK
    messages.leave(WORK)
    assert messages.view.account is None


# The letter.


class FakeReader:
    def __init__(self) -> None:
        self.told: list[tuple[object, ...]] = []

    def show_letter(self, row: MessageRow, letter: Letter) -> None:
        self.told.append(("letter", row.id))

    def show_first_lines(
        self, row: MessageRow, letter: Letter | None, lines: int
    ) -> None:
        self.told.append(("lines", row.id, lines))

    def show_many(self, count: int) -> None:
        self.told.append(("many", count))

    def show_nothing(self) -> None:
        self.told.append(("nothing",))


@pytest.fixture
def page() -> FakeReader:
    return FakeReader()


@pytest.fixture
def reading(archive: ScriptedArchive, page: FakeReader) -> ReadingController:
    return ReadingController(archive, page)


def opened(row: MessageRow) -> OpenedLetter:
    return OpenedLetter(row, read_letter(b"Subject: x\r\n\r\nhello\r\n"), 1, {})


def test_the_selection_is_read(
    archive: ScriptedArchive, reading: ReadingController, page: FakeReader
) -> None:
    reading.select([MessageId(1)])
    assert archive.asked == [LetterWanted(MessageId(1))]
    archive.answer(opened(saved_on_server(1)))
    reading.select([MessageId(1), MessageId(2)])
    reading.select([])
    assert page.told == [("letter", 1), ("many", 2), ("nothing",)]


def test_an_answer_for_a_message_that_is_no_longer_chosen_is_not_shown(
    archive: ScriptedArchive, reading: ReadingController, page: FakeReader
) -> None:
    reading.select([MessageId(1)])
    reading.select([MessageId(2)])
    archive.answer(opened(on_server(1)))
    assert page.told == []
    archive.answer(opened(on_server(2)))
    assert page.told == [("lines", 2, 1)]


def test_a_letter_on_show_is_opened_again_once_it_is_saved(
    archive: ScriptedArchive, reading: ReadingController
) -> None:
    reading.select([MessageId(1)])
    archive.answer(opened(on_server(1)))
    reading.follow(MessagesStored(WORK, (MessageId(2),)))
    assert archive.asked == []
    reading.follow(MessagesStored(WORK, (MessageId(1),)))
    assert archive.asked == [LetterWanted(MessageId(1))]


def test_more_lines_are_asked_for_what_is_not_saved(
    archive: ScriptedArchive, reading: ReadingController
) -> None:
    wanted: list[tuple[MessageRow, int]] = []
    reading.more_wanted.connect(lambda row, lines: wanted.append((row, lines)))
    reading.ask_for_more_lines()
    reading.select([MessageId(1)])
    archive.answer(opened(on_server(1)))
    reading.ask_for_more_lines()
    assert wanted == [(on_server(1), 61)]


def test_a_letter_counts_as_read_after_a_while_on_show(
    qtbot: QtBot, archive: ScriptedArchive, reading: ReadingController
) -> None:
    reading.select([MessageId(1)])
    with qtbot.waitSignal(reading.was_read, timeout=3000) as heard:
        archive.answer(opened(on_server(1)))
    assert heard.args == [on_server(1)]


# Runs.


class Screen:
    """Strip and banner in one."""

    def __init__(self) -> None:
        self.strip: list[str] = []
        self.banner: list[str] = []

    def show_work(self, text: str, done: int, total: int) -> None:
        self.strip.append(f"{text} {done}/{total}")

    def show_rest(self, text: str) -> None:
        self.strip.append(text)

    def show_failure(self, told: Sentences, details: str) -> None:
        self.banner.append(told.happened)

    def show_note(self, text: str) -> None:
        self.banner.append(text)

    def hide(self) -> None:
        self.banner.append("(hidden)")


class Threads:
    """Remembers requests; the controller is told of events directly."""

    class _Signal:
        def connect(self, slot: object) -> None:
            pass

    happened = busy_changed = _Signal()

    def __init__(self) -> None:
        self.requests: list[tuple[AccountId, Errand]] = []
        self.stopped: list[AccountId | None] = []

    def request(self, account: Account, errand: Errand) -> None:
        self.requests.append((account.id, errand))

    def stop(self, account: AccountId | None = None) -> None:
        self.stopped.append(account)

    def busy(self) -> frozenset[AccountId]:
        return frozenset()

    def running(self) -> frozenset[AccountId]:
        return frozenset()


HOME = AccountId("home")


def account(name: AccountId, host: str = "pop.example.org") -> Account:
    server = ServerAddress(host, 995, Security.TLS)
    return Account(name, name.title(), f"{name}@example.org", server, name)


@pytest.fixture
def screen() -> Screen:
    return Screen()


@pytest.fixture
def threads() -> Threads:
    return Threads()


def sync_of(threads: Threads, screen: Screen, *accounts: Account) -> SyncController:
    return SyncController(threads, lambda: accounts, screen, screen)


def finished(report: Report, name: AccountId = WORK) -> RunFinished:
    return RunFinished(name, report)


def test_a_check_is_of_one_account_or_of_all(
    qapp: object, threads: Threads, screen: Screen
) -> None:
    sync = sync_of(threads, screen, account(WORK), account(HOME))
    sync.check(HOME)
    sync.check()
    assert [name for name, _ in threads.requests] == [HOME, WORK, HOME]
    assert threads.requests[0][1] == Job(peek_lines=20)


def test_a_new_account_is_looked_at_without_saving_or_deleting(
    qapp: object, threads: Threads, screen: Screen
) -> None:
    sync_of(threads, screen, account(WORK)).look_first(WORK)
    assert threads.requests == [(WORK, Job(peek_lines=20, save=False, delete=False))]


def test_due_deletions_are_carried_out_and_nothing_is_saved_by_it(
    qapp: object, threads: Threads, screen: Screen
) -> None:
    due = Due(WORK, frozenset({UniqueId("u1")}))
    sync_of(threads, screen, account(WORK)).carry_out(due)
    assert threads.requests == [(WORK, Job(save=False, only=due.uids))]


def test_more_lines_are_asked_of_the_account_of_the_row(
    qapp: object, threads: Threads, screen: Screen
) -> None:
    sync_of(threads, screen, account(WORK)).more_lines_of(on_server(1), 80)
    assert threads.requests == [(WORK, MoreLines(UniqueId("u1"), 80))]


def test_work_is_told_in_words_and_names_the_account_among_several(
    qapp: object, threads: Threads, screen: Screen
) -> None:
    one = sync_of(threads, screen, account(WORK))
    one.hear(PhaseEntered(WORK, Phase.LISTING))
    two = sync_of(threads, screen, account(WORK), account(HOME))
    two.hear(Progress(WORK, Phase.PEEKING, 3, 9))
    assert screen.strip[0] == "Looking at the list… 0/0"
    assert "Work" in screen.strip[1]
    assert screen.strip[1].endswith(" 3/9")


def test_a_failure_stays_until_the_same_account_goes_well(
    qapp: object, threads: Threads, screen: Screen
) -> None:
    sync = sync_of(threads, screen, account(WORK), account(HOME))
    failure = Failure(FailureKind.UNREACHABLE, "pop.example.org")
    sync.hear(finished(Report(failure=failure)))
    assert sync.problem_of(WORK) == failure
    assert "could not reach" in screen.banner[0]
    sync.hear(finished(Report(), HOME))
    assert screen.banner[1:] == []
    sync.hear(finished(Report()))
    assert screen.banner[1:] == ["(hidden)"]
    assert sync.problem_of(WORK) is None


def test_what_a_check_found_is_told_in_one_line(
    qapp: object, threads: Threads, screen: Screen
) -> None:
    sync = sync_of(threads, screen, account(WORK))
    sync.hear(MaildropListed(WORK, 9, 9000, 4))
    sync.hear(finished(Report()))
    sync.hear(finished(Report()))
    assert "4" in screen.strip[-2]
    assert screen.strip[-1] == "Nothing new."


@pytest.mark.parametrize(
    ("host", "notes"), [("pop.example.org", 1), ("127.0.0.1", 0), ("localhost", 0)]
)
def test_a_plain_line_is_warned_of_unless_it_never_leaves_the_computer(
    qapp: object, threads: Threads, screen: Screen, host: str, notes: int
) -> None:
    sync = sync_of(threads, screen, account(WORK, host))
    sync.hear(Noticed(WORK, NoticeKind.UNENCRYPTED))
    assert len(screen.banner) == notes


def test_a_removed_account_is_stopped_and_forgotten(
    qapp: object, threads: Threads, screen: Screen
) -> None:
    sync = sync_of(threads, screen, account(WORK))
    sync.hear(finished(Report(failure=Failure(FailureKind.IN_USE))))
    sync.forget(WORK)
    assert threads.stopped == [WORK]
    assert sync.problem_of(WORK) is None


# What stands where nothing is listed.


@pytest.mark.parametrize(
    ("wanted", "has_account", "checked", "kind"),
    [
        (ListWanted(View(), "x"), True, True, EmptyKind.NO_MATCH),
        (ListWanted(View()), False, False, EmptyKind.NO_ACCOUNT),
        (ListWanted(View()), True, False, EmptyKind.NOT_CHECKED),
        (ListWanted(View(unread_only=True)), True, True, EmptyKind.NOTHING_UNREAD),
        (
            ListWanted(View(kind=ViewKind.WAITING)),
            True,
            True,
            EmptyKind.NOTHING_WAITING,
        ),
        (ListWanted(View(kind=ViewKind.SAVED)), True, False, EmptyKind.NOTHING_SAVED),
        (
            ListWanted(View(kind=ViewKind.TO_BE_DELETED)),
            False,
            False,
            EmptyKind.NOTHING_TO_DELETE,
        ),
    ],
)
def test_an_empty_list_says_why(
    wanted: ListWanted, has_account: bool, checked: bool, kind: EmptyKind
) -> None:
    assert empty_kind(wanted, has_account, checked) is kind


def test_every_view_has_its_count() -> None:
    assert set(by_kind(Counts())) == set(ViewKind)
