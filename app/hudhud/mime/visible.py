"""Text from a stranger made safe to show."""

import re

# Line breaks become blanks; other controls, NUL and whatever turns the direction of
# the text around it vanish. Marks that only sit between letters (LRM, ZWNJ) stay:
# Arabic and Persian need them.
_BREAKS = "\t\n\r\v\f\x1c-\x1e\x85\u2028\u2029"
_TURNING = "\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb"
_BREAK = re.compile(f"[{_BREAKS}]")
_VANISH = re.compile(f"[\x00-\x1f\x7f-\x9f{_TURNING}]")
_BREAK_IN_LINE = re.compile("[\v\f\x1c-\x1e\x85\u2028\u2029]")
_VANISH_IN_LINE = re.compile(f"[\x00-\x08\x0e-\x1f\x7f-\x9f{_TURNING}]")


def one_line(text: str) -> str:
    """No line break, control or bidi override; runs of blanks are one blank."""
    if not (text.isascii() and text.isprintable()):
        text = _VANISH.sub("", _BREAK.sub(" ", text))
    return " ".join(text.split())


def paragraphs(text: str) -> str:
    r"""The same for a text of many lines, which end in a bare `\n` afterwards."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if text.isascii() and text.replace("\n", "").replace("\t", "").isprintable():
        return text
    return _VANISH_IN_LINE.sub("", _BREAK_IN_LINE.sub(" ", text))
