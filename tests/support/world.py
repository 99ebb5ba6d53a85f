"""One server in memory, one real archive, a clock, and all that the engine said."""

from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from hudhud.archive.archive import Archive, open_archive
from hudhud.domain.accounts import Account
from hudhud.domain.events import Event, Report
from hudhud.domain.identifiers import AccountId, UniqueId
from hudhud.domain.messages import State
from hudhud.domain.retention import RetentionPolicy, Verdict
from hudhud.domain.servers import Security, ServerAddress
from hudhud.pop3.transport import Stop
from hudhud.sync.engine import Engine
from hudhud.sync.plan import Job
from support.maildrops import NOW
from support.memory_maildrop import Server

ACCOUNT = Account(
    id=AccountId("a1"),
    name="Work",
    address="layla@example.org",
    server=ServerAddress("mail.example.org", 995, Security.TLS),
    user="layla",
)


def mail(number: int, size: int = 300) -> bytes:
    text = f"line of message {number}\r\n" * (size // 20)
    return (
        f"From: Sender {number} <s{number}@example.org>\r\n"
        f"Subject: letter {number}\r\nMessage-ID: <{number}@example.org>\r\n"
        f"Date: Mon, 23 Nov 2026 10:{number % 60:02d}:00 +0000\r\n\r\n{text}"
    ).encode()


class World:
    """One server, one archive, a clock, and everything the engine said."""

    def __init__(self, folder: Path, messages: int = 4) -> None:
        self.folder = folder
        self.server = Server()
        self.now = NOW
        self.events: list[Event] = []
        self.account = ACCOUNT
        for number in range(1, messages + 1):
            self.server.put(f"u{number}", mail(number))
        self.engine = Engine(
            folder, lambda account: "secret", lambda: self.now, self.server.connect
        )

    def run(
        self, policy: RetentionPolicy | None = None, job: Job | None = None
    ) -> Report:
        self.now += timedelta(seconds=1)
        account = replace(self.account, policy=policy or self.account.policy)
        return self.engine.run(account, job or Job(), self.events.append, Stop())

    def decide(self, verdict: Verdict, *uids: str, delay_s: float = 0) -> None:
        with closing(open_archive(self.folder)) as archive:
            archive.decisions.decide(
                ACCOUNT.id,
                [UniqueId(uid) for uid in uids],
                verdict,
                self.now,
                self.now + timedelta(seconds=delay_s),
            )

    def clear(self, *uids: str) -> None:
        with closing(open_archive(self.folder)) as archive:
            archive.decisions.clear(ACCOUNT.id, [UniqueId(u) for u in uids], self.now)

    def state(self, uid: str) -> State:
        with closing(open_archive(self.folder)) as archive:
            row = archive.rows.by_uid(ACCOUNT.id, UniqueId(uid))
            assert row is not None
            return row.state

    def stored(self) -> dict[str, bytes]:
        """What the archive holds, by unique-id; every message verified."""
        with closing(open_archive(self.folder)) as archive:
            assert archive.checkup.verify(None, lambda: False).ok
            return {uid: octets for uid, octets in _saved(archive)}


def _saved(archive: Archive) -> list[tuple[str, bytes]]:
    return [
        (uid, archive.contents.read(line.message))
        for uid, line in archive.ledger.lines(ACCOUNT.id).items()
        if line.saved_at is not None
    ]
