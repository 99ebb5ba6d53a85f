"""Text from a stranger made safe to show on one line."""

# Line breaks become blanks; other controls, NUL and whatever turns the direction of
# the text around it vanish. Marks that only sit between letters (LRM, ZWNJ) stay:
# Arabic and Persian need them.
_BLANKS = "\t\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
_VANISH = (
    *(chr(code) for code in range(0x20)),
    *(chr(code) for code in range(0x7F, 0xA0)),
    *"\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
    *"\ufeff\ufff9\ufffa\ufffb",
)
_ONE_LINE = {ord(c): " " if c in _BLANKS else None for c in (*_VANISH, *_BLANKS)}
_PARAGRAPHS = {code: to for code, to in _ONE_LINE.items() if chr(code) not in "\t\n"}


def one_line(text: str) -> str:
    """No line break, control or bidi override; runs of blanks are one blank."""
    if not (text.isascii() and text.isprintable()):
        text = text.translate(_ONE_LINE)
    return " ".join(text.split())


def paragraphs(text: str) -> str:
    r"""The same for a text of many lines, which end in a bare `\n` afterwards."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if text.isascii() and text.replace("\n", "").isprintable():
        return text
    return text.translate(_PARAGRAPHS)
