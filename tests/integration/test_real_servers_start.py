"""Each of the six servers of the system starts, serves what it was given, and stops."""

import ssl
from collections.abc import Iterator

import pytest

from support.raw_client import RawClient
from support.real.place import greets
from support.real.server import RealServer
from support.real_servers import NAMES, require_real_servers, start

COUNT = 20

pytestmark = pytest.mark.real_server


@pytest.fixture(scope="module", params=NAMES)
def server(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[RealServer]:
    require_real_servers()
    folder = tmp_path_factory.mktemp("real") / request.param
    with start(request.param, folder, COUNT) as server:
        yield server
    assert not greets(server.port)


def signed_in(server: RealServer, client: RawClient) -> RawClient:
    assert client.sign_in(server.user, server.password).startswith("+OK")
    return client


def trusting(server: RealServer) -> ssl.SSLContext:
    return ssl.create_default_context(cafile=str(server.ca_file))


def test_it_lists_and_serves_every_message(server: RealServer) -> None:
    with signed_in(server, RawClient(server.port)) as client:
        assert len(client.ask_lines("UIDL")) == COUNT
        wrong = [
            number
            for number in range(1, COUNT + 1)
            if not server.agrees(number, client.retrieve(number))
        ]
        assert client.ask("QUIT").startswith("+OK")
    assert wrong == []


def test_it_takes_stls_where_it_offers_it(server: RealServer) -> None:
    with RawClient(server.port) as client:
        assert client.ask("STLS").startswith("+OK") == server.has_stls
        if server.has_stls:
            client.start_tls(trusting(server))
            signed_in(server, client)
            assert client.ask("STAT").startswith(f"+OK {COUNT} ")
        client.ask("QUIT")


def test_it_takes_tls_at_once_where_it_offers_it(server: RealServer) -> None:
    assert (server.tls_port is not None) == server.has_stls
    if server.tls_port is not None:
        with RawClient(server.tls_port, trusting(server)) as client:
            signed_in(server, client)
            assert client.ask("STAT").startswith(f"+OK {COUNT} ")
            client.ask("QUIT")
