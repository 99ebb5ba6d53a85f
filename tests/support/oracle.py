"""The one judge of every test that makes a server, a line or a disk go wrong.

It knows what really was on the server and what was deleted there, looks into the
archive as a person would, and says which promise was broken. Whatever happened, each
of these holds:

    nothing foreign    what is saved is octet for octet what the server had
    nothing twice      each copy on the server is saved at most once
    nothing lost       what was deleted there is saved here, or was given up by name
    nothing broken     the archive opens, and every message in it proves whole
"""

from collections import Counter
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from hudhud.archive.archive import Archive, open_archive
from hudhud.archive.rows import View
from hudhud.domain.events import Report
from hudhud.domain.failures import SENTENCES
from hudhud.domain.identifiers import AccountId

LONGEST_RUN_S = 15.0


def as_it_is(octets: bytes) -> bytes:
    return octets


@dataclass(frozen=True, slots=True)
class Evidence:
    """`had`: every copy that ever was on the server. `deleted`: unique-id and octets
    of what a client made it delete. `given_up`: what a person let go unsaved, by name.

    `same` leaves out of a message what this server changes in it.
    """

    had: tuple[bytes, ...]
    deleted: tuple[tuple[str, bytes], ...] = ()
    given_up: frozenset[str] = frozenset()
    same: Callable[[bytes], bytes] = as_it_is


def judge(folder: Path, account: AccountId, evidence: Evidence) -> None:
    """Raises AssertionError with the promise that was broken."""
    with closing(open_archive(folder)) as archive:
        assert archive.checkup.verify(None, lambda: False).ok, "a message is damaged"
        saved = Counter(map(evidence.same, saved_octets(archive, account)))
    had = Counter(map(evidence.same, evidence.had))
    assert not saved.keys() - had.keys(), "saved what the server never had"
    assert not saved - had, "saved twice"
    # Two copies of the same octets may well be one message here.
    gone = {
        evidence.same(octets)
        for uid, octets in evidence.deleted
        if uid not in evidence.given_up
    }
    assert gone <= saved.keys(), "deleted what is not saved"


def judge_report(report: Report, seconds: float) -> None:
    """It ended in time, and a failure is one that can be put into words."""
    assert seconds < LONGEST_RUN_S
    if report.failure is not None:
        sentences = SENTENCES[report.failure.kind]
        assert all((sentences.happened, sentences.safe, sentences.advice))


def saved_octets(archive: Archive, account: AccountId) -> list[bytes]:
    """What a list shows as saved, and what the ledger says is: they must agree."""
    rows = archive.rows.page(list(archive.rows.ids(View(account))))
    shown = {row.id for row in rows if row.saved}
    lines = archive.ledger.lines(account).values()
    known = {line.message for line in lines if line.saved_at is not None}
    assert shown == known, "list and ledger disagree about what is saved"
    return [archive.contents.read(message) for message in sorted(shown)]
