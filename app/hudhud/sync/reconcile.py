"""Listing beside ledger: what is new, known, gone, or not to be believed.

Pure functions over values. Nothing here changes anything: promise 3 rests on that a
doubt found here makes the session do less, never more.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hudhud.domain.identifiers import UniqueId
from hudhud.domain.ledger import DeletionState, LedgerLine
from hudhud.sync.naming import Ledger, Named

# Fewer vanished messages than this are an ordinary day.
FEWEST_TO_DOUBT = 3

GOING = frozenset({DeletionState.SENT, DeletionState.UNKNOWN, DeletionState.CONFIRMED})


@dataclass(frozen=True, slots=True)
class Reconciled:
    """`shrank` says that the listing is too small to be believed yet; `complete` is
    False where lines were malformed or could not be named.
    """

    named: tuple[Named, ...]
    new: tuple[Named, ...]
    gone: tuple[LedgerLine, ...]
    shrank: bool
    complete: bool

    @property
    def tells_what_went(self) -> bool:
        return self.complete and not self.shrank


def reconcile(
    named: Sequence[Named], ledger: Ledger, complete: bool, last_count: int | None
) -> Reconciled:
    """`last_count`: how many messages the session before saw, None for the first."""
    names = {one.uid for one in named}
    gone = tuple(
        line for uid, line in ledger.items() if line.listed and uid not in names
    )
    new = tuple(one for one in named if one.uid not in ledger)
    shrank = _shrank(len(named), gone, ledger, last_count)
    return Reconciled(tuple(named), new, gone, shrank, complete)


def _shrank(
    count: int, gone: Sequence[LedgerLine], ledger: Ledger, last_count: int | None
) -> bool:
    """More than half vanished unasked. Seen twice in a row, it is believed."""
    unasked = [
        line
        for line in gone
        if line.deletion is None or line.deletion.state not in GOING
    ]
    before = sum(1 for line in ledger.values() if line.listed)
    if len(unasked) < FEWEST_TO_DOUBT or 2 * len(unasked) <= before:
        return False
    return last_count is None or last_count > count


def seems_renumbered(reconciled: Reconciled) -> bool:
    """More than half of the ids are new, and their sizes match saved mail that went."""
    new, gone = reconciled.new, [line for line in reconciled.gone if line.saved_at]
    if len(gone) < FEWEST_TO_DOUBT or 2 * len(new) <= len(reconciled.named):
        return False
    sizes = Counter(line.octets for line in gone)
    matching = sum((sizes & Counter(one.entry.octets for one in new)).values())
    return 2 * matching >= min(len(new), len(gone))


def match_renumbered(
    reconciled: Reconciled, identities: Mapping[int, bytes]
) -> tuple[tuple[UniqueId, UniqueId], ...]:
    """Pairs of old and new unique-id for messages with the same header identity."""
    by_identity: dict[bytes, list[UniqueId]] = {}
    for line in reversed(reconciled.gone):
        if line.saved_at is not None and line.identity is not None:
            by_identity.setdefault(line.identity, []).append(line.uid)
    pairs = []
    for one in reconciled.new:
        old = by_identity.get(identities.get(one.entry.place, b""))
        if old:
            pairs.append((old.pop(), one.uid))
    return tuple(pairs)
