"""An engine that does what a test says, and an account to run it for."""

from collections.abc import Callable
from threading import get_ident

from hudhud.domain.accounts import Account
from hudhud.domain.events import Event, Phase, PhaseEntered, Report, RunFinished
from hudhud.domain.identifiers import AccountId
from hudhud.domain.servers import Security, ServerAddress
from hudhud.pop3.transport import Stop
from hudhud.sync.plan import Job

PATIENCE_S = 10.0


def account(name: str) -> Account:
    server = ServerAddress("pop.example.org", 995, Security.TLS)
    return Account(AccountId(name), name, f"{name}@example.org", server, name)


class ScriptedEngine:
    """Does what `script` says; counts who runs at the same time."""

    def __init__(self) -> None:
        self.ran: list[tuple[str, object]] = []
        self.ran_on: set[int] = set()
        self.at_once: list[frozenset[str]] = []
        self.script: Callable[[Account, Stop], Report] = lambda account, stop: Report()
        self._running: set[str] = set()

    def run(
        self, account: Account, job: Job, listen: Callable[[Event], None], stop: Stop
    ) -> Report:
        self.ran.append((account.id, job))
        self.ran_on.add(get_ident())
        self._running.add(account.id)
        self.at_once.append(frozenset(self._running))
        listen(PhaseEntered(account.id, Phase.CONNECTING))
        try:
            report = self.script(account, stop)
        finally:
            self._running.discard(account.id)
        listen(RunFinished(account.id, report))
        return report

    @staticmethod
    def until_stopped(account: Account, stop: Stop) -> Report:
        """A script: go on until somebody stops it."""
        return Report(stopped=stop.wait(PATIENCE_S))
