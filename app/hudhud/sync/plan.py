"""What a session will do, decided before it does anything. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from hudhud.domain.identifiers import UniqueId
from hudhud.domain.ledger import DeletionState, LedgerLine, Origin
from hudhud.domain.retention import (
    AskForEach,
    DeleteAfter,
    DeleteOnceSaved,
    RetentionPolicy,
    Verdict,
)
from hudhud.sync.naming import Ledger, Named

# A message that failed so often is set aside until a person asks for it again.
TRIES = 2


@dataclass(frozen=True, slots=True)
class Job:
    """What a run is asked to do.

    `peek_lines` None reads no first lines; `newest` bounds how many are read.
    `only` names the messages to save or peek, whatever the policy, and no others.
    `limit` bounds how many are saved. `policy` goes before the account's own.
    """

    peek_lines: int | None = None
    newest: int | None = None
    save: bool = True
    delete: bool = True
    only: frozenset[UniqueId] | None = None
    limit: int | None = None
    policy: RetentionPolicy | None = None
    dry_run: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """`delete` holds what may go once it is proven, also what is yet to be retrieved;
    `delete_unsaved` what the person confirmed to lose. `keep` counts the rest.
    """

    peek: tuple[Named, ...]
    retrieve: tuple[Named, ...]
    delete: tuple[Named, ...]
    delete_unsaved: tuple[Named, ...]
    keep: int

    @property
    def octets(self) -> int:
        return sum(one.entry.octets or 0 for one in self.retrieve)


def plan_session(
    named: Sequence[Named],
    ledger: Ledger,
    policy: RetentionPolicy,
    job: Job,
    now: datetime,
) -> Plan:
    """Decisions go before the policy, and a deletion needs a saved message or a
    person's word for exactly this one (promise 1).
    """
    retrieve = [
        one
        for one in named
        if job.save and is_to_be_saved(one.uid, ledger.get(one.uid), policy, job)
    ]
    if job.limit is not None:
        retrieve = retrieve[: job.limit]
    coming = {one.uid for one in retrieve}
    delete: list[Named] = []
    unsaved: list[Named] = []
    for one in named if job.delete else ():
        line = ledger.get(one.uid)
        saved = one.uid in coming or (line is not None and line.saved_at is not None)
        if saved and _to_be_deleted(one.uid, line, policy, job, now):
            delete.append(one)
        elif not saved and line is not None and _may_go_unsaved(line, now):
            unsaved.append(one)
    return Plan(
        peek=_to_be_peeked(named, ledger, coming, job),
        retrieve=tuple(retrieve),
        delete=tuple(delete),
        delete_unsaved=tuple(unsaved),
        keep=len(named) - len(delete) - len(unsaved),
    )


def is_to_be_saved(
    uid: UniqueId, line: LedgerLine | None, policy: RetentionPolicy, job: Job
) -> bool:
    if line is not None and line.saved_at is not None and not line.removed_here:
        return False
    if job.only is not None:
        return uid in job.only
    verdict = line.verdict if line is not None else None
    if line is not None and line.failures >= TRIES:
        return False
    if verdict in (Verdict.SAVE, Verdict.SAVE_THEN_DELETE):
        return True
    if verdict is Verdict.DELETE or (line is not None and line.removed_here):
        return False
    return not isinstance(policy, AskForEach)


def _to_be_deleted(
    uid: UniqueId,
    line: LedgerLine | None,
    policy: RetentionPolicy,
    job: Job,
    now: datetime,
) -> bool:
    if line is not None:
        if line.verdict is Verdict.KEEP:
            return False
        if _is_wanted(line, now):
            return True
        if _policy_must_wait(line):
            return False
    if job.only is not None and uid not in job.only:
        return False
    return _policy_deletes(policy, line, now)


def _policy_deletes(
    policy: RetentionPolicy, line: LedgerLine | None, now: datetime
) -> bool:
    match policy:
        case DeleteOnceSaved():
            return True
        case DeleteAfter():
            saved_at = line.saved_at if line is not None else None
            return saved_at is not None and policy.is_due(saved_at, now)
        case _:
            return False


def _policy_must_wait(line: LedgerLine) -> bool:
    """No rule deletes what came too short or kept failing, what the person staged for
    later, or what the server still lists after it confirmed the deletion.
    """
    if line.is_short or line.failures >= TRIES:
        return True
    deletion = line.deletion
    if deletion is None:
        return False
    if deletion.state is DeletionState.WANTED:
        return deletion.origin is Origin.PERSON
    return deletion.state is DeletionState.CONFIRMED


def _is_wanted(line: LedgerLine, now: datetime) -> bool:
    """The person asked for it. What a policy once wanted, the policy decides again."""
    deletion = line.deletion
    return (
        deletion is not None
        and deletion.state is DeletionState.WANTED
        and deletion.origin is Origin.PERSON
        and deletion.not_before <= now
    )


def _may_go_unsaved(line: LedgerLine, now: datetime) -> bool:
    deletion = line.deletion
    return deletion is not None and deletion.unsaved_allowed and _is_wanted(line, now)


def _to_be_peeked(
    named: Sequence[Named], ledger: Ledger, coming: set[UniqueId], job: Job
) -> tuple[Named, ...]:
    """Newest first: what has no first lines yet and is not about to arrive whole.

    Messages asked for by name are read again, with as many lines as are wanted now.
    """
    if job.peek_lines is None:
        return ()
    if job.only is not None:
        return tuple(one for one in named if one.uid in job.only)
    unknown = [
        one
        for one in reversed(named)
        if one.uid not in coming and _is_unread(ledger.get(one.uid))
    ]
    return tuple(unknown if job.newest is None else unknown[: job.newest])


def _is_unread(line: LedgerLine | None) -> bool:
    return line is None or (line.saved_at is None and line.identity is None)
