"""The short texts that lists are sorted by; they are kept in indexes, so: short."""

import re
import unicodedata

KEY_LENGTH = 32

# "Re:", "Fwd: Re:", "AW[2]:", "رد:", "إعادة توجيه:" and list tags stand before the
# matter itself.
_BEFORE_MATTER = re.compile(
    r"(?:\s*(?:(?:re|fwd?|aw|wg|sv|vs|tr|rif|antw|رد|إعادة توجيه)"
    r"\s*(?:\[\d{1,3}\]|\(\d{1,3}\))?\s*[:\uff1a]|\[[^\]]{1,40}\]))+\s*",
    re.IGNORECASE,
)
_NOT_LETTERS = re.compile(r"[\W_]+")


def sender_key(name: str, address: str) -> str:
    return _key(name or address)


def subject_key(subject: str) -> str:
    prefix = _BEFORE_MATTER.match(subject)
    return _key(subject[prefix.end() :] if prefix else subject)


def _key(text: str) -> str:
    text = text[: 2 * KEY_LENGTH]
    if text.isascii():
        text = text.lower()
    else:
        # A lone surrogate survives this and is taken care of by whoever stores it.
        bare = unicodedata.normalize("NFKD", text)
        text = "".join(c for c in bare if not unicodedata.combining(c)).casefold()
    first = _NOT_LETTERS.match(text)
    return text[first.end() : first.end() + KEY_LENGTH] if first else text[:KEY_LENGTH]
