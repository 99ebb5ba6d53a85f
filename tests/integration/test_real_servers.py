"""Fetching from real mail servers: octet for octet, kept, fetched once, then freed."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from hudhud.archive.archive import open_archive
from hudhud.domain.accounts import Account
from hudhud.domain.events import Report
from hudhud.domain.failures import FailureKind
from hudhud.domain.identifiers import AccountId
from hudhud.domain.retention import DeleteOnceSaved, KeepAll, RetentionPolicy
from hudhud.domain.servers import Security, ServerAddress
from hudhud.pop3.transport import Stop
from hudhud.sync.engine import Engine
from hudhud.sync.plan import Job
from support.real.server import RealServer
from support.real_servers import NAMES, require_real_servers, start

pytestmark = [pytest.mark.real_server, pytest.mark.timeout(180)]

COUNT = 20


@pytest.fixture(params=NAMES)
def server(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[RealServer]:
    require_real_servers()
    with start(request.param, tmp_path / "server", COUNT) as running:
        yield running


def account_on(server: RealServer, security: Security) -> Account:
    port = server.tls_port if security is Security.TLS else server.port
    assert port is not None
    return Account(
        id=AccountId("real"),
        name=server.name,
        address="poptest@example.org",
        server=ServerAddress("localhost", port, security),
        user=server.user,
        ca_file=str(server.ca_file) if server.ca_file else None,
    )


def securities(server: RealServer) -> list[Security]:
    offered = [Security.NONE]
    if server.has_stls:
        offered.append(Security.STARTTLS)
    if server.tls_port is not None:
        offered.append(Security.TLS)
    return offered


def fetch(
    server: RealServer, account: Account, folder: Path, policy: RetentionPolicy
) -> Report:
    engine = Engine(folder, lambda _: server.password)
    account = replace(account, policy=policy)
    return engine.run(account, Job(), lambda _: None, Stop())


def saved_messages(folder: Path, account: Account) -> list[bytes]:
    with closing(open_archive(folder)) as archive:
        assert archive.checkup.verify(None, lambda: False).ok
        lines = archive.ledger.lines(account.id).values()
        return [
            archive.contents.read(line.message)
            for line in sorted(lines, key=lambda line: line.message)
            if line.saved_at is not None
        ]


def assert_octet_for_octet(server: RealServer, saved: list[bytes]) -> None:
    assert len(saved) == COUNT
    for number, octets in enumerate(saved, start=1):
        assert server.agrees(number, octets)


def test_saved_whole_kept_fetched_once_and_then_freed(
    server: RealServer, tmp_path: Path
) -> None:
    for security in securities(server):
        folder = tmp_path / security.value
        account = account_on(server, security)
        first = fetch(server, account, folder, KeepAll())
        assert first.failure is None
        assert len(first.saved) == COUNT
        assert_octet_for_octet(server, saved_messages(folder, account))
        second = fetch(server, account, folder, KeepAll())
        assert second.failure is None
        assert second.saved == ()
        assert second.kept == COUNT
    freed = fetch(server, account, folder, DeleteOnceSaved())
    assert freed.failure is None
    assert len(freed.deleted) == COUNT
    look = Engine(folder, lambda _: server.password).look(account, Stop())
    assert look.failure is None
    assert look.messages == 0
    assert_octet_for_octet(server, saved_messages(folder, account))


def test_a_wrong_password_is_told_from_every_other_refusal(
    server: RealServer, tmp_path: Path
) -> None:
    account = account_on(server, Security.NONE)
    engine = Engine(tmp_path / "archive", lambda _: "wrong")
    report = engine.run(account, Job(), lambda _: None, Stop())
    assert report.failure is not None
    assert report.failure.kind is FailureKind.SIGN_IN_REFUSED
