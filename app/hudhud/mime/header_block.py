"""The header block, read leniently: what most would take for the body's beginning
(a blank line too early, a junk line, a blank before the colon) is mended.

RFC 5322 section 2.2 says what it should be; nothing here depends on that.
"""

import re
from dataclasses import dataclass

from hudhud.mime.limits import HEADER_BLOCK_OCTETS, HEADER_VALUE_OCTETS, Note

FIELDS = 5_000

_BLANK_LINE = re.compile(rb"\n\r*\n")
_FIELD = re.compile(rb"([!-9;-~]{1,200})[ \t]*:")
_LEADING = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:>?From [^\n]*\n\s*)?")
# Fields whose presence proves that the header block is not over yet.
_KNOWN = re.compile(
    rb"^(?:from|to|cc|subject|date|message-id|mime-version|content-[a-z-]+|received|"
    rb"reply-to|return-path|references|in-reply-to|sender|x-mailer|user-agent|"
    rb"delivered-to)[ \t]*:",
    re.IGNORECASE | re.MULTILINE,
)
_CONTENT_FIELD = re.compile(
    rb"\s*content-(?:type|transfer-encoding|disposition|id)[ \t]*:", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Field:
    """One header field: `name` as written, `key` in lower case, `value` still folded
    and undecoded."""

    name: str
    key: str
    value: bytes


@dataclass(frozen=True, slots=True)
class HeaderBlock:
    """`body_start` is an offset into the octets the block was read from."""

    fields: tuple[Field, ...]
    body_start: int
    notes: frozenset[Note] = frozenset()

    def first(self, key: str) -> bytes:
        """The value of the first such field; empty where there is none."""
        return next((field.value for field in self.fields if field.key == key), b"")

    def every(self, key: str) -> tuple[bytes, ...]:
        return tuple(field.value for field in self.fields if field.key == key)


def read_letter_header(octets: bytes) -> HeaderBlock:
    """The header block of a whole message: blank lines and mbox's line may lead it."""
    leading = _LEADING.match(octets)
    start = leading.end() if leading else 0
    if start and not _FIELD.match(octets, start):
        start = 0
    return _read(octets, start, len(octets))


def read_part_header(octets: bytes, start: int, end: int) -> HeaderBlock:
    """The header block of a part, which may rightly be empty."""
    if octets[start : start + 1] in (b"\r", b"\n"):
        content = _CONTENT_FIELD.match(octets, start, end)
        if content is None:
            return HeaderBlock((), octets.find(b"\n", start, end) + 1 or end)
        start = content.end() - len(content[0].lstrip())
    return _read(octets, start, end)


def _read(octets: bytes, start: int, end: int) -> HeaderBlock:
    blank = _BLANK_LINE.search(octets, start, end)
    block_end, body_start = (blank.start() + 1, blank.end()) if blank else (end, end)
    notes: set[Note] = set()
    if block_end - start > HEADER_BLOCK_OCTETS:
        block_end = start + HEADER_BLOCK_OCTETS
        notes.add(Note.HEADER_BLOCK_CUT)
    fields: list[tuple[bytes, list[bytes]]] = []
    lines = octets[start:block_end].split(b"\n")
    known_until = _last_known(octets, start, block_end)
    offset = start
    for line in lines:
        if line[:1] in (b" ", b"\t") and fields:
            fields[-1][1].append(line)
        elif found := _FIELD.match(line.lstrip()):
            fields.append((found[1], [line.lstrip()[found.end() :]]))
        elif line.strip() and offset > known_until:
            body_start = offset
            break
        if len(fields) > FIELDS:
            notes.add(Note.HEADER_BLOCK_CUT)
            break
        offset += len(line) + 1
    return HeaderBlock(_fields(fields, notes), body_start, frozenset(notes))


def _last_known(octets: bytes, start: int, end: int) -> int:
    """Where the last field begins that only a header block has, or -1."""
    last = -1
    for found in _KNOWN.finditer(octets, start, end):
        last = found.start()
    return last


def _fields(
    found: list[tuple[bytes, list[bytes]]], notes: set[Note]
) -> tuple[Field, ...]:
    fields = []
    for name, lines in found:
        value = b"\n".join(lines).strip(b" \t\r\n")
        if len(value) > HEADER_VALUE_OCTETS:
            notes.add(Note.HEADER_VALUE_CUT)
            value = value[:HEADER_VALUE_OCTETS]
        text = name.decode("ascii")
        fields.append(Field(text, text.lower(), value))
    return tuple(fields)
