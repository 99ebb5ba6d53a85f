"""The demo server on the wire: sockets, pipelines, ends, TLS."""

import ssl
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from threading import Thread

import pytest

from hudhud.demo.maildrop import Maildrop
from hudhud.demo.record import Ending
from hudhud.demo.server import DemoServer
from hudhud.demo.terms import Terms
from hudhud.domain.servers import Security
from support.certificates import Certificates
from support.letters import maildrop_of, many, odd_letters
from support.raw_client import RawClient


@pytest.fixture
def server() -> Iterator[DemoServer]:
    with DemoServer(maildrop_of(many(3))) as server:
        yield server


@pytest.fixture(scope="module")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> Certificates:
    return Certificates(tmp_path_factory.mktemp("certificates"))


def terms(security: Security, certificates: Certificates) -> Terms:
    return Terms(security=security, tls=certificates.server())


def test_every_kind_of_letter_comes_octet_for_octet() -> None:
    maildrop = maildrop_of(odd_letters())
    with DemoServer(maildrop) as server, RawClient(server.port) as client:
        client.sign_in()
        for number, letter in enumerate(maildrop.letters, start=1):
            assert client.retrieve(number) == letter.octets


def test_sizes_listed_are_sizes_served() -> None:
    maildrop = maildrop_of(odd_letters())
    with DemoServer(maildrop) as server, RawClient(server.port) as client:
        client.sign_in()
        for line in client.ask_lines("LIST"):
            number, octets = line.split()
            assert len(client.retrieve(int(number))) == int(octets)


def test_a_command_may_come_octet_by_octet(server: DemoServer) -> None:
    with RawClient(server.port) as client:
        for octet in b"USER demo\r\nPASS demo\r\nSTAT\r\n":
            client.say(bytes([octet]))
        replies = [client.line() for _ in range(3)]
    assert replies[2].startswith("+OK 3 ")


def test_a_whole_session_may_come_in_one_packet(server: DemoServer) -> None:
    with RawClient(server.port) as client:
        client.say(b"USER demo\r\nPASS demo\r\nSTAT\r\nDELE 1\r\nQUIT\r\nNOOP\r\n")
        said = client.rest().splitlines()
    assert [line[:3] for line in said] == [b"+OK"] * 5
    assert server.record.wait_for_ends(1)
    assert [letter.uid for letter in server.record.deleted] == ["uid-1"]


def test_ten_thousand_commands_may_be_in_flight() -> None:
    maildrop = maildrop_of(many(100, 500))
    command = b"".join(b"RETR %d\r\n" % (number % 100 + 1) for number in range(10_000))
    with DemoServer(maildrop) as server, RawClient(server.port) as client:
        client.sign_in()
        writing = Thread(target=client.say, args=(command + b"QUIT\r\n",))
        writing.start()
        octets = client.rest()
        writing.join()
    assert octets.count(b"+OK 500 octets\r\n") == 10_000


def test_a_session_that_is_dropped_deletes_nothing(server: DemoServer) -> None:
    with RawClient(server.port) as client:
        client.sign_in()
        client.ask("DELE 1")
    assert server.record.wait_for_ends(1)
    assert server.record.ends[0].ending is Ending.LOST
    assert len(server.maildrop.letters) == 3


def test_a_session_that_is_reset_deletes_nothing(server: DemoServer) -> None:
    client = RawClient(server.port)
    client.sign_in()
    client.ask("DELE 1")
    client.reset()
    assert server.record.wait_for_ends(1)
    assert len(server.maildrop.letters) == 3


def test_quit_acts_even_if_nobody_hears_its_answer(server: DemoServer) -> None:
    client = RawClient(server.port)
    client.sign_in()
    client.ask("DELE 1")
    client.say(b"QUIT\r\n")
    client.reset()
    assert server.record.wait_for_ends(1)
    assert [letter.uid for letter in server.record.deleted] == ["uid-1"]


def test_the_lock_ends_with_the_session(server: DemoServer) -> None:
    with RawClient(server.port) as first, RawClient(server.port) as second:
        first.sign_in()
        assert second.sign_in().startswith("-ERR [IN-USE]")
        first.ask("QUIT")
        assert first.line() == ""
        assert second.sign_in().startswith("+OK")


def test_a_silent_session_ends_without_update() -> None:
    short = replace(Terms(), idle_limit_s=0.05)
    with DemoServer(maildrop_of(many(1)), short) as server:
        with RawClient(server.port) as client:
            client.say(b"USER demo\r\nPASS demo\r\nDELE 1\r\n")
            assert client.rest().count(b"+OK") == 3
        assert server.record.wait_for_ends(1)
        assert server.record.ends[0].ending is Ending.IDLE
        assert len(server.maildrop.letters) == 1


def test_a_line_without_an_end_is_cut(server: DemoServer) -> None:
    # It closes with octets unread, which some systems tell as a reset.
    with RawClient(server.port) as client, suppress(ConnectionError):
        client.say(b"x" * 70_000)
        assert client.rest() == b""
    assert server.record.wait_for_ends(1)
    assert server.record.ends[0].ending is Ending.CUT


def test_the_dialogue_is_on_record(server: DemoServer) -> None:
    with RawClient(server.port) as client:
        client.sign_in()
        client.ask_lines("LIST")
    assert [str(line) for line in server.record.lines] == [
        "S: +OK Hudhud demo server ready",
        "C: USER demo",
        "S: +OK and the password",
        "C: PASS demo",
        "S: +OK maildrop locked and ready",
        "C: LIST",
        "S: +OK 3 messages (1200 octets)",
    ]
    assert server.record.credentials_in_clear == (b"USER demo", b"PASS demo")


def test_a_stopped_server_frees_every_session_and_its_port(server: DemoServer) -> None:
    with RawClient(server.port) as client:
        client.sign_in()
        server.stop()
        assert client.line() == ""
    with pytest.raises(OSError):
        RawClient(server.port)
    server.start()
    with RawClient(server.port) as client:
        assert client.sign_in().startswith("+OK")


def test_tls_from_the_first_octet(certificates: Certificates) -> None:
    offered = terms(Security.TLS, certificates)
    with DemoServer(maildrop_of(many(2)), offered) as server:
        with RawClient(server.port, certificates.client()) as client:
            assert "STLS" not in client.ask_lines("CAPA")
            assert client.sign_in().startswith("+OK")
            assert len(client.ask_lines("UIDL")) == 2
            client.ask("QUIT")
            assert client.rest() == b""
        assert server.record.credentials_in_clear == ()


def test_before_stls_no_sign_in_is_offered_or_taken(certificates: Certificates) -> None:
    offered = terms(Security.STARTTLS, certificates)
    with DemoServer(Maildrop(), offered) as server, RawClient(server.port) as client:
        capabilities = client.ask_lines("CAPA")
        assert client.ask("USER demo").startswith("-ERR")
    assert "STLS" in capabilities
    assert not {"USER", "SASL PLAIN"} & set(capabilities)


def test_after_stls_the_sign_in_is_taken(certificates: Certificates) -> None:
    offered = terms(Security.STARTTLS, certificates)
    with DemoServer(maildrop_of(many(2)), offered) as server:
        with RawClient(server.port) as client:
            assert client.ask("STLS").startswith("+OK")
            client.start_tls(certificates.client())
            capabilities = client.ask_lines("CAPA")
            assert client.sign_in().startswith("+OK")
        assert server.record.credentials_in_clear == ()
    assert "STLS" not in capabilities
    assert "SASL PLAIN" in capabilities


def test_octets_behind_stls_end_the_session(certificates: Certificates) -> None:
    offered = terms(Security.STARTTLS, certificates)
    with DemoServer(Maildrop(), offered) as server:
        with RawClient(server.port) as client:
            client.say(b"STLS\r\nCAPA\r\n")
            assert b"TOP" not in client.rest()
        assert server.record.wait_for_ends(1)
        assert server.record.violations == ("octets behind STLS",)


def test_a_client_that_trusts_nobody_sends_no_secret(
    certificates: Certificates,
) -> None:
    offered = terms(Security.TLS, certificates)
    with DemoServer(Maildrop(), offered) as server:
        with pytest.raises(ssl.SSLCertVerificationError):
            RawClient(server.port, ssl.create_default_context())
        assert server.record.wait_for_ends(1)
        assert server.record.commands == ()


def test_tls_without_a_context_is_no_offer() -> None:
    with pytest.raises(ValueError, match="context"):
        Terms(security=Security.TLS)
