"""A lasting name for every listed message, also where the server gives none.

Most entries keep the server's own unique-id. The rest are named by the identity of
their header block (mime.identity): messages without an id, messages that share one, and
messages whose known id now seems to stand for something else. protocol rows 24 to 36.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from hudhud.domain.identifiers import UniqueId
from hudhud.domain.ledger import LedgerLine
from hudhud.sync.maildrop import Entry, Listing

Ledger = Mapping[UniqueId, LedgerLine]

BY_HEADER = "header:"


@dataclass(frozen=True, slots=True)
class Named:
    """`certain` is False where the name rests on a header block, not on the server."""

    entry: Entry
    uid: UniqueId
    certain: bool = True


def needs_header(listing: Listing, ledger: Ledger) -> tuple[Entry, ...]:
    """The entries whose header block must be read before they can be named."""
    shared = _shared(listing.entries)
    return tuple(
        entry
        for entry in listing.entries
        if entry.uid is None
        or entry.uid in shared
        or _seems_reused(entry, ledger.get(entry.uid))
    )


def name_entries(
    listing: Listing, ledger: Ledger, identities: Mapping[int, bytes]
) -> tuple[Named, ...]:
    """Name what can be named; `identities` are by place. The rest is left out."""
    shared = _shared(listing.entries)
    seen: Counter[UniqueId] = Counter()
    named: list[Named] = []
    for entry in listing.entries:
        one = _name(entry, shared, ledger, identities.get(entry.place))
        if one is None:
            continue
        seen[one.uid] += 1
        if seen[one.uid] > 1:
            again = UniqueId(f"{one.uid}+{seen[one.uid]}")
            one = Named(entry, again, certain=False)
        named.append(one)
    return tuple(named)


def knows_server_names(ledger: Ledger) -> bool:
    """What is on the server now goes by names that the server gave."""
    return any(
        line.listed and not uid.startswith(BY_HEADER) for uid, line in ledger.items()
    )


def _name(
    entry: Entry, shared: frozenset[UniqueId], ledger: Ledger, identity: bytes | None
) -> Named | None:
    if entry.uid is None:
        if identity is None:
            return None
        return Named(entry, UniqueId(f"{BY_HEADER}{identity.hex()}"), certain=False)
    if entry.uid in shared:
        if identity is None:
            return None
        return Named(entry, _marked(entry.uid, identity), certain=False)
    line = ledger.get(entry.uid)
    if (
        identity is not None
        and line is not None
        and line.identity
        not in (
            None,
            identity,
        )
    ):
        return Named(entry, _marked(entry.uid, identity), certain=False)
    return Named(entry, entry.uid)


def _marked(uid: UniqueId, identity: bytes) -> UniqueId:
    return UniqueId(f"{uid}+{identity.hex()[:32]}")


def _shared(entries: Iterable[Entry]) -> frozenset[UniqueId]:
    counts = Counter(entry.uid for entry in entries if entry.uid is not None)
    return frozenset(uid for uid, count in counts.items() if count > 1)


def _seems_reused(entry: Entry, line: LedgerLine | None) -> bool:
    """A known id that was gone, or that has another size than before.

    Mailutils rewrites headers and so changes sizes; the identity leaves those fields
    out, so such a message still gets its own name back.
    """
    if line is None or line.identity is None:
        return False
    resized = (
        entry.octets is not None
        and line.octets is not None
        and entry.octets != line.octets
    )
    return resized or not line.listed
