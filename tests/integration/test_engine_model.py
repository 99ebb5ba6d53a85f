"""A person, a server, a clock and a policy act at random; the promises hold throughout.

After every step the judge of `support.oracle` looks at the archive. In the end the
server behaves, every decision is taken back, and all mail comes home once.
"""

from contextlib import ExitStack, closing
from dataclasses import replace
from datetime import timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from hudhud.archive.archive import open_archive
from hudhud.domain.events import RunFinished
from hudhud.domain.identifiers import UniqueId
from hudhud.domain.retention import (
    AskForEach,
    DeleteAfter,
    DeleteOnceSaved,
    KeepAll,
    RetentionPolicy,
    Verdict,
)
from hudhud.sync.maildrop import Listing
from hudhud.sync.plan import Job
from support.oracle import Evidence, judge, judge_report, saved_octets
from support.quick_folder import quick_folder
from support.world import ACCOUNT, World, mail

NORMAL = settings(max_examples=80, stateful_step_count=40, deadline=None)

POLICIES = st.sampled_from(
    [KeepAll(), DeleteOnceSaved(), DeleteAfter(2), AskForEach(), AskForEach()]
)
PLACES = st.integers(min_value=0, max_value=30)
SESSION_STEPS = ("connect", "sign-in", "list", "delete", "finish", "finished")
BREAKS = st.lists(st.sampled_from(SESSION_STEPS), min_size=1, max_size=4)
LARGE = 1_200_000


class Ground(RuleBasedStateMachine):
    """`octets` are what each name stands for; every message comes with a new name."""

    def __init__(self) -> None:
        super().__init__()
        self._stack = ExitStack()
        folder = self._stack.enter_context(quick_folder())
        self.world = World(folder / "archive", messages=0)
        self.had: list[bytes] = []
        self.octets: dict[UniqueId, bytes] = {}
        self.verdicts: dict[UniqueId, Verdict] = {}
        self.meant: dict[UniqueId, bytes] = {}
        self.deleted: list[tuple[str, bytes]] = []
        self.reused: set[bytes] = set()
        self.given_up: set[str] = set()
        self.gone_by_others: set[bytes] = set()

    def teardown(self) -> None:
        try:
            self.end_well()
        finally:
            self._stack.close()

    @invariant()
    def every_promise_holds(self) -> None:
        self.note_deleted()
        deleted, given_up = tuple(self.deleted), frozenset(self.given_up)
        evidence = Evidence(tuple(self.had), deleted, given_up)
        judge(self.world.folder, ACCOUNT.id, evidence)

    @invariant()
    def every_decision_survives(self) -> None:
        with closing(open_archive(self.world.folder)) as archive:
            ledger = archive.ledger.lines(ACCOUNT.id)
        for uid, verdict in self.verdicts.items():
            assert ledger[uid].verdict is verdict

    def run(self, policy: RetentionPolicy, job: Job) -> None:
        report = self.world.run(policy, job)
        judge_report(report, 0)
        assert self.world.events[-1] == RunFinished(ACCOUNT.id, report)

    def listed(self) -> list[UniqueId]:
        """What a person sees of what is there."""
        with closing(open_archive(self.world.folder)) as archive:
            ledger = archive.ledger.lines(ACCOUNT.id)
        held = self.world.server.mail
        return sorted(u for u, line in ledger.items() if line.listed and u in held)

    def chosen(self, place: int) -> UniqueId:
        listed = self.listed()
        return listed[place % len(listed)]

    def looked_at(self) -> list[UniqueId]:
        """Those of them whose header block the engine has read."""
        with closing(open_archive(self.world.folder)) as archive:
            ledger = archive.ledger.lines(ACCOUNT.id)
        return [uid for uid in self.listed() if ledger[uid].identity is not None]

    def note_deleted(self) -> None:
        """What went since the last step, and whether exactly that was to go."""
        for uid in self.world.server.deleted[len(self.deleted) :]:
            octets = self.octets[uid]
            self.deleted.append((uid, octets))
            wanted = self.verdicts.get(uid) is Verdict.DELETE
            if wanted and self.meant[uid] == octets:
                self.given_up.add(uid)

    def end_well(self) -> None:
        server, world = self.world.server, self.world
        server.break_at, server.refuse, server.listing = [], set(), as_it_is
        world.clear(*self.octets)
        self.verdicts.clear()
        for _ in range(3):
            self.run(KeepAll(), Job(only=frozenset(server.mail)))
        for _ in range(3):
            self.run(DeleteOnceSaved(), Job())
        # Mail under another's name stays: what is there is not what was saved.
        assert set(server.mail.values()) <= self.reused
        with closing(open_archive(world.folder)) as archive:
            saved = set(saved_octets(archive, ACCOUNT.id))
        given_up = {self.octets[UniqueId(uid)] for uid in self.given_up}
        safe = saved | given_up | self.gone_by_others | set(server.mail.values())
        assert set(self.had) <= safe


class Person(Ground):
    """Fetches by one policy or another, looks, and decides."""

    @rule(policy=POLICIES)
    def fetches(self, policy: RetentionPolicy) -> None:
        self.run(policy, Job())

    @rule()
    def fetches_and_keeps(self) -> None:
        self.run(KeepAll(), Job(peek_lines=1))

    @rule()
    def fetches_what_was_decided(self) -> None:
        self.run(AskForEach(), Job())

    @rule()
    def fetches_and_frees_the_server(self) -> None:
        self.run(DeleteOnceSaved(), Job())

    @rule(policy=POLICIES)
    def looks_only(self, policy: RetentionPolicy) -> None:
        before = dict(self.world.server.mail)
        self.run(policy, Job(peek_lines=2, save=False, delete=False))
        assert self.world.server.mail == before

    @rule(policy=POLICIES)
    def asks_what_would_happen(self, policy: RetentionPolicy) -> None:
        before = dict(self.world.server.mail)
        self.run(policy, Job(dry_run=True))
        assert self.world.server.mail == before

    @rule(policy=POLICIES, limit=st.integers(min_value=0, max_value=2))
    def fetches_a_few(self, policy: RetentionPolicy, limit: int) -> None:
        self.run(policy, Job(limit=limit))

    @precondition(lambda self: self.listed())
    @rule(
        place=PLACES, verdict=st.sampled_from(Verdict), delay_s=st.sampled_from([0, 99])
    )
    def decides(self, place: int, verdict: Verdict, delay_s: int) -> None:
        uid = self.chosen(place)
        self.world.decide(verdict, uid, delay_s=delay_s)
        self.verdicts[uid] = verdict
        self.meant[uid] = self.octets[uid]

    @precondition(lambda self: self.listed())
    @rule(place=PLACES)
    def gives_one_up(self, place: int) -> None:
        self.decides(place, Verdict.DELETE, 0)

    @precondition(lambda self: self.listed())
    @rule(place=PLACES)
    def wants_one_at_home(self, place: int) -> None:
        self.decides(place, Verdict.SAVE_THEN_DELETE, 0)

    @precondition(lambda self: self.listed())
    @rule(place=PLACES)
    def clears(self, place: int) -> None:
        uid = self.chosen(place)
        self.world.clear(uid)
        self.verdicts.pop(uid, None)


class Life(Person):
    """What the server and the clock do to that person."""

    @initialize(messages=st.integers(min_value=1, max_value=5))
    def begins(self, messages: int) -> None:
        for _ in range(messages):
            self.comes(large=False)
        self.run(AskForEach(), Job(peek_lines=1))

    @rule(large=st.sampled_from([False] * 9 + [True]))
    def comes(self, large: bool) -> None:
        number = len(self.had) + 1
        # Every fourth is the same message again: another copy is another message.
        octets = mail(number if number % 4 else 4, LARGE if large else 300)
        uid = UniqueId(f"u{number}")
        self.world.server.put(uid, octets)
        self.octets[uid] = octets
        self.had.append(octets)

    @precondition(lambda self: self.world.server.mail)
    @rule(place=PLACES)
    def another_client_deletes(self, place: int) -> None:
        held = self.world.server.mail
        self.gone_by_others.add(held.pop(sorted(held)[place % len(held)]))

    @precondition(lambda self: self.looked_at())
    @rule(place=PLACES)
    def gives_a_name_to_other_mail(self, place: int) -> None:
        """Of the same size, so that no listing tells."""
        uids = self.looked_at()
        uid = uids[place % len(uids)]
        old = self.world.server.mail[uid]
        begun = mail(len(self.had) + 500)[:60]
        octets = begun.ljust(len(old) - 2, b"x") + b"\r\n"
        self.gone_by_others.add(old)
        self.world.server.mail[uid] = self.octets[uid] = octets
        self.had.append(octets)
        self.reused.add(octets)

    @rule()
    def renumbers(self) -> None:
        """A saved message keeps its decision, one that is not saved may lose it."""
        held = self.world.server.mail
        again = len(self.octets)
        renamed = {UniqueId(f"n{again}-{uid}"): held[uid] for uid in held}
        self.octets.update(renamed)
        self.world.server.mail = renamed
        self.verdicts.clear()

    @precondition(lambda self: self.world.server.mail)
    @rule(place=PLACES)
    def refuses_one(self, place: int) -> None:
        held = sorted(self.world.server.mail)
        self.world.server.refuse.add(held[place % len(held)])

    @rule()
    def relents(self) -> None:
        self.world.server.refuse.clear()

    @rule(steps=BREAKS)
    def will_lose_the_line(self, steps: list[str]) -> None:
        self.world.server.break_at = list(steps)

    @precondition(lambda self: self.world.server.mail)
    @rule(place=PLACES, times=st.integers(min_value=1, max_value=3))
    def will_lose_the_line_in_a_message(self, place: int, times: int) -> None:
        held = sorted(self.world.server.mail)
        self.world.server.break_at = [f"retrieve:{held[place % len(held)]}"] * times

    @rule(keep=st.integers(min_value=0, max_value=2))
    def will_list_too_little_once(self, keep: int) -> None:
        def shrunken(listing: Listing) -> Listing:
            self.world.server.listing = as_it_is
            return replace(listing, entries=listing.entries[:keep])

        self.world.server.listing = shrunken

    @rule(hours=st.sampled_from([-9000, -1, 1, 30, 60]))
    def time_passes(self, hours: int) -> None:
        self.world.now += timedelta(hours=hours)


def as_it_is(listing: Listing) -> Listing:
    return listing


def test_the_promises_hold_whatever_happens() -> None:
    run_state_machine_as_test(Life, settings=NORMAL)
