"""Storing: all of it or nothing, octets as received, and never twice."""

import hashlib
from dataclasses import replace
from datetime import timedelta

import pytest

from hudhud.archive.archive import Archive
from hudhud.archive.errors import NotSaved
from hudhud.archive.rows import View, ViewKind
from hudhud.domain.identifiers import UniqueId
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
    summary,
    uids,
)

ODD_OCTETS = [
    b"",
    b"\x00\xff\r\n.\r\n..\r\n",
    b"bare\nline\nfeeds\rand returns",
    bytes(range(256)) * 40,
    letter("long " * 5000),
    b"x" * (1024 * 1024),
    b"y" * (1024 * 1024 + 1),
    hashlib.shake_128(b"noise").digest(3_000_000),
]


@pytest.mark.parametrize("octets", ODD_OCTETS, ids=lambda o: f"{len(o)} octets")
def test_octets_are_kept_as_received(archive: Archive, octets: bytes) -> None:
    [message] = store(archive, arrival("a", octets))
    assert archive.contents.read(message) == octets
    assert b"".join(archive.contents.pieces(message)) == octets
    assert archive.contents.octets(message) == len(octets)
    assert archive.contents.sha256(message) == hashlib.sha256(octets).digest()


def test_a_listed_message_keeps_its_row_when_it_is_stored(archive: Archive) -> None:
    list_them(archive, ["a", "b"])
    listed = archive.rows.by_uid(THOTH, UniqueId("b"))
    [message] = store(archive, arrival("b"))
    assert listed is not None
    assert message == listed.id
    row = archive.rows.row(message)
    assert row is not None
    assert (row.state, row.saved, row.subject) == (State.SAVED_ON_SERVER, True, "b")


def test_ids_come_in_the_order_of_the_arrivals(archive: Archive) -> None:
    list_them(archive, ["a", "b", "c"])
    stored = store(archive, arrival("c"), arrival("a"), arrival("b"))
    rows = archive.rows.page(stored)
    assert [row.uid for row in rows] == ["c", "a", "b"]


def test_the_ledger_says_what_was_stored_and_when(archive: Archive) -> None:
    octets = letter("a")
    list_them(archive, ["a"], octets=len(octets))
    archive.intake.store([arrival("a", octets)], LATER)
    line = archive.ledger.lines(THOTH)[UniqueId("a")]
    assert line.saved_at == LATER
    assert line.first_seen == NOW
    assert line.saved_octets == line.octets == len(octets)
    assert line.sha256 == hashlib.sha256(octets).digest()
    assert line.identity == arrival("a", octets).identity


def test_one_that_cannot_be_stored_leaves_all_of_its_batch_out(
    archive: Archive,
) -> None:
    bad = replace(arrival("bad"), identity="no octets")  # type: ignore[arg-type]
    broken = [arrival("a"), replace(bad, summary=None)]  # type: ignore[arg-type]
    with pytest.raises(AttributeError):
        archive.intake.store(broken, NOW)
    assert not archive.in_transaction
    assert archive.ledger.lines(THOTH) == {}
    assert list(archive.rows.ids(View())) == []


def test_storing_nothing_is_nothing(archive: Archive) -> None:
    assert archive.intake.store([], NOW) == []


def test_a_message_stored_twice_is_one(archive: Archive) -> None:
    first = store(archive, arrival("a"))
    assert store(archive, arrival("a")) == first
    assert store(archive, arrival("b"), arrival("b"))[0] == 2
    assert archive.rows.counts()[None].all == 2


def test_two_listed_copies_have_two_rows_and_share_their_octets(
    archive: Archive,
) -> None:
    list_them(archive, ["a", "b"])
    one, two = store(archive, arrival("a", b"same"), arrival("b", b"same"))
    assert one != two
    assert archive.contents.read(one) == archive.contents.read(two) == b"same"
    assert archive.checkup.verify(None, lambda: False).messages == 1


def test_two_accounts_may_have_the_same_octets(archive: Archive) -> None:
    one, two = store(
        archive, arrival("a", b"same"), arrival("a", b"same", account=SESHAT)
    )
    accounts = [row.account for row in archive.rows.page([one, two])]
    assert accounts == [THOTH, SESHAT]


def test_refetched_under_a_new_name_it_takes_its_old_row(archive: Archive) -> None:
    list_them(archive, ["old"])
    [kept] = store(archive, arrival("old", b"same"))
    list_them(archive, ["new"], LATER)
    placeholder = archive.rows.by_uid(THOTH, UniqueId("new"))
    assert store(archive, arrival("new", b"same")) == [kept]
    row = archive.rows.row(kept)
    assert row is not None
    assert (row.uid, row.state) == ("new", State.SAVED_ON_SERVER)
    assert placeholder is not None
    assert archive.rows.row(placeholder.id) is None
    lines = archive.ledger.lines(THOTH)
    assert lines[UniqueId("old")].message == lines[UniqueId("new")].message == kept


def test_other_octets_under_a_name_never_replace_what_is_saved(
    archive: Archive,
) -> None:
    list_them(archive, ["a"])
    [first] = store(archive, arrival("a", b"one"))
    [second] = store(archive, arrival("a", b"another"))
    assert archive.contents.read(first) == b"one"
    assert archive.contents.read(second) == b"another"
    rows = archive.rows.page([first, second])
    assert [(row.uid, row.state) for row in rows] == [
        (None, State.SAVED),
        ("a", State.SAVED_ON_SERVER),
    ]
    assert store(archive, arrival("a", b"one")) == [first]


def test_storing_drops_the_first_lines_and_keeps_the_preview(
    archive: Archive,
) -> None:
    [message] = archive.intake.peeked([peeked("a")], NOW)
    assert archive.contents.first_lines(message) == b"Subject: x\r\n\r\n"
    store(archive, arrival("a"))
    assert archive.contents.first_lines(message) is None
    row = archive.rows.row(message)
    assert row is not None
    assert row.preview == "The first lines."


def test_storing_clears_failures(archive: Archive) -> None:
    list_them(archive, ["a"])
    archive.intake.failed(THOTH, UniqueId("a"), "-ERR", NOW)
    archive.intake.failed(THOTH, UniqueId("a"), "-ERR", NOW)
    [message] = store(archive, arrival("a"))
    row = archive.rows.row(message)
    assert row is not None
    assert not row.set_aside
    assert archive.ledger.lines(THOTH)[UniqueId("a")].failures == 0


def test_a_message_waiting_to_be_deleted_still_waits_when_stored(
    archive: Archive,
) -> None:
    list_them(archive, ["a"])
    archive.decisions.decide(
        THOTH, uids("a"), Verdict.SAVE_THEN_DELETE, NOW, NOW + timedelta(seconds=10)
    )
    [message] = store(archive, arrival("a"))
    row = archive.rows.row(message)
    assert row is not None
    assert (row.state, row.saved) == (State.TO_BE_DELETED, True)


def test_text_that_is_no_text_does_not_stop_the_batch(archive: Archive) -> None:
    odd = arrival("a", about=summary("lone \udcff surrogate", sender="\ud800"))
    [message] = store(archive, odd)
    row = archive.rows.row(message)
    assert row is not None
    assert row.subject == "lone ? surrogate"


def test_without_a_date_a_message_is_dated_when_it_was_first_seen(
    archive: Archive,
) -> None:
    list_them(archive, ["a"], NOW)
    about = summary("a", sent_at=None)
    [message] = archive.intake.store([arrival("a", about=about)], LATER)
    row = archive.rows.row(message)
    assert row is not None
    assert row.date == NOW


def test_peeking_never_changes_a_state_or_a_saved_row(archive: Archive) -> None:
    list_them(archive, ["a", "b"])
    [saved] = store(archive, arrival("a"))
    before = archive.rows.row(saved)
    ids = archive.intake.peeked([peeked("b"), peeked("a")], LATER)
    assert ids[1] == saved
    assert archive.rows.row(saved) == before
    assert archive.contents.first_lines(saved) is None
    other = archive.rows.row(ids[0])
    assert other is not None
    assert (other.state, other.preview) == (State.ON_SERVER, "The first lines.")
    assert archive.ledger.lines(THOTH)[UniqueId("b")].identity is not None


def test_peeking_again_keeps_the_later_lines(archive: Archive) -> None:
    [message] = archive.intake.peeked([peeked("a")], NOW)
    archive.intake.peeked([peeked("a", b"Subject: x\r\n\r\nMore.\r\n" * 30)], NOW)
    assert archive.contents.first_lines(message) == b"Subject: x\r\n\r\nMore.\r\n" * 30


def test_octets_that_are_not_here_cannot_be_read(archive: Archive) -> None:
    [message] = archive.intake.peeked([peeked("a")], NOW)
    with pytest.raises(NotSaved, match="not saved on this computer"):
        archive.contents.read(message)


def test_the_second_failure_sets_a_message_aside(archive: Archive) -> None:
    list_them(archive, ["a"])
    assert archive.intake.failed(THOTH, UniqueId("a"), "-ERR", NOW) == 1
    assert list(archive.rows.ids(View(kind=ViewKind.SET_ASIDE))) == []
    assert archive.intake.failed(THOTH, UniqueId("a"), "-ERR", NOW) == 2
    [message] = archive.rows.ids(View(kind=ViewKind.SET_ASIDE))
    assert archive.rows.counts()[THOTH].set_aside == 1
    archive.ledger.reset_failures(THOTH, uids("a", "never seen"))
    row = archive.rows.row(archive.rows.page([message])[0].id)
    assert row is not None
    assert not row.set_aside


def test_a_failure_of_what_was_never_listed_is_counted_too(archive: Archive) -> None:
    assert archive.intake.failed(THOTH, UniqueId("a"), "-ERR", NOW) == 1
    assert archive.ledger.lines(THOTH)[UniqueId("a")].failures == 1
