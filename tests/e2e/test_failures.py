"""The program as a process, and everything around it failing: what a person reads then.

One clear sentence on stderr and the status that README promises; nothing lost, nothing
of the password anywhere, and the next fetch completes.
"""

import base64
import os
import random
import subprocess
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from hudhud.archive.archive import open_archive
from hudhud.config.accounts import AccountBook
from hudhud.config.paths import profile_at
from hudhud.demo.maildrop import Maildrop
from hudhud.demo.terms import Terms
from hudhud.domain.servers import Security
from support.certificates import CertificateKind, Certificates
from support.faults import Fault, Kind, Point, Step
from support.letters import letter, maildrop_of, many
from support.misbehaving import MisbehavingServer, Misbehaviour
from support.misbehaviours import RefusesSignIn, greeting
from support.oracle import Evidence, judge, saved_octets
from support.program import Ended, Program

CANARY = "canary-93b0f1"
FAILED, PERSON_MUST_ACT = 3, 4

SMALL_DISK_MB, LARGER_DISK_MB = 6, 64
MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Desk:
    """A program whose one account is at this server; it deletes what it has saved."""

    program: Program
    server: MisbehavingServer
    had: tuple[bytes, ...]

    def fetch(self) -> Ended:
        """Run it, and let the judge look at what it left behind."""
        ended = self.program("fetch")
        self.judge()
        assert "Traceback" not in ended.err
        assert CANARY not in ended.err + ended.text
        assert not contains(self.program.profile, CANARY.encode())
        return ended

    def judge(self) -> None:
        assert self.server.record.wait_for_ends(0)
        deleted = tuple((one.uid, one.octets) for one in self.server.record.deleted)
        profile = profile_at(self.program.profile)
        (account,) = AccountBook(profile).all()
        judge(profile.archive_folder, account.id, Evidence(self.had, deleted))

    def assert_complete(self) -> None:
        profile = profile_at(self.program.profile)
        (account,) = AccountBook(profile).all()
        with closing(open_archive(profile.archive_folder)) as archive:
            assert Counter(saved_octets(archive, account.id)) == Counter(self.had)
        assert self.server.maildrop.letters == ()


@contextmanager
def desk(
    folder: Path,
    *wrong: Misbehaviour,
    maildrop: Maildrop | None = None,
    terms: Terms | None = None,
    more: tuple[str, ...] = (),
) -> Iterator[Desk]:
    """The profile lies in `folder`; the password lies beside it."""
    secret = folder.parent / f"{folder.name}.secret"
    secret.write_text(CANARY, encoding="ascii")
    held = maildrop or maildrop_of(many(4, 600))
    had = tuple(letter.octets for letter in held.letters)
    program = Program(folder)
    agreed = terms or Terms(password=CANARY)
    with MisbehavingServer(held, *wrong, terms=agreed) as server:
        added = program(
            "account", "add", "demo@example.org", "--host", "127.0.0.1",
            "--port", str(server.port), "--security", agreed.security.value,
            "--user", "demo", "--name", "work", "--policy", "delete",
            "--password-command", f"cat {secret}", "--timeout", "5", *more,
        )  # fmt: skip
        assert added.status == 0, added.err
        yield Desk(program, server, had)


def contains(folder: Path, octets: bytes) -> bool:
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert files
    return any(octets in path.read_bytes() for path in files)


def sentence(ended: Ended) -> str:
    """The one line on stderr."""
    lines = [line for line in ended.err.splitlines() if line.strip()]
    assert len(lines) == 1, ended.err
    assert lines[0].startswith("hudhud: work: ")
    return lines[0]


def test_a_server_that_is_not_there(tmp_path: Path) -> None:
    with desk(tmp_path / "profile") as work:
        work.server.stop()
        ended = work.fetch()
        assert ended.status == FAILED
        assert "Hudhud could not reach 127.0.0.1." in sentence(ended)
        work.server.start()
        assert work.fetch().status == 0
        work.assert_complete()


def test_a_line_that_is_pulled_in_the_middle_of_a_message(tmp_path: Path) -> None:
    pulled = Fault(Step.RETR, Kind.RESET, Point.MIDDLE, at=2, times=None)
    with desk(tmp_path / "profile", pulled) as work:
        ended = work.fetch()
        assert (ended.status, ended.err) == (0, "")
        work.assert_complete()


def test_a_line_that_is_pulled_before_anything_was_said(tmp_path: Path) -> None:
    pulled = Fault(Step.STAT, Kind.RESET, times=None)
    with desk(tmp_path / "profile", pulled) as work:
        ended = work.fetch()
        assert ended.status == FAILED
        assert "The connection to 127.0.0.1 was lost." in sentence(ended)
        work.server.misbehaviours = ()
        assert work.fetch().status == 0
        work.assert_complete()


def test_a_wrong_password(tmp_path: Path) -> None:
    echo = RefusesSignIn(f"[AUTH] {CANARY} is wrong")
    with desk(tmp_path / "profile", echo) as work:
        ended = work.fetch()
        assert ended.status == PERSON_MUST_ACT
        assert "refused the login name or password" in sentence(ended)
        work.server.misbehaviours = ()
        assert work.fetch().status == 0
        work.assert_complete()


@pytest.mark.parametrize("kind", [CertificateKind.EXPIRED, CertificateKind.SELF_SIGNED])
def test_a_wrong_certificate(kind: CertificateKind, tmp_path: Path) -> None:
    certificates = Certificates(tmp_path)
    terms = Terms(password=CANARY, security=Security.TLS, tls=certificates.server(kind))
    trusted = ("--ca-file", str(certificates.ca_file))
    with desk(tmp_path / "profile", terms=terms, more=trusted) as work:
        ended = work.fetch()
        assert ended.status == PERSON_MUST_ACT
        told = sentence(ended)
        assert "could not prove who it is. Your password was not sent." in told
        assert work.server.record.commands == ()


def test_a_server_that_speaks_nonsense(tmp_path: Path) -> None:
    nonsense = greeting(b"\x1b]0;pwned\x07\xff\x00 \x1b[2J\r\n")
    with desk(tmp_path / "profile", nonsense) as work:
        ended = work.fetch()
        assert ended.status == FAILED
        told = sentence(ended)
        assert "not as a POP3 server does" in told
        assert told.isprintable()
        work.server.misbehaviours = ()
        assert work.fetch().status == 0
        work.assert_complete()


def test_a_password_command_that_fails(tmp_path: Path) -> None:
    with desk(tmp_path / "profile") as work:
        (tmp_path / "profile.secret").unlink()
        ended = work.program("fetch")
        assert ended.status == PERSON_MUST_ACT
        assert "Hudhud has no password for 127.0.0.1." in sentence(ended)
        assert work.server.record.commands == ()


def large_letters(count: int) -> Maildrop:
    """Of a megabyte each, that nothing can pack."""
    chance = random.Random(7)
    bodies = [base64.encodebytes(chance.randbytes(MEGABYTE)) for _ in range(count)]
    return maildrop_of(
        letter(f"Large {number}", body.decode().replace("\n", "\r\n"), number)
        for number, body in enumerate(bodies)
    )


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of a few megabytes; where this system allows none, a visible skip."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = mount(disk, SMALL_DISK_MB)
    if not mounted and "CI" in os.environ:
        pytest.fail("no small disk could be mounted, and CI must not skip this")
    if not mounted:
        pytest.skip("needs to mount a small disk: run as root")
    try:
        yield disk
    finally:
        subprocess.run(["umount", "--lazy", str(disk)], check=True)


def mount(disk: Path, megabytes: int, how: str = "") -> bool:
    words = ["mount", "-t", "tmpfs", "-o", f"{how}size={megabytes}m", "tmpfs"]
    done = subprocess.run([*words, str(disk)], check=False, capture_output=True)
    return done.returncode == 0


def test_a_full_disk_loses_nothing_and_room_lets_it_complete(small_disk: Path) -> None:
    with desk(small_disk / "profile", maildrop=large_letters(10)) as work:
        ended = work.fetch()
        assert ended.status == FAILED
        assert "There is no room on this computer." in sentence(ended)
        assert len(work.server.maildrop.letters) > 0
        again = work.fetch()
        assert again.status == FAILED
        assert mount(small_disk, LARGER_DISK_MB, "remount,")
        assert work.fetch().status == 0
        work.assert_complete()


def test_no_room_at_all_is_said_before_anything_is_asked(small_disk: Path) -> None:
    with desk(small_disk / "profile") as work:
        filler = small_disk / "filler"
        with filler.open("wb", buffering=0) as file, pytest.raises(OSError, match="28"):
            while True:
                file.write(b"\0" * 4096)
        ended = work.program("fetch")
        assert ended.status == FAILED
        assert "Traceback" not in ended.err
        assert "room" in ended.err
        filler.unlink()
        assert work.fetch().status == 0
        work.assert_complete()
