"""kill -9 at random moments of a fetch-and-delete against a real Dovecot.

Nothing lost, nothing twice, nothing deleted that is not in the archive (promise 4).
"""

import os
import random
import subprocess
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from hudhud.archive.archive import open_archive
from hudhud.config.accounts import AccountBook
from hudhud.config.paths import profile_at
from support.program import Program
from support.real.place import USER_ID
from support.real.server import RealServer
from support.real_servers import require_real_servers, start
from support.throttle import throttled

pytestmark = [pytest.mark.real_server, pytest.mark.timeout(400)]

ROUNDS = 50
MESSAGES = 600
OCTETS_PER_S = 600_000


class Post:
    """Delivers letters to the real maildrop, and knows all that it ever delivered."""

    def __init__(self, server: RealServer) -> None:
        self._maildir = server.log.parent / "home" / "Maildir"
        self.delivered: Counter[bytes] = Counter(server.messages)

    def deliver(self, count: int) -> None:
        for number in range(len(self.delivered), len(self.delivered) + count):
            octets = (
                f"From: p{number}@example.org\r\nSubject: parcel {number}\r\n"
                f"Message-ID: <p{number}@example.org>\r\n\r\n"
            ).encode() + b"a line of this parcel\r\n" * (number % 40)
            file = self._maildir / "new" / f"{1800000000 + number}.p{number}.test"
            file.write_bytes(octets.replace(b"\r\n", b"\n"))
            os.chown(file, USER_ID, USER_ID)
            self.delivered[octets] += 1

    def left(self) -> int:
        return sum(
            1 for place in ("cur", "new") for _ in (self._maildir / place).iterdir()
        )


@pytest.fixture
def dovecot(tmp_path: Path) -> Iterator[RealServer]:
    require_real_servers()
    with start("dovecot", tmp_path / "dovecot", 10) as server:
        yield server


def saved_octets(program: Program) -> list[bytes]:
    profile = profile_at(program.profile)
    (account,) = AccountBook(profile).all()
    with closing(open_archive(profile.archive_folder)) as archive:
        assert archive.checkup.verify(None, lambda: False).ok
        return [
            archive.contents.read(line.message)
            for line in archive.ledger.lines(account.id).values()
            if line.saved_at is not None
        ]


def killed_in_time(program: Program, after_s: float) -> bool:
    process = program.start("fetch")
    try:
        process.wait(timeout=after_s)
    except subprocess.TimeoutExpired:
        process.kill()
    process.communicate()
    return process.returncode < 0


def test_killed_fifty_times_and_nothing_is_lost_or_doubled(
    dovecot: RealServer, tmp_path: Path
) -> None:
    post = Post(dovecot)
    program = Program(tmp_path / "profile")
    chance = random.Random(20261123)
    killed = 0
    with throttled(dovecot.port, OCTETS_PER_S) as port:
        assert program.add_account(port, "--policy", "delete").status == 0
        for _ in range(ROUNDS):
            if post.left() < MESSAGES // 4:
                post.deliver(MESSAGES)
            killed += killed_in_time(program, chance.uniform(0.4, 2.0))
            gone = post.delivered.total() - post.left()
            assert gone <= len(saved_octets(program))
        assert killed > ROUNDS // 2
        while post.left():
            assert program("fetch").status == 0
    assert Counter(saved_octets(program)) == post.delivered
