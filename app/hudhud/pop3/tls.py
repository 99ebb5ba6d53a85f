"""TLS between two buffers: the socket stays with the transport.

Always verified, name and chain, TLS 1.2 at least (RFC 8314, RFC 8997). Kept off the
socket so that a handshake waits, times out and stops as any other read does.
"""

import ssl

import truststore

from hudhud.pop3.errors import (
    CertificateRefused,
    ConnectionLost,
    Injected,
    NoEncryption,
    Pop3Error,
)

STEP = "TLS"
RECORD_OCTETS = 64 * 1024

# What OpenSSL says when the first octets are no TLS at all.
NOT_TLS = frozenset(
    {"WRONG_VERSION_NUMBER", "RECORD_LAYER_FAILURE", "PACKET_LENGTH_TOO_LONG"}
    | {"UNEXPECTED_MESSAGE", "BAD_RECORD_TYPE", "HTTP_REQUEST"}
)


class TlsLayer:
    """Not usable before `shake_hands` has returned True.

    `upgraded`: the line was a plain one until STLS, so octets that are no TLS were put
    there by somebody who hoped to have them read.
    """

    def __init__(self, host: str, ca_file: str | None, upgraded: bool) -> None:
        self._upgraded = upgraded
        self._incoming = ssl.MemoryBIO()
        self._outgoing = ssl.MemoryBIO()
        try:
            self._object = _context(ca_file).wrap_bio(
                self._incoming, self._outgoing, server_hostname=host.rstrip(".")
            )
        except (OSError, ValueError) as error:
            raise CertificateRefused(f"cannot verify {host}: {error}", STEP) from error

    @property
    def version(self) -> str:
        return self._object.version() or ""

    def shake_hands(self) -> bool:
        """Go on with the handshake: True when done, False when octets are needed.

        Raises CertificateRefused, NoEncryption where no TLS can be agreed on, Injected.
        """
        try:
            self._object.do_handshake()
        except ssl.SSLWantReadError:
            return False
        except ssl.SSLError as error:
            if self._upgraded and error.reason in NOT_TLS:
                raise Injected("octets that are no TLS behind STLS", STEP) from error
            raise _refusal(error) from error
        return True

    def feed(self, octets: bytes) -> None:
        """Take what came over the wire; no octets mean that the line has ended."""
        if octets:
            self._incoming.write(octets)
        else:
            self._incoming.write_eof()

    def to_wire(self) -> bytes:
        return self._outgoing.read()

    def encrypt(self, octets: bytes) -> None:
        self._object.write(octets)

    def decrypted(self) -> bytes | None:
        """What can be read now: None when more is needed, empty at the end."""
        parts: list[bytes] = []
        try:
            while part := self._object.read(RECORD_OCTETS):
                parts.append(part)
        except ssl.SSLWantReadError:
            return b"".join(parts) or None
        except (ssl.SSLZeroReturnError, ssl.SSLEOFError):
            return b"".join(parts)
        except ssl.SSLError as error:
            if not parts:
                raise ConnectionLost(_reason(error), STEP) from error
        return b"".join(parts)

    def say_goodbye(self) -> None:
        """Queue a close_notify; the other side's is not waited for."""
        try:
            self._object.unwrap()
        except ssl.SSLError:
            return


def _context(ca_file: str | None) -> ssl.SSLContext:
    """A CA file stands in place of the system's trust store, not beside it."""
    context: ssl.SSLContext
    if ca_file is None:
        context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    else:
        context = ssl.create_default_context(cafile=ca_file)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return context


def _refusal(error: ssl.SSLError) -> Pop3Error:
    if isinstance(error, ssl.SSLCertVerificationError):
        return CertificateRefused(error.verify_message or str(error), STEP)
    if isinstance(error, ssl.SSLEOFError | ssl.SSLZeroReturnError):
        return ConnectionLost("the server closed the line in the handshake", STEP)
    return NoEncryption(_reason(error), STEP)


def _reason(error: ssl.SSLError) -> str:
    return (error.reason or str(error)).replace("_", " ").lower()
