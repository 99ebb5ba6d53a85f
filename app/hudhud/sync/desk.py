"""What the parts of one session share: the tools they work with, and the tally."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from hudhud.archive.archive import Archive
from hudhud.domain.accounts import Account
from hudhud.domain.events import Event, Noticed, NoticeKind, Report
from hudhud.domain.failures import Failure
from hudhud.domain.identifiers import UniqueId
from hudhud.sync.maildrop import Caution, Maildrop
from hudhud.sync.plan import Job


@dataclass(slots=True)
class Tally:
    """Grows while a run goes on, over all its sessions; read at the end, however."""

    saved: list[UniqueId] = field(default_factory=list)
    deleted: list[UniqueId] = field(default_factory=list)
    set_aside: list[UniqueId] = field(default_factory=list)
    notices: list[NoticeKind] = field(default_factory=list)
    kept: int = 0
    octets: int = 0

    def report(self, failure: Failure | None = None, stopped: bool = False) -> Report:
        return Report(
            saved=tuple(self.saved),
            deleted=tuple(self.deleted),
            set_aside=tuple(self.set_aside),
            kept=self.kept,
            octets=self.octets,
            failure=failure,
            stopped=stopped,
            notices=tuple(self.notices),
        )


@dataclass(frozen=True, slots=True)
class Desk:
    account: Account
    job: Job
    maildrop: Maildrop
    archive: Archive
    tally: Tally
    tell: Callable[[Event], None]
    now: Callable[[], datetime]
    cautions: frozenset[Caution]

    def notice(self, kind: NoticeKind, count: int = 0) -> None:
        self.tally.notices.append(kind)
        self.tell(Noticed(self.account.id, kind, count))
