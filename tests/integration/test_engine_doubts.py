"""The engine when listings, lines and servers are not to be trusted."""

from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from hudhud.archive.archive import open_archive
from hudhud.domain.events import NoticeKind, RunFinished
from hudhud.domain.failures import FailureKind
from hudhud.domain.identifiers import UniqueId
from hudhud.domain.messages import State
from hudhud.domain.retention import (
    AskForEach,
    DeleteAfter,
    DeleteOnceSaved,
    KeepAll,
    Verdict,
)
from hudhud.sync.plan import Job
from support.maildrops import NOW
from support.world import ACCOUNT, World, mail


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path / "archive")


def uids(*numbers: int) -> list[str]:
    return [f"u{number}" for number in numbers]


def test_a_listing_never_destroys_knowledge(world: World) -> None:
    """Promise 3: an empty answer changes nothing, and is not believed at once."""
    world.run()
    mailbox, world.server.mail = world.server.mail, {}
    report = world.run(DeleteOnceSaved())
    assert NoticeKind.LISTING_SHRANK in report.notices
    assert world.state("u1") is State.SAVED_ON_SERVER
    world.server.mail = mailbox
    world.server.retrieved.clear()
    assert world.run().saved == ()
    assert world.server.retrieved == []


def test_an_emptied_maildrop_is_believed_the_second_time(world: World) -> None:
    world.run()
    world.server.mail = {}
    world.run()
    world.run()
    assert world.state("u1") is State.SAVED
    assert len(world.stored()) == 4


def test_a_renumbered_maildrop_is_matched_and_nothing_is_fetched_twice(
    world: World,
) -> None:
    world.run()
    world.server.retrieved.clear()
    renamed = {
        UniqueId("new-" + uid): octets for uid, octets in world.server.mail.items()
    }
    world.server.mail = dict(renamed)
    report = world.run(DeleteOnceSaved())
    assert NoticeKind.RENUMBERED in report.notices
    assert report.deleted == report.saved == ()
    assert world.server.retrieved == []
    assert len(world.run(DeleteOnceSaved()).deleted) == 4
    assert world.server.mail == {}


@pytest.mark.parametrize(
    "step", ["connect", "sign-in", "list", "retrieve:u1", "retrieve:u3", "delete"]
)
def test_a_lost_line_loses_nothing_and_the_next_run_completes(
    world: World, step: str
) -> None:
    everything = dict(world.server.mail)
    world.server.break_at = [step] * 30
    world.run(DeleteOnceSaved())
    saved = world.stored()
    for uid in world.server.deleted:
        assert saved[uid] == everything[uid]
    world.server.break_at = []
    world.run(DeleteOnceSaved(), Job(only=frozenset(everything)))
    world.run(DeleteOnceSaved())
    assert world.stored() == everything


def test_the_line_breaks_once_and_the_same_run_goes_on(world: World) -> None:
    world.server.break_at = ["retrieve:u2", "delete"]
    report = world.run(DeleteOnceSaved())
    assert report.failure is None
    assert sorted(report.saved) == uids(1, 2, 3, 4)
    assert world.server.mail == {}


def test_a_lost_answer_to_the_end_is_unknown_and_the_next_listing_decides(
    world: World,
) -> None:
    """Promise 4: after `finished` the mail is gone, but nobody said so."""
    world.server.break_at = ["finished", "connect", "connect", "connect"]
    report = world.run(DeleteOnceSaved())
    assert NoticeKind.DELETION_UNKNOWN in report.notices
    assert world.server.mail == {}
    assert world.state("u1") is State.TO_BE_DELETED
    world.run(DeleteOnceSaved())
    assert world.state("u1") is State.SAVED


def test_a_deletion_that_did_not_happen_is_asked_for_again(world: World) -> None:
    world.server.break_at = ["finish", "connect", "connect", "connect"]
    world.run(DeleteOnceSaved())
    assert len(world.server.mail) == 4
    world.run(DeleteOnceSaved())
    assert world.server.mail == {}


def test_a_decision_survives_and_can_be_taken_back(world: World) -> None:
    world.run(AskForEach(), Job(peek_lines=1))
    world.decide(Verdict.DELETE, "u1", delay_s=10)
    assert world.state("u1") is State.TO_BE_DELETED
    world.run(AskForEach())
    assert world.server.deleted == []
    world.clear("u1")
    world.now += timedelta(seconds=60)
    world.run(AskForEach())
    assert world.server.deleted == []
    assert world.state("u1") is State.ON_SERVER


def test_leaving_the_server_never_removes_a_message_from_the_archive(
    world: World,
) -> None:
    """Promise 5."""
    world.run()
    del world.server.mail[UniqueId("u1")]
    world.run()
    assert world.state("u1") is State.SAVED
    assert "u1" in world.stored()


def test_one_bad_message_never_stops_the_others(world: World) -> None:
    """Promise 6: two tries, then it is set aside and not asked for again."""
    world.server.refuse.add(UniqueId("u2"))
    report = world.run()
    assert list(report.saved) == uids(1, 3, 4)
    assert list(report.set_aside) == uids(2)
    again = world.run()
    assert again.set_aside == again.saved == ()


def test_a_message_that_breaks_the_line_is_set_aside_and_the_rest_arrives(
    world: World,
) -> None:
    world.server.break_at = ["retrieve:u2"] * 2
    report = world.run()
    assert sorted(report.saved) == uids(1, 3, 4)
    assert list(report.set_aside) == uids(2)


def test_a_message_set_aside_can_be_retried_by_name(world: World) -> None:
    world.server.refuse.add(UniqueId("u2"))
    world.run()
    world.server.refuse.clear()
    report = world.run(job=Job(only=frozenset({UniqueId("u2")})))
    assert list(report.saved) == ["u2"]


def test_peeking_never_changes_a_state(world: World) -> None:
    """Promise 9, and invariant 5 of the states."""
    world.run(AskForEach(), Job(peek_lines=5, save=False, delete=False))
    assert world.server.retrieved == world.server.deleted == []
    assert world.state("u1") is State.ON_SERVER
    with closing(open_archive(world.folder)) as archive:
        row = archive.rows.by_uid(ACCOUNT.id, UniqueId("u2"))
        assert row is not None
        assert row.subject == "letter 2"
        assert "line of message 2" in row.preview


def test_a_server_without_unique_ids_is_known_by_its_headers(world: World) -> None:
    world.server.names = lambda uid: None
    report = world.run()
    assert len(report.saved) == 4
    assert NoticeKind.NO_UNIQUE_IDS in report.notices
    world.server.retrieved.clear()
    assert world.run().saved == ()
    assert world.server.retrieved == []
    assert len(world.run(DeleteOnceSaved()).deleted) == 4


def test_neither_unique_ids_nor_first_lines_still_works(world: World) -> None:
    world.server.names = lambda uid: None
    world.server.has_first_lines = False
    assert len(world.run().saved) == 4
    assert world.run().saved == ()
    assert len(world.run(DeleteOnceSaved()).deleted) == 4
    assert world.server.mail == {}


def test_one_unique_id_for_all_messages_still_saves_each_once(world: World) -> None:
    everything = sorted(world.server.mail.values())
    world.server.names = lambda uid: UniqueId("same")
    assert len(world.run().saved) == 4
    assert world.run().saved == ()
    assert sorted(world.stored().values()) == everything
    assert len(world.run(DeleteOnceSaved()).deleted) == 4


def test_a_server_that_ignores_deletions_is_told_of_and_not_asked_for_ever(
    world: World,
) -> None:
    world.server.ignores_deletions = True
    world.run(DeleteOnceSaved())
    report = world.run(DeleteOnceSaved())
    assert NoticeKind.DELETION_IGNORED in report.notices
    assert report.deleted == ()
    assert len(world.stored()) == 4


def test_a_policy_that_was_changed_back_deletes_nothing(world: World) -> None:
    world.server.break_at = ["finish", "connect", "connect", "connect"]
    world.run(DeleteOnceSaved())
    world.run(KeepAll())
    assert world.server.deleted == []
    assert world.state("u1") is State.SAVED_ON_SERVER


def test_a_dry_run_says_what_would_happen_and_does_nothing(world: World) -> None:
    report = world.run(DeleteOnceSaved(), Job(dry_run=True))
    assert list(report.saved) == list(report.deleted) == uids(1, 2, 3, 4)
    assert report.kept == 0
    assert world.server.retrieved == world.server.deleted == []
    assert world.stored() == {}


def test_rounds_go_on_until_the_maildrop_is_dry(world: World) -> None:
    hidden = {UniqueId(f"late{n}"): mail(50 + n) for n in range(2)}

    def reveal(listing: object) -> object:
        if world.server.sessions == 1:
            world.server.mail.update(hidden)
        return listing

    world.account = replace(ACCOUNT, in_rounds=True)
    world.server.listing = reveal  # type: ignore[assignment]
    report = world.run()
    assert world.server.sessions == 3
    assert len(report.saved) == 6


def test_a_limit_holds_over_the_whole_run(world: World) -> None:
    assert len(world.run(job=Job(limit=3)).saved) == 3


def test_the_last_event_is_always_the_end_of_the_run(world: World) -> None:
    world.server.break_at = ["connect"] * 9
    report = world.run()
    assert isinstance(world.events[-1], RunFinished)
    assert report.failure is not None
    assert report.failure.kind is FailureKind.CONNECTION_LOST


def test_the_clock_may_jump_back_without_harm(world: World) -> None:
    world.run(DeleteAfter(2))
    world.now = datetime(2016, 1, 1, tzinfo=NOW.tzinfo)
    assert world.run(DeleteAfter(2)).deleted == ()


def test_renumbered_and_shrunken_at_once_doubles_nothing(world: World) -> None:
    world.run(job=Job(limit=2))
    renamed = [(UniqueId("new-" + uid), o) for uid, o in world.server.mail.items()]
    world.server.mail = dict(renamed[:1])
    world.run()
    world.server.mail = dict(renamed)
    world.run()
    octets = [world.stored()[uid] for uid, _ in renamed]
    assert octets == [mail for _, mail in renamed]
    with closing(open_archive(world.folder)) as archive:
        assert archive.rows.counts()[ACCOUNT.id].saved == 4
