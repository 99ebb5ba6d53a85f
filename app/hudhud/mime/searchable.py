"""The text of a message for the index: all it says, nothing it attaches."""

from dataclasses import dataclass

from hudhud.domain.messages import Correspondent, Summary
from hudhud.mime.attachments import attachment_names
from hudhud.mime.body import Body, TextBlock, read_body
from hudhud.mime.encoded_words import header_text
from hudhud.mime.invitations import invitations_of
from hudhud.mime.summary import summarize_body
from hudhud.mime.texts import TextReader


@dataclass(frozen=True, slots=True)
class Searchable:
    """`files` holds the attachments' names, one a line; `body` every text there is."""

    summary: Summary
    sender: str
    recipients: str
    subject: str
    body: str
    files: str


def searchable(octets: bytes) -> Searchable:
    body = read_body(octets)
    summary = summarize_body(body)
    sender = str(summary.sender) if summary.sender else ""
    return Searchable(
        summary=summary,
        sender=sender,
        recipients=_joined(summary.recipients),
        subject=summary.subject,
        body=_text(body),
        files="\n".join(attachment_names(body)),
    )


def _joined(correspondents: tuple[Correspondent, ...]) -> str:
    return "\n".join(str(who) for who in correspondents)


def _text(body: Body) -> str:
    reader = TextReader(body.charsets)
    texts = (
        f"{_title(block, body)}{reader.block(block)}".strip() for block in body.blocks
    )
    events = (event.text() for event in invitations_of(body.root))
    return "\n\n".join(text for text in (*texts, *events) if text)


def _title(block: TextBlock, body: Body) -> str:
    """The subject of a forwarded message stands before its text."""
    if block.message is None:
        return ""
    subject = block.message.header.first("subject")
    return f"{header_text(subject, body.charsets)}\n"
