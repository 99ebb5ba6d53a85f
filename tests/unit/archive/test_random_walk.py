"""Whatever happens in whatever order: what is derived agrees, and nothing is lost."""

import shutil
import tempfile
from contextlib import closing
from datetime import timedelta
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from hudhud.archive import tally
from hudhud.archive.archive import ARCHIVE_FILE, open_archive
from hudhud.archive.database import Database
from hudhud.archive.ledger import ListedLine
from hudhud.archive.rows import View, ViewKind
from hudhud.archive.states import PENDING, wrongly_settled
from hudhud.domain.identifiers import MessageId, UniqueId
from hudhud.domain.ledger import DeletionState
from hudhud.domain.messages import State
from hudhud.domain.retention import Verdict
from support.archiving import (
    NOW,
    SESHAT,
    THOTH,
    arrival,
    list_them,
    peeked,
    store,
    uids,
)

NAMES = [f"u{n}" for n in range(7)]
names = st.sampled_from(NAMES)
some_names = st.lists(names, max_size=5, unique=True)

# By name, for hypothesis prints its examples.
BODIES = {"one": b"one", "two": b"two", "three": b"three", "big": b"x" * 1_100_000}
bodies = st.sampled_from(sorted(BODIES))


class Watched(RuleBasedStateMachine):
    """What must hold after every step, whatever it was."""

    @initialize()
    def open_new(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="hudhud-walk-"))
        self.archive = open_archive(self.folder)
        self.saved: dict[MessageId, object] = {}
        self.known: set[UniqueId] = set()
        self.steps = 0
        self.at = NOW

    def teardown(self) -> None:
        self.archive.close()
        shutil.rmtree(self.folder)

    def remember(self, message: MessageId, uid: UniqueId, octets: object) -> None:
        assert self.saved.setdefault(message, octets) == octets
        self.known.add(uid)

    @invariant()
    def nothing_is_lost(self) -> None:
        lines = self.archive.ledger.lines(THOTH)
        assert lines.keys() == self.known
        for message, body in self.saved.items():
            assert self.archive.contents.read(message) == body
        assert self.archive.contents.prove(self.saved) == self.saved.keys()

    @invariant()
    def no_receipt_is_ever_taken_away(self) -> None:
        receipts = self.archive.journal.entries(None, 100_000)
        assert len(receipts) >= self.steps
        self.steps = len(receipts)

    @invariant()
    def what_is_derived_agrees(self) -> None:
        assert not self.archive.in_transaction
        with closing(Database(self.folder / ARCHIVE_FILE, read_only=True)) as db:
            assert wrongly_settled(db) == []
            assert tally.kept(db) == tally.counted(db)
            assert db.rows("PRAGMA foreign_key_check") == []

    @invariant()
    def views_and_states_agree(self) -> None:
        rows = self.archive.rows.page(self.archive.rows.ids(View()))
        counts = self.archive.rows.counts()[None]
        waiting = self.archive.rows.ids(View(kind=ViewKind.TO_BE_DELETED))
        assert counts.all == len(rows)
        assert counts.to_be_deleted == len(waiting)
        lines = self.archive.ledger.lines(THOTH)
        for row in rows:
            if row.account == THOTH and row.uid is not None:
                line = lines[row.uid]
                pending = line.deletion is not None and line.deletion.state in PENDING
                to_be_deleted = line.listed and pending
                assert (row.state is State.TO_BE_DELETED) == to_be_deleted
                assert row.saved == (line.saved_at is not None)

    @invariant()
    def an_answered_deletion_is_never_open(self) -> None:
        for line in self.archive.ledger.lines(THOTH).values():
            if line.deletion is not None and not line.listed:
                assert line.deletion.state is not DeletionState.SENT


class ArchiveWalk(Watched):
    """The steps."""

    @rule(listed=some_names)
    def list_maildrop(self, listed: list[str]) -> None:
        self.at += timedelta(minutes=1)
        list_them(self.archive, listed, self.at)
        self.known.update(uids(*listed))

    @rule(listed=some_names)
    def list_another_account(self, listed: list[str]) -> None:
        lines = [ListedLine(uid, None) for uid in uids(*listed)]
        self.archive.ledger.record_listing(SESHAT, lines, None, self.at)

    @rule(batch=st.lists(st.tuples(names, bodies), max_size=4))
    def store(self, batch: list[tuple[str, str]]) -> None:
        arrivals = [arrival(name, BODIES[body]) for name, body in batch]
        for message, one in zip(store(self.archive, *arrivals), arrivals, strict=True):
            self.remember(message, one.uid, one.octets)

    @rule(name=names, body=bodies)
    def store_large(self, name: str, body: str) -> None:
        large = self.archive.intake.open_large()
        large.write(BODIES[body])
        [message] = store(self.archive, arrival(name, large.finish()))
        self.remember(message, UniqueId(name), BODIES[body])

    @rule(name=names)
    def peek(self, name: str) -> None:
        self.archive.intake.peeked([peeked(name)], self.at)
        self.known.add(UniqueId(name))

    @rule(name=names)
    def fail(self, name: str) -> None:
        self.archive.intake.failed(THOTH, UniqueId(name), "-ERR", self.at)
        self.known.add(UniqueId(name))

    @rule(some=some_names)
    def forgive(self, some: list[str]) -> None:
        self.archive.ledger.reset_failures(THOTH, uids(*some))

    @rule(some=some_names, verdict=st.sampled_from(Verdict))
    def decide(self, some: list[str], verdict: Verdict) -> None:
        decisions = self.archive.decisions
        decisions.decide(THOTH, uids(*some), verdict, self.at, self.at)

    @rule(some=some_names)
    def clear(self, some: list[str]) -> None:
        self.archive.decisions.clear(THOTH, uids(*some), self.at)

    @rule(some=some_names)
    def want(self, some: list[str]) -> None:
        self.archive.journal.want_by_policy(THOTH, uids(*some), self.at)

    @rule(some=some_names, ending=st.sampled_from(["back", "unknown", "ok", "crash"]))
    def delete(self, some: list[str], ending: str) -> None:
        before = self.archive.ledger.lines(THOTH)
        sent = self.archive.journal.mark_sent(THOTH, uids(*some), self.at)
        for uid in sent:
            line = before[uid]
            assert line.deletion is not None
            assert line.listed
            assert line.saved_at is not None or line.deletion.unsaved_allowed
        gone = sorted(sent)
        if ending == "back":
            self.archive.journal.mark_back(THOTH, gone, self.at)
        elif ending == "unknown":
            self.archive.journal.mark_unknown(THOTH, gone, self.at)
        elif ending == "ok":
            self.archive.journal.confirm(THOTH, gone, self.at, "+OK")

    @rule(old=names, new=names)
    def rebind(self, old: str, new: str) -> None:
        self.archive.ledger.rebind(THOTH, [(UniqueId(old), UniqueId(new))], self.at)
        lines = self.archive.ledger.lines(THOTH)
        self.known.update(lines)

    @rule(read=st.booleans())
    def read(self, read: bool) -> None:
        self.archive.rows.mark_read(self.archive.rows.ids(View())[:2], read)

    @rule()
    def reopen(self) -> None:
        self.archive.close()
        self.archive = open_archive(self.folder)


TestArchiveWalk = ArchiveWalk.TestCase
TestArchiveWalk.settings = settings(
    max_examples=40,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
