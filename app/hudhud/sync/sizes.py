"""Whether what arrives is what was asked for, as far as sizes tell. Pure.

Some servers announce pipelining and then swap, drop or repeat answers, so that one
message gets the octets of another. A size that is not as listed is ordinary; sizes that
are those of its neighbours, time and again, are not. A wrong suspicion costs no more
than that the server is asked for one thing at a time.
"""

from collections.abc import Sequence

from hudhud.sync.maildrop import Listing
from hudhud.sync.naming import Named

# Answers change places with those next to them.
NEAR = 2

# RFC 2449 section 4: a status line is at most 512 octets; its end mark adds a few.
STATUS_OCTETS = 520

# How answers begin, and letters do not.
STATUS_INDICATORS = (b"+OK", b"-ERR")

MIXED_UP = "the server mixed up the answers to several questions"


def seems_mixed_up(listing: Listing) -> bool:
    """The answers to UIDL and LIST changed places: no size is one, or the unique-ids
    are numbers that add up to the size of the maildrop, and the sizes do not.
    """
    entries = listing.entries
    sizes = [entry.octets for entry in entries if entry.octets is not None]
    names = [entry.uid or "" for entry in entries]
    if not entries or sum(sizes) == listing.octets:
        return False
    if not sizes:
        return True
    are_sizes = all(name.isascii() and name.isdigit() for name in names)
    return are_sizes and sum(map(int, names)) == listing.octets


class Sizes:
    """Watches one pass of retrieving, in the order of what was `wanted`.

    `strayed`: the latest had the size of a neighbour.
    """

    def __init__(self, wanted: Sequence[Named]) -> None:
        self._listed = [one.entry.octets for one in wanted]
        self._at = {one.entry.place: n for n, one in enumerate(wanted)}
        self.strayed = False

    def are_mixed_up(self, place: int, octets: int, beginning: bytes) -> bool:
        """Two neighbours' sizes in a row, two messages in one, or a status line."""
        n = self._at[place]
        listed = self._listed[n]
        if beginning.startswith(STATUS_INDICATORS):
            return True
        if listed is None:
            return False
        near = self._listed[max(n - NEAR, 0) : n + NEAR + 1]
        before, self.strayed = self.strayed, octets != listed and octets in near
        return (before and self.strayed) or self._is_two(n, octets - listed)

    def _is_two(self, n: int, excess: int) -> bool:
        """The end of one was not marked, and its answer swallowed the next."""
        following = self._listed[n + 1 : n + 2]
        if following in ([], [None]):
            return False
        return 0 < excess - (following[0] or 0) <= STATUS_OCTETS
