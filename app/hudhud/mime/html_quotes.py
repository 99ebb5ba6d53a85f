"""What of an HTML letter repeats another one: marked for folding, or left out."""

from selectolax.lexbor import LexborNode

from hudhud.mime.html_tree import chosen, drop, outermost

# On the outermost element of a quotation; a viewer may fold what has it.
QUOTE_CLASS = "hudhud-quote"

_REPEATED = (
    "blockquote, .gmail_quote, .yahoo_quoted, .moz-cite-prefix, #divRplyFwdMsg, "
    "#appendonsend, .protonmail_quote"
)
# A bare blockquote may be there for its margin alone.
_QUOTED = "blockquote[type=cite], .gmail_quote, .yahoo_quoted, .protonmail_quote"
_UNSEEN = frozenset({"script", "style", "head", "template", "title", "noscript"})


def drop_quotes(body: LexborNode) -> None:
    """Leave out what the letter repeats, unless nothing else is there."""
    quotes = chosen(body, _REPEATED)
    if quotes and _has_words_outside(body, quotes):
        drop(quotes)


def mark_quotes(body: LexborNode) -> None:
    quotes = chosen(body, _QUOTED)
    if not quotes or not _has_words_outside(body, quotes):
        return
    for node in outermost(quotes):
        classes = node.attributes.get("class") or ""
        node.attrs["class"] = f"{classes} {QUOTE_CLASS}".strip()


def _has_words_outside(body: LexborNode, quotes: list[LexborNode]) -> bool:
    """Whether a reply says anything of its own."""
    quoted = {node.mem_id for node in quotes}
    waiting = [body]
    while waiting:
        node = waiting.pop()
        if node.mem_id in quoted or node.tag in _UNSEEN:
            continue
        if node.tag == "-text" and len(node.text(deep=False).strip()) > 1:
            return True
        waiting += node.iter(include_text=True)
    return False
