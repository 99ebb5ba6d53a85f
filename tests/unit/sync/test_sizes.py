"""Sizes tell when answers were mixed up, and ordinary inaccuracy is no suspicion."""

from collections.abc import Sequence

import pytest

from hudhud.sync.maildrop import Entry, Listing
from hudhud.sync.sizes import Sizes, seems_mixed_up
from support.maildrops import entry, named

LISTED = (300, 310, 320, 330, 340)
HEADER = b"From: a@example.org\r\n"


def suspected(came: Sequence[int], listed: Sequence[int | None] = LISTED) -> bool:
    """Whether messages of these sizes, in the order asked for, are suspected."""
    wanted = [named(n, f"u{n}", octets) for n, octets in enumerate(listed)]
    sizes = Sizes(wanted)
    return any([sizes.are_mixed_up(n, octets, HEADER) for n, octets in enumerate(came)])


@pytest.mark.parametrize(
    "came",
    [
        LISTED,
        [302, 312, 322, 332, 342],
        [290, 300, 311, 321, 331],
        [30, 31, 32, 33, 34],
        [300, 320, 320, 330, 340],
        [30_000, 310, 320, 330, 340],
    ],
)
def test_right_and_merely_wrong_sizes_are_taken(came: Sequence[int]) -> None:
    assert not suspected(came)


@pytest.mark.parametrize(
    "came",
    [
        [310, 300],
        [300, 330, 340, 310],
        [310, 320, 330, 340],
        [320, 300, 310],
        [300, 310 + 320 + 20],
    ],
)
def test_sizes_of_neighbours_are_suspected(came: Sequence[int]) -> None:
    assert suspected(came)


def test_a_message_that_begins_as_an_answer_is_suspected() -> None:
    assert Sizes([named(1, "u1")]).are_mixed_up(1, 1000, b"+OK 1000 octets\r\n")


def test_without_sizes_nothing_is_suspected() -> None:
    assert not suspected([300, 310, 10_000], listed=[None, None, None])


def test_listings_that_changed_places_are_suspected() -> None:
    names = [str(octets) for octets in LISTED]
    numbers = [entry(n, name, None) for n, name in enumerate(names)]
    assert seems_mixed_up(Listing(tuple(numbers), sum(LISTED)))
    both = [Entry(n, numbers[n].uid, 7) for n in range(len(names))]
    assert seems_mixed_up(Listing(tuple(both), sum(LISTED)))


def test_an_empty_or_ordinary_listing_is_not_suspected() -> None:
    assert not seems_mixed_up(Listing((), 0))
    assert not seems_mixed_up(Listing((entry(1, "300", 310),), 310))
    assert not seems_mixed_up(Listing((entry(1, "a", 310),), 300))
