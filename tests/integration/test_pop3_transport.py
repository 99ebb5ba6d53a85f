"""The line itself: reading always writes too, and every wait has an end."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event
from time import monotonic

import pytest

from hudhud.domain.servers import Security
from hudhud.pop3.errors import ConnectionLost, WrongState
from hudhud.pop3.tls import TlsLayer
from hudhud.pop3.transport import Stop, Transport
from support.certificates import Certificates
from support.scripted_pop3 import (
    Peer,
    ScriptedServer,
    Step,
    hear_octets,
    hear_the_end,
    reset,
    say,
    start_tls,
    wait_for,
)

# More than the buffers of both systems take.
MUCH = 20 * 1024 * 1024


@pytest.fixture(scope="module")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> Certificates:
    return Certificates(Path(tmp_path_factory.mktemp("certificates")))


def soon() -> float:
    return monotonic() + 20


@contextmanager
def line_to(server: ScriptedServer, ca_file: Path | None = None) -> Iterator[Transport]:
    transport = Transport(Stop())
    try:
        transport.connect(server.address, soon())
        if ca_file is not None:
            layer = TlsLayer("127.0.0.1", str(ca_file), upgraded=False)
            transport.start_tls(layer, soon())
        yield transport
    finally:
        transport.close()


def write_then_read(peer: Peer) -> None:
    """Read nothing before everything was written."""
    peer.say(b"s" * MUCH)
    heard = 0
    while heard < MUCH:
        octets = peer.line.recv(1024 * 1024)
        assert octets
        heard += len(octets)
    peer.say(b"done")


def receive_all(transport: Transport, octets: int) -> bytes:
    parts: list[bytes] = []
    while sum(map(len, parts)) < octets:
        part = transport.receive(soon())
        assert part
        parts.append(part)
    return b"".join(parts)


@pytest.mark.parametrize("security", [Security.NONE, Security.TLS])
def test_two_sides_that_both_write_first_do_not_block_each_other(
    security: Security, certificates: Certificates
) -> None:
    in_tls = security is Security.TLS
    steps: list[Step] = [start_tls(certificates.server())] if in_tls else []
    with (
        ScriptedServer(*steps, write_then_read) as server,
        line_to(server, certificates.ca_file if in_tls else None) as transport,
    ):
        transport.send(b"c" * MUCH)
        received = receive_all(transport, MUCH + len(b"done"))
    assert received == b"s" * MUCH + b"done"


def test_nothing_in_time_is_none_and_the_line_goes_on() -> None:
    with (
        ScriptedServer(hear_octets, say(b"late"), hear_the_end) as server,
        line_to(server) as transport,
    ):
        assert transport.receive(monotonic()) is None
        transport.send(b"now")
        assert transport.receive(soon()) == b"late"


def test_nothing_in_time_inside_tls_is_none_too(certificates: Certificates) -> None:
    steps = [start_tls(certificates.server()), hear_octets, say(b"late"), hear_the_end]
    with (
        ScriptedServer(*steps) as server,
        line_to(server, certificates.ca_file) as transport,
    ):
        assert transport.receive(monotonic()) is None
        transport.send(b"now")
        assert transport.receive(soon()) == b"late"


def test_garbage_inside_tls_is_a_lost_connection(certificates: Certificates) -> None:
    def corrupt(peer: Peer) -> None:
        # Around the TLS layer, as somebody on the line would.
        with open(peer.line.fileno(), "wb", closefd=False) as raw:
            raw.write(b"\x17\x03\x03\x00\x20" + b"x" * 32)

    steps = [start_tls(certificates.server()), corrupt, hear_the_end]
    with (
        ScriptedServer(*steps) as server,
        line_to(server, certificates.ca_file) as transport,
        pytest.raises(ConnectionLost, match="mac"),
    ):
        transport.receive(soon())


def test_a_reset_shows_in_the_read_and_not_in_the_write() -> None:
    with ScriptedServer(hear_octets, reset) as server, line_to(server) as transport:
        transport.send(b"hello")
        with pytest.raises(ConnectionLost):
            transport.receive(soon())
        transport.send(b"anybody?")


def test_a_goodbye_inside_tls_is_the_end(certificates: Certificates) -> None:
    def say_goodbye(peer: Peer) -> None:
        peer.say(b"bye")
        peer.end_tls()

    steps = [start_tls(certificates.server()), say_goodbye, hear_the_end]
    with (
        ScriptedServer(*steps) as server,
        line_to(server, certificates.ca_file) as transport,
    ):
        assert receive_all(transport, 3) == b"bye"
        assert transport.receive(soon()) == b""


def test_tls_is_not_started_behind_unsent_octets(certificates: Certificates) -> None:
    layer = TlsLayer("127.0.0.1", str(certificates.ca_file), upgraded=True)
    is_over = Event()
    with ScriptedServer(wait_for(is_over)) as server, line_to(server) as transport:
        transport.send(b"c" * MUCH)
        with pytest.raises(WrongState):
            transport.start_tls(layer, soon())
        is_over.set()


def test_a_line_that_is_closed_is_not_read() -> None:
    with ScriptedServer(hear_the_end) as server, line_to(server) as transport:
        transport.close()
        with pytest.raises(WrongState):
            transport.receive(soon())
