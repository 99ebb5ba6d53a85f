"""Arabic words in the one form under which they are indexed and looked for.

`fold` undoes what differs between hands: vowel marks, tatweel, and letters that are
written for one another. `stem` takes off article, clitics and common endings; it is a
light stemmer, which knows no roots and no broken plurals.
"""

import re
from functools import lru_cache
from types import MappingProxyType

_MARKS = "\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed"
ARABIC_LETTERS = (
    f"{_MARKS}\u0620-\u064a\u066e-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06ff"
    "\u0750-\u077f\u08a0-\u08ff"
)

_MARK = re.compile(f"[{_MARKS}\u08d3-\u08ff]+")
_SAME = str.maketrans(
    {
        "أ": "ا",
        "إ": "ا",
        "آ": "ا",
        "\u0671": "ا",
        "ى": "ي",
        "\u06cc": "ي",
        "ئ": "ي",
        "ؤ": "و",
        "ة": "ه",
        "\u06a9": "ك",
        "\u06be": "ه",
        "\u06c0": "ه",
        "\u06c1": "ه",
        "\u06c2": "ه",
        "\u06d5": "ه",
    }
)

# The article, alone and with what is written together with it.
_ARTICLE = re.compile("(?:[وف]?(?:[بك]?ال|لل))(?=.{3})")
# Endings, the longer before the shorter, and how many letters must be left.
_ENDINGS = (
    ("ها", 3),
    ("هم", 3),
    ("هن", 3),
    ("كم", 3),
    ("نا", 3),
    ("ان", 3),
    ("ات", 3),
    ("ون", 3),
    ("ين", 3),
    ("يه", 3),
    ("ه", 3),
    ("ي", 3),
    ("ا", 3),
    # The feminine ending before a pronoun: رسالة, رسالتك.
    ("ت", 3),
    ("ك", 4),
)
# Particles written together with a word that has no article.
_PARTICLES = MappingProxyType({"و": 3, "ب": 4, "ل": 4})


def fold(word: str) -> str:
    return _MARK.sub("", word).translate(_SAME)


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """Of a word as it is written, folded or not."""
    left = _without_endings(_without_article(fold(word)))
    # Only now: the letters that must be left do not count an ending.
    least = _PARTICLES.get(left[:1])
    return left[1:] if least is not None and len(left) > least else left


def _without_article(word: str) -> str:
    found = _ARTICLE.match(word)
    return word[found.end() :] if found else word


def _without_endings(word: str) -> str:
    while True:
        for ending, least in _ENDINGS:
            if word.endswith(ending) and len(word) - len(ending) >= least:
                word = word[: -len(ending)]
                break
        else:
            return word
