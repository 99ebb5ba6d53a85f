"""Runs in strip and banner, and what is asked of them."""

import pytest

from hudhud.domain.accounts import Account
from hudhud.domain.events import (
    MaildropListed,
    Noticed,
    NoticeKind,
    Phase,
    PhaseEntered,
    Progress,
    Report,
    RunFinished,
)
from hudhud.domain.failures import Failure, FailureKind, Sentences
from hudhud.domain.identifiers import AccountId, UniqueId
from hudhud.domain.servers import Security, ServerAddress
from hudhud.sync.plan import Job
from hudhud.ui.controllers.sync import SyncController
from hudhud.ui.controllers.undo import Due
from support.window import (
    WORK,
    on_server,
)

# Stand-ins are handed over where a thread or a widget is expected.
# mypy: disable-error-code="arg-type"


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
        self.requests: list[tuple[AccountId, Job]] = []
        self.stopped: list[AccountId | None] = []

    def request(self, account: Account, job: Job) -> None:
        self.requests.append((account.id, job))

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
    only = frozenset({UniqueId("u1")})
    job = Job(peek_lines=80, save=False, delete=False, only=only)
    assert threads.requests == [(WORK, job)]


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


def test_what_is_on_the_screen_is_said_again_in_another_language(
    qapp: object, threads: Threads, screen: Screen
) -> None:
    sync = sync_of(threads, screen, account(WORK))
    sync.reword()
    assert screen.strip == []
    sync.hear(finished(Report(failure=Failure(FailureKind.IN_USE))))
    sync.reword()
    assert screen.strip[0] == screen.strip[1]
    assert screen.banner[0] == screen.banner[1]
