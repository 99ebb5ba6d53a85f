"""Names for messages whose server gives none, gives one twice, or gives it anew."""

from dataclasses import replace

from hudhud.domain.identifiers import UniqueId
from hudhud.sync.maildrop import Listing
from hudhud.sync.naming import name_entries, needs_header
from support.maildrops import entry, identity_of, ledger, saved

ALICE, BOB = identity_of("alice"), identity_of("bob")


def test_ordinary_unique_ids_are_kept_and_no_header_is_read() -> None:
    listing = Listing((entry(1, "a"), entry(2, "b c")), 2000)
    assert needs_header(listing, {}) == ()
    assert [one.uid for one in name_entries(listing, {}, {})] == ["a", "b c"]


def test_a_message_without_a_unique_id_is_named_by_its_header() -> None:
    listing = Listing((entry(1),), 1000)
    assert needs_header(listing, {}) == listing.entries
    (one,) = name_entries(listing, {}, {1: ALICE})
    assert one.uid == f"header:{ALICE.hex()}"
    assert not one.certain


def test_two_messages_with_one_header_get_two_names() -> None:
    listing = Listing((entry(1), entry(2)), 2000)
    first, second = name_entries(listing, {}, {1: ALICE, 2: ALICE})
    assert second.uid == f"{first.uid}+2"


def test_a_unique_id_given_twice_is_told_apart_by_the_header() -> None:
    listing = Listing((entry(1, "x"), entry(2, "x"), entry(3, "y")), 3000)
    assert [one.place for one in needs_header(listing, {})] == [1, 2]
    named = name_entries(listing, {}, {1: ALICE, 2: BOB})
    assert len({one.uid for one in named}) == 3
    assert all(one.uid != "x" for one in named)


def test_what_cannot_be_named_is_left_out() -> None:
    listing = Listing((entry(1), entry(2, "b")), 2000)
    assert [one.uid for one in name_entries(listing, {}, {})] == ["b"]


def test_a_known_id_with_another_header_is_another_message() -> None:
    known = ledger(saved("a"))
    listing = Listing((entry(1, "a", octets=77),), 77)
    assert needs_header(listing, known) == listing.entries
    (other,) = name_entries(listing, known, {1: BOB})
    assert other.uid != "a"
    (same,) = name_entries(listing, known, {1: identity_of("a")})
    assert same.uid == UniqueId("a")


def test_an_id_that_comes_back_is_looked_at() -> None:
    gone = replace(saved("a"), listed=False)
    listing = Listing((entry(1, "a"),), 1000)
    assert needs_header(listing, ledger(gone)) == listing.entries
