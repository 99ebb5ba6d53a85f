"""A whole message, read for the reading pane.

The way through the room: `header_block` and `parts` split octets into a tree, `body`
chooses what is text and what is attached, `texts` decodes the text, `html_clean` makes
HTML safe, `attachments` names the files. Here it is put together.
"""

from dataclasses import dataclass
from html import escape

from hudhud.domain.messages import Summary
from hudhud.mime.attachments import Attachment, attachments_of, octets_at
from hudhud.mime.body import Body, TextBlock, read_body
from hudhud.mime.encoded_words import header_text
from hudhud.mime.html_clean import clean_html
from hudhud.mime.html_direction import direction_of
from hudhud.mime.html_remote import RemoteTable
from hudhud.mime.limits import Note
from hudhud.mime.parts import Part
from hudhud.mime.summary import summarize_body
from hudhud.mime.texts import TextReader
from hudhud.mime.visible import one_line

_SHOWN_OF_EMBEDDED = ("From", "To", "Cc", "Date", "Subject")


@dataclass(frozen=True, slots=True)
class Letter:
    """A message ready to be read.

    `headers` are all fields in their order, decoded. `text` is the best plain text,
    made from the HTML where there is no other. `html` is a safe fragment whose only
    pictures are `cid:` and `data:`, or None for a letter in plain text. `notes` are
    codes of `limits.Note`; `blocked_images` counts remote pictures that were left out,
    `tracking_pixels` those of them that nobody could have seen. `remote_images` are the
    addresses behind the `ext:` numbers of an `html` that was asked for with them.
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


@dataclass(frozen=True, slots=True)
class _Shown:
    html: str | None
    blocked_images: int = 0
    tracking_pixels: int = 0


def read_letter(octets: bytes, *, remote_images: bool = False) -> Letter:
    """Never raises, whatever the octets are; limits that were hit are in the notes.

    `remote_images`, once the person has agreed: remote pictures stay in `html`, by
    their numbers in `Letter.remote_images`.
    """
    body = read_body(octets)
    reader = TextReader(body.charsets)
    summary = summarize_body(body)
    text = _text(body, reader)
    notes = set(body.notes) | _sender_notes(summary, body)
    table = RemoteTable() if remote_images else None
    shown = _html(body, notes, table)
    return Letter(
        summary=summary,
        headers=_headers(body),
        text=text,
        html=shown.html,
        attachments=attachments_of(body),
        notes=tuple(sorted(notes | reader.notes)),
        blocked_images=shown.blocked_images,
        tracking_pixels=shown.tracking_pixels,
        remote_images=table.addresses if table else (),
    )


def attachment_octets(octets: bytes, index: int) -> bytes:
    """The decoded octets of `Letter.attachments[index]`; empty for any other index."""
    return octets_at(read_body(octets), index)


def _headers(body: Body) -> tuple[tuple[str, str], ...]:
    return tuple(
        (field.name, header_text(field.value, body.charsets))
        for field in body.root.header.fields
    )


def _sender_notes(summary: Summary, body: Body) -> set[Note]:
    """What makes a sender look like another: Mailsploit and its kin."""
    notes: set[Note] = set()
    if len(body.root.header.every("from")) > 1:
        notes.add(Note.SEVERAL_SENDERS)
    sender = summary.sender
    if sender is not None and "@" in sender.name:
        notes.add(Note.SENDER_NAME_IS_ADDRESS)
    return notes


def _text(body: Body, reader: TextReader) -> str:
    texts = (_block_text(block, body, reader) for block in body.shown())
    return "\n\n".join(text for text in texts if text)


def _block_text(block: TextBlock, body: Body, reader: TextReader) -> str:
    text = reader.block(block)
    if block.message is None:
        return text
    lines = (f"{name}: {value}" for name, value in _shown_of(block.message, body))
    return "\n".join((*lines, "", text)).strip()


def _shown_of(message: Part, body: Body) -> list[tuple[str, str]]:
    found = ((name, message.header.first(name.lower())) for name in _SHOWN_OF_EMBEDDED)
    return [(name, header_text(value, body.charsets)) for name, value in found if value]


def _html(body: Body, notes: set[Note], table: RemoteTable | None) -> _Shown:
    """The texts of a letter that has HTML, each cleaned by itself and then joined.

    Never the other way round: an attribute left open in one part must not swallow the
    next (https://efail.de).
    """
    blocks = body.shown()
    if not any(block.html for block in blocks):
        return _Shown(None)
    reader = TextReader(body.charsets)
    pieces: list[str] = []
    blocked = trackers = 0
    for block in blocks:
        if block.message is not None:
            pieces.append(_html_heading(_shown_of(block.message, body)))
        for part in block.html or block.plain:
            shown = _html_of(part, reader, notes, table)
            if shown.html is None:
                return _Shown(None)
            pieces.append(shown.html)
            blocked += shown.blocked_images
            trackers += shown.tracking_pixels
    notes |= reader.notes
    return _Shown("<hr>".join(piece for piece in pieces if piece), blocked, trackers)


def _html_of(
    part: Part, reader: TextReader, notes: set[Note], table: RemoteTable | None
) -> _Shown:
    if part.content.word != "text/html":
        return _Shown(_html_lines(reader.plain(part)))
    cleaned = clean_html(reader.html(part), table)
    notes |= cleaned.notes
    return _Shown(cleaned.html, cleaned.blocked_images, cleaned.tracking_pixels)


def _html_lines(text: str) -> str:
    """Plain text as HTML, each line in its own direction."""
    return "".join(
        f'<div dir="{direction_of(line.lstrip("> ")) or "auto"}">'
        f"{escape(line) or '<br>'}</div>"
        for line in text.split("\n")
    )


def _html_heading(fields: list[tuple[str, str]]) -> str:
    lines = (f"<b>{name}:</b> {escape(one_line(value))}" for name, value in fields)
    return f'<p dir="auto">{"<br>".join(lines)}</p>'
