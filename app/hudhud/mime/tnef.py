"""What Outlook wraps in `winmail.dat` (TNEF, MS-OXTNEF): texts and files.

The row of attributes is read here, their properties in `tnef_properties.py`. Whatever
is broken costs itself and nothing else.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import IntEnum

from hudhud.mime import tnef_properties as ids
from hudhud.mime.charsets import codec_name, decode_text
from hudhud.mime.rtf import read_rich_text, unpack_rich_text
from hudhud.mime.tnef_properties import Properties

TNEF_OCTETS = 67_108_864
ATTRIBUTES = 5_000
FILES = 1_000
EMBEDDED_DEPTH = 3

_SIGNATURE = b"\x78\x9f\x3e\x22"
# Level, id and length stand before an attribute's octets, a checksum after them.
_HEAD, _TAIL = 9, 2
# Objects begin with the name of their interface; a message is TNEF again.
_INTERFACE_END = bytes.fromhex("c000000000000046")
_MESSAGE = bytes.fromhex("0703020000000000") + _INTERFACE_END


class _Id(IntEnum):
    """Numbers of the attributes that are read."""

    FILE_BEGINS = 0x9002
    FILE_NAME = 0x8010
    FILE_OCTETS = 0x800F
    FILE_PROPERTIES = 0x9005
    BODY = 0x800C
    PROPERTIES = 0x9003
    CODEPAGE = 0x9007


@dataclass(frozen=True, slots=True)
class WrappedText:
    octets: bytes
    charset: str
    is_html: bool


@dataclass(frozen=True, slots=True)
class WrappedFile:
    name: str
    octets: bytes
    content_type: str = ""
    content_id: str = ""


@dataclass(frozen=True, slots=True)
class Wrapped:
    """`texts` are forms of one text; the files of messages inside are among `files`."""

    texts: tuple[WrappedText, ...] = ()
    files: tuple[WrappedFile, ...] = ()


@dataclass(slots=True)
class _File:
    title: bytes = b""
    octets: bytes = b""
    properties: Properties = field(default_factory=Properties)


@dataclass(slots=True)
class _Found:
    charset: str = "cp1252"
    body: bytes = b""
    properties: Properties = field(default_factory=Properties)
    files: list[_File] = field(default_factory=list)


def unwrap(octets: bytes, depth: int = 0) -> Wrapped:
    """Never raises; empty where the octets are not TNEF."""
    if not octets.startswith(_SIGNATURE) or len(octets) > TNEF_OCTETS:
        return Wrapped()
    found = _Found()
    for number, value in _attributes(octets):
        _take(found, number, value)
    files: list[WrappedFile] = []
    for file in found.files[:FILES]:
        files += _files(file, found.charset, depth)
    return Wrapped(tuple(_texts(found)), tuple(files[:FILES]))


def _attributes(octets: bytes) -> Iterator[tuple[int, bytes]]:
    at = 6
    for _ in range(ATTRIBUTES):
        if at + _HEAD + _TAIL > len(octets):
            return
        number = int.from_bytes(octets[at + 1 : at + 3], "little")
        length = int.from_bytes(octets[at + 5 : at + _HEAD], "little")
        end = at + _HEAD + length
        yield number, octets[at + _HEAD : end]
        at = end + _TAIL


def _take(found: _Found, number: int, value: bytes) -> None:
    match number:
        case _Id.FILE_BEGINS:
            found.files.append(_File())
        case _Id.FILE_NAME if found.files:
            found.files[-1].title = value
        case _Id.FILE_OCTETS if found.files:
            found.files[-1].octets = value
        case _Id.FILE_PROPERTIES if found.files:
            found.files[-1].properties = Properties(value)
        case _Id.BODY:
            found.body = value
        case _Id.PROPERTIES:
            found.properties = Properties(value)
        case _Id.CODEPAGE:
            found.charset = _charset(int.from_bytes(value[:4], "little"))


def _charset(codepage: int) -> str:
    name = {65001: "utf-8", 20127: "cp1252", 20866: "koi8-r", 28591: "cp1252"}.get(
        codepage, f"cp{codepage}"
    )
    if 28592 <= codepage <= 28606:
        name = f"iso-8859-{codepage - 28590}"
    return name if codec_name(name) else "cp1252"


def _texts(found: _Found) -> Iterator[WrappedText]:
    """Each form there is: plain, HTML; rich text where neither is there."""
    properties = found.properties
    codepage = properties.number(ids.CODEPAGE)
    charset = _charset(codepage) if codepage else found.charset
    plain = _text(properties, ids.BODY, charset) or _text(
        properties, ids.PLAIN_BODY, charset
    )
    if plain is None:
        body = found.body.strip(b"\x00")
        plain = WrappedText(body, found.charset, is_html=False)
    html = _text(properties, ids.HTML_BODY, charset, is_html=True)
    if html is None and not plain.octets.strip():
        yield from _rich_text(properties)
    if plain.octets.strip():
        yield plain
    if html is not None:
        yield html


def _text(
    properties: Properties, number: int, charset: str, *, is_html: bool = False
) -> WrappedText | None:
    octets = properties.octets(number).strip(b"\x00")
    if not octets:
        return None
    in_utf8 = properties.is_unicode(number)
    return WrappedText(octets, "utf-8" if in_utf8 else charset, is_html)


def _rich_text(properties: Properties) -> Iterator[WrappedText]:
    packed = properties.octets(ids.RICH_BODY)
    found = read_rich_text(unpack_rich_text(packed))
    if found.text:
        yield WrappedText(found.text.encode(), "utf-8", found.is_html)


def _files(file: _File, charset: str, depth: int) -> Iterator[WrappedFile]:
    inside = file.properties.octets(ids.FILE)
    octets = file.octets or inside
    name = _name(file, charset)
    if inside.startswith(_MESSAGE) and depth < EMBEDDED_DEPTH:
        yield from _of_message(name, inside[len(_MESSAGE) :], depth)
        return
    if not file.octets and octets[8:16] == _INTERFACE_END:
        octets = octets[16:]
    yield WrappedFile(
        name,
        octets,
        _label(file.properties, ids.CONTENT_TYPE),
        _label(file.properties, ids.CONTENT_ID).strip("<>"),
    )


def _of_message(name: str, octets: bytes, depth: int) -> Iterator[WrappedFile]:
    """A message inside: its text as a file, then its files."""
    inner = unwrap(octets, depth + 1)
    for text in inner.texts[-1:]:
        kind = "html" if text.is_html else "plain"
        ending = "html" if text.is_html else "txt"
        content_type = f"text/{kind}; charset={text.charset}"
        yield WrappedFile(f"{name or 'message'}.{ending}", text.octets, content_type)
    yield from inner.files


def _name(file: _File, charset: str) -> str:
    for number in (ids.LONG_NAME, ids.NAME, ids.SHOWN_NAME):
        octets = file.properties.octets(number).strip(b"\x00")
        if octets:
            in_utf8 = file.properties.is_unicode(number)
            return decode_text(octets, "utf-8" if in_utf8 else charset)
        if file.title and number == ids.LONG_NAME:
            return decode_text(file.title.strip(b"\x00"), charset)
    return ""


def _label(properties: Properties, number: int) -> str:
    return properties.octets(number).strip(b"\x00").decode("ascii", "replace")
