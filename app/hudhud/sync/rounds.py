"""As many sessions as a run takes: after a broken line, or for mail in rounds."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from hudhud.domain.failures import FailureKind
from hudhud.sync.desk import Desk, Tally
from hudhud.sync.errand import Errand
from hudhud.sync.maildrop import MaildropFailed
from hudhud.sync.plan import Job
from hudhud.sync.session import Session

# Gmail gives about 250 messages a session; this many rounds are a large mailbox.
MOST_ROUNDS = 400
MOST_RECONNECTS = 20
RECONNECTS_IN_VAIN = 2
CAUTIOUS_DAYS = 30

# A server may still hold the lock of the session that just broke.
IN_USE_WAITS_S = (0.5, 2.0, 5.0)

BROKEN_LINE = frozenset(
    {FailureKind.CONNECTION_LOST, FailureKind.TIMED_OUT, FailureKind.OUT_OF_STEP}
)

DeskFor = Callable[[Errand, Job], Desk]


def carry_out(
    errand: Errand, job: Job, desk_for: DeskFor, now: Callable[[], datetime]
) -> None:
    """Go on as long as each session brings the work forward.

    Raises MaildropFailed, MaildropStopped, ArchiveError where the run ends early.
    """
    reconnects = in_vain = 0
    waits = list(IN_USE_WAITS_S)
    for _ in range(MOST_ROUNDS):
        desk = desk_for(errand, job)
        before = work_done(desk.tally)
        try:
            more = one_session(desk)
        except MaildropFailed as ending:
            kind = ending.failure.kind
            if kind is FailureKind.IN_USE and reconnects and waits:
                errand.stop.wait(waits.pop(0))
                continue
            reconnects += 1
            in_vain = in_vain + 1 if work_done(desk.tally) == before else 0
            if kind not in BROKEN_LINE or gives_up(reconnects, in_vain):
                raise
            errand = more_careful(errand, desk, ending, now())
        else:
            if not (errand.account.in_rounds and more):
                return
        job = remaining(job, desk.tally)


def one_session(desk: Desk) -> bool:
    """True where something new was saved."""
    try:
        return Session(desk).run()
    finally:
        desk.maildrop.close()


def work_done(tally: Tally) -> tuple[int, int, int]:
    return len(tally.saved), len(tally.set_aside), len(tally.deleted)


def gives_up(reconnects: int, in_vain: int) -> bool:
    return reconnects > MOST_RECONNECTS or in_vain > RECONNECTS_IN_VAIN


def more_careful(
    errand: Errand, desk: Desk, ending: MaildropFailed, now: datetime
) -> Errand:
    """What went wrong once is not tried with this server for a month."""
    if ending.caution is None:
        return errand
    until = now + timedelta(days=CAUTIOUS_DAYS)
    desk.archive.quirks.remember(errand.account.id, ending.caution, until)
    return replace(errand, cautions=errand.cautions | {ending.caution})


def remaining(job: Job, tally: Tally) -> Job:
    """The same job less what earlier sessions of the run have saved."""
    if job.limit is None:
        return job
    return replace(job, limit=max(0, job.limit - len(tally.saved)))
