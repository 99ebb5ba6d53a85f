"""Views, orders, pages and counts."""

from datetime import timedelta

import pytest

from hudhud.archive.archive import Archive
from hudhud.archive.rows import Counts, Order, View, ViewKind
from hudhud.archive.sort_keys import sender_key, subject_key
from hudhud.domain.identifiers import AccountId, MessageId, UniqueId
from hudhud.domain.messages import Correspondent
from support.archiving import NOW, SESHAT, THOTH, arrival, list_them, store, summary

LETTERS = [
    ("a", "Zoe", "Re: Nile", 0, 300),
    ("b", "ani", "barley", 2, 100),
    ("c", "Élodie", "Fwd: [tax] Abydos", 1, 200),
]


@pytest.fixture
def filled(archive: Archive) -> Archive:
    list_them(archive, ["a", "b", "c"])
    for uid, sender, subject, hours, octets in LETTERS:
        about = summary(subject, sender, NOW + timedelta(hours=hours))
        store(archive, arrival(uid, b"x" * octets, about=about))
    return archive


def names(archive: Archive, view: View) -> str:
    return "".join(str(row.uid) for row in archive.rows.page(archive.rows.ids(view)))


@pytest.mark.parametrize(
    ("order", "ascending"),
    [
        (Order.DATE, "acb"),
        (Order.SENDER, "bca"),
        (Order.SUBJECT, "cba"),
        (Order.SIZE, "bca"),
    ],
)
def test_every_order_goes_both_ways(
    filled: Archive, order: Order, ascending: str
) -> None:
    assert names(filled, View(order=order, descending=False)) == ascending
    assert names(filled, View(order=order, descending=True)) == ascending[::-1]


def test_the_newest_come_first_by_themselves(filled: Archive) -> None:
    assert names(filled, View()) == "bca"


@pytest.mark.parametrize("order", list(Order))
@pytest.mark.parametrize("descending", [True, False])
def test_every_kind_has_every_order(
    filled: Archive, order: Order, descending: bool
) -> None:
    list_them(filled, ["a", "w"])
    for _ in range(2):
        filled.intake.failed(THOTH, UniqueId("w"), "-ERR", NOW)

    def shown(kind: ViewKind) -> set[str]:
        return set(names(filled, View(kind=kind, order=order, descending=descending)))

    assert shown(ViewKind.ALL) == set("abcw")
    assert shown(ViewKind.SAVED) == set("abc")
    assert shown(ViewKind.WAITING) == set("w")
    assert shown(ViewKind.SET_ASIDE) == set("w")
    assert shown(ViewKind.TO_BE_DELETED) == set()


@pytest.mark.parametrize("order", list(Order))
def test_unread_only_leaves_the_read_ones_out(filled: Archive, order: Order) -> None:
    filled.rows.mark_read(filled.rows.ids(View())[:1], True)
    assert set(names(filled, View(unread_only=True, order=order))) == {"a", "c"}


@pytest.mark.parametrize("order", list(Order))
def test_a_view_of_one_account_shows_only_that(filled: Archive, order: Order) -> None:
    store(filled, arrival("s", account=SESHAT))
    assert names(filled, View(account=SESHAT, order=order)) == "s"
    assert set(names(filled, View(account=THOTH, order=order))) == set("abc")
    assert names(filled, View(account=AccountId("nobody"), order=order)) == ""


def test_a_page_comes_as_it_was_asked_for(filled: Archive) -> None:
    assert [row.id for row in filled.rows.page([3, 1, 99, 2, 1])] == [3, 1, 2, 1]
    assert filled.rows.page([]) == []


def test_a_row_shows_all_that_is_painted(filled: Archive) -> None:
    row = filled.rows.by_uid(THOTH, UniqueId("b"))
    assert row is not None
    assert row.sender == Correspondent("ani", "ani@example.org")
    assert (row.subject, row.octets, row.account) == ("barley", 100, THOTH)
    assert row.date == NOW + timedelta(hours=2)
    assert (row.read, row.starred, row.set_aside) == (False, False, False)


def test_rows_that_are_not_there_are_none(archive: Archive) -> None:
    assert archive.rows.row(MessageId(1)) is None
    assert archive.rows.by_uid(THOTH, UniqueId("a")) is None


def test_reading_and_starring_are_marked_and_unmarked(filled: Archive) -> None:
    ids = filled.rows.ids(View())
    for marked in (True, True, False):
        filled.rows.mark_read(ids, marked)
        filled.rows.star(ids, marked)
        rows = filled.rows.page(ids)
        assert {(row.read, row.starred) for row in rows} == {(marked, marked)}
        unread = filled.rows.counts()[None].unread
        assert unread == (0 if marked else 3)


def test_counts_are_per_account_and_of_all(filled: Archive) -> None:
    list_them(filled, ["a", "w"])
    store(filled, arrival("s", account=SESHAT))
    counts = filled.rows.counts()
    assert counts[THOTH] == Counts(all=4, waiting=1, saved=3, unread=4)
    assert counts[SESHAT] == Counts(all=1, saved=1, unread=1)
    assert counts[None] == Counts(all=5, waiting=1, saved=4, unread=5)


def test_an_empty_archive_counts_nothing(archive: Archive) -> None:
    assert archive.rows.counts() == {None: Counts()}


def test_an_account_is_remembered_by_its_latest_name(archive: Archive) -> None:
    archive.accounts.note(THOTH, "Thoth")
    archive.accounts.note(SESHAT, "Seshat")
    archive.accounts.note(THOTH, "Scribe")
    assert archive.accounts.names() == {THOTH: "Scribe", SESHAT: "Seshat"}


@pytest.mark.parametrize(
    ("subject", "key"),
    [
        ("Re: Nile", "nile"),
        ("RE[2]: Fwd: [tax-list] Nile", "nile"),
        ("رد: النيل", "النيل"),
        ("«Nile» flows", "nile» flows"),
        ("Éclair", "eclair"),
        ("Reed", "reed"),
        ("Re:", ""),
        ("!!!", ""),
        ("x" * 500, "x" * 32),
    ],
)
def test_subjects_sort_by_their_matter(subject: str, key: str) -> None:
    assert subject_key(subject) == key


def test_senders_sort_by_name_or_else_by_address() -> None:
    assert sender_key('"Ani', "z@x") == "ani"
    assert sender_key("", "Z@x") == "z@x"
