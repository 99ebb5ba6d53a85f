"""The real engine, a real archive and a real socket, with a server that misbehaves.

with Trial(tmp_path, many(4), Fault(Step.RETR, Kind.RESET)) as trial:
    trial.run(DeleteOnceSaved())      # judged by `support.oracle` each time
    trial.behave()
    trial.run(DeleteOnceSaved())
    trial.judge_complete()
"""

from collections import Counter
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from time import monotonic
from types import TracebackType
from typing import Self

from hudhud.archive.archive import open_archive
from hudhud.demo.maildrop import Maildrop
from hudhud.demo.terms import Terms
from hudhud.domain.accounts import Account
from hudhud.domain.events import Event, Report, RunFinished
from hudhud.domain.failures import FailureKind
from hudhud.domain.identifiers import AccountId, UniqueId
from hudhud.domain.retention import KeepAll, RetentionPolicy, Verdict
from hudhud.domain.servers import Security
from hudhud.pop3.transport import Stop
from hudhud.sync.engine import Engine
from hudhud.sync.plan import Job
from support.letters import maildrop_of
from support.maildrops import NOW
from support.misbehaving import MisbehavingServer, Misbehaviour
from support.oracle import Evidence, as_it_is, judge, judge_report, saved_octets

ACCOUNT = AccountId("trial")
PATIENCE_S = 10.0


@dataclass(frozen=True, slots=True)
class Setting:
    """How the account and the server differ from plain ones."""

    terms: Terms = field(default_factory=Terms)
    uids: tuple[str, ...] = ()
    ca_file: Path | None = None
    host: str | None = None
    security: Security | None = None
    password: str = "demo"
    in_rounds: bool = False
    timeout_s: float = PATIENCE_S
    same: Callable[[bytes], bytes] = as_it_is


class Trial:
    """One server, one account, any number of runs. Leaving it stops the server."""

    def __init__(
        self,
        folder: Path,
        messages: Iterable[bytes],
        *wrong: Misbehaviour,
        setting: Setting | None = None,
    ) -> None:
        self.setting = setting or Setting()
        self.archive_folder = folder / "archive"
        self.maildrop: Maildrop = maildrop_of(messages, self.setting.uids)
        terms = self.setting.terms
        self.server = MisbehavingServer(self.maildrop, *wrong, terms=terms)
        self.now: datetime = NOW
        self.events: list[Event] = []
        self.trace: list[str] = []
        self._had = [letter.octets for letter in self.maildrop.letters]
        self._given_up: set[str] = set()
        self._engine = Engine(
            self.archive_folder,
            lambda account: self.setting.password,
            lambda: self.now,
            trace=self.trace.append,
        )

    def __enter__(self) -> Self:
        self.server.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.server.stop()

    @property
    def account(self) -> Account:
        setting, address = self.setting, self.server.address
        server = replace(
            address,
            host=setting.host or address.host,
            security=setting.security or address.security,
        )
        return Account(
            id=ACCOUNT,
            name="Trial",
            address="demo@example.org",
            server=server,
            user=setting.terms.user,
            ca_file=str(setting.ca_file) if setting.ca_file else None,
            timeout_s=setting.timeout_s,
            in_rounds=setting.in_rounds,
        )

    def run(
        self, policy: RetentionPolicy | None = None, job: Job | None = None
    ) -> Report:
        """One run, and the judge's look at all it left behind."""
        self.now += timedelta(seconds=1)
        account = replace(self.account, policy=policy or KeepAll())
        begun = monotonic()
        report = self._engine.run(account, job or Job(), self.events.append, Stop())
        judge_report(report, monotonic() - begun)
        assert self.events[-1] == RunFinished(ACCOUNT, report)
        self.judge()
        return report

    def judge(self) -> None:
        # A session whose client has gone may still be at its UPDATE.
        assert self.server.record.wait_for_ends(0)
        deleted = [(one.uid, one.octets) for one in self.server.record.deleted]
        evidence = Evidence(
            tuple(self._had),
            tuple(deleted),
            frozenset(self._given_up),
            self.setting.same,
        )
        judge(self.archive_folder, ACCOUNT, evidence)
        if self.account.server.security is not Security.NONE:
            assert self.server.record.credentials_in_clear == ()

    def judge_complete(self, emptied: bool = False) -> None:
        """As if nothing had ever gone wrong: all is saved once."""
        same = self.setting.same
        assert Counter(map(same, self.saved())) == Counter(map(same, self._had))
        if emptied:
            assert self.maildrop.letters == ()
        else:
            assert len(self.maildrop.letters) == len(self._had)

    def behave(self, *wrong: Misbehaviour) -> None:
        """From now on this goes wrong, and by default nothing."""
        self.server.misbehaviours = wrong
        self.setting = replace(self.setting, timeout_s=PATIENCE_S)

    def deliver(self, octets: bytes, uid: str | None = None) -> None:
        self._had.append(self.maildrop.deliver(octets, uid).octets)

    def decide(self, verdict: Verdict, *uids: str) -> None:
        with closing(open_archive(self.archive_folder)) as archive:
            names = [UniqueId(uid) for uid in uids]
            archive.decisions.decide(ACCOUNT, names, verdict, self.now, self.now)
        if verdict is Verdict.DELETE:
            self._given_up.update(uids)

    def saved(self) -> list[bytes]:
        with closing(open_archive(self.archive_folder)) as archive:
            return saved_octets(archive, ACCOUNT)

    def commands(self) -> list[str]:
        """The keywords of all that was said to the server."""
        return [line.partition(" ")[0] for line in self.server.record.commands]


def kind_of(report: Report) -> FailureKind | None:
    return report.failure.kind if report.failure else None
