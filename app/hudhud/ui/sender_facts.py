"""What is worth knowing of a letter's sender before believing it.

Pure. Authentication-Results can be written by anybody, so only those count that the
person's own mail server wrote, known by its name (RFC 8601 section 5).
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from hudhud.mime.authentication import Authentication, parse_authentication
from hudhud.mime.letter import Letter
from hudhud.mime.limits import Note

FIELD = "authentication-results"
# Where names are given out one label deeper: example.co.uk, example.com.eg.
SHARED_LABELS = frozenset({"ac", "co", "com", "edu", "gov", "mil", "net", "org", "sch"})
# Servers that write their results under another name than they are reached by.
OTHER_NAMES = {"gmail.com": "google.com", "googlemail.com": "google.com"}

_ADDRESS = re.compile(r"[^\s@<>\"'()]+@[^\s@<>\"'()]+\.[^\s@<>\"'()]+")


class FactKind(StrEnum):
    """PROVEN and UNPROVEN: what one's own server says of the sender's domain."""

    SEVERAL_SENDERS = "several-senders"
    NAME_IS_ADDRESS = "name-is-address"
    UNPROVEN = "unproven"
    PROVEN = "proven"


WARNINGS = frozenset(FactKind) - {FactKind.PROVEN}


@dataclass(frozen=True, slots=True)
class SenderFact:
    """`name` is the domain in question, or the address that the name looks like."""

    kind: FactKind
    name: str = ""


def sender_facts(letter: Letter, server_host: str) -> tuple[SenderFact, ...]:
    """`server_host` is the account's own mail server; empty where it is not known."""
    facts: list[SenderFact] = []
    several = Note.SEVERAL_SENDERS in letter.notes
    if several:
        facts.append(SenderFact(FactKind.SEVERAL_SENDERS))
    sender = letter.summary.sender
    if sender is None:
        return tuple(facts)
    named = _ADDRESS.search(sender.name)
    if named is not None and named[0].lower() != sender.address.lower():
        facts.append(SenderFact(FactKind.NAME_IS_ADDRESS, named[0]))
    kind = _verdict(_own_results(letter, server_host), domain_of(sender.address))
    # With several senders, nobody knows which of them the server looked at.
    if kind is not None and not several:
        facts.append(SenderFact(kind, domain_of(sender.address)))
    return tuple(facts)


def domain_of(address: str) -> str:
    return address.rpartition("@")[2].strip().lower()


def organisation(host: str) -> str:
    """The part of a host's name that one owner has: `pop.example.org`, `example.org`.

    A guess without the public suffix list, on the narrow side.
    """
    labels = host.strip(".").lower().split(".")
    deeper = len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in SHARED_LABELS
    name = ".".join(labels[-3 if deeper else -2 :])
    return OTHER_NAMES.get(name, name)


def _own_results(letter: Letter, server_host: str) -> tuple[Authentication, ...]:
    """Those of the first field that bears the server's name: it is the latest one."""
    own = organisation(server_host)
    if "." not in own:
        return ()
    for name, value in letter.headers:
        if name.lower() != FIELD:
            continue
        results = parse_authentication(value.encode())
        if results and organisation(results[0].authserv_id) == own:
            return results
    return ()


def _verdict(results: tuple[Authentication, ...], domain: str) -> FactKind | None:
    """DMARC is about the very domain that is shown; without it a signature of it is."""
    for one in results:
        if one.method == "dmarc" and one.result in ("pass", "fail"):
            about = one.property("header.from").lower()
            if about and organisation(about) != organisation(domain):
                continue
            return FactKind.PROVEN if one.result == "pass" else FactKind.UNPROVEN
    signed = [one for one in results if one.method == "dkim"]
    if any(_signs(one, domain) for one in signed):
        return FactKind.PROVEN
    failed = any(one.result == "fail" for one in signed)
    return FactKind.UNPROVEN if failed else None


def _signs(result: Authentication, domain: str) -> bool:
    by = result.property("header.d") or domain_of(result.property("header.i"))
    is_own = bool(domain) and organisation(by.lower()) == organisation(domain)
    return result.result == "pass" and is_own
