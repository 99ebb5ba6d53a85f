"""The text of parts: transfer encoding, charset, flowed lines, files in it undone."""

import re

from hudhud.mime.body import TextBlock
from hudhud.mime.charsets import decode_text
from hudhud.mime.files_in_text import FileInText, take_files
from hudhud.mime.flowed import unflow
from hudhud.mime.html_text import html_to_text
from hudhud.mime.limits import HTML_CHARACTERS, INLINE_TEXT_OCTETS, Note
from hudhud.mime.parts import Part
from hudhud.mime.transfer import (
    EXPANSION,
    Transfer,
    decode_transfer,
    looks_like_base64,
)
from hudhud.mime.visible import paragraphs

_META_CHARSET = re.compile(
    rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE
)
_ENRICHED_COMMAND = re.compile(r"<(?!<)/?[\w-]{1,60}>|(?<=<)<")
_SAYS_SOMETHING = re.compile(r"\w")


class TextReader:
    """Reads the texts of one message, in all no more than the limit.

    `octets_left` may be set lower by those who need only a beginning. What had to be
    left out is in `notes`.
    """

    def __init__(self, charsets: tuple[str, ...], octets_left: int = 0) -> None:
        self._charsets = charsets
        self._octets_left = octets_left or INLINE_TEXT_OCTETS
        self.notes: set[Note] = set()

    def plain(self, part: Part) -> str:
        """The text of a plain part, without the files that stand in it."""
        octets, _files = take_files(self._decoded(part))
        text = paragraphs(self._text(part, octets))
        if part.content.word in ("text/enriched", "text/richtext"):
            text = _ENRICHED_COMMAND.sub("", text)
        if part.content.token("format").lower() == "flowed":
            delete_space = part.content.token("delsp").lower() == "yes"
            text = unflow(text, delete_space=delete_space)
        return text.rstrip().lstrip("\n")

    def html(self, part: Part) -> str:
        """The source of an HTML part."""
        octets = self._decoded(part)
        declared = part.content.token("charset")
        meta = _META_CHARSET.search(octets, 0, 4_096)
        inside = (meta[1].decode("ascii"),) if meta else ()
        if not declared and inside:
            return decode_text(octets, inside[0], self._charsets)
        return decode_text(octets, declared, (*inside, *self._charsets))

    def files(self, part: Part) -> tuple[FileInText, ...]:
        return take_files(self._decoded(part))[1]

    def block(self, block: TextBlock, *, without_quotes: bool = False) -> str:
        """The best plain text of a block: its plain form, or made from the HTML one.

        Some mailers send a plain form that is empty or says nothing.
        """
        plain = "\n\n".join(self.either(part) for part in block.plain).strip("\n")
        if block.html and not _SAYS_SOMETHING.search(plain):
            texts = (
                self.either(part, without_quotes=without_quotes) for part in block.html
            )
            return "\n\n".join(texts).strip("\n") or plain
        return plain

    def either(self, part: Part, *, without_quotes: bool = False) -> str:
        if part.content.word != "text/html":
            return self.plain(part)
        source = self.html(part)
        if len(source) > HTML_CHARACTERS:
            self.notes.add(Note.HTML_CUT)
        return html_to_text(source, without_quotes=without_quotes)

    def _text(self, part: Part, octets: bytes) -> str:
        return decode_text(octets, part.content.token("charset"), self._charsets)

    def _decoded(self, part: Part) -> bytes:
        transfer = part.transfer
        limit = int(self._octets_left * EXPANSION[transfer]) + 100
        encoded = part.source[part.start : min(part.end, part.start + limit)]
        if transfer is Transfer.BASE64 and not looks_like_base64(encoded):
            transfer = Transfer.IDENTITY
        octets = decode_transfer(encoded, transfer)
        if len(octets) > self._octets_left or part.end > part.start + limit:
            self.notes.add(Note.TEXT_CUT)
            octets = octets[: self._octets_left]
        self._octets_left -= len(octets)
        return octets
