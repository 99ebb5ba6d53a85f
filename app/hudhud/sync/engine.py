"""A run for one account: as many sessions as it takes, and a report in the end.

Blocking, without Qt; the caller chooses the thread. A known failure becomes a value.
"""

import logging
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from hudhud.archive.archive import Archive, open_archive
from hudhud.archive.errors import ArchiveError, ArchiveInUse, DiskFull
from hudhud.credentials.errors import CredentialError
from hudhud.domain.accounts import Account
from hudhud.domain.events import Event, Report, RunFinished
from hudhud.domain.failures import Failure, FailureKind
from hudhud.pop3.client import Connection, Pop3Client
from hudhud.pop3.transport import Stop
from hudhud.sync.desk import Desk, Tally
from hudhud.sync.look import fresh_entries
from hudhud.sync.maildrop import Maildrop, MaildropFailed, MaildropStopped
from hudhud.sync.plan import Job
from hudhud.sync.pop3_maildrop import Pop3Maildrop
from hudhud.sync.session import Session

log = logging.getLogger("hudhud.sync")

# Gmail gives about 250 messages a session; this many rounds are a large mailbox.
MOST_ROUNDS = 400
MOST_RECONNECTS = 20
LOCK_STEP = "lock-step"
LOCK_STEP_DAYS = 30

# A server may still hold the lock of the session that just broke.
IN_USE_WAITS_S = (0.5, 2.0, 5.0)

BROKEN_LINE = frozenset(
    {FailureKind.CONNECTION_LOST, FailureKind.TIMED_OUT, FailureKind.OUT_OF_STEP}
)

Listener = Callable[[Event], None]
Passwords = Callable[[Account], str]


@dataclass(frozen=True, slots=True)
class Errand:
    """What one session is for: the account, its password, and how careful to be."""

    account: Account
    password: str = field(repr=False)
    stop: Stop
    lock_step: bool
    trace: Callable[[str], None] | None


MaildropFor = Callable[[Errand], Maildrop]


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


def pop3_maildrop(errand: Errand) -> Maildrop:
    account = errand.account
    connection = Connection(account.server, account.timeout_s, account.ca_file)
    client = Pop3Client(
        connection, errand.stop, trace=errand.trace, lock_step=errand.lock_step
    )
    return Pop3Maildrop(client, account.user, errand.password, account.server.host)


def utc_now() -> datetime:
    return datetime.now(UTC)


class Engine:
    def __init__(
        self,
        archive_folder: Path,
        passwords: Passwords,
        clock: Callable[[], datetime] = utc_now,
        maildrop_for: MaildropFor = pop3_maildrop,
        trace: Callable[[str], None] | None = None,
    ) -> None:
        self._folder = archive_folder
        self._passwords = passwords
        self._clock = clock
        self._maildrop_for = maildrop_for
        # Words are made of each line said only where somebody reads them.
        debugs = log.isEnabledFor(logging.DEBUG)
        self._trace = trace or (log.debug if debugs else None)

    def run(self, account: Account, job: Job, listen: Listener, stop: Stop) -> Report:
        """Do the job; the report tells how far it came. RunFinished is heard last."""
        tally = Tally()
        failure: Failure | None = None
        stopped = False
        try:
            errand = self._errand(account, stop)
            with closing(open_archive(self._folder)) as archive:
                archive.accounts.note(account.id, account.name)
                self._sessions(errand, archive, job, tally, listen)
        except MaildropStopped:
            stopped = True
        except (MaildropFailed, ArchiveError, CredentialError) as error:
            failure = failure_of(error, account.server.host)
            log.info("%s: %s (%s)", account.name, failure.kind, failure.detail)
        report = tally.report(failure, stopped)
        listen(RunFinished(account.id, report))
        return report

    def look(self, account: Account, stop: Stop) -> Look:
        """Sign in and count: has something new come?"""
        try:
            errand = self._errand(account, stop)
            maildrop = self._maildrop_for(errand)
            try:
                return self._looked(account, maildrop)
            finally:
                maildrop.close()
        except MaildropStopped:
            return Look()
        except (MaildropFailed, ArchiveError, CredentialError) as error:
            return Look(failure=failure_of(error, account.server.host))

    def _looked(self, account: Account, maildrop: Maildrop) -> Look:
        maildrop.connect()
        maildrop.sign_in()
        listing = maildrop.list()
        secured = maildrop.secured
        maildrop.finish()
        with closing(open_archive(self._folder)) as archive:
            ledger = archive.ledger.lines(account.id)
        fresh = fresh_entries(listing, ledger, account.policy)
        return Look(
            messages=len(listing.entries),
            octets=listing.octets,
            new=len(fresh),
            new_octets=sum(entry.octets or 0 for entry in fresh),
            secured=secured,
        )

    def _errand(self, account: Account, stop: Stop) -> Errand:
        return Errand(
            account, self._passwords(account), stop, lock_step=False, trace=self._trace
        )

    def _sessions(
        self, errand: Errand, archive: Archive, job: Job, tally: Tally, listen: Listener
    ) -> None:
        """Go on after a broken line as long as each session brings the work forward."""
        if archive.quirks.known(errand.account.id, LOCK_STEP, self._clock()):
            errand = replace(errand, lock_step=True)
        waits = list(IN_USE_WAITS_S)
        reconnects = 0
        for _ in range(MOST_ROUNDS):
            desk = self._desk(errand, archive, job, tally, listen)
            before = (len(tally.saved), len(tally.set_aside), len(tally.deleted))
            try:
                more = self._session(desk)
            except MaildropFailed as ending:
                kind = ending.failure.kind
                if kind is FailureKind.IN_USE and reconnects and waits:
                    errand.stop.wait(waits.pop(0))
                    continue
                after = (len(tally.saved), len(tally.set_aside), len(tally.deleted))
                reconnects += 1
                patience = MOST_RECONNECTS if after != before else 2
                if kind not in BROKEN_LINE or reconnects > patience:
                    raise
                errand = self._more_careful(errand, archive, kind)
                job = remaining(job, tally)
                continue
            if not (errand.account.in_rounds and more):
                return
            job = remaining(job, tally)

    def _session(self, desk: Desk) -> bool:
        try:
            return Session(desk).run()
        finally:
            desk.maildrop.close()

    def _desk(
        self, errand: Errand, archive: Archive, job: Job, tally: Tally, listen: Listener
    ) -> Desk:
        maildrop = self._maildrop_for(errand)
        return Desk(errand.account, job, maildrop, archive, tally, listen, self._clock)

    def _more_careful(
        self, errand: Errand, archive: Archive, kind: FailureKind
    ) -> Errand:
        """Answers out of step: this server is asked one thing at a time for a month."""
        if kind is not FailureKind.OUT_OF_STEP:
            return errand
        until = self._clock() + timedelta(days=LOCK_STEP_DAYS)
        archive.quirks.remember(errand.account.id, LOCK_STEP, until)
        return replace(errand, lock_step=True)


def remaining(job: Job, tally: Tally) -> Job:
    """The same job less what earlier sessions of the run have saved."""
    if job.limit is None:
        return job
    return replace(job, limit=max(0, job.limit - len(tally.saved)))


def failure_of(
    error: MaildropFailed | ArchiveError | CredentialError, host: str
) -> Failure:
    match error:
        case MaildropFailed():
            return error.failure
        case CredentialError():
            return Failure(FailureKind.NO_PASSWORD, host, str(error))
        case DiskFull():
            return Failure(FailureKind.DISK_FULL, host, str(error))
        case ArchiveInUse():
            return Failure(FailureKind.ARCHIVE_IN_USE, host, str(error))
        case _:
            return Failure(FailureKind.ARCHIVE_TROUBLE, host, str(error))
