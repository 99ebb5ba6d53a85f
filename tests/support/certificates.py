"""Certificates for tests: one authority that is trusted, and servers of every kind.

certificates = Certificates(tmp_path)
terms = Terms(security=Security.TLS, tls=certificates.server(CertificateKind.EXPIRED))
...  # the client trusts certificates.ca_file alone
"""

import ssl
import warnings
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from ipaddress import ip_address
from pathlib import Path

import trustme
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

HOSTS = ("localhost", "127.0.0.1")


class CertificateKind(StrEnum):
    """What is wrong with the certificate a server shows; GOOD has nothing wrong."""

    GOOD = "good"
    WRONG_HOST = "wrong host"
    EXPIRED = "expired"
    NOT_YET_VALID = "not yet valid"
    SELF_SIGNED = "self-signed"
    UNKNOWN_AUTHORITY = "unknown authority"


class Certificates:
    """Makes keys once; contexts are made anew at each call. Files lie in `folder`."""

    def __init__(self, folder: Path) -> None:
        self._authority = trustme.CA()
        self._folder = folder
        self.ca_file = folder / "ca.pem"
        self._authority.cert_pem.write_to_path(str(self.ca_file))

    def server(self, kind: CertificateKind = CertificateKind.GOOD) -> ssl.SSLContext:
        """A context for the server's side of TLS 1.2 and 1.3."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.minimum_version = ssl.TLSVersion.TLSv1_2
        if kind is CertificateKind.SELF_SIGNED:
            chain = self._folder / "self-signed.pem"
            chain.write_bytes(self_signed())
            context.load_cert_chain(str(chain))
        else:
            self._issued(kind).configure_cert(context)
        return context

    def old_server(self) -> ssl.SSLContext:
        """A good certificate, and nothing above TLS 1.1."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)
            context.minimum_version = ssl.TLSVersion.TLSv1
            context.maximum_version = ssl.TLSVersion.TLSv1_1
        # OpenSSL 3 offers the old versions only below its usual level.
        context.set_ciphers("ALL:@SECLEVEL=0")
        self._issued(CertificateKind.GOOD).configure_cert(context)
        return context

    def client(self) -> ssl.SSLContext:
        """A strict client that trusts this authority and no other."""
        return ssl.create_default_context(cafile=str(self.ca_file))

    def write_pair(self, folder: Path) -> tuple[Path, Path]:
        """Write a good certificate and its key for a server of the system."""
        leaf = self._issued(CertificateKind.GOOD)
        certificate, key = folder / "cert.pem", folder / "key.pem"
        certificate.write_bytes(b"".join(one.bytes() for one in leaf.cert_chain_pems))
        key.write_bytes(leaf.private_key_pem.bytes())
        key.chmod(0o600)
        return certificate, key

    def _issued(self, kind: CertificateKind) -> trustme.LeafCert:
        now = datetime.now(UTC)
        if kind is CertificateKind.UNKNOWN_AUTHORITY:
            return trustme.CA().issue_cert(*HOSTS)
        if kind is CertificateKind.WRONG_HOST:
            return self._authority.issue_cert("elsewhere.example")
        if kind is CertificateKind.EXPIRED:
            begin, end = now - timedelta(days=60), now - timedelta(days=1)
            return self._authority.issue_cert(*HOSTS, not_before=begin, not_after=end)
        if kind is CertificateKind.NOT_YET_VALID:
            begin, end = now + timedelta(days=30), now + timedelta(days=60)
            return self._authority.issue_cert(*HOSTS, not_before=begin, not_after=end)
        return self._authority.issue_cert(*HOSTS)


def self_signed() -> bytes:
    """Key and certificate in one PEM; the right names, and nobody vouches for it."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    names = x509.SubjectAlternativeName(
        [x509.DNSName("localhost"), x509.IPAddress(ip_address("127.0.0.1"))]
    )
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=30))
        .add_extension(names, critical=False)
        .sign(key, hashes.SHA256())
    )
    return key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    ) + certificate.public_bytes(serialization.Encoding.PEM)
