"""A summary as columns of a row."""

from hudhud.archive.moments import micros
from hudhud.archive.sort_keys import sender_key, subject_key
from hudhud.domain.messages import Summary

Columns = tuple[int, int, str, str, str, str, str, str, str, str, str]


def columns(summary: Summary, first_seen: int) -> Columns:
    """date, attachments, sender_name, sender_address, subject, sender_key, subject_key,
    recipients, message_id, thread, preview.

    `first_seen` stands in for a date that is missing. Recipients and thread have one
    entry a line.
    """
    sender = summary.sender
    name = storable(sender.name) if sender else ""
    address = storable(sender.address) if sender else ""
    subject = storable(summary.subject)
    return (
        first_seen if summary.sent_at is None else micros(summary.sent_at),
        summary.attachments,
        name,
        address,
        subject,
        sender_key(name, address),
        subject_key(subject),
        storable("\n".join(map(str, summary.recipients))),
        storable(summary.message_id),
        storable("\n".join(summary.thread)),
        storable(summary.preview),
    )


def storable(text: str) -> str:
    """SQLite takes UTF-8 only: a lone surrogate becomes a question mark."""
    if text.isascii():
        return text
    return text.encode("utf-8", "replace").decode("utf-8")
