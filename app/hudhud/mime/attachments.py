"""The files a message carries: their names, types and sizes, without decoding them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from hudhud.mime.body import AttachedPart, Body
from hudhud.mime.charsets import decode_text
from hudhud.mime.encoded_words import header_text
from hudhud.mime.file_kinds import SNIFFED_OCTETS, is_program, sniffed_type
from hudhud.mime.files_in_text import BEGINNINGS, FileInText
from hudhud.mime.invitations import TYPES as CALENDARS
from hudhud.mime.parameters import parse_parameters
from hudhud.mime.parts import Part
from hudhud.mime.protection import ENCRYPTED, KEYS, SIGNATURES, SMIME, is_signed_only
from hudhud.mime.reports import KINDS as REPORTS
from hudhud.mime.safe_name import default_file_name, safe_file_name
from hudhud.mime.texts import TextReader
from hudhud.mime.transfer import (
    Transfer,
    decoded_octets,
    looks_like_base64,
)
from hudhud.mime.visible import one_line

_FILE_NAME = re.compile(r"[^:@]{1,200}\.[\w]{1,8}")


class AttachmentKind(StrEnum):
    """What an attachment is to the letter; FILE where it is nothing special."""

    FILE = "file"
    MESSAGE = "message"
    INVITATION = "invitation"
    REPORT = "report"
    SIGNATURE = "signature"
    KEY = "key"
    ENCRYPTED = "encrypted"


_KIND_OF = MappingProxyType(
    {
        **dict.fromkeys(SIGNATURES, AttachmentKind.SIGNATURE),
        **dict.fromkeys(KEYS, AttachmentKind.KEY),
        **dict.fromkeys(ENCRYPTED | SMIME, AttachmentKind.ENCRYPTED),
        **dict.fromkeys(REPORTS, AttachmentKind.REPORT),
        **dict.fromkeys(CALENDARS, AttachmentKind.INVITATION),
    }
)


@dataclass(frozen=True, slots=True)
class Attachment:
    """One file of a letter. `index` names it in `attachment_octets`.

    `name` is fit for a file system; `octets` is an estimate, near enough to show;
    `content_id` is what `cid:` of the HTML text asks for; `inline` says that the HTML
    text shows it, so that it need not be listed. `true_type` is what its first octets
    speak of, or empty; `is_program` warns of opening it.
    """

    index: int
    name: str
    content_type: str
    octets: int
    content_id: str
    inline: bool
    kind: AttachmentKind = AttachmentKind.FILE
    true_type: str = ""
    is_program: bool = False


def attachments_of(body: Body) -> tuple[Attachment, ...]:
    parts = [
        _of_part(index, item, body.charsets) for index, item in enumerate(body.attached)
    ]
    first = len(parts)
    files = [
        _of_file(first + number, file)
        for number, file in enumerate(files_in_texts(body))
    ]
    return (*parts, *files)


def attachment_names(body: Body) -> tuple[str, ...]:
    parts = (_name(item.part, body.charsets) for item in body.attached)
    files = (safe_file_name(decode_text(file.name)) for file in files_in_texts(body))
    return (*parts, *files)


def pictures_by_location(body: Body) -> dict[str, str]:
    """The content-id to ask for, by the address that the HTML text knows (RFC 2557)."""
    return {
        item.part.location: _content_id(index, item.part)
        for index, item in enumerate(body.attached)
        if item.part.location
    }


def count_attachments(body: Body) -> int:
    """As many as a person would count: not the pictures of the text, not signatures."""
    counted = sum(item.counts for item in body.attached)
    return counted + sum(1 for _ in files_in_texts(body))


def octets_at(body: Body, index: int) -> bytes:
    """The decoded octets of one attachment; empty where there is none such."""
    if 0 <= index < len(body.attached):
        return body.attached[index].part.decoded()
    files = list(files_in_texts(body))
    number = index - len(body.attached)
    return files[number].octets() if 0 <= number < len(files) else b""


def files_in_texts(body: Body) -> Iterator[FileInText]:
    """The files written into the shown texts, in their order."""
    reader = TextReader(body.charsets)
    for block in body.shown():
        for part in block.plain:
            if part.content.word != "text/html" and _may_hold_files(part):
                yield from reader.files(part)


def _may_hold_files(part: Part) -> bool:
    """A look at the encoded octets, which spares decoding nearly every text."""
    return any(
        part.source.find(beginning, part.start, part.end) >= 0
        for beginning in BEGINNINGS
    )


def _of_part(index: int, item: AttachedPart, charsets: tuple[str, ...]) -> Attachment:
    part = item.part
    name = _name(part, charsets)
    head = part.decoded(SNIFFED_OCTETS)
    return Attachment(
        index=index,
        name=name,
        content_type=part.content.word,
        octets=_estimate(part),
        content_id=_content_id(index, part),
        inline=item.is_inline,
        kind=AttachmentKind.ENCRYPTED if item.is_sealed else _kind(part),
        true_type=sniffed_type(head),
        is_program=is_program(name, head),
    )


def _of_file(index: int, file: FileInText) -> Attachment:
    name = safe_file_name(decode_text(file.name))
    head = file.octets()[:SNIFFED_OCTETS]
    return Attachment(
        index=index,
        name=name,
        content_type="application/octet-stream",
        octets=file.estimate(),
        content_id="",
        inline=False,
        true_type=sniffed_type(head),
        is_program=is_program(name, head),
    )


def _kind(part: Part) -> AttachmentKind:
    if part.is_embedded:
        return AttachmentKind.MESSAGE
    if part.content.word in SMIME and is_signed_only(part):
        return AttachmentKind.SIGNATURE
    return _KIND_OF.get(part.content.word, AttachmentKind.FILE)


def _content_id(index: int, part: Part) -> str:
    """Its own, or one made up for a part that is known by its location alone."""
    if part.content_id or not part.location:
        return one_line(part.content_id)
    return f"part{index}@location"


def _name(part: Part, charsets: tuple[str, ...]) -> str:
    """What its sender called it, or the subject of an embedded message, or its type."""
    disposition = part.header.first("content-disposition")
    content = part.header.first("content-type")
    named = parse_parameters(disposition, charsets).get("filename")
    named = named or parse_parameters(content, charsets).get("name")
    named = named or part.disposition.get("filename")
    named = named.strip() or _name_in(part.location)
    if named:
        return safe_file_name(named)
    if part.is_embedded:
        subject = part.children[0].header.first("subject")
        if title := header_text(subject, charsets):
            return safe_file_name(f"{title.replace('/', '-')}.eml")
    return default_file_name(part.content.word)


def _name_in(location: str) -> str:
    """The last of a path, where that is a file's name."""
    last = re.split(r"[?#]", location)[0].rpartition("/")[2]
    return last if _FILE_NAME.fullmatch(last) else ""


def _transfer(part: Part, encoded: bytes) -> Transfer:
    is_base64 = part.transfer is Transfer.BASE64
    if is_base64 and part.content.word.startswith(("text/", "message/")):
        return part.transfer if looks_like_base64(encoded) else Transfer.IDENTITY
    return part.transfer


def _estimate(part: Part) -> int:
    encoded = part.encoded()
    return decoded_octets(encoded, _transfer(part, encoded))
