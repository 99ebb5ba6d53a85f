"""What one list row shows of a message, from its header block or from all of it.

`summarize_header` runs once per message while a session is on the wire, so the
ordinary case takes one pass of one compiled expression and plain ASCII paths.

A `Message-ID` is given without its angle brackets, in `message_id` and in `thread`.
"""

import re
from collections.abc import Mapping
from datetime import datetime

from hudhud.domain.messages import Correspondent, Summary
from hudhud.mime.addresses import parse_addresses
from hudhud.mime.attachments import count_attachments
from hudhud.mime.body import Body, read_body
from hudhud.mime.dates import parse_date, received_date
from hudhud.mime.encoded_words import header_text
from hudhud.mime.invitations import invitations_of
from hudhud.mime.limits import HEADER_BLOCK_OCTETS, HEADER_VALUE_OCTETS
from hudhud.mime.parameters import parse_parameters
from hudhud.mime.preview import preview_of
from hudhud.mime.texts import TextReader

THREAD_IDS = 200
PREVIEW_OCTETS = 262_144

_BLANK_LINE = re.compile(rb"\n\r*\n")
# Matched on the block in lower case, with a line end put before it.
_WANTED = re.compile(
    rb"\n(from|to|cc|subject|date|message-id|references|in-reply-to|sender)"
    rb"[ \t]*:([^\n]*(?:\n[ \t][^\n]*)*)"
)
_CONTENT_TYPE = re.compile(
    rb"\ncontent-type[ \t]*:([^\n]*(?:\n[ \t][^\n]*)*)", re.IGNORECASE
)
_RECEIVED = re.compile(rb"\nreceived[ \t]*:([^\n]*(?:\n[ \t][^\n]*)*)", re.IGNORECASE)
_MESSAGE_ID = re.compile(rb"<([^<>]{1,998})>")
_BARE_MESSAGE_ID = re.compile(rb"[^\s<>,;()]{1,500}@[^\s<>,;()]{1,500}")
_NO_LEADING = b" \t\r\n\xef\xbb\xbf"
_FIRST_TO_STRIP = frozenset(bytes([octet]) for octet in _NO_LEADING)


def summarize_header(header: bytes) -> Summary:
    """A summary of the header block alone, which ends at the first blank line."""
    block = _block(header)
    fields = _wanted_fields(block)
    charsets = () if block.isascii() else _charsets(_value(_CONTENT_TYPE, block))
    sent_at = parse_date(fields.get(b"date", b"")) or received_date(
        _value(_RECEIVED, block)
    )
    return _summary(fields, charsets, sent_at)


def summarize(octets: bytes) -> Summary:
    """The same with a preview and the number of attachments.

    Of a message cut short by TOP it says what the lines that are there say.
    """
    return summarize_body(read_body(octets))


def summarize_body(body: Body) -> Summary:
    """A summary where the body has been read already."""
    root = body.root
    fields = root.header.values
    is_plain = root.source[: root.start].isascii()
    charsets = () if is_plain else _charsets(fields.get(b"content-type", b""))
    sent_at = parse_date(fields.get(b"date", b"")) or received_date(
        fields.get(b"received", b"")
    )
    return _summary(fields, charsets, sent_at, _preview(body), count_attachments(body))


def _summary(
    fields: Mapping[bytes, bytes],
    charsets: tuple[str, ...],
    sent_at: datetime | None,
    preview: str = "",
    attachments: int = 0,
) -> Summary:
    return Summary(
        sender=_sender(fields, charsets),
        recipients=_recipients(fields, charsets),
        subject=_subject(fields, charsets),
        sent_at=sent_at,
        message_id=_first_id(fields.get(b"message-id", b"")),
        thread=_thread(fields),
        preview=preview,
        attachments=attachments,
    )


def _preview(body: Body) -> str:
    """Of the first text that says anything, from its beginning."""
    for block in body.shown():
        reader = TextReader(body.charsets, PREVIEW_OCTETS)
        if preview := preview_of(reader.block(block, without_quotes=True)):
            return preview
    events = invitations_of(body.root)
    return preview_of(events[0].text()) if events else ""


def _block(header: bytes) -> bytes:
    """The header block after a line end, so that every field follows one."""
    block = header.lstrip(_NO_LEADING) if header[:1] in _FIRST_TO_STRIP else header
    blank = _BLANK_LINE.search(block, 0, HEADER_BLOCK_OCTETS)
    block = b"\n" + block[: blank.start() if blank else HEADER_BLOCK_OCTETS]
    if block.find(b"\n", 1) < 0 and b"\r" in block:
        return block.replace(b"\r", b"\n")
    return block


def _wanted_fields(block: bytes) -> dict[bytes, bytes]:
    """The first value of each field a summary is made of, still folded."""
    fields: dict[bytes, bytes] = {}
    for found in _WANTED.finditer(block.lower()):
        name = found[1]
        if name not in fields:
            start, end = found.span(2)
            if end - start > HEADER_VALUE_OCTETS:
                end = start + HEADER_VALUE_OCTETS
            fields[name] = block[start:end].strip()
    return fields


def _charsets(content_type: bytes) -> tuple[str, ...]:
    """What the message declares: raw octets in its fields are in that, most likely."""
    charset = parse_parameters(content_type).token("charset")
    return (charset,) if charset else ()


def _value(form: re.Pattern[bytes], block: bytes) -> bytes:
    found = form.search(block)
    return found[1] if found else b""


def _sender(
    fields: Mapping[bytes, bytes], charsets: tuple[str, ...]
) -> Correspondent | None:
    for name in (b"from", b"sender"):
        value = fields.get(name)
        if value and (found := parse_addresses(value, charsets)):
            return found[0]
    return None


def _recipients(
    fields: Mapping[bytes, bytes], charsets: tuple[str, ...]
) -> tuple[Correspondent, ...]:
    to, cc = fields.get(b"to"), fields.get(b"cc")
    found = parse_addresses(to, charsets) if to else ()
    return (*found, *parse_addresses(cc, charsets)) if cc else found


def _subject(fields: Mapping[bytes, bytes], charsets: tuple[str, ...]) -> str:
    value = fields.get(b"subject", b"")
    return header_text(value, charsets) if value else ""


def _first_id(value: bytes) -> str:
    return next(iter(_ids(value)), "")


def _thread(fields: Mapping[bytes, bytes]) -> tuple[str, ...]:
    """References and then In-Reply-To, each id once, the nearest ones if too many."""
    references = fields.get(b"references", b"")
    answered = fields.get(b"in-reply-to", b"")
    if not references and not answered:
        return ()
    found = dict.fromkeys((*_ids(references), *_ids(answered)))
    return tuple(found)[-THREAD_IDS:]


def _ids(value: bytes) -> list[str]:
    found = _MESSAGE_ID.findall(value) or _BARE_MESSAGE_ID.findall(value)
    return ["".join(octets.decode("utf-8", "replace").split()) for octets in found]
