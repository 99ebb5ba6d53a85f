"""From a source and a moment to the octets of a letter."""

from collections.abc import Callable
from datetime import datetime
from email.utils import format_datetime, parseaddr

from hudhud.demo.attachments import attachment
from hudhud.demo.dates import fill
from hudhud.demo.parts import (
    Part,
    address_field,
    field,
    file_part,
    multipart,
    text_part,
    with_crlf,
)
from hudhud.demo.sources import Form, Source

RECEIVER = "mx1.hoopoe.example"


def compose(source: Source, sent_at: datetime, thread: tuple[Source, ...]) -> bytes:
    """`thread` are the letters it answers, oldest first."""
    return WRITERS[source.form](source, sent_at, thread)


def message_id(source: Source) -> str:
    domain = parseaddr(source.sender)[1].partition("@")[2]
    return f"<{source.name}.8231@{domain}>"


def written_mime(
    source: Source, sent_at: datetime, thread: tuple[Source, ...]
) -> bytes:
    body = whole_body(source, sent_at)
    return b"".join(
        (
            trace_fields(source, sent_at),
            address_field("From", [source.sender]),
            address_field("To", [source.to]),
            address_field("Cc", source.cc) if source.cc else b"",
            field("Subject", fill(source.subject, sent_at)),
            common_fields(source, sent_at, thread),
            b"MIME-Version: 1.0\r\n",
            body.head,
            b"\r\n",
            body.body,
        )
    )


def written_raw_header(
    source: Source, sent_at: datetime, thread: tuple[Source, ...]
) -> bytes:
    """8-bit octets in header fields: not allowed before RFC 6532, and common."""
    body = whole_body(source, sent_at)
    named = names_and_subject(source, sent_at).encode(source.charset)
    return b"".join(
        (
            trace_fields(source, sent_at),
            named,
            common_fields(source, sent_at, thread),
            b"MIME-Version: 1.0\r\n",
            body.head,
            b"\r\n",
            body.body,
        )
    )


def written_undeclared(
    source: Source, sent_at: datetime, thread: tuple[Source, ...]
) -> bytes:
    """No MIME at all: what the octets mean is for the reader to find out."""
    text = fill(source.text or "", sent_at)
    named = names_and_subject(source, sent_at).encode(source.charset)
    return b"".join(
        (
            trace_fields(source, sent_at),
            named,
            common_fields(source, sent_at, thread),
            b"\r\n",
            with_crlf(text.encode(source.charset)),
        )
    )


def names_and_subject(source: Source, sent_at: datetime) -> str:
    return (
        f"From: {source.sender}\r\nTo: {source.to}\r\n"
        f"Subject: {fill(source.subject, sent_at)}\r\n"
    )


def trace_fields(source: Source, sent_at: datetime) -> bytes:
    address = parseaddr(source.sender)[1]
    domain = address.partition("@")[2]
    received = (
        f"Return-Path: <{address}>\r\n"
        f"Received: from mail.{domain} by {RECEIVER} with ESMTPS;\r\n"
        f"\t{format_datetime(sent_at)}\r\n"
    )
    return received.encode("ascii")


def common_fields(
    source: Source, sent_at: datetime, thread: tuple[Source, ...]
) -> bytes:
    fields = field("Date", format_datetime(sent_at))
    fields += field("Message-ID", message_id(source))
    if thread:
        fields += field("In-Reply-To", message_id(thread[-1]))
        fields += field("References", " ".join(message_id(one) for one in thread))
    return fields + b"".join(
        field(name, value) for name, value in source.headers.items()
    )


def whole_body(source: Source, sent_at: datetime) -> Part:
    """mixed(alternative(text, related(html, inline), invitation), attachments)."""
    files = [file(name, sent_at, inline=False) for name in source.attach]
    readable = multipart("alternative", alternatives(source, sent_at), source.name)
    return multipart("mixed", [readable, *files], source.name)


def alternatives(source: Source, sent_at: datetime) -> list[Part]:
    parts = []
    if source.text is not None:
        parts.append(plain_text(source, fill(source.text, sent_at)))
    if source.html is not None:
        html = fill(source.html, sent_at)
        shown = text_part(html, "text/html", source.charset, source.encoding)
        images = [file(name, sent_at, inline=True) for name in source.inline]
        parts.append(multipart("related", [shown, *images], source.name))
    if source.invitation is not None:
        invitation = fill(source.invitation, sent_at)
        kind = "text/calendar; method=REQUEST"
        parts.append(text_part(invitation, kind, source.charset, source.encoding))
    return parts


def plain_text(source: Source, text: str) -> Part:
    kind = "text/plain"
    if source.flowed:
        kind, text = "text/plain; format=flowed", flowed(text)
    return text_part(text, kind, source.charset, source.encoding)


def flowed(text: str) -> str:
    """End each line that goes on in the next with a blank (RFC 3676 section 4.2)."""
    lines = text.split("\n")
    pairs = zip(lines, [*lines[1:], ""], strict=True)
    return "\n".join(f"{line} " if line and after else line for line, after in pairs)


def file(name: str, sent_at: datetime, inline: bool) -> Part:
    made = attachment(name, sent_at)
    return file_part(name, made.content_type, made.octets, inline)


WRITERS: dict[Form, Callable[[Source, datetime, tuple[Source, ...]], bytes]] = {
    Form.MIME: written_mime,
    Form.RAW_HEADER: written_raw_header,
    Form.UNDECLARED: written_undeclared,
}
