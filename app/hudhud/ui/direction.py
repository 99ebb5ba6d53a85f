"""Which way a text runs: each string of a message has its own direction.

A reply prefix or a list tag says nothing of the language behind it, so the first strong
letter after them decides; Qt alone would take "Re:" at face value.
"""

import re
import unicodedata

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

# "Re:", "Fwd:", "AW[2]:", «رد:», «إعادة توجيه:» and "[list]", any number of them.
PREFIXES = re.compile(
    r"^\s*(?:(?:re|fwd?|aw|wg|sv|vs|tr|رد|ردّ|إعادة توجيه)\s*(?:[\[(]\d+[\])])?\s*:"
    r"|\[[^\]]{1,40}\])\s*",
    re.IGNORECASE,
)
RIGHT_TO_LEFT = ("R", "AL")
# Enough to meet a letter; a preview of digits alone is not worth more.
LOOKED_AT = 300


def is_right_to_left(text: str, otherwise: bool = False) -> bool:
    """True if the first strong letter behind prefixes is of a right-to-left script."""
    if text.isascii():
        return otherwise if not any(map(str.isalpha, text)) else False
    start = _behind_prefixes(text)
    verdict = _first_strong(text[start : start + LOOKED_AT])
    if verdict is None:
        verdict = _first_strong(text[:start])
    return otherwise if verdict is None else verdict


def direction_of(
    text: str, otherwise: Qt.LayoutDirection | None = None
) -> Qt.LayoutDirection:
    """The direction to paint `text` in; without letters that of the window."""
    fallback = QApplication.layoutDirection() if otherwise is None else otherwise
    rtl = fallback == Qt.LayoutDirection.RightToLeft
    if is_right_to_left(text, rtl):
        return Qt.LayoutDirection.RightToLeft
    return Qt.LayoutDirection.LeftToRight


def _behind_prefixes(text: str) -> int:
    start = 0
    while found := PREFIXES.match(text[start : start + LOOKED_AT]):
        start += found.end()
    return start


def _first_strong(text: str) -> bool | None:
    for letter in text:
        kind = unicodedata.bidirectional(letter)
        if kind == "L":
            return False
        if kind in RIGHT_TO_LEFT:
            return True
    return None
