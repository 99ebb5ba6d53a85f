"""One session, told as a story.

Open, list, reconcile with the ledger, plan, peek where rows are wanted first, retrieve,
prove, delete, finish. Every doubt on the way makes the session do less.
"""

from hudhud.archive.errors import ArchiveError
from hudhud.archive.intake import PeekedRow
from hudhud.archive.ledger import ListedLine
from hudhud.domain.events import (
    MaildropListed,
    NoticeKind,
    Phase,
    PhaseEntered,
    Progress,
    RowsPeeked,
    SessionOpened,
)
from hudhud.domain.failures import Failure, FailureKind
from hudhud.domain.identifiers import UniqueId
from hudhud.domain.ledger import DeletionState, LedgerLine, Origin
from hudhud.domain.servers import Security
from hudhud.mime.identity import header_identity
from hudhud.mime.summary import summarize
from hudhud.sync.deletion import Deletion
from hudhud.sync.desk import Desk
from hudhud.sync.heads import read_heads, read_identities
from hudhud.sync.maildrop import (
    Caution,
    Listing,
    MaildropFailed,
    MaildropStopped,
)
from hudhud.sync.naming import (
    Ledger,
    Named,
    knows_server_names,
    name_entries,
    needs_header,
)
from hudhud.sync.plan import Plan, plan_session
from hudhud.sync.reconcile import (
    Reconciled,
    match_renumbered,
    reconcile,
    seems_renumbered,
)
from hudhud.sync.retrieval import Retrieval
from hudhud.sync.sizes import MIXED_UP, seems_mixed_up

# The first screenful comes quickly, later flights are wider.
FIRST_PEEK = 100
PEEK_FLIGHT = 1000

NO_NAMES_TODAY = "the server did not give the unique-ids it gave before"

UNDECIDED = frozenset({DeletionState.SENT, DeletionState.UNKNOWN})


class Session:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._ledger: Ledger = {}
        self._may_delete = True

    def run(self) -> bool:
        """Carry the whole story out; True where something new was saved."""
        desk = self._desk
        self.open()
        listing = self._list()
        reconciled = self._reconcile(listing)
        plan = plan_session(
            reconciled.named,
            self._ledger,
            desk.job.policy or desk.account.policy,
            desk.job,
            desk.now(),
        )
        if desk.job.dry_run:
            self._tell_plan(plan)
            return False
        self._release(plan)
        self._peek(plan)
        return self._carry_out(plan, len(reconciled.named))

    def open(self) -> None:
        account, maildrop = self._desk.account, self._desk.maildrop
        self._enter(Phase.CONNECTING)
        maildrop.connect()
        self._enter(Phase.SIGNING_IN)
        maildrop.sign_in()
        if account.server.security is Security.NONE and not account.server.is_local:
            self._desk.notice(NoticeKind.UNENCRYPTED)
        self._desk.tell(SessionOpened(account.id, maildrop.secured))

    def _list(self) -> Listing:
        self._enter(Phase.LISTING)
        listing = self._desk.maildrop.list()
        if seems_mixed_up(listing) and Caution.LOCK_STEP not in self._desk.cautions:
            raise self._failed(FailureKind.OUT_OF_STEP, MIXED_UP, Caution.LOCK_STEP)
        self._ledger = self._desk.archive.ledger.lines(self._desk.account.id)
        if listing.entries and not listing.has_unique_ids:
            if knows_server_names(self._ledger):
                # Under other names the person's decisions would not be found.
                raise self._failed(FailureKind.SERVER_TROUBLE, NO_NAMES_TODAY)
            self._desk.notice(NoticeKind.NO_UNIQUE_IDS)
        return listing

    def _failed(
        self, kind: FailureKind, detail: str, caution: Caution | None = None
    ) -> MaildropFailed:
        host = self._desk.account.server.host
        return MaildropFailed(Failure(kind, host, detail), caution)

    def _reconcile(self, listing: Listing) -> Reconciled:
        desk = self._desk
        needy = needs_header(listing, self._ledger)
        identities = read_identities(desk.maildrop, needy)
        named = name_entries(listing, self._ledger, identities)
        complete = not listing.malformed and len(named) == len(listing.entries)
        before = desk.archive.history.maildrop_sizes(desk.account.id, 1)
        last_count = before[0].messages if before else None
        reconciled = reconcile(named, self._ledger, complete, last_count)
        desk.tell(
            MaildropListed(
                desk.account.id,
                len(listing.entries),
                listing.octets,
                len(reconciled.new),
                tuple(one.uid for one in reconciled.named),
            )
        )
        if not desk.job.dry_run:
            self._record(listing, reconciled)
        return reconciled

    def _record(self, listing: Listing, reconciled: Reconciled) -> None:
        desk = self._desk
        pairs = self._renumbered(reconciled)
        listed = [ListedLine(one.uid, one.entry.octets) for one in reconciled.named]
        if not reconciled.tells_what_went:
            listed += [ListedLine(line.uid, line.octets) for line in reconciled.gone]
        if reconciled.shrank and not pairs:
            self._may_delete = False
            desk.notice(NoticeKind.LISTING_SHRANK, len(reconciled.gone))
        desk.archive.ledger.record_listing(
            desk.account.id,
            listed,
            (len(listing.entries), listing.octets),
            desk.now(),
        )
        if pairs:
            self._may_delete = False
            desk.archive.ledger.rebind(desk.account.id, pairs, desk.now())
            desk.notice(NoticeKind.RENUMBERED, len(pairs))
        ignored = self._ignored(reconciled)
        if ignored:
            desk.notice(NoticeKind.DELETION_IGNORED, ignored)
        if pairs or any(_is_undecided(line) for line in self._ledger.values()):
            self._ledger = desk.archive.ledger.lines(desk.account.id)

    def _renumbered(
        self, reconciled: Reconciled
    ) -> tuple[tuple[UniqueId, UniqueId], ...]:
        # In doubt the old names stay listed: what comes under new ones must be known.
        in_doubt = reconciled.gone and not reconciled.tells_what_went
        if not in_doubt and not seems_renumbered(reconciled):
            return ()
        entries = [one.entry for one in reconciled.new]
        identities = read_identities(self._desk.maildrop, entries)
        return match_renumbered(reconciled, identities)

    def _ignored(self, reconciled: Reconciled) -> int:
        return sum(
            1
            for one in reconciled.named
            if (line := self._ledger.get(one.uid)) is not None
            and line.deletion is not None
            and line.deletion.state is DeletionState.CONFIRMED
        )

    def _release(self, plan: Plan) -> None:
        """What a rule staged in an earlier run, and today's rule would keep."""
        if not self._desk.job.delete:
            return
        going = {one.uid for one in plan.delete}
        stale = [
            line.uid
            for line in self._ledger.values()
            if line.deletion is not None
            and line.deletion.state is DeletionState.WANTED
            and line.deletion.origin is Origin.POLICY
            and line.uid not in going
        ]
        desk = self._desk
        desk.archive.journal.unwant_by_policy(desk.account.id, stale, desk.now())

    def _peek(self, plan: Plan) -> None:
        wanted = plan.peek
        if not wanted:
            return
        self._enter(Phase.PEEKING)
        done = 0
        while done < len(wanted):
            flight = wanted[done : done + (PEEK_FLIGHT if done else FIRST_PEEK)]
            self._peek_flight(flight)
            done += len(flight)
            self._desk.tell(
                Progress(self._desk.account.id, Phase.PEEKING, done, len(wanted))
            )

    def _peek_flight(self, flight: tuple[Named, ...]) -> None:
        desk = self._desk
        lines = desk.job.peek_lines or 0
        heads = read_heads(desk.maildrop, [one.entry for one in flight], lines)
        rows = [
            PeekedRow(
                account=desk.account.id,
                uid=one.uid,
                summary=summarize(head),
                identity=header_identity(head),
                listed_octets=one.entry.octets,
                first_lines=head,
            )
            for one in flight
            if (head := heads.get(one.entry.place)) is not None
        ]
        ids = desk.archive.intake.peeked(rows, desk.now())
        desk.tell(RowsPeeked(desk.account.id, tuple(ids)))

    def _carry_out(self, plan: Plan, listed: int) -> bool:
        desk = self._desk
        desk.tally.kept = listed
        retrieval = Retrieval(desk)
        deletion = Deletion(desk, self._ledger, retrieval.stored, retrieval.short)
        deleted_before = len(desk.tally.deleted)
        try:
            if plan.retrieve:
                self._enter(Phase.SAVING)
                retrieval.save(plan.retrieve)
            if self._may_delete:
                deletion.delete(plan.delete, plan.delete_unsaved)
            deletion.finish()
        except (MaildropFailed, MaildropStopped, ArchiveError):
            deletion.abandon()
            raise
        desk.tally.kept = listed - (len(desk.tally.deleted) - deleted_before)
        return bool(retrieval.stored)

    def _tell_plan(self, plan: Plan) -> None:
        tally = self._desk.tally
        tally.saved.extend(one.uid for one in plan.retrieve)
        tally.deleted.extend(one.uid for one in plan.delete + plan.delete_unsaved)
        tally.kept = plan.keep
        tally.octets = plan.octets
        self._desk.maildrop.finish()

    def _enter(self, phase: Phase) -> None:
        self._desk.tell(PhaseEntered(self._desk.account.id, phase))


def _is_undecided(line: LedgerLine) -> bool:
    return line.deletion is not None and line.deletion.state in UNDECIDED
