"""Listings: what they change, and that they never destroy knowledge."""

from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from hudhud.archive.archive import ARCHIVE_FILE, Archive
from hudhud.archive.database import Database
from hudhud.archive.ledger import Ledger, ListedLine
from hudhud.archive.rows import View
from hudhud.domain.identifiers import UniqueId
from hudhud.domain.ledger import DeletionState
from hudhud.domain.messages import State
from hudhud.domain.retention import Verdict
from support.archiving import (
    LATER,
    NOW,
    SESHAT,
    THOTH,
    arrival,
    letter,
    list_them,
    peeked,
    store,
    uids,
)


def state(archive: Archive, uid: str) -> State:
    row = archive.rows.by_uid(THOTH, UniqueId(uid))
    assert row is not None
    return row.state


def deletion(archive: Archive, uid: str) -> DeletionState | None:
    found = archive.ledger.lines(THOTH)[UniqueId(uid)].deletion
    return None if found is None else found.state


def send_deletion(archive: Archive, uid: str) -> None:
    verdict = Verdict.DELETE
    archive.decisions.decide(THOTH, uids(uid), verdict, NOW, NOW)
    assert archive.journal.mark_sent(THOTH, uids(uid), NOW) == {uid}


def test_what_is_new_gets_a_line_and_a_row(archive: Archive) -> None:
    list_them(archive, ["a", "b"], octets=77)
    lines = archive.ledger.lines(THOTH)
    assert list(lines) == ["a", "b"]
    line = lines[UniqueId("a")]
    assert (line.listed, line.octets, line.first_seen) == (True, 77, NOW)
    assert (line.saved_at, line.deletion, line.verdict) == (None, None, None)
    row = archive.rows.row(line.message)
    assert row is not None
    assert (row.state, row.sender, row.subject) == (State.ON_SERVER, None, "")
    assert (row.date, row.octets, row.saved) == (NOW, 77, False)


def test_the_same_listing_again_writes_only_its_size(
    archive: Archive, folder: Path
) -> None:
    list_them(archive, ["a", "b"])
    with closing(Database(folder / ARCHIVE_FILE)) as db:
        before = db.rows("SELECT total_changes()")
        ledger = Ledger(db)
        lines = [ListedLine(uid, 100) for uid in uids("a", "b")]
        ledger.record_listing(THOTH, lines, (2, 200), LATER)
        after = db.rows("SELECT total_changes()")
    assert (before, after) == ([(0,)], [(1,)])


@pytest.mark.parametrize("remaining", [[], ["b"]])
def test_a_listing_never_destroys_knowledge(
    archive: Archive, remaining: list[str]
) -> None:
    size = len(letter("a"))
    list_them(archive, ["a", "b", "c"], octets=size)
    [saved] = store(archive, arrival("a"))
    before = archive.ledger.lines(THOTH)
    list_them(archive, remaining, LATER)
    after = archive.ledger.lines(THOTH)
    assert after.keys() == before.keys()
    assert archive.contents.read(saved)
    assert state(archive, "a") is State.SAVED
    assert state(archive, "c") is State.NOT_LISTED
    list_them(archive, ["a", "b", "c"], LATER + timedelta(hours=1), size)
    assert archive.ledger.lines(THOTH) == before
    assert state(archive, "a") is State.SAVED_ON_SERVER
    assert state(archive, "c") is State.ON_SERVER


def test_leaving_the_server_never_removes_a_message(archive: Archive) -> None:
    list_them(archive, ["a"])
    [message] = store(archive, arrival("a", b"octets"))
    list_them(archive, [])
    assert archive.contents.read(message) == b"octets"
    assert list(archive.rows.ids(View())) == [message]


def test_another_size_is_taken_over_and_a_missing_one_is_not(archive: Archive) -> None:
    list_them(archive, ["a"], octets=10)
    list_them(archive, ["a"], octets=20)
    archive.ledger.record_listing(THOTH, [ListedLine(UniqueId("a"), None)], None, LATER)
    assert archive.ledger.lines(THOTH)[UniqueId("a")].octets == 20
    row = archive.rows.by_uid(THOTH, UniqueId("a"))
    assert row is not None
    assert row.octets == 20


def test_the_size_of_a_saved_row_is_that_of_its_octets(archive: Archive) -> None:
    list_them(archive, ["a"], octets=10)
    store(archive, arrival("a", b"x" * 30))
    list_them(archive, ["a"], octets=35)
    row = archive.rows.by_uid(THOTH, UniqueId("a"))
    assert row is not None
    assert row.octets == 30
    assert archive.ledger.lines(THOTH)[UniqueId("a")].octets == 35


def test_accounts_do_not_see_each_other(archive: Archive) -> None:
    list_them(archive, ["a"])
    archive.ledger.record_listing(SESHAT, [ListedLine(UniqueId("a"), 1)], None, NOW)
    list_them(archive, [])
    assert archive.ledger.lines(SESHAT)[UniqueId("a")].listed
    assert not archive.ledger.lines(THOTH)[UniqueId("a")].listed


def test_a_deletion_without_answer_is_confirmed_when_it_is_gone(
    archive: Archive,
) -> None:
    list_them(archive, ["saved", "unsaved", "other"])
    store(archive, arrival("saved"))
    send_deletion(archive, "saved")
    send_deletion(archive, "unsaved")
    archive.journal.mark_unknown(THOTH, uids("saved"), NOW)
    list_them(archive, ["other"], LATER)
    assert deletion(archive, "saved") is DeletionState.CONFIRMED
    assert deletion(archive, "unsaved") is DeletionState.CONFIRMED
    assert state(archive, "saved") is State.SAVED
    assert state(archive, "unsaved") is State.REMOVED


def test_a_deletion_without_answer_is_wanted_again_when_it_is_still_there(
    archive: Archive,
) -> None:
    list_them(archive, ["a", "b"])
    for uid in ("a", "b"):
        send_deletion(archive, uid)
    archive.journal.mark_unknown(THOTH, uids("b"), NOW)
    list_them(archive, ["a", "b"], LATER)
    assert deletion(archive, "a") is DeletionState.WANTED
    assert deletion(archive, "b") is DeletionState.WANTED
    assert state(archive, "a") is State.TO_BE_DELETED


def test_undone_while_the_answer_was_out_it_is_not_wanted_again(
    archive: Archive,
) -> None:
    list_them(archive, ["a"])
    send_deletion(archive, "a")
    archive.journal.mark_unknown(THOTH, uids("a"), NOW)
    archive.decisions.decide(THOTH, uids("a"), Verdict.KEEP, NOW, NOW)
    assert deletion(archive, "a") is DeletionState.UNKNOWN
    list_them(archive, ["a"], LATER)
    assert deletion(archive, "a") is DeletionState.CANCELLED
    assert state(archive, "a") is State.ON_SERVER


def test_a_wish_survives_a_listing_without_its_message(archive: Archive) -> None:
    list_them(archive, ["a"])
    archive.decisions.decide(THOTH, uids("a"), Verdict.DELETE, NOW, NOW)
    list_them(archive, [], LATER)
    assert state(archive, "a") is State.NOT_LISTED
    list_them(archive, ["a"], LATER + timedelta(hours=1))
    assert deletion(archive, "a") is DeletionState.WANTED
    assert state(archive, "a") is State.TO_BE_DELETED


def test_a_confirmed_one_that_is_still_listed_stays_confirmed(archive: Archive) -> None:
    list_them(archive, ["a"])
    store(archive, arrival("a"))
    send_deletion(archive, "a")
    archive.journal.confirm(THOTH, uids("a"), NOW, "+OK bye")
    list_them(archive, ["a"], LATER)
    assert deletion(archive, "a") is DeletionState.CONFIRMED
    assert state(archive, "a") is State.SAVED_ON_SERVER


def test_sizes_of_the_maildrop_come_newest_first(archive: Archive) -> None:
    list_them(archive, ["a"], NOW)
    list_them(archive, ["a", "b"], LATER)
    sizes = archive.history.maildrop_sizes(THOTH, 5)
    assert [(one.at, one.messages, one.octets) for one in sizes] == [
        (LATER, 2, 200),
        (NOW, 1, 100),
    ]
    assert archive.history.maildrop_sizes(SESHAT, 5) == []


def test_a_listing_without_its_size_leaves_the_history_alone(archive: Archive) -> None:
    archive.ledger.record_listing(THOTH, [], None, NOW)
    assert archive.history.maildrop_sizes(THOTH, 5) == []


def test_a_quirk_is_known_until_its_time(archive: Archive) -> None:
    archive.quirks.remember(THOTH, "lock-step", LATER)
    assert archive.quirks.known(THOTH, "lock-step", NOW)
    assert not archive.quirks.known(THOTH, "lock-step", LATER)
    assert not archive.quirks.known(SESHAT, "lock-step", NOW)


def test_a_renumbered_message_keeps_its_row_and_its_decision(archive: Archive) -> None:
    list_them(archive, ["old"])
    [message] = store(archive, arrival("old", b"octets"))
    archive.decisions.decide(THOTH, uids("old"), Verdict.KEEP, NOW, NOW)
    list_them(archive, ["new"], LATER)
    archive.intake.peeked([peeked("new")], LATER)
    archive.ledger.rebind(THOTH, [(UniqueId("old"), UniqueId("new"))], LATER)
    row = archive.rows.by_uid(THOTH, UniqueId("new"))
    assert row is not None
    assert (row.id, row.uid, row.state) == (message, "new", State.SAVED_ON_SERVER)
    assert row.verdict is Verdict.KEEP
    assert list(archive.rows.ids(View())) == [message]
    new = archive.ledger.lines(THOTH)[UniqueId("new")]
    assert (new.saved_at, new.verdict) == (NOW, Verdict.KEEP)
    assert archive.contents.prove([message]) == {message}


def test_a_wish_moves_along_but_only_for_what_is_saved(archive: Archive) -> None:
    list_them(archive, ["old"])
    archive.decisions.decide(THOTH, uids("old"), Verdict.DELETE, NOW, LATER)
    store(archive, arrival("old"))
    list_them(archive, ["new"], LATER)
    archive.ledger.rebind(THOTH, [(UniqueId("old"), UniqueId("new"))], LATER)
    lines = archive.ledger.lines(THOTH)
    new, old = lines[UniqueId("new")].deletion, lines[UniqueId("old")].deletion
    assert new is not None
    assert old is not None
    assert (new.state, new.unsaved_allowed) == (DeletionState.WANTED, False)
    assert (new.not_before, old.state) == (LATER, DeletionState.CANCELLED)


def test_nothing_is_bound_to_what_was_never_saved(archive: Archive) -> None:
    list_them(archive, ["old"])
    list_them(archive, ["new"], LATER)
    before = archive.ledger.lines(THOTH)
    pairs = [
        (UniqueId("old"), UniqueId("new")),
        (UniqueId("never seen"), UniqueId("new")),
    ]
    archive.ledger.rebind(THOTH, pairs, LATER)
    assert archive.ledger.lines(THOTH) == before


def test_a_name_that_is_saved_itself_is_not_taken_over(archive: Archive) -> None:
    list_them(archive, ["old", "new"])
    store(archive, arrival("old", b"one"), arrival("new", b"two"))
    before = archive.ledger.lines(THOTH)
    archive.ledger.rebind(THOTH, [(UniqueId("old"), UniqueId("new"))], LATER)
    assert archive.ledger.lines(THOTH) == before


def test_a_name_may_be_bound_before_it_was_listed(archive: Archive) -> None:
    list_them(archive, ["old"])
    [message] = store(archive, arrival("old"))
    list_them(archive, [], LATER)
    archive.ledger.rebind(THOTH, [(UniqueId("old"), UniqueId("new"))], LATER)
    list_them(archive, ["new"], LATER)
    row = archive.rows.row(message)
    assert row is not None
    assert (row.uid, row.state) == ("new", State.SAVED_ON_SERVER)


def test_an_old_name_that_comes_back_is_followed(archive: Archive) -> None:
    list_them(archive, ["old"])
    [message] = store(archive, arrival("old"))
    list_them(archive, ["new"], LATER)
    archive.ledger.rebind(THOTH, [(UniqueId("old"), UniqueId("new"))], LATER)
    list_them(archive, ["old"], LATER + timedelta(hours=1))
    row = archive.rows.row(message)
    assert row is not None
    assert (row.uid, row.state) == ("old", State.SAVED_ON_SERVER)
