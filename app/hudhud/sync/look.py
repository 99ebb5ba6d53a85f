"""Which listed messages are news. Pure."""

from hudhud.domain.retention import RetentionPolicy
from hudhud.sync.maildrop import Entry, Listing
from hudhud.sync.naming import Ledger, name_entries
from hudhud.sync.plan import Job, is_to_be_saved


def fresh_entries(
    listing: Listing, ledger: Ledger, policy: RetentionPolicy
) -> list[Entry]:
    """Never seen before, or seen and to be saved by the next run.

    Where the server names nothing, what exceeds the number known counts as new.
    """
    if not listing.has_unique_ids:
        known = sum(1 for line in ledger.values() if line.listed)
        return list(listing.entries[known:])
    named = name_entries(listing, ledger, {})
    return [
        one.entry
        for one in named
        if one.uid not in ledger
        or is_to_be_saved(one.uid, ledger[one.uid], policy, Job())
    ]
