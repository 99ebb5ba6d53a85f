"""Content-Transfer-Encoding: decoding that forgives, and sizes without decoding."""

import re
from binascii import Error, a2b_base64, a2b_qp, a2b_uu
from enum import Enum, auto


class Transfer(Enum):
    IDENTITY = auto()
    BASE64 = auto()
    QUOTED_PRINTABLE = auto()
    UUENCODE = auto()


# Encoded octets that one decoded octet may take at most, with line ends.
EXPANSION = {
    Transfer.IDENTITY: 1.0,
    Transfer.BASE64: 1.5,
    Transfer.QUOTED_PRINTABLE: 3.2,
    Transfer.UUENCODE: 1.5,
}

_KIND = re.compile(r"[^a-z0-9]")
_NAMES = {
    "base64": Transfer.BASE64,
    "b64": Transfer.BASE64,
    "quotedprintable": Transfer.QUOTED_PRINTABLE,
    "qp": Transfer.QUOTED_PRINTABLE,
    "xuuencode": Transfer.UUENCODE,
    "uuencode": Transfer.UUENCODE,
    "xuue": Transfer.UUENCODE,
    "uue": Transfer.UUENCODE,
}
_BASE64_ALPHABET = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/="
_NOT_BASE64 = bytes(octet for octet in range(256) if octet not in _BASE64_ALPHABET)
_PADDED = re.compile(rb"[^=]+=*")
_SOFT_BREAK_WITH_BLANKS = re.compile(rb"=[ \t]+(?=\r*\n)")
_CUT_ESCAPE = re.compile(rb"=[0-9A-Fa-f]?\Z")
_UU_BEGIN = re.compile(rb"^begin(?:-base64)? [0-7]{3,4} ?[^\n]*\n", re.MULTILINE)
_UU_ENDS = (b"end", b"`", b" ", b"====")


def transfer_named(value: str) -> Transfer:
    """The transfer encoding a header names; what nobody knows is left as it is."""
    return _NAMES.get(_KIND.sub("", value.split(";")[0].lower()), Transfer.IDENTITY)


def decode_transfer(octets: bytes, transfer: Transfer) -> bytes:
    """The octets meant, as far as they go: an encoding cut in the middle is fine."""
    match transfer:
        case Transfer.IDENTITY:
            return octets
        case Transfer.BASE64:
            return decode_base64(octets)
        case Transfer.QUOTED_PRINTABLE:
            return decode_quoted_printable(octets)
        case Transfer.UUENCODE:
            return decode_uuencode(octets)


def decode_base64(octets: bytes) -> bytes:
    """Lenient base64: junk is skipped, missing padding supplied, joined runs read.

    What follows the padding is read on only where it is base64 again: mailing lists
    put their plain footers there.
    """
    end = octets.find(b"=")
    if end >= 0 and octets[end:].strip(b"=\r\n \t"):
        padding = len(octets[end:]) - len(octets[end:].lstrip(b"="))
        rest = octets[end + padding :]
        first = _one_base64(octets[:end])
        if rest.translate(None, _BASE64_ALPHABET + b"\r\n"):
            return first
        runs = _PADDED.findall(rest.translate(None, _NOT_BASE64))
        return first + b"".join(_one_base64(run) for run in runs)
    return _one_base64(octets)


def decode_quoted_printable(octets: bytes) -> bytes:
    if b"= " in octets or b"=\t" in octets:
        octets = _SOFT_BREAK_WITH_BLANKS.sub(b"=", octets)
    return a2b_qp(_CUT_ESCAPE.sub(b"", octets))


def decode_uuencode(octets: bytes) -> bytes:
    """The first uuencoded file in these octets; empty where there is none."""
    begin = _UU_BEGIN.search(octets)
    return decode_uu_lines(octets[begin.end() :]) if begin else b""


def decode_uu_lines(octets: bytes) -> bytes:
    """Lines up to `end`; the last one may be cut in the middle."""
    lines = [line.rstrip(b"\r") for line in octets.split(b"\n")]
    ends = (index for index, line in enumerate(lines) if line in _UU_ENDS)
    whole = lines[: next(ends, len(lines) - 1)]
    decoded = b"".join(_uu_line(line) for line in whole if line)
    last = lines[-1] if len(whole) == len(lines) - 1 else b""
    if last and last not in _UU_ENDS:
        # The codec fills up what is missing with zeros.
        decoded += _uu_line(last)[: (len(last) - 1) * 3 // 4]
    return decoded


def looks_like_base64(octets: bytes) -> bool:
    """Whether the first line could be base64: some declare it and write plain text."""
    line = octets[:2_048].lstrip().split(b"\n", 1)[0].strip()
    return not line.translate(None, _BASE64_ALPHABET)


def decoded_octets(octets: bytes, transfer: Transfer) -> int:
    """How many octets decoding would give, from counting alone: an estimate."""
    if transfer is Transfer.IDENTITY:
        return len(octets)
    line_ends = octets.count(b"\n") + octets.count(b"\r")
    if transfer is Transfer.BASE64:
        tail = octets[-16:].rstrip()
        return max((len(octets) - line_ends - tail.count(b"=")) * 3 // 4, 0)
    if transfer is Transfer.QUOTED_PRINTABLE:
        soft = octets.count(b"=\n") * 2 + octets.count(b"=\r\n") * 3
        escapes = octets.count(b"=") - octets.count(b"=\n") - octets.count(b"=\r\n")
        return max(len(octets) - soft - 2 * escapes, 0)
    lines = octets.count(b"\n")
    return max((len(octets) - line_ends - lines) * 3 // 4, 0)


def _one_base64(octets: bytes) -> bytes:
    try:
        return a2b_base64(octets)
    except Error:
        letters = octets.translate(None, _NOT_BASE64).replace(b"=", b"")
        # One letter over is six bits: not an octet yet.
        letters = letters[: len(letters) - (len(letters) % 4 == 1)]
        return a2b_base64(letters + b"=" * (-len(letters) % 4))


def _uu_line(line: bytes) -> bytes:
    try:
        return a2b_uu(line)
    except Error:
        measured = (((line[0] - 32) & 63) * 4 + 5) // 3
    try:
        return a2b_uu(line[:measured])
    except Error:
        return b""
