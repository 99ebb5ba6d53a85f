"""A whole message, read for the reading pane.

The way through the room: `header_block` and `parts` split octets into a tree, `body`
chooses what is text and what is attached, `texts` decodes the text, `html_clean` makes
HTML safe, `attachments` names the files. Here it is put together.
"""

from dataclasses import dataclass

from hudhud.domain.messages import Summary
from hudhud.mime.attachments import Attachment, attachments_of, octets_at
from hudhud.mime.authentication import Authentication, authentications
from hudhud.mime.body import Body, TextBlock, read_body
from hudhud.mime.charsets import decode_text
from hudhud.mime.embedded import fields_shown
from hudhud.mime.encoded_words import header_text
from hudhud.mime.html_letter import read_html
from hudhud.mime.html_remote import RemoteTable
from hudhud.mime.invitations import Invitation, invitations_of
from hudhud.mime.letter_notes import letter_notes
from hudhud.mime.limits import Note
from hudhud.mime.parts import Part
from hudhud.mime.protection import protected_subject
from hudhud.mime.reports import Report, report_of
from hudhud.mime.summary import summarize_body, summarize_header
from hudhud.mime.texts import TextReader
from hudhud.mime.visible import paragraphs

AUTHENTICATION = "authentication-results"
UNREAD_OCTETS = 262_144


@dataclass(frozen=True, slots=True)
class Letter:
    """A message ready to be read.

    `headers` are all fields in their order, decoded. `text` is the best plain text,
    made from the HTML, the invitation or the report where there is no other. `html` is
    a safe fragment whose only pictures are `cid:` and `data:`, or None for a letter in
    plain text. `notes` are codes of `limits.Note`.

    `blocked_images` counts remote pictures that were left out, `tracking_pixels` those
    of them that nobody could have seen. `remote_images` are the addresses behind the
    `ext:` numbers of an `html` that was asked for with them. `protected_subject` is the
    subject under a signature, where another one stands outside; not verified.
    """

    summary: Summary
    headers: tuple[tuple[str, str], ...]
    text: str
    html: str | None
    attachments: tuple[Attachment, ...]
    notes: tuple[str, ...]
    blocked_images: int
    tracking_pixels: int = 0
    remote_images: tuple[str, ...] = ()
    invitations: tuple[Invitation, ...] = ()
    report: Report | None = None
    authentication: tuple[Authentication, ...] = ()
    protected_subject: str = ""


def read_letter(octets: bytes, *, remote_images: bool = False) -> Letter:
    """Never raises, whatever the octets are; limits that were hit are in the notes.

    `remote_images`, once the person has agreed: remote pictures stay in `html`, by
    their numbers in `Letter.remote_images`.
    """
    body = read_body(octets)
    reader = TextReader(body.charsets)
    table = RemoteTable() if remote_images else None
    invitations, report = invitations_of(body.root), report_of(body.root)
    protected = protected_subject(body.root)
    instead = _text_instead(invitations, report)
    text = _text(body, reader, instead)
    html = read_html(body, table, instead)
    notes = body.notes | reader.notes | html.notes | letter_notes(body)
    return Letter(
        summary=summarize_body(body),
        headers=_headers(body),
        text=text,
        html=html.html,
        attachments=attachments_of(body),
        notes=tuple(sorted(notes)),
        blocked_images=html.blocked_images,
        tracking_pixels=html.tracking_pixels,
        remote_images=table.addresses if table else (),
        invitations=invitations,
        report=report,
        authentication=authentications(body.root.header.every(AUTHENTICATION)),
        protected_subject=protected,
    )


def unread_letter(octets: bytes) -> Letter:
    """What can be said of a message without reading it: its source, and a note."""
    shown = octets[:UNREAD_OCTETS]
    return Letter(
        summary=summarize_header(octets),
        headers=(),
        text=paragraphs(decode_text(shown)),
        html=None,
        attachments=(),
        notes=(Note.PARSE_STOPPED,),
        blocked_images=0,
    )


def attachment_octets(octets: bytes, index: int) -> bytes:
    """The decoded octets of `Letter.attachments[index]`; empty for any other index."""
    return octets_at(read_body(octets), index)


def _headers(body: Body) -> tuple[tuple[str, str], ...]:
    return tuple(
        (field.name, header_text(field.value, body.charsets))
        for field in body.root.header.fields
    )


def _text(body: Body, reader: TextReader, instead: str) -> str:
    """The letter's own texts, or what stands for them, and then those it forwards."""
    blocks = body.shown()
    own = [reader.block(block) for block in blocks if block.message is None]
    others = [
        _block_text(block, block.message, body, reader)
        for block in blocks
        if block.message is not None
    ]
    if not any(own):
        own = [instead]
    return "\n\n".join(text for text in (*own, *others) if text)


def _text_instead(invitations: tuple[Invitation, ...], report: Report | None) -> str:
    if invitations:
        return "\n\n".join(one.text() for one in invitations)
    return report.text() if report else ""


def _block_text(block: TextBlock, message: Part, body: Body, reader: TextReader) -> str:
    lines = (f"{name}: {value}" for name, value in fields_shown(message, body.charsets))
    return "\n".join((*lines, "", reader.block(block))).strip()
