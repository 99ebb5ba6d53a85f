"""A glance at a maildrop: how much waits there, and what of it is news."""

from dataclasses import dataclass

from hudhud.domain.failures import Failure
from hudhud.domain.retention import RetentionPolicy
from hudhud.sync.errand import Errand, MaildropFor
from hudhud.sync.maildrop import Entry, Listing
from hudhud.sync.naming import Ledger, name_entries
from hudhud.sync.plan import Job, is_to_be_saved


@dataclass(frozen=True, slots=True)
class Look:
    """What a glance at a maildrop told; nothing was retrieved or changed.

    `new` would be saved by the next run, or was never seen before.
    """

    messages: int = 0
    octets: int = 0
    new: int = 0
    new_octets: int = 0
    secured: str = ""
    failure: Failure | None = None


def looked(errand: Errand, ledger: Ledger, maildrop_for: MaildropFor) -> Look:
    """Sign in, count, sign off. Raises MaildropFailed and MaildropStopped."""
    maildrop = maildrop_for(errand)
    try:
        maildrop.connect()
        maildrop.sign_in()
        listing = maildrop.list()
        secured = maildrop.secured
        maildrop.finish()
    finally:
        maildrop.close()
    fresh = fresh_entries(listing, ledger, errand.account.policy)
    return Look(
        messages=len(listing.entries),
        octets=listing.octets,
        new=len(fresh),
        new_octets=sum(entry.octets or 0 for entry in fresh),
        secured=secured,
    )


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
