"""Address lists of headers, split as their writers meant them.

RFC 5322 section 3.4 with what mail really holds: commas and brackets in names that
nobody quoted, groups, comments, encoded names, addresses without brackets. The address
itself is kept as it stands, never decoded: it is what the reader must be able to trust.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from hudhud.domain.messages import Correspondent
from hudhud.mime.charsets import decode_text
from hudhud.mime.encoded_words import decode_words, unfold
from hudhud.mime.limits import HEADER_VALUE_OCTETS
from hudhud.mime.visible import one_line

ADDRESSES = 5_000

# One plain mailbox and the comma after it; nothing encoded, nothing escaped.
_PLAIN = re.compile(
    r" *(?:(?:\"([^\"\\]*)\" *|([^\"\\<>()@,;:]*))"
    r"<([^<>\s\",;:()\\@]+@[^<>\s\",;:()\\@]+)>"
    r"|([^<>\s\",;:()\\@]+@[^<>\s\",;:()\\@]+)) *(?:,|\Z)"
)
_TOKEN = re.compile(
    r"(?P<word>=\?[\w.:()+*-]{1,80}\?[bBqQ]\?[^?\"<>]*\?=)"
    r"|\"(?P<quoted>(?:[^\"\\]|\\.){0,1000}+)\""
    r"|<(?P<angle>[^<>]*)(?:>|\Z)"
    r"|(?P<special>[,;:(])"
    r"|(?P<blank>\s+)"
    r"|(?P<text>[^\s,;:(<\"=]+|.)",
    re.DOTALL,
)
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_WORD = re.compile(r"\"[^\"]*\"@\S+|\S+")
# RFC 5322 section 4.4 lets blanks stand around the `@` and the dots of the host.
_LOOSE_HOST = re.compile(r"\s*@\s*([\w-]+(?:(?:\.|\s+\.\s*)[\w-]+)*)")
_LOCAL = re.compile(r"[\w.+-]+", re.ASCII)
_COMMENT = re.compile(r"\([^()]*\)")
_COMMENT_MARK = re.compile(r"\\.|[()]", re.DOTALL)
_ROUTE = re.compile(r"@[^:]*:")
_ENCODED_WHOLE = re.compile(r"^(.*?)\s*<([^<>\s]+@[^<>\s]+)>\s*$")


@dataclass(slots=True)
class _Mailbox:
    """What was read of one mailbox so far."""

    name: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    address: str = ""
    has_brackets: bool = False
    is_quoted: bool = False
    ends_list: bool = False

    def is_empty(self) -> bool:
        return not self.address and not "".join(self.name).strip()


def parse_addresses(
    value: bytes, charsets: tuple[str, ...] = ()
) -> tuple[Correspondent, ...]:
    """The correspondents of one field, in order; entries that say nothing left out."""
    value = value[:HEADER_VALUE_OCTETS]
    plain = _plain_addresses(value)
    return _lenient_addresses(value, charsets) if plain is None else plain


def _plain_addresses(value: bytes) -> tuple[Correspondent, ...] | None:
    """The ordinary case, fast; None when anything in the field is out of it."""
    if b"\n" in value:
        value = unfold(value)
    if not value.isascii():
        return None
    text = value.decode("ascii")
    if not text.isprintable():
        return None
    found: list[Correspondent] = []
    at, end = 0, len(text)
    while at < end:
        mailbox = _PLAIN.match(text, at)
        if mailbox is None:
            return None
        quoted, name, address, bare = mailbox.groups()
        if bare:
            found.append(Correspondent("", bare))
        else:
            shown = quoted or name or ""
            if "=?" in shown:
                shown = one_line(_decoded(shown))
            found.append(Correspondent(_tidy(shown, address), address))
        at = mailbox.end()
    return tuple(found)


def _tidy(name: str, address: str) -> str:
    """The name without quotes around it; none where it only repeats the address."""
    name = name.strip()
    while len(name) > 1 and name[0] == name[-1] and name[0] in "'\"":
        name = name[1:-1].strip()
    if "  " in name:
        name = " ".join(name.split())
    return "" if name.lower() == address.lower() else name


def _lenient_addresses(
    value: bytes, charsets: tuple[str, ...]
) -> tuple[Correspondent, ...]:
    text = decode_text(unfold(value), "", charsets)
    found: list[Correspondent] = []
    for mailbox in _mailboxes(text):
        found.append(_correspondent(mailbox))
        if len(found) >= ADDRESSES:
            break
    return tuple(who for who in found if who.name or who.address)


def _mailboxes(text: str) -> Iterator[_Mailbox]:
    """Cut at the commas, then join what commas in an unquoted name cut apart."""
    waiting: list[_Mailbox] = []
    for mailbox in _cut(text):
        if not (mailbox.address or mailbox.is_quoted or "@" in "".join(mailbox.name)):
            waiting.append(mailbox)
            if mailbox.ends_list:
                yield from waiting
                waiting = []
            continue
        if mailbox.has_brackets and not mailbox.is_quoted:
            for cut in reversed(waiting):
                mailbox.name[:0] = [*cut.name, ", "]
        else:
            yield from waiting
        waiting = []
        yield mailbox
    yield from waiting


def _cut(text: str) -> Iterator[_Mailbox]:
    mailbox, at = _Mailbox(), 0
    while at < len(text):
        token = _TOKEN.match(text, at)
        if token is None:
            break
        at = token.end()
        special = token["special"]
        if special == "(":
            comment, at = _comment(text, at)
            mailbox.comments.append(comment)
        elif special == ":":
            mailbox = _after_colon(mailbox)
        elif special is not None:
            if not mailbox.is_empty():
                mailbox.ends_list = special == ";"
                yield mailbox
            mailbox = _Mailbox()
        else:
            _take(mailbox, token)
    if not mailbox.is_empty():
        yield mailbox


def _after_colon(mailbox: _Mailbox) -> _Mailbox:
    """A colon ends a group's name, or `mailto`; in a bracketed name it is text."""
    if mailbox.address:
        mailbox.name.append(":")
        return mailbox
    return _Mailbox()


def _take(mailbox: _Mailbox, token: re.Match[str]) -> None:
    angle, quoted = token["angle"], token["quoted"]
    if angle is not None:
        _take_brackets(mailbox, angle)
    elif quoted is not None:
        plain = _ESCAPE.sub(r"\1", quoted)
        mailbox.is_quoted = True
        # A quoted local part: `"john doe"@host`.
        is_local = token.string[token.end() : token.end() + 1] == "@"
        mailbox.name.append(f'"{plain}"' if is_local else _decoded(plain))
    elif token["word"] is not None:
        mailbox.name.append(token["word"])
    else:
        mailbox.name.append(token[0])


def _take_brackets(mailbox: _Mailbox, angle: str) -> None:
    """The last brackets with an `@` hold the address; others belong to the name."""
    address = _ROUTE.sub("", angle) if angle.startswith("@") else angle
    if "(" in address:
        address = _COMMENT.sub("", address)
    address = "".join(address.split())
    if "@" in address or not mailbox.address:
        if mailbox.address:
            mailbox.name.append(f"<{mailbox.address}>")
        mailbox.address = address.removeprefix("mailto:")
        mailbox.has_brackets = True
    else:
        mailbox.name.append(f"<{angle}>")


def _comment(text: str, at: int) -> tuple[str, int]:
    """The comment that begins before `at`, and where it ends. Comments may nest."""
    depth = 1
    for mark in _COMMENT_MARK.finditer(text, at):
        depth += {"(": 1, ")": -1}.get(mark[0], 0)
        if depth == 0:
            return text[at : mark.start()], mark.end()
    return text[at:], len(text)


def _correspondent(mailbox: _Mailbox) -> Correspondent:
    written = "".join(mailbox.name).strip()
    address = mailbox.address
    if not address:
        written, address = _bare_address(written)
    name = one_line(_decoded(written))
    if name.count('"') == 1:
        name = name.replace('"', "")
    whole = None if address else _ENCODED_WHOLE.match(name)
    if whole is not None:
        name, address = whole.groups()
    name = _tidy(name, address)
    if not name and mailbox.comments:
        name = _tidy(one_line(_decoded(" ".join(mailbox.comments))), address)
    return Correspondent(name, one_line(address))


def _bare_address(written: str) -> tuple[str, str]:
    """Name and address where no brackets told them apart."""
    joined = _LOOSE_HOST.sub(lambda host: "@" + "".join(host[1].split()), written)
    words = _WORD.findall(joined)
    address = next((word for word in words if "@" in word.strip("@")), "")
    if not address:
        # A word alone is a mailbox of the server's own host.
        is_local = _LOCAL.fullmatch(written) is not None
        return ("", written) if is_local else (written, "")
    name = joined.replace(address, "", 1)
    return name.strip(), address


def _decoded(text: str) -> str:
    if "=?" not in text:
        return text
    return decode_words(text.encode("utf-8", "replace"))
