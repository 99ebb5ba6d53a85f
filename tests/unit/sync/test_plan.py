"""What a session will do, for every policy, decision and doubt."""

from dataclasses import replace

import pytest

from hudhud.domain.identifiers import UniqueId
from hudhud.domain.ledger import Deletion, DeletionState, LedgerLine, Origin
from hudhud.domain.retention import (
    AskForEach,
    DeleteAfter,
    DeleteOnceSaved,
    KeepAll,
    RetentionPolicy,
    Verdict,
)
from hudhud.sync.plan import Job, Plan, plan_session
from support.maildrops import NOW, ledger, named, saved, seen, wanted

A, B = named(1, "a"), named(2, "b")


def planned(
    *lines: LedgerLine,
    policy: RetentionPolicy = KeepAll(),  # noqa: B008
    job: Job = Job(),  # noqa: B008
) -> Plan:
    return plan_session([A, B], ledger(*lines), policy, job, NOW)


def names(plan_part: tuple[object, ...]) -> list[str]:
    return [one.uid for one in plan_part]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("policy", "retrieved", "deleted"),
    [
        (KeepAll(), ["a", "b"], []),
        (DeleteOnceSaved(), ["a", "b"], ["a", "b"]),
        (DeleteAfter(7), ["a", "b"], []),
        (AskForEach(), [], []),
    ],
)
def test_a_policy_says_what_happens_to_new_mail(
    policy: RetentionPolicy, retrieved: list[str], deleted: list[str]
) -> None:
    plan = planned(policy=policy)
    assert names(plan.retrieve) == retrieved
    assert names(plan.delete) == deleted


def test_saved_mail_is_not_retrieved_again() -> None:
    assert names(planned(saved("a")).retrieve) == ["b"]


@pytest.mark.parametrize(("days", "deleted"), [(6.9, []), (7, ["a"]), (300, ["a"])])
def test_days_are_counted_from_the_moment_of_saving(
    days: float, deleted: list[str]
) -> None:
    plan = planned(saved("a", days=days), policy=DeleteAfter(7))
    assert names(plan.delete) == deleted


@pytest.mark.parametrize("policy", [KeepAll(), DeleteAfter(1), AskForEach()])
def test_what_is_not_saved_is_never_deleted_by_a_policy(
    policy: RetentionPolicy,
) -> None:
    plan = planned(seen("a"), seen("b"), policy=policy, job=Job(save=False))
    assert plan.delete == plan.delete_unsaved == ()


def test_delete_once_saved_without_saving_deletes_nothing_unsaved() -> None:
    plan = planned(seen("a"), policy=DeleteOnceSaved(), job=Job(save=False))
    assert plan.delete == ()


def test_a_pinned_message_stays_whatever_the_policy() -> None:
    pinned = replace(saved("a"), verdict=Verdict.KEEP)
    assert names(planned(pinned, policy=DeleteOnceSaved()).delete) == ["b"]


def test_ask_saves_only_what_was_decided() -> None:
    decided = replace(seen("b"), verdict=Verdict.SAVE)
    assert names(planned(decided, policy=AskForEach()).retrieve) == ["b"]


def test_save_then_delete_retrieves_and_deletes_under_any_policy() -> None:
    decided = replace(seen("a"), verdict=Verdict.SAVE_THEN_DELETE, deletion=wanted())
    plan = planned(decided, policy=AskForEach())
    assert names(plan.retrieve) == ["a"]
    assert names(plan.delete) == ["a"]


def test_an_unsaved_message_is_deleted_only_with_a_word_for_exactly_it() -> None:
    confirmed = replace(
        seen("a"), verdict=Verdict.DELETE, deletion=wanted(unsaved=True)
    )
    unconfirmed = replace(seen("b"), verdict=Verdict.DELETE, deletion=wanted())
    plan = planned(confirmed, unconfirmed, policy=AskForEach())
    assert names(plan.delete_unsaved) == ["a"]
    assert plan.retrieve == ()


def test_nothing_goes_before_its_undo_time_has_passed() -> None:
    waiting = replace(saved("a"), verdict=Verdict.DELETE, deletion=wanted(delay_s=1))
    assert planned(waiting, policy=DeleteOnceSaved()).delete == (B,)


def test_what_only_a_policy_wanted_is_decided_by_todays_policy() -> None:
    stale = replace(saved("a"), deletion=wanted(origin=Origin.POLICY))
    assert planned(stale, policy=KeepAll()).delete == ()
    assert names(planned(stale, policy=DeleteOnceSaved()).delete) == ["a", "b"]


def test_a_server_that_ignores_deletions_is_not_asked_again_by_rule() -> None:
    done = Deletion(DeletionState.CONFIRMED, Origin.POLICY, False, NOW)
    ignored = replace(saved("a"), deletion=done)
    assert names(planned(ignored, policy=DeleteOnceSaved()).delete) == ["b"]


def test_a_message_that_came_too_short_stays_on_the_server() -> None:
    short = replace(saved("a"), octets=50_000, saved_octets=900)
    assert names(planned(short, policy=DeleteOnceSaved()).delete) == ["b"]


def test_sizes_counted_otherwise_are_not_short() -> None:
    rounded = replace(saved("a"), octets=1024, saved_octets=300)
    assert "a" in names(planned(rounded, policy=DeleteOnceSaved()).delete)


def test_a_message_set_aside_is_left_alone_until_it_is_named() -> None:
    aside = replace(seen("a"), failures=2)
    assert names(planned(aside).retrieve) == ["b"]
    asked = Job(only=frozenset({UniqueId("a")}))
    assert names(planned(aside, job=asked).retrieve) == ["a"]


def test_only_saves_the_named_and_deletes_no_other() -> None:
    job = Job(only=frozenset({UniqueId("a")}))
    plan = planned(saved("b"), policy=DeleteOnceSaved(), job=job)
    assert names(plan.retrieve) == ["a"]
    assert names(plan.delete) == ["a"]


def test_what_was_removed_here_comes_back_only_when_named() -> None:
    removed = replace(saved("a"), removed_here=True)
    assert names(planned(removed).retrieve) == ["b"]
    job = Job(only=frozenset({UniqueId("a")}))
    assert names(planned(removed, job=job).retrieve) == ["a"]


def test_a_limit_bounds_what_is_saved_and_so_what_is_deleted() -> None:
    plan = planned(policy=DeleteOnceSaved(), job=Job(limit=1))
    assert names(plan.retrieve) == names(plan.delete) == ["a"]


def test_first_lines_are_read_newest_first_and_once() -> None:
    job = Job(peek_lines=20, save=False)
    assert names(planned(job=job).peek) == ["b", "a"]
    assert names(planned(seen("b"), job=job).peek) == ["a"]
    assert names(planned(job=replace(job, newest=1)).peek) == ["b"]


def test_mail_that_arrives_whole_anyway_is_not_peeked_at() -> None:
    assert planned(job=Job(peek_lines=20)).peek == ()


def test_more_lines_are_read_for_the_message_named() -> None:
    job = Job(peek_lines=80, save=False, delete=False, only=frozenset({UniqueId("a")}))
    assert names(planned(seen("a"), job=job).peek) == ["a"]


def test_the_plan_counts_what_stays() -> None:
    plan = planned(saved("a"), saved("b"), policy=DeleteOnceSaved())
    assert plan.keep == 0
    assert planned(saved("a")).keep == 2
