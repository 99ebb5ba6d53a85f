"""TLS or nothing: no credential is said before the server has proven who it is."""

from base64 import b64encode
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hudhud.domain.servers import Security
from hudhud.pop3.client import Connection, Pop3Client
from hudhud.pop3.errors import (
    CertificateRefused,
    ConnectionLost,
    Injected,
    NoEncryption,
    OutOfStep,
    Pop3Error,
    ServerTrouble,
    TimedOut,
)
from hudhud.pop3.transport import Stop
from support.certificates import CertificateKind, Certificates
from support.pop3_sessions import CAPABLE, GREETS, PASSWORD, USER, client_of
from support.scripted_pop3 import (
    ScriptedServer,
    Step,
    hang_up,
    hear,
    hear_octets,
    hear_the_end,
    refused_tls,
    reset,
    say,
    start_tls,
)

OFFERS_STLS = say(b"+OK\r\nSTLS\r\nUSER\r\n.\r\n")
OFFERS_PLAIN = b"+OK\r\nUSER\r\nSASL PLAIN\r\nPIPELINING\r\n.\r\n"
INITIAL_RESPONSE = b64encode(f"\0{USER}\0{PASSWORD}".encode()).decode()

BAD_KINDS = [kind for kind in CertificateKind if kind is not CertificateKind.GOOD]


@pytest.fixture(scope="module")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> Certificates:
    return Certificates(Path(tmp_path_factory.mktemp("certificates")))


def signing_in() -> list[Step]:
    return [
        hear("CAPA"),
        say(OFFERS_PLAIN),
        hear(f"AUTH PLAIN {INITIAL_RESPONSE}"),
        say(b"+OK\r\n"),
        hear("CAPA"),
        say(CAPABLE),
        hear("QUIT"),
        say(b"+OK\r\n"),
    ]


def upgrading(*behind_ok: Step) -> list[Step]:
    ok = say(b"+OK begin TLS\r\n")
    return [GREETS, hear("CAPA"), OFFERS_STLS, hear("STLS"), ok, *behind_ok]


def fails(
    server: ScriptedServer, certificates: Certificates, kind: type[Pop3Error]
) -> None:
    """A client that must not get as far as saying who it is."""
    ca_file = str(certificates.ca_file)
    with (
        server,
        client_of(server, timeout_s=5, ca_file=ca_file) as client,
        pytest.raises(kind),
    ):
        client.open()
    assert USER.encode() not in server.heard_plain
    assert PASSWORD.encode() not in server.heard_plain


def test_a_session_in_implicit_tls(certificates: Certificates) -> None:
    steps = [start_tls(certificates.server()), GREETS, *signing_in()]
    server = ScriptedServer(*steps, security=Security.TLS)
    with server, client_of(server, ca_file=str(certificates.ca_file)) as client:
        client.open()
        assert client.secured == "TLSv1.3"
        client.sign_in(USER, PASSWORD)
        assert client.quit()
    assert server.heard_plain == b""


def test_a_session_upgraded_by_stls(certificates: Certificates) -> None:
    steps = upgrading(start_tls(certificates.server()), *signing_in())
    server = ScriptedServer(*steps, security=Security.STARTTLS)
    with server, client_of(server, ca_file=str(certificates.ca_file)) as client:
        client.open()
        assert client.secured == "TLSv1.3"
        assert client.capabilities.mechanisms == {"PLAIN"}
        client.sign_in(USER, PASSWORD)
        assert client.quit()
    assert server.heard_plain == b"CAPA\r\nSTLS\r\n"


def test_what_was_learned_before_tls_is_forgotten(certificates: Certificates) -> None:
    forged = say(b"+OK\r\nSTLS\r\nPIPELINING\r\nSASL PLAIN\r\nEXPIRE 0\r\n.\r\n")
    refused = [hear("CAPA"), say(b"-ERR unknown\r\n"), hear("QUIT"), say(b"+OK\r\n")]
    steps = [GREETS, hear("CAPA"), forged, hear("STLS"), say(b"+OK\r\n")]
    server = ScriptedServer(
        *steps, start_tls(certificates.server()), *refused, security=Security.STARTTLS
    )
    with server, client_of(server, ca_file=str(certificates.ca_file)) as client:
        client.open()
        assert not client.capabilities.known
        assert not client.capabilities.has_pipelining
        assert client.capabilities.expire_days is None
        client.quit()


def test_stls_is_tried_where_capa_is_not_known(certificates: Certificates) -> None:
    capa_refused = [hear("CAPA"), say(b"-ERR unknown\r\n")]
    steps = [GREETS, *capa_refused, hear("STLS"), say(b"+OK\r\n")]
    server = ScriptedServer(
        *steps,
        start_tls(certificates.server()),
        *capa_refused,
        hear_the_end,
        security=Security.STARTTLS,
    )
    with server, client_of(server, ca_file=str(certificates.ca_file)) as client:
        client.open()
        assert client.secured == "TLSv1.3"


@pytest.mark.parametrize("kind", BAD_KINDS)
def test_a_bad_certificate_is_refused_in_implicit_tls(
    kind: CertificateKind, certificates: Certificates
) -> None:
    steps = [refused_tls(certificates.server(kind))]
    server = ScriptedServer(*steps, security=Security.TLS)
    fails(server, certificates, CertificateRefused)


@pytest.mark.parametrize("kind", BAD_KINDS)
def test_a_bad_certificate_is_refused_behind_stls(
    kind: CertificateKind, certificates: Certificates
) -> None:
    steps = upgrading(refused_tls(certificates.server(kind)))
    server = ScriptedServer(*steps, security=Security.STARTTLS)
    fails(server, certificates, CertificateRefused)


def test_an_authority_that_the_system_does_not_know_is_refused(
    certificates: Certificates,
) -> None:
    steps = [refused_tls(certificates.server())]
    server = ScriptedServer(*steps, security=Security.TLS)
    with (
        server,
        client_of(server) as client,
        pytest.raises(CertificateRefused, match="certificate"),
    ):
        client.open()


def test_a_trust_file_that_cannot_be_read_is_no_reason_to_go_on() -> None:
    server = ScriptedServer(hear_the_end, security=Security.TLS)
    with (
        server,
        client_of(server, ca_file="no/such/file.pem") as client,
        pytest.raises(CertificateRefused, match="cannot verify"),
    ):
        client.open()


@pytest.mark.parametrize("security", [Security.TLS, Security.STARTTLS])
def test_tls_older_than_1_2_is_no_encryption(
    security: Security, certificates: Certificates
) -> None:
    handshake = refused_tls(certificates.old_server())
    steps = [handshake] if security is Security.TLS else upgrading(handshake)
    server = ScriptedServer(*steps, security=security)
    fails(server, certificates, NoEncryption)


def test_a_plain_server_where_tls_was_due_is_no_encryption(
    certificates: Certificates,
) -> None:
    server = ScriptedServer(GREETS, hear_the_end, security=Security.TLS)
    fails(server, certificates, NoEncryption)


def test_stripped_stls_is_no_encryption(certificates: Certificates) -> None:
    steps = [GREETS, hear("CAPA"), say(CAPABLE), hear_the_end]
    server = ScriptedServer(*steps, security=Security.STARTTLS)
    fails(server, certificates, NoEncryption)
    assert server.heard_plain == b"CAPA\r\n"


def test_refused_stls_is_no_encryption(certificates: Certificates) -> None:
    refusal = [hear("STLS"), say(b"-ERR not today\r\n"), hear_the_end]
    steps = [GREETS, hear("CAPA"), OFFERS_STLS, *refusal]
    server = ScriptedServer(*steps, security=Security.STARTTLS)
    fails(server, certificates, NoEncryption)


@pytest.mark.parametrize(
    "reply", [b"+OK\r\n+OK hello\r\n", b"+OK\r\n\x16\x03\x03", b"+OK\r\n\r\n"]
)
def test_octets_behind_the_reply_to_stls_are_an_attack(
    reply: bytes, certificates: Certificates
) -> None:
    steps = [GREETS, hear("CAPA"), OFFERS_STLS, hear("STLS"), say(reply), hear_the_end]
    server = ScriptedServer(*steps, security=Security.STARTTLS)
    fails(server, certificates, Injected)
    assert server.heard_plain == b"CAPA\r\nSTLS\r\n"


def test_plain_octets_where_the_handshake_was_due_are_an_attack(
    certificates: Certificates,
) -> None:
    steps = upgrading(hear_octets, say(b"+OK you are in\r\n"), hear_the_end)
    server = ScriptedServer(*steps, security=Security.STARTTLS)
    fails(server, certificates, Injected)


@settings(max_examples=60)
@given(injected=st.binary(min_size=1, max_size=200), late=st.booleans())
def test_no_credential_is_said_whatever_is_injected(
    injected: bytes, late: bool, certificates: Certificates
) -> None:
    reply = [say(b"+OK\r\n"), say(injected)] if late else [say(b"+OK\r\n" + injected)]
    steps = [GREETS, hear("CAPA"), OFFERS_STLS, hear("STLS"), *reply, hang_up]
    server = ScriptedServer(*steps, security=Security.STARTTLS)
    with server:
        connection = Connection(server.address, 5, str(certificates.ca_file))
        client = Pop3Client(connection, Stop())
        with pytest.raises((Injected, NoEncryption, ConnectionLost)):
            client.open()
    assert server.heard_plain[:12] == b"CAPA\r\nSTLS\r\n"
    assert PASSWORD.encode() not in server.heard_plain


@pytest.mark.parametrize("ending", [hang_up, reset])
def test_a_handshake_that_is_cut_off_is_a_lost_connection(
    ending: Step, certificates: Certificates
) -> None:
    server = ScriptedServer(hear_octets, ending, security=Security.TLS)
    fails(server, certificates, ConnectionLost)


def test_a_handshake_that_stalls_times_out(certificates: Certificates) -> None:
    server = ScriptedServer(hear_the_end, security=Security.TLS)
    ca_file = str(certificates.ca_file)
    with server, client_of(server, timeout_s=0.2, ca_file=ca_file) as client:
        with pytest.raises(TimedOut) as caught:
            client.open()
        assert caught.value.step == "TLS"


def test_a_message_cut_off_inside_tls_is_never_whole(
    certificates: Certificates,
) -> None:
    steps = [start_tls(certificates.server()), GREETS, hear("CAPA")]
    server = ScriptedServer(
        *steps, say(b"+OK\r\nUSER\r\n"), hang_up, security=Security.TLS
    )
    fails(server, certificates, ConnectionLost)


@pytest.mark.parametrize(
    ("greeting", "kind"), [(b"-ERR down\r\n", ServerTrouble), (b"+OK\n\r\n", OutOfStep)]
)
def test_a_bad_greeting_inside_tls_is_told_as_on_a_plain_line(
    greeting: bytes, kind: type[Pop3Error], certificates: Certificates
) -> None:
    steps = [start_tls(certificates.server()), say(greeting), hear_the_end]
    server = ScriptedServer(*steps, security=Security.TLS)
    fails(server, certificates, kind)
