"""What of a message is its text, and what is attached to it.

A text has up to two forms, plain and HTML (`multipart/alternative`); a letter may hold
several texts, among them those of the messages it forwards.
"""

from dataclasses import dataclass, replace

from hudhud.mime.limits import Note
from hudhud.mime.parts import Part, PartTree, read_parts
from hudhud.mime.protection import ENCRYPTED, KEYS, SIGNATURES
from hudhud.mime.reports import KINDS

CHARSETS = 8

_PLAIN_TYPES = frozenset(
    {"text/plain", "text/enriched", "text/richtext", "text/x-plain", "text/unknown"}
)
# For programs to read, and shown in other ways.
_UNCOUNTED = SIGNATURES | KEYS | ENCRYPTED | KINDS.keys()
_CALENDARS = frozenset({"text/calendar"})


@dataclass(frozen=True, slots=True)
class TextBlock:
    """One text in its forms, each of one part or a few in a row; one may be empty.

    `message` is the embedded message whose text this is; None for the letter's own.
    `is_attached`: it came as an attachment, so it is searched and not shown.
    `is_repeated`: another form of the letter's own text, where that says anything.
    """

    plain: tuple[Part, ...] = ()
    html: tuple[Part, ...] = ()
    message: Part | None = None
    is_attached: bool = False
    is_repeated: bool = False


@dataclass(frozen=True, slots=True)
class AttachedPart:
    """A part to be saved as a file; `is_inline` where the HTML text shows it.

    `is_sealed`: it is all there is of a letter that was encrypted.
    """

    part: Part
    is_inline: bool = False
    is_sealed: bool = False

    @property
    def counts(self) -> bool:
        """Whether a person would call it an attachment."""
        word = self.part.content.word
        if word in _CALENDARS and self.part.disposition.word != "attachment":
            return False
        return not (self.is_inline or self.is_sealed or word in _UNCOUNTED)


@dataclass(frozen=True, slots=True)
class Body:
    root: Part
    blocks: tuple[TextBlock, ...]
    attached: tuple[AttachedPart, ...]
    charsets: tuple[str, ...]
    notes: frozenset[Note]

    def shown(self) -> tuple[TextBlock, ...]:
        return tuple(block for block in self.blocks if not block.is_attached)


@dataclass(frozen=True, slots=True)
class _Found:
    blocks: tuple[TextBlock, ...] = ()
    attached: tuple[AttachedPart, ...] = ()


def read_body(octets: bytes) -> Body:
    tree = read_parts(octets)
    found = _look(tree.root)
    blocks = _without_repetition(found.blocks)
    has_html = any(block.html for block in blocks)
    attached = tuple(_settled(item, has_html) for item in found.attached)
    return Body(tree.root, blocks, attached, _charsets(tree), tree.notes)


def _without_repetition(blocks: tuple[TextBlock, ...]) -> tuple[TextBlock, ...]:
    """Outlook wraps a text that often stands beside the wrapping too, but plainer."""
    if not any(block.is_repeated for block in blocks):
        return blocks
    own = [block for block in blocks if not block.is_repeated and _has_octets(block)]
    repeated = [block for block in blocks if block.is_repeated]
    if not own:
        return tuple(repeated)
    if not any(block.html for block in own):
        own[0] = replace(own[0], html=repeated[0].html)
    return tuple(own)


def _has_octets(block: TextBlock) -> bool:
    return any(part.encoded().strip() for part in (*block.plain, *block.html))


def _charsets(tree: PartTree) -> tuple[str, ...]:
    """The charsets this message declares anywhere, each once, the first first."""
    found: dict[str, None] = {}
    waiting = [tree.root]
    while waiting and len(found) < CHARSETS:
        part = waiting.pop()
        if charset := part.content.token("charset").lower():
            found[charset] = None
        waiting += reversed(part.children)
    return tuple(found)


def _settled(item: AttachedPart, has_html: bool) -> AttachedPart:
    """A picture with a name of its own (RFC 2392, RFC 2557) is for the HTML to show."""
    part = item.part
    is_picture = part.content.word.startswith("image/")
    has_name = part.content_id or part.location
    can_be_shown = has_name and part.disposition.word != "attachment"
    is_inline = is_picture and has_html and bool(item.is_inline or can_be_shown)
    return replace(item, is_inline=is_inline)


def _look(part: Part) -> _Found:
    if part.is_embedded:
        return _look_embedded(part)
    if part.is_wrapped:
        return _look_wrapped(part)
    if not part.is_multipart or not part.children:
        return _look_leaf(part)
    return _look_multipart(part)


def _look_multipart(part: Part) -> _Found:
    match part.content.word:
        case "multipart/alternative":
            return _look_alternative(part)
        case "multipart/related":
            return _look_related(part)
        case "multipart/encrypted":
            return _in_a_row([_look_sealed(child) for child in part.children])
        case _:
            return _in_a_row([_look(child) for child in part.children])


def _look_sealed(part: Part) -> _Found:
    found = _look(part)
    if not part.content.word.startswith("application/"):
        return found
    return _Found(
        attached=tuple(replace(one, is_sealed=True) for one in found.attached)
    )


def _in_a_row(found: list[_Found]) -> _Found:
    return _Found(
        tuple(block for one in found for block in one.blocks),
        tuple(item for one in found for item in one.attached),
    )


def _look_leaf(part: Part) -> _Found:
    kind = part.content.word
    is_html = kind == "text/html"
    is_text = is_html or kind in _PLAIN_TYPES
    if not is_text or part.disposition.word == "attachment":
        return _Found(attached=(AttachedPart(part),))
    block = TextBlock(html=(part,)) if is_html else TextBlock(plain=(part,))
    if part.disposition.get("filename") and part.disposition.word != "inline":
        return _Found(attached=(AttachedPart(part),))
    return _Found(blocks=(block,))


def _look_alternative(part: Part) -> _Found:
    """The forms of one text: the plainest plain one and the last, richest HTML.

    What hangs on any of them (pictures, files, invitations) is kept.
    """
    found = [_look(child) for child in part.children]
    attached = tuple(item for one in found for item in one.attached)
    plain = next((one for one in found if _is_plain(one)), None)
    rich = next((one for one in reversed(found) if _has_html(one)), None)
    if plain is None and rich is None:
        return _in_a_row(found)
    block = TextBlock(plain=_form(plain, is_html=False), html=_form(rich, is_html=True))
    return _Found((block,), attached)


def _is_plain(found: _Found) -> bool:
    return bool(found.blocks) and not _has_html(found)


def _has_html(found: _Found) -> bool:
    return any(block.html for block in found.blocks)


def _form(found: _Found | None, *, is_html: bool) -> tuple[Part, ...]:
    if found is None:
        return ()
    forms = (
        (block.html or block.plain) if is_html else (block.plain or block.html)
        for block in found.blocks
    )
    return tuple(part for form in forms for part in form)


def _look_related(part: Part) -> _Found:
    """RFC 2387: one root, and what it shows. Some put the root anywhere."""
    start = part.content.get("start").strip(" <>")
    found = [_look(child) for child in part.children]
    named = [
        one
        for one, child in zip(found, part.children, strict=True)
        if start and child.content_id == start
    ]
    root = next((one for one in (*named, *found) if one.blocks), found[0])
    attached = tuple(
        AttachedPart(item.part, is_inline=item.part.disposition.word != "attachment")
        for one in found
        for item in one.attached
    )
    others = tuple(
        AttachedPart(piece)
        for one in found
        if one is not root
        for block in one.blocks
        for piece in (*block.plain, *block.html)
    )
    return _Found(root.blocks, (*attached, *others))


def _look_wrapped(part: Part) -> _Found:
    """A `winmail.dat`: forms of one text, and files."""
    texts = [child for child in part.children if not child.disposition.word]
    plain = tuple(text for text in texts if text.content.word != "text/html")
    html = tuple(text for text in texts if text.content.word == "text/html")
    files = (child for child in part.children if child.disposition.word)
    block = TextBlock(plain=plain, html=html, is_repeated=True)
    return _Found(
        (block,) if texts else (), tuple(AttachedPart(file) for file in files)
    )


def _look_embedded(part: Part) -> _Found:
    """A forwarded message: a file to save, and a text to read below the letter's."""
    message = part.children[0]
    inner = _look(message)
    is_attached = part.disposition.word == "attachment"
    blocks = tuple(
        TextBlock(
            block.plain,
            block.html,
            block.message or message,
            is_attached or block.is_attached,
        )
        for block in inner.blocks
    )
    own = (AttachedPart(part),)
    return _Found(blocks, own if is_attached else (*own, *inner.attached))
