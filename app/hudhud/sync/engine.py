"""A run for one account: as many sessions as it takes, and a report in the end.

Blocking, without Qt; the caller chooses the thread. A known failure becomes a value.
"""

import logging
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
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
from hudhud.sync.errand import Errand, MaildropFor
from hudhud.sync.look import Look, looked
from hudhud.sync.maildrop import Caution, Maildrop, MaildropFailed, MaildropStopped
from hudhud.sync.plan import Job
from hudhud.sync.pop3_maildrop import Pop3Maildrop
from hudhud.sync.rounds import carry_out

log = logging.getLogger("hudhud.sync")

Listener = Callable[[Event], None]
Passwords = Callable[[Account], str]


def pop3_maildrop(errand: Errand) -> Maildrop:
    account = errand.account
    connection = Connection(account.server, account.timeout_s, account.ca_file)
    client = Pop3Client(
        connection,
        errand.stop,
        trace=errand.trace,
        lock_step=Caution.LOCK_STEP in errand.cautions,
        ask_capabilities=Caution.NO_CAPABILITIES not in errand.cautions,
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
            with closing(open_archive(self._folder)) as archive:
                archive.accounts.note(account.id, account.name)
                errand = self._errand(account, archive, stop)
                desk_for = self._desk_for(archive, tally, listen)
                carry_out(errand, job, desk_for, self._clock)
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
            with closing(open_archive(self._folder)) as archive:
                errand = self._errand(account, archive, stop)
                ledger = archive.ledger.lines(account.id)
            return looked(errand, ledger, self._maildrop_for)
        except MaildropStopped:
            return Look()
        except (MaildropFailed, ArchiveError, CredentialError) as error:
            return Look(failure=failure_of(error, account.server.host))

    def _desk_for(
        self, archive: Archive, tally: Tally, listen: Listener
    ) -> Callable[[Errand, Job], Desk]:
        def desk_for(errand: Errand, job: Job) -> Desk:
            return Desk(
                account=errand.account,
                job=job,
                maildrop=self._maildrop_for(errand),
                archive=archive,
                tally=tally,
                tell=listen,
                now=self._clock,
                cautions=errand.cautions,
            )

        return desk_for

    def _errand(self, account: Account, archive: Archive, stop: Stop) -> Errand:
        now = self._clock()
        cautions = frozenset(
            one for one in Caution if archive.quirks.known(account.id, one, now)
        )
        return Errand(account, self._passwords(account), stop, cautions, self._trace)


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
