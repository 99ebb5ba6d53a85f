"""The tree of parts, as offsets into the octets: nothing is copied, nothing decoded.

RFC 2046 section 5.1, leniently: boundaries that nobody declared are looked for, parts
that a parent's boundary ends need no end of their own, and a message cut short is the
parts that are there.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from hudhud.mime.charsets import decode_text
from hudhud.mime.encoded_words import unfold
from hudhud.mime.header_block import HeaderBlock, read_letter_header, read_part_header
from hudhud.mime.limits import INLINE_TEXT_OCTETS, NESTING, PARTS, Note
from hudhud.mime.parameters import Parameterized, parse_parameters
from hudhud.mime.tnef import WrappedFile, unwrap
from hudhud.mime.transfer import (
    EXPANSION,
    Transfer,
    decode_transfer,
    looks_like_base64,
    transfer_named,
)

BOUNDARY_SEARCH_OCTETS = 65_536

_TYPE = re.compile(r"[\w.+-]+/[\w.+*-]+", re.ASCII)
_MISSING_SUBTYPE = {"text": "text/plain", "multipart": "multipart/mixed"}
_UNDECLARED = re.compile(
    rb"^--([^\s-][^\n]{0,200}?)[ \t]*\r*\n(?=content-[a-z-]+[ \t]*:|\r*\n)",
    re.MULTILINE | re.IGNORECASE,
)
_EMBEDDED = frozenset({"message/rfc822", "message/global", "message/news"})
_WRAPPED = frozenset({"application/ms-tnef", "application/vnd.ms-tnef"})


@dataclass(frozen=True, slots=True)
class Part:
    """One part: its body is `source[start:end]`, still transfer-encoded.

    `content.word` is a whole type such as `text/plain`, whatever the header says.
    A multipart has its parts as children, an embedded message has one: itself.
    """

    source: bytes
    header: HeaderBlock
    start: int
    end: int
    content: Parameterized
    disposition: Parameterized
    transfer: Transfer
    children: tuple["Part", ...] = ()

    @property
    def is_multipart(self) -> bool:
        return self.content.word.startswith("multipart/")

    @property
    def is_embedded(self) -> bool:
        return self.content.word in _EMBEDDED and bool(self.children)

    @property
    def content_id(self) -> str:
        return decode_text(unfold(self.header.first("content-id"))).strip(" <>")

    @property
    def location(self) -> str:
        """Where RFC 2557 says that its octets are from: HTML asks for them by that."""
        return decode_text(unfold(self.header.first("content-location"))).strip(' <>"')

    @property
    def is_wrapped(self) -> bool:
        """Whether its children were in a `winmail.dat`."""
        return self.content.word in _WRAPPED and bool(self.children)

    def encoded(self) -> bytes:
        return self.source[self.start : self.end]

    def decoded(self, most: int | None = None) -> bytes:
        """Without the transfer encoding; `most` is how many octets are asked for."""
        end = self.end
        if most is not None:
            end = min(end, self.start + int(most * EXPANSION[self.transfer]) + 100)
        encoded = self.source[self.start : end]
        transfer = self.transfer
        is_text = self.content.word.startswith(("text/", "message/"))
        if transfer is Transfer.BASE64 and is_text and not looks_like_base64(encoded):
            transfer = Transfer.IDENTITY
        return decode_transfer(encoded, transfer)[:most]

    def own_parts(self) -> Iterator["Part"]:
        """This part and those in it, save what embedded messages hold."""
        waiting = [self]
        while waiting:
            part = waiting.pop()
            yield part
            if not part.is_embedded or part is self:
                waiting += reversed(part.children)


@dataclass(frozen=True, slots=True)
class PartTree:
    root: Part
    notes: frozenset[Note]


@dataclass(slots=True)
class _Walk:
    """What the walk has spent and seen so far."""

    parts: int = 0
    notes: set[Note] = field(default_factory=set)


def read_parts(octets: bytes) -> PartTree:
    if b"\n" not in octets and b"\r" in octets:
        octets = octets.replace(b"\r", b"\n")
    walk = _Walk()
    header = read_letter_header(octets)
    root = _read(walk, _Range(octets, header, len(octets), 0))
    return PartTree(root, frozenset(walk.notes))


@dataclass(frozen=True, slots=True)
class _Range:
    """A part not yet looked into: its header block is read, its body is not."""

    source: bytes
    header: HeaderBlock
    end: int
    depth: int
    in_digest: bool = False

    @property
    def start(self) -> int:
        return self.header.body_start


def _read(walk: _Walk, span: _Range) -> Part:
    walk.parts += 1
    walk.notes |= span.header.notes
    content = _content(span)
    transfer = transfer_named(
        decode_text(span.header.first("content-transfer-encoding"))
    )
    children: tuple[Part, ...] = ()
    if span.depth >= NESTING:
        walk.notes.add(Note.NESTING_LIMIT)
    elif content.word.startswith("multipart/"):
        children = _multipart(walk, span, content)
        if not children:
            content = Parameterized("text/plain", content.parameters)
    elif content.word in _EMBEDDED:
        children = _embedded(walk, span, transfer)
    elif content.word in _WRAPPED:
        children = _wrapped(walk, span, transfer)
    disposition = parse_parameters(span.header.first("content-disposition"))
    return Part(
        span.source,
        span.header,
        span.start,
        span.end,
        content,
        disposition,
        transfer,
        children,
    )


def _content(span: _Range) -> Parameterized:
    value = span.header.first("content-type")
    content = parse_parameters(value)
    word = content.word.split(" ")[0]
    if not value and span.depth == 0 and _looks_multipart(span):
        return Parameterized("multipart/mixed", {})
    if word == "application/octet-stream" and _is_winmail(content):
        word = "application/ms-tnef"
    if _TYPE.fullmatch(word):
        return Parameterized(word, content.parameters)
    if span.in_digest:
        return Parameterized("message/rfc822", content.parameters)
    named = content.get("name")
    other = "application/octet-stream" if named else "text/plain"
    known = _MISSING_SUBTYPE.get(word.rstrip("/"), other)
    return Parameterized(known, content.parameters)


def _looks_multipart(span: _Range) -> bool:
    at = span.start
    while span.source[at : at + 1] in (b"\r", b"\n") and at < span.end:
        at += 1
    found = _UNDECLARED.match(span.source, at, span.end)
    return found is not None and span.source[found.end() : found.end() + 1] not in (
        *(b"\r", b"\n"),
    )


def _multipart(walk: _Walk, span: _Range, content: Parameterized) -> tuple[Part, ...]:
    sections, is_closed = _sections(span, _boundary_octets(content))
    if not sections:
        search_end = min(span.end, span.start + BOUNDARY_SEARCH_OCTETS)
        undeclared = _UNDECLARED.search(span.source, span.start, search_end)
        if undeclared is None:
            # A header block alone, as TOP 0 gives it, lacks nothing.
            if span.end > span.start:
                walk.notes.add(Note.NO_BOUNDARY)
            return ()
        sections, is_closed = _sections(span, undeclared[1])
    if not is_closed:
        walk.notes.add(Note.CUT_SHORT)
    in_digest = content.word == "multipart/digest"
    children: list[Part] = []
    for number, (start, end) in enumerate(sections):
        if walk.parts >= PARTS:
            walk.notes.add(Note.PARTS_LIMIT)
            break
        header = read_part_header(span.source, start, end)
        takes_rest = number + 1 < len(sections) and _repeats(header, content)
        end = span.end if takes_rest else end
        inner = _Range(span.source, header, end, span.depth + 1, in_digest)
        children.append(_read(walk, inner))
        if takes_rest:
            break
    return tuple(children)


def _repeats(header: HeaderBlock, outer: Parameterized) -> bool:
    """Whether a part is a multipart of its parent's boundary: some mailers use one for
    both, and mean what follows to stand inside."""
    inner = parse_parameters(header.first("content-type"))
    boundary = outer.get("boundary").rstrip()
    is_multipart = inner.word.startswith("multipart/")
    return is_multipart and inner.get("boundary").rstrip() == boundary != ""


def _boundary_octets(content: Parameterized) -> bytes:
    boundary = content.get("boundary").rstrip()
    try:
        return boundary.encode("latin-1")
    except UnicodeEncodeError:
        return boundary.encode("utf-8", "replace")


def _sections(span: _Range, boundary: bytes) -> tuple[list[tuple[int, int]], bool]:
    """Where the parts between these boundaries stand, and whether the last is closed.

    Some mailers close too early and go on: what follows counts too.
    """
    sections: list[tuple[int, int]] = []
    opened, is_closed, was_opened = -1, False, False
    if not boundary:
        return sections, is_closed
    source, mark = span.source, b"--" + boundary
    at = source.find(mark, span.start, span.end)
    while at >= 0 and len(sections) <= PARTS:
        tail = at + len(mark)
        line_end = source.find(b"\n", tail, span.end)
        line_end = span.end if line_end < 0 else line_end
        rest = source[tail : min(line_end, tail + 100)].strip(b" \t\r")
        is_line = at == span.start or source[at - 1] == 0x0A
        if is_line and rest in (b"", b"--"):
            # Two boundaries on end are one: some mailers double them.
            if opened >= 0 and at > opened:
                sections.append((opened, _before_line_end(source, opened, at)))
            is_closed = rest == b"--"
            opened = -1 if is_closed else min(line_end + 1, span.end)
            was_opened = was_opened or not is_closed
        at = source.find(mark, tail, span.end)
    if opened >= 0:
        sections.append((opened, span.end))
    elif was_opened and not sections:
        sections.append((span.end, span.end))
    return sections, is_closed


def _before_line_end(source: bytes, start: int, at: int) -> int:
    """The line end before a boundary belongs to the boundary."""
    end = at - 1 if at > start else at
    return end - 1 if end > start and source[end - 1] == 0x0D else max(end, start)


def _embedded(walk: _Walk, span: _Range, transfer: Transfer) -> tuple[Part, ...]:
    source = span.source[span.start : span.end]
    if transfer is Transfer.BASE64 and not looks_like_base64(source):
        transfer = Transfer.IDENTITY
    if transfer is not Transfer.IDENTITY:
        source = decode_transfer(source[: 2 * INLINE_TEXT_OCTETS], transfer)
    header = read_letter_header(source)
    return (_read(walk, _Range(source, header, len(source), span.depth + 1)),)


def _is_winmail(content: Parameterized) -> bool:
    return content.get("name").lower() in ("winmail.dat", "win.dat")


def _wrapped(walk: _Walk, span: _Range, transfer: Transfer) -> tuple[Part, ...]:
    """What is in a `winmail.dat`, as parts that stand in octets of their own."""
    encoded = span.source[span.start : span.end]
    wrapped = unwrap(decode_transfer(encoded, transfer))
    walk.parts += len(wrapped.texts) + len(wrapped.files)
    texts = (
        _synthetic(
            one.octets,
            Parameterized(
                "text/html" if one.is_html else "text/plain", {"charset": one.charset}
            ),
            Parameterized("", {}),
        )
        for one in wrapped.texts
    )
    return (*texts, *(_wrapped_file(one) for one in wrapped.files))


def _wrapped_file(file: WrappedFile) -> Part:
    content = parse_parameters(file.content_type.encode("ascii", "replace"))
    if not _TYPE.fullmatch(content.word):
        content = Parameterized("application/octet-stream", {})
    disposition = Parameterized("attachment", {"filename": file.name})
    if file.content_id:
        disposition = Parameterized("inline", disposition.parameters)
    return _synthetic(file.octets, content, disposition, file.content_id)


def _synthetic(
    octets: bytes,
    content: Parameterized,
    disposition: Parameterized,
    content_id: str = "",
) -> Part:
    values = {b"content-id": content_id.encode("utf-8", "replace")}
    header = HeaderBlock((), 0, values)
    return Part(octets, header, 0, len(octets), content, disposition, Transfer.IDENTITY)
