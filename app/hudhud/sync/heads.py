"""First lines of messages, gathered from the pieces they come in."""

from collections.abc import Iterable, Sequence

from hudhud.mime.identity import header_identity
from hudhud.sync.maildrop import Entry, Maildrop, Part, Refusal

# Some servers send the whole message for its first lines; the rest is let go.
LONGEST_HEAD = 512 * 1024


def read_heads(
    maildrop: Maildrop, entries: Sequence[Entry], lines: int
) -> dict[int, bytes]:
    """Header block and `lines` of the body by place; refused ones are missing."""
    return _gathered(maildrop.peek(entries, lines)) if entries else {}


def read_identities(maildrop: Maildrop, entries: Sequence[Entry]) -> dict[int, bytes]:
    """Header identities by place; by retrieving where first lines are not to be had."""
    heads = read_heads(maildrop, entries, 0)
    rest = [entry for entry in entries if entry.place not in heads]
    if rest:
        heads |= _gathered(maildrop.retrieve(rest))
    return {place: header_identity(head) for place, head in heads.items()}


def _gathered(items: Iterable[Part | Refusal]) -> dict[int, bytes]:
    heads: dict[int, bytes] = {}
    partial = bytearray()
    for item in items:
        if isinstance(item, Refusal):
            continue
        if len(partial) < LONGEST_HEAD:
            partial += item.octets
        if item.last:
            heads[item.place] = bytes(partial[:LONGEST_HEAD])
            partial.clear()
    return heads
