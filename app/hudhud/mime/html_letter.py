"""The texts of a letter as one safe HTML text."""

from dataclasses import dataclass
from html import escape

from hudhud.mime.attachments import pictures_by_location
from hudhud.mime.body import Body
from hudhud.mime.embedded import fields_shown
from hudhud.mime.html_clean import clean_html
from hudhud.mime.html_direction import direction_of
from hudhud.mime.html_inside import inside_pictures
from hudhud.mime.html_remote import RemoteTable
from hudhud.mime.limits import Note
from hudhud.mime.parts import Part
from hudhud.mime.texts import TextReader
from hudhud.mime.visible import one_line


@dataclass(frozen=True, slots=True)
class HtmlLetter:
    """`html` is None for a letter without HTML, or with some too tangled to show."""

    html: str | None
    blocked_images: int = 0
    tracking_pixels: int = 0
    notes: frozenset[Note] = frozenset()


def read_html(body: Body, table: RemoteTable | None, instead: str = "") -> HtmlLetter:
    """The texts of a letter that has HTML, each cleaned by itself and then joined.

    Never the other way round: an attribute left open in one part must not swallow the
    next (https://efail.de). `instead` are words for a letter that only forwards.
    """
    blocks = body.shown()
    if not any(block.html for block in blocks):
        return HtmlLetter(None)
    reader = _HtmlReader(body, table)
    has_own = any(block.message is None for block in blocks)
    pieces = [] if has_own or not instead else [_lines(instead)]
    for block in blocks:
        if block.message is not None:
            pieces.append(_heading(fields_shown(block.message, body.charsets)))
        for part in block.html or block.plain:
            html = reader.read(part)
            if html is None:
                return HtmlLetter(None, notes=frozenset(reader.notes))
            pieces.append(html)
    return HtmlLetter(
        "<hr>".join(piece for piece in pieces if piece),
        reader.blocked_images,
        reader.tracking_pixels,
        frozenset(reader.notes | reader.texts.notes),
    )


class _HtmlReader:
    """Reads part after part, and counts over all of them."""

    def __init__(self, body: Body, table: RemoteTable | None) -> None:
        self.texts = TextReader(body.charsets)
        self.notes: set[Note] = set()
        self.blocked_images = 0
        self.tracking_pixels = 0
        self._table = table
        self._locations = pictures_by_location(body)

    def read(self, part: Part) -> str | None:
        if part.content.word != "text/html":
            return _lines(self.texts.plain(part))
        inside = inside_pictures(part.location, self._locations)
        cleaned = clean_html(self.texts.html(part), self._table, inside)
        self.notes |= cleaned.notes
        self.blocked_images += cleaned.blocked_images
        self.tracking_pixels += cleaned.tracking_pixels
        return cleaned.html


def _lines(text: str) -> str:
    """Plain text as HTML, each line in its own direction."""
    return "".join(
        f'<div dir="{direction_of(line.lstrip("> ")) or "auto"}">'
        f"{escape(line) or '<br>'}</div>"
        for line in text.split("\n")
    )


def _heading(fields: list[tuple[str, str]]) -> str:
    lines = (f"<b>{name}:</b> {escape(one_line(value))}" for name, value in fields)
    return f'<p dir="auto">{"<br>".join(lines)}</p>'
