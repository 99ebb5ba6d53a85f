"""Running the engine under the eyes of a terminal."""

from dataclasses import dataclass, field

from rich.progress import Progress as Bar
from rich.progress import TaskID

from hudhud.cli.console import Console
from hudhud.cli.phrases import notice_sentence
from hudhud.cli.workbench import Workbench, stoppable
from hudhud.domain.accounts import Account
from hudhud.domain.events import (
    Event,
    MaildropListed,
    MessageSetAside,
    Noticed,
    Phase,
    PhaseEntered,
    Progress,
    Report,
)
from hudhud.domain.identifiers import UniqueId
from hudhud.sync.plan import Job

PHASES = {
    Phase.CONNECTING: "connecting",
    Phase.SIGNING_IN: "signing in",
    Phase.LISTING: "looking at the list",
    Phase.PEEKING: "reading first lines",
    Phase.SAVING: "saving",
    Phase.DELETING: "deleting from server",
    Phase.FINISHING: "finishing",
}


@dataclass(slots=True)
class Watched:
    """What was heard while a run went on, and its report."""

    report: Report = field(default_factory=Report)
    unique_ids: tuple[UniqueId, ...] = ()


class Watcher:
    """Turns events into a progress bar and sentences on stderr."""

    def __init__(self, account: Account, console: Console, bar: Bar) -> None:
        self.watched = Watched()
        self._name = account.name
        self._console = console
        self._bar = bar
        self._task: TaskID = bar.add_task(account.name, total=None)

    def hear(self, event: Event) -> None:
        match event:
            case PhaseEntered(_, phase):
                self._bar.update(
                    self._task, description=f"{self._name}: {PHASES[phase]}"
                )
            case MaildropListed():
                self.watched.unique_ids = event.unique_ids
            case Progress():
                self._advance(event)
            case MessageSetAside(_, _, uid, reason):
                self._console.note(
                    f"{self._name}: one message was set aside ({uid}): {reason}"
                )
            case Noticed(_, kind, _):
                self._console.note(f"{self._name}: {notice_sentence(kind)}")
            case _:
                pass

    def _advance(self, event: Progress) -> None:
        if event.phase is Phase.SAVING:
            total, done = event.total_octets, event.octets
        else:
            total, done = event.total, event.done
        self._bar.update(self._task, total=total or None, completed=done)


def run_and_watch(bench: Workbench, account: Account, job: Job) -> Watched:
    """One run, stoppable by Ctrl+C; the archive's lock is the caller's."""
    with stoppable(bench.stop), bench.console.progress(sized=job.save) as bar:
        watcher = Watcher(account, bench.console, bar)
        report = bench.engine().run(account, job, watcher.hear, bench.stop)
    watcher.watched.report = report
    return watcher.watched
