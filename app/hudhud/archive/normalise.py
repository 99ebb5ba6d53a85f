"""One spelling for what people spell in several ways, for the index and for queries.

Both sides go through the same rules, so that what is written once is found however it
is typed. The result is fed to `porter unicode61 remove_diacritics 2`, which sees to
letter case, to accents of Latin letters, and to English endings.

* Arabic: see `arabic.py`; its digits become ASCII.
* Chinese, Japanese, Korean: overlapping pairs, for words there have no spaces.
* Everything else: compatibility forms made plain, invisible characters removed.
"""

import re
import unicodedata
from collections.abc import Callable

from hudhud.archive.arabic import ARABIC_LETTERS, stem

# A change of what comes out calls for a higher number: archives then index anew.
VERSION = 1

_CJK = (
    "\u3005\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3"
    "\uf900-\ufaff\U00020000-\U0003134f"
)
_DIGITS = "\u0660-\u0669\u06f0-\u06f9"
_RUN = re.compile(
    f"(?P<arabic>[{ARABIC_LETTERS}]+)|(?P<cjk>[{_CJK}]+)|(?P<digits>[{_DIGITS}]+)"
)
# Soft hyphens, joiners and direction marks, and the points of Hebrew.
_INVISIBLE = re.compile(
    "[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"
    "\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7]+"
)
# Below and between, where Latin, Greek and Cyrillic lie, there is no run to be found.
_MAYBE_RUN = re.compile("[\u0600-\u1fff\u2e80-\U0010ffff]")
_ENDS_IN_ONE = re.compile(f"(?:^|[^{_CJK}])[{_CJK}]$")


def normalise(text: str) -> str:
    """As it goes into the index."""
    return _normalised(text, _pairs)


def normalise_query(text: str) -> str:
    """As it is looked for: the last letter of a CJK run may have more behind it."""
    return _normalised(text, _pairs_of_query)


def ends_in_one_letter(query: str) -> bool:
    """True where a single CJK letter is looked for: half of some pair."""
    return _ENDS_IN_ONE.search(query) is not None


def _normalised(text: str, pairs: Callable[[str], str]) -> str:
    if text.isascii():
        return text
    text = _INVISIBLE.sub("", unicodedata.normalize("NFKC", text))
    if not _MAYBE_RUN.search(text):
        return text

    def spelt(run: re.Match[str]) -> str:
        word = run.group()
        match run.lastgroup:
            case "arabic":
                return stem(word)
            case "cjk":
                return pairs(word)
            case _:
                return "".join(str(unicodedata.decimal(digit)) for digit in word)

    return _RUN.sub(spelt, text)


def _pairs(run: str) -> str:
    """`東京都` becomes `東京 京都 都`, set off from what stands around it."""
    return f" {' '.join(run[n : n + 2] for n in range(len(run)))} "


def _pairs_of_query(run: str) -> str:
    """`東京都` becomes `東京 京都`."""
    count = max(len(run) - 1, 1)
    return f" {' '.join(run[n : n + 2] for n in range(count))} "
