"""The files a message carries: their names, types and sizes, without decoding them."""

from collections.abc import Iterator
from dataclasses import dataclass

from hudhud.mime.body import AttachedPart, Body
from hudhud.mime.charsets import decode_text
from hudhud.mime.encoded_words import header_text
from hudhud.mime.files_in_text import BEGINNINGS, FileInText
from hudhud.mime.parameters import parse_parameters
from hudhud.mime.parts import Part
from hudhud.mime.safe_name import default_file_name, safe_file_name
from hudhud.mime.texts import TextReader
from hudhud.mime.transfer import (
    Transfer,
    decoded_octets,
    looks_like_base64,
)
from hudhud.mime.visible import one_line


@dataclass(frozen=True, slots=True)
class Attachment:
    """One file of a letter. `index` names it in `attachment_octets`.

    `name` is fit for a file system; `octets` is an estimate, near enough to show;
    `content_id` is what `cid:` of the HTML text asks for; `inline` says that the HTML
    text shows it, so that it need not be listed.
    """

    index: int
    name: str
    content_type: str
    octets: int
    content_id: str
    inline: bool


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
    return tuple(item.name for item in attachments_of(body))


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
    return Attachment(
        index=index,
        name=_name(part, charsets),
        content_type=part.content.word,
        octets=_estimate(part),
        content_id=one_line(part.content_id),
        inline=item.is_inline,
    )


def _of_file(index: int, file: FileInText) -> Attachment:
    return Attachment(
        index=index,
        name=safe_file_name(decode_text(file.name)),
        content_type="application/octet-stream",
        octets=file.estimate(),
        content_id="",
        inline=False,
    )


def _name(part: Part, charsets: tuple[str, ...]) -> str:
    """What its sender called it, or the subject of an embedded message, or its type."""
    disposition = part.header.first("content-disposition")
    content = part.header.first("content-type")
    named = parse_parameters(disposition, charsets).get("filename")
    named = named or parse_parameters(content, charsets).get("name")
    if named.strip():
        return safe_file_name(named)
    if part.is_embedded:
        subject = part.children[0].header.first("subject")
        if title := header_text(subject, charsets):
            return safe_file_name(f"{title.replace('/', '-')}.eml")
    return default_file_name(part.content.word)


def _transfer(part: Part, encoded: bytes) -> Transfer:
    is_base64 = part.transfer is Transfer.BASE64
    if is_base64 and part.content.word.startswith(("text/", "message/")):
        return part.transfer if looks_like_base64(encoded) else Transfer.IDENTITY
    return part.transfer


def _estimate(part: Part) -> int:
    encoded = part.encoded()
    return decoded_octets(encoded, _transfer(part, encoded))
