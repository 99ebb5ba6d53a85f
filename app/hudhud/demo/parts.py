"""MIME parts and header fields, written by hand so that every octet is known.

Nothing here is random: the same letter on the same day is the same octets.
"""

import quopri
from base64 import encodebytes
from collections.abc import Sequence
from dataclasses import dataclass
from email.header import Header
from email.utils import encode_rfc2231, formataddr, parseaddr

CRLF = b"\r\n"


@dataclass(frozen=True, slots=True)
class Part:
    """`head` are its MIME fields with CRLF each, `body` ends in CRLF."""

    head: bytes
    body: bytes


def text_part(text: str, content_type: str, charset: str, encoding: str) -> Part:
    octets = text.encode(charset)
    if encoding == "quoted-printable" and octets.isascii():
        encoding = "7bit"
    head = (
        f"Content-Type: {content_type}; charset={charset}\r\n"
        f"Content-Transfer-Encoding: {encoding}\r\n"
    )
    return Part(head.encode("ascii"), encoded(octets, encoding))


def file_part(name: str, content_type: str, octets: bytes, inline: bool) -> Part:
    """An attachment; an inline one also gets its name as Content-ID."""
    disposition = "inline" if inline else "attachment"
    head = (
        f"Content-Type: {content_type}\r\n"
        f"Content-Disposition: {disposition}; {file_name(name)}\r\n"
        "Content-Transfer-Encoding: base64\r\n"
    )
    if inline:
        head += f"Content-ID: <{name}>\r\n"
    return Part(head.encode("ascii"), encoded(octets, "base64"))


def multipart(kind: str, parts: Sequence[Part], mark: str) -> Part:
    """Join parts; a single one is returned as it is."""
    if len(parts) == 1:
        return parts[0]
    boundary = f"=_{mark}_{kind}"
    head = f'Content-Type: multipart/{kind}; boundary="{boundary}"\r\n'
    delimiter = f"--{boundary}".encode("ascii")
    octets = b"".join(
        b"%b\r\n%b\r\n%b" % (delimiter, part.head, CRLF + part.body) for part in parts
    )
    return Part(head.encode("ascii"), octets + delimiter + b"--\r\n")


def encoded(octets: bytes, encoding: str) -> bytes:
    if encoding == "base64":
        return encodebytes(octets).replace(b"\n", CRLF)
    if encoding == "quoted-printable":
        octets = quopri.encodestring(octets)
    return with_crlf(octets)


def with_crlf(octets: bytes) -> bytes:
    ended = octets if octets.endswith(b"\n") else octets + b"\n"
    return ended.replace(b"\r\n", b"\n").replace(b"\n", CRLF)


def file_name(name: str) -> str:
    if name.isascii():
        return f'filename="{name}"'
    return f"filename*={encode_rfc2231(name, 'utf-8')}"


def field(name: str, value: str) -> bytes:
    """A header field, folded, its words encoded where they must be (RFC 2047)."""
    charset = "us-ascii" if value.isascii() else "utf-8"
    words = Header(value, charset, header_name=name, maxlinelen=76)
    return f"{name}: {words.encode(linesep=chr(13) + chr(10))}\r\n".encode("ascii")


def address_field(name: str, addresses: Sequence[str]) -> bytes:
    """Addresses written "Name <local@domain>"; the names may be of any script."""
    written = [formataddr(parseaddr(address)) for address in addresses]
    return f"{name}: {(',' + chr(13) + chr(10) + ' ').join(written)}\r\n".encode(
        "ascii"
    )
