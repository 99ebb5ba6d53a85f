"""A fingerprint of a header block that survives what servers write into it.

Mailutils, Dovecot and others add their own fields between one session and the next;
without them, and whatever the line ends, the same letter gives the same digest.
"""

import re
from hashlib import sha256

from hudhud.mime.limits import HEADER_BLOCK_OCTETS

_BLANK_LINE = re.compile(rb"\n\r*\n")
_SERVER_FIELD = re.compile(
    rb"\n(?:x-)?(?:status|uidl?|imap[!-9;-~]*|keywords)[ \t]*:[^\n]*(?:\n[ \t][^\n]*)*"
)
_SERVER_NAMES = (b"\nstatus", b"\nx-status", b"\nx-uid", b"\nx-imap", b"\nx-keywords")


def header_identity(header: bytes) -> bytes:
    """The SHA-256 digest of a header block; what follows its blank line is ignored."""
    blank = _BLANK_LINE.search(header, 0, HEADER_BLOCK_OCTETS)
    end = blank.start() if blank else min(len(header), HEADER_BLOCK_OCTETS)
    block = b"\n" + header[:end].replace(b"\r", b"").rstrip(b"\n")
    lowered = block.lower()
    if any(name in lowered for name in _SERVER_NAMES):
        block = _without_server_fields(block, lowered)
    return sha256(block).digest()


def _without_server_fields(block: bytes, lowered: bytes) -> bytes:
    kept: list[bytes] = []
    end = 0
    for found in _SERVER_FIELD.finditer(lowered):
        if found[0].startswith((b"\nuid", b"\nimap", b"\nkeywords")):
            continue
        kept.append(block[end : found.start()])
        end = found.end()
    return b"".join((*kept, block[end:]))
