"""The header block, read leniently: what most would take for the body's beginning
(a blank line too early, a junk line, a blank before the colon) is mended.

RFC 5322 section 2.2 says what it should be; nothing here depends on that.
"""

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from hudhud.mime.limits import HEADER_BLOCK_OCTETS, HEADER_VALUE_OCTETS, Note

FIELDS = 5_000

_BLANK_LINE = re.compile(rb"\n\r*\n")
_FIELD = re.compile(rb"([!-9;-~]{1,200})[ \t]*:")
_WHOLE_FIELD = re.compile(
    rb"^([!-9;-~]{1,200})[ \t]*:([^\n]*(?:\n[ \t][^\n]*)*)", re.MULTILINE
)
_LEADING = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:>?From (?![ \t]*:)[^\n]*\n\s*)?")
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


class Field(NamedTuple):
    """One header field: `name` as written, `key` in lower case, `value` still folded
    and undecoded."""

    name: str
    key: str
    value: bytes


@dataclass(frozen=True, slots=True)
class HeaderBlock:
    """`body_start` is an offset into the octets the block was read from; `values` the
    first value of each field by its name in lower case."""

    named: tuple[tuple[bytes, bytes], ...]
    body_start: int
    values: dict[bytes, bytes] = field(default_factory=dict)
    notes: frozenset[Note] = frozenset()

    @property
    def fields(self) -> tuple[Field, ...]:
        names = ((name.decode("ascii"), value) for name, value in self.named)
        return tuple(Field(name, name.lower(), value) for name, value in names)

    def first(self, key: str) -> bytes:
        """The value of the first such field; empty where there is none."""
        return self.values.get(key.encode("ascii"), b"")

    def every(self, key: str) -> tuple[bytes, ...]:
        wanted = key.encode("ascii")
        return tuple(value for name, value in self.named if name.lower() == wanted)


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
    found = _WHOLE_FIELD.findall(octets, start, block_end)
    lines = len(found) + sum([value.count(b"\n") for _, value in found])
    open_line = start < block_end and octets[block_end - 1] != 0x0A
    if lines == octets.count(b"\n", start, block_end) + open_line:
        # No line is left over, so that nothing has to be mended.
        if len(found) > FIELDS:
            notes.add(Note.HEADER_BLOCK_CUT)
        return _block(found[:FIELDS], body_start, notes)
    return _mended(octets, range(start, block_end), body_start, notes)


def _mended(
    octets: bytes, block: range, body_start: int, notes: set[Note]
) -> HeaderBlock:
    """The fields of a block that holds junk, and where its body begins after all."""
    found: list[tuple[bytes, list[bytes]]] = []
    known_until = _last_known(octets, block.start, block.stop)
    offset = block.start
    for line in octets[block.start : block.stop].split(b"\n"):
        if line[:1] in (b" ", b"\t") and found:
            found[-1][1].append(line)
        elif begins := _FIELD.match(line.lstrip()):
            found.append((begins[1], [line.lstrip()[begins.end() :]]))
        elif line.strip() and offset > known_until:
            body_start = offset
            break
        if len(found) > FIELDS:
            notes.add(Note.HEADER_BLOCK_CUT)
            break
        offset += len(line) + 1
    joined = [(name, b"\n".join(lines)) for name, lines in found]
    return _block(joined, body_start, notes)


def _last_known(octets: bytes, start: int, end: int) -> int:
    """Where the last field begins that only a header block has, or -1."""
    last = -1
    for found in _KNOWN.finditer(octets, start, end):
        last = found.start()
    return last


def _block(
    found: list[tuple[bytes, bytes]], body_start: int, notes: set[Note]
) -> HeaderBlock:
    named = [(name, value.strip(b" \t\r\n")) for name, value in found]
    if named and max([len(value) for _, value in named]) > HEADER_VALUE_OCTETS:
        notes.add(Note.HEADER_VALUE_CUT)
        named = [(name, value[:HEADER_VALUE_OCTETS]) for name, value in named]
    # Backwards, so that the first of a name is what remains.
    values = {name.lower(): value for name, value in reversed(named)}
    return HeaderBlock(tuple(named), body_start, values, frozenset(notes))
