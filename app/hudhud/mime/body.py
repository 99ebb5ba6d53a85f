"""What of a message is its text, and what is attached to it.

A text has up to two forms, plain and HTML (`multipart/alternative`); a letter may hold
several texts, among them those of the messages it forwards.
"""

from dataclasses import dataclass

from hudhud.mime.limits import Note
from hudhud.mime.parts import Part, PartTree, read_parts

CHARSETS = 8

_PLAIN_TYPES = frozenset(
    {"text/plain", "text/enriched", "text/richtext", "text/x-plain", "text/unknown"}
)
_SIGNATURES = frozenset(
    {"application/pgp-signature", "application/pkcs7-signature"}
    | {"application/x-pkcs7-signature", "application/pgp-keys"}
)


@dataclass(frozen=True, slots=True)
class TextBlock:
    """One text in its forms, each of one part or a few in a row; one may be empty.

    `message` is the embedded message whose text this is; None for the letter's own.
    `is_attached`: it came as an attachment, so it is searched and not shown.
    """

    plain: tuple[Part, ...] = ()
    html: tuple[Part, ...] = ()
    message: Part | None = None
    is_attached: bool = False


@dataclass(frozen=True, slots=True)
class AttachedPart:
    """A part to be saved as a file; `is_inline` where the HTML text shows it."""

    part: Part
    is_inline: bool = False

    @property
    def counts(self) -> bool:
        """Whether a person would call it an attachment."""
        return not self.is_inline and self.part.content.word not in _SIGNATURES


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
    has_html = any(block.html for block in found.blocks)
    attached = tuple(_settled(item, has_html) for item in found.attached)
    return Body(tree.root, found.blocks, attached, _charsets(tree), tree.notes)


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
    """A picture with a name of its own (RFC 2392) is there for the HTML to show."""
    part = item.part
    is_picture = part.content.word.startswith("image/")
    can_be_shown = part.content_id and part.disposition.word != "attachment"
    return AttachedPart(
        part, is_picture and has_html and bool(item.is_inline or can_be_shown)
    )


def _look(part: Part) -> _Found:
    if part.is_embedded:
        return _look_embedded(part)
    if not part.is_multipart or not part.children:
        return _look_leaf(part)
    match part.content.word:
        case "multipart/alternative":
            return _look_alternative(part)
        case "multipart/related":
            return _look_related(part)
        case _:
            return _in_a_row([_look(child) for child in part.children])


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
