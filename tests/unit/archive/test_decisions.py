"""Decisions and the journal of deletions: durable, stepwise, and never forgotten."""

from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from hudhud.archive.archive import Archive, open_archive
from hudhud.archive.rows import View, ViewKind
from hudhud.domain.identifiers import UniqueId
from hudhud.domain.ledger import Deletion, DeletionState, Origin
from hudhud.domain.messages import State
from hudhud.domain.retention import Verdict
from support.archiving import LATER, NOW, SESHAT, THOTH, arrival, list_them, store, uids

UNDO_UNTIL = NOW + timedelta(seconds=10)


def deletion(archive: Archive, uid: str) -> Deletion | None:
    return archive.ledger.lines(THOTH)[UniqueId(uid)].deletion


def step(archive: Archive, uid: str) -> DeletionState | None:
    found = deletion(archive, uid)
    return None if found is None else found.state


def state(archive: Archive, uid: str) -> State:
    row = archive.rows.by_uid(THOTH, UniqueId(uid))
    assert row is not None
    return row.state


def decide(archive: Archive, uid: str, verdict: Verdict) -> int:
    return archive.decisions.decide(THOTH, uids(uid), verdict, NOW, UNDO_UNTIL)


@pytest.fixture
def listed(archive: Archive) -> Archive:
    """`saved` and `unsaved` are on the server, `gone` was saved and is not."""
    list_them(archive, ["saved", "unsaved", "gone"])
    store(archive, arrival("saved"), arrival("gone"))
    list_them(archive, ["saved", "unsaved"])
    return archive


def test_a_decision_survives_a_new_start(folder: Path) -> None:
    with closing(open_archive(folder)) as archive:
        list_them(archive, ["a"])
        assert decide(archive, "a", Verdict.DELETE) == 1
    with closing(open_archive(folder)) as archive:
        assert deletion(archive, "a") == Deletion(
            DeletionState.WANTED, Origin.PERSON, True, UNDO_UNTIL
        )
        assert state(archive, "a") is State.TO_BE_DELETED


@pytest.mark.parametrize(
    ("uid", "verdict", "unsaved_allowed"),
    [
        ("saved", Verdict.DELETE, False),
        ("unsaved", Verdict.DELETE, True),
        ("saved", Verdict.SAVE_THEN_DELETE, False),
        ("unsaved", Verdict.SAVE_THEN_DELETE, False),
    ],
)
def test_only_a_plain_deletion_of_what_is_unsaved_allows_its_loss(
    listed: Archive, uid: str, verdict: Verdict, unsaved_allowed: bool
) -> None:
    decide(listed, uid, verdict)
    found = deletion(listed, uid)
    assert found is not None
    assert found.unsaved_allowed is unsaved_allowed


@pytest.mark.parametrize("verdict", [Verdict.SAVE, Verdict.KEEP])
def test_other_verdicts_delete_nothing(listed: Archive, verdict: Verdict) -> None:
    assert decide(listed, "saved", verdict) == 1
    assert deletion(listed, "saved") is None
    row = listed.rows.by_uid(THOTH, UniqueId("saved"))
    assert row is not None
    assert (row.verdict, row.state) == (verdict, State.SAVED_ON_SERVER)


def test_what_is_not_on_the_server_cannot_be_deleted_there(listed: Archive) -> None:
    assert decide(listed, "gone", Verdict.DELETE) == 0
    assert deletion(listed, "gone") is None
    assert listed.ledger.lines(THOTH)[UniqueId("gone")].verdict is None


def test_a_name_that_was_never_listed_is_not_decided_for(listed: Archive) -> None:
    assert decide(listed, "never seen", Verdict.KEEP) == 0


@pytest.mark.parametrize("verdict", [Verdict.KEEP, Verdict.SAVE])
def test_another_verdict_takes_a_deletion_back(
    listed: Archive, verdict: Verdict
) -> None:
    decide(listed, "saved", Verdict.DELETE)
    decide(listed, "saved", verdict)
    assert step(listed, "saved") is DeletionState.CANCELLED
    assert state(listed, "saved") is State.SAVED_ON_SERVER


def test_clearing_takes_verdict_and_deletion_back(listed: Archive) -> None:
    decide(listed, "saved", Verdict.DELETE)
    decide(listed, "unsaved", Verdict.KEEP)
    cleared = listed.decisions.clear(THOTH, uids("saved", "unsaved", "gone"), LATER)
    assert cleared == 2
    lines = listed.ledger.lines(THOTH)
    assert lines[UniqueId("unsaved")].verdict is None
    assert step(listed, "saved") is DeletionState.CANCELLED
    assert listed.rows.counts()[None].to_be_deleted == 0


def test_what_was_sent_cannot_be_taken_back(listed: Archive) -> None:
    decide(listed, "saved", Verdict.DELETE)
    listed.journal.mark_sent(THOTH, uids("saved"), NOW)
    listed.decisions.clear(THOTH, uids("saved"), LATER)
    assert step(listed, "saved") is DeletionState.SENT
    decide(listed, "saved", Verdict.DELETE)
    assert step(listed, "saved") is DeletionState.SENT


def test_what_was_undone_is_not_sent(listed: Archive) -> None:
    decide(listed, "saved", Verdict.DELETE)
    decide(listed, "unsaved", Verdict.DELETE)
    listed.decisions.clear(THOTH, uids("saved"), LATER)
    sent = listed.journal.mark_sent(THOTH, uids("saved", "unsaved"), LATER)
    assert sent == {"unsaved"}
    assert step(listed, "saved") is DeletionState.CANCELLED


def test_nothing_unsaved_is_sent_that_was_not_given_up(listed: Archive) -> None:
    decide(listed, "unsaved", Verdict.SAVE_THEN_DELETE)
    assert listed.journal.mark_sent(THOTH, uids("unsaved"), NOW) == frozenset()
    assert step(listed, "unsaved") is DeletionState.WANTED


def test_a_policy_gets_only_what_is_saved_listed_and_not_kept(listed: Archive) -> None:
    list_them(listed, ["saved", "unsaved", "kept"])
    store(listed, arrival("kept"))
    decide(listed, "kept", Verdict.KEEP)
    everything = uids("saved", "unsaved", "gone", "kept")
    listed.journal.want_by_policy(THOTH, everything, NOW)
    sent = listed.journal.mark_sent(THOTH, everything, NOW)
    assert sent == {"saved"}
    found = deletion(listed, "saved")
    assert found == Deletion(DeletionState.SENT, Origin.POLICY, False, NOW)


def test_a_policy_does_not_take_over_what_a_person_wants(listed: Archive) -> None:
    decide(listed, "saved", Verdict.DELETE)
    listed.journal.want_by_policy(THOTH, uids("saved"), LATER)
    found = deletion(listed, "saved")
    assert found is not None
    assert (found.origin, found.not_before) == (Origin.PERSON, UNDO_UNTIL)


def test_confirmed_it_has_left_the_server(listed: Archive) -> None:
    for uid in ("saved", "unsaved"):
        decide(listed, uid, Verdict.DELETE)
    both = uids("saved", "unsaved")
    listed.journal.mark_sent(THOTH, both, NOW)
    ids = listed.journal.confirm(THOTH, both, LATER, "+OK bye")
    rows = listed.rows.page(ids)
    assert [(row.uid, row.state) for row in rows] == [
        ("saved", State.SAVED),
        ("unsaved", State.REMOVED),
    ]
    assert listed.contents.read(ids[0])
    assert not listed.ledger.lines(THOTH)[UniqueId("saved")].listed


def test_only_what_was_sent_is_confirmed(listed: Archive) -> None:
    decide(listed, "saved", Verdict.DELETE)
    assert listed.journal.confirm(THOTH, uids("saved", "unsaved"), NOW, "") == ()
    assert state(listed, "saved") is State.TO_BE_DELETED


def test_refused_it_is_wanted_again(listed: Archive) -> None:
    decide(listed, "saved", Verdict.DELETE)
    listed.journal.mark_sent(THOTH, uids("saved"), NOW)
    listed.journal.mark_back(THOTH, uids("saved", "unsaved"), LATER)
    assert step(listed, "saved") is DeletionState.WANTED
    assert step(listed, "unsaved") is None


def test_without_an_answer_it_is_unknown_and_still_to_be_deleted(
    listed: Archive,
) -> None:
    decide(listed, "saved", Verdict.DELETE)
    listed.journal.mark_sent(THOTH, uids("saved"), NOW)
    listed.journal.mark_unknown(THOTH, uids("saved", "unsaved"), LATER)
    assert step(listed, "saved") is DeletionState.UNKNOWN
    assert step(listed, "unsaved") is None
    assert state(listed, "saved") is State.TO_BE_DELETED


def test_the_journal_keeps_every_step_as_a_receipt(listed: Archive) -> None:
    line = listed.ledger.lines(THOTH)[UniqueId("saved")]
    decide(listed, "saved", Verdict.DELETE)
    listed.journal.mark_sent(THOTH, uids("saved"), NOW)
    listed.journal.mark_unknown(THOTH, uids("saved"), NOW)
    listed.journal.confirm(THOTH, uids("saved"), LATER, "+OK \udcff bye")
    entries = listed.journal.entries(THOTH, 10)
    assert [entry.state for entry in entries] == [
        DeletionState.CONFIRMED,
        DeletionState.UNKNOWN,
        DeletionState.SENT,
        DeletionState.WANTED,
    ]
    receipt = entries[0]
    assert (receipt.uid, receipt.message, receipt.at) == ("saved", line.message, LATER)
    assert (receipt.sha256, receipt.octets) == (line.sha256, line.saved_octets)
    assert receipt.server_words == "+OK ? bye"
    assert receipt.origin is Origin.PERSON


def test_receipts_are_of_one_account_or_of_all(listed: Archive) -> None:
    decide(listed, "saved", Verdict.DELETE)
    decide(listed, "unsaved", Verdict.DELETE)
    assert listed.journal.entries(SESHAT, 10) == []
    assert [entry.uid for entry in listed.journal.entries(None, 1)] == ["unsaved"]


def test_what_waits_has_a_view_of_its_own(listed: Archive) -> None:
    decide(listed, "saved", Verdict.DELETE)
    decide(listed, "unsaved", Verdict.DELETE)
    waiting = listed.rows.ids(View(kind=ViewKind.TO_BE_DELETED))
    assert {row.uid for row in listed.rows.page(waiting)} == {"saved", "unsaved"}
    saved = listed.rows.ids(View(kind=ViewKind.SAVED))
    assert {row.uid for row in listed.rows.page(saved)} == {"saved", "gone"}
