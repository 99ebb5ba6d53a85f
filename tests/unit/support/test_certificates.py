"""Each certificate is wrong in its one way, and a strict client says which."""

import ssl
from pathlib import Path

import pytest

from hudhud.demo.maildrop import Maildrop
from hudhud.demo.server import DemoServer
from hudhud.demo.terms import Terms
from hudhud.domain.servers import Security
from support.certificates import CertificateKind, Certificates
from support.raw_client import RawClient


@pytest.fixture(scope="module")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> Certificates:
    return Certificates(tmp_path_factory.mktemp("certificates"))


def greeting(context: ssl.SSLContext, certificates: Certificates) -> str:
    terms = Terms(security=Security.TLS, tls=context)
    trusting = certificates.client()
    with DemoServer(Maildrop(), terms) as server:
        client = RawClient(server.port, trusting)
        client.close()
    return client.greeting


def test_a_good_certificate_is_trusted(certificates: Certificates) -> None:
    assert greeting(certificates.server(), certificates).startswith("+OK")


@pytest.mark.parametrize(
    ("kind", "reason"),
    [
        (CertificateKind.WRONG_HOST, "mismatch"),
        (CertificateKind.EXPIRED, "has expired"),
        (CertificateKind.NOT_YET_VALID, "not yet valid"),
        (CertificateKind.SELF_SIGNED, "self-signed"),
        (CertificateKind.UNKNOWN_AUTHORITY, "unable to get local issuer"),
    ],
)
def test_a_bad_certificate_is_refused_for_its_reason(
    kind: CertificateKind, reason: str, certificates: Certificates
) -> None:
    with pytest.raises(ssl.SSLCertVerificationError, match=reason):
        greeting(certificates.server(kind), certificates)


def test_old_versions_are_refused(certificates: Certificates) -> None:
    with pytest.raises(ssl.SSLError):
        greeting(certificates.old_server(), certificates)


def test_the_key_of_a_pair_is_private(
    certificates: Certificates, tmp_path: Path
) -> None:
    certificate, key = certificates.write_pair(tmp_path)
    assert key.stat().st_mode & 0o077 == 0
    assert b"BEGIN CERTIFICATE" in certificate.read_bytes()
