"""What a person types into the search field, as a tree of values.

    query  = terms { "OR" terms }            lowest; or "|", or Arabic
    terms  = term { term }                   all of them
    term   = [ "-" ] [ field ":" ] ( word | "phrase" | "(" query ")" )
    field  = from | to | subject | body | file, or Arabic

Nothing a person types is an error: what is not closed is closed at the end, what is
not understood is a word. How the tree is answered is not known here (`matching.py`).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType


class Field(StrEnum):
    """The value is the column of the index."""

    SENDER = "sender"
    RECIPIENTS = "recipients"
    SUBJECT = "subject"
    BODY = "body"
    FILES = "files"


@dataclass(frozen=True, slots=True)
class Words:
    """One word, or several that stand together. A prefix: the last goes on."""

    text: str
    field: Field | None = None
    is_prefix: bool = False


@dataclass(frozen=True, slots=True)
class Not:
    term: "Query"


@dataclass(frozen=True, slots=True)
class All:
    terms: "tuple[Query, ...]"


@dataclass(frozen=True, slots=True)
class Any:
    terms: "tuple[Query, ...]"


Query = Words | Not | All | Any

FIELDS = MappingProxyType(
    {
        "from": Field.SENDER,
        "to": Field.RECIPIENTS,
        "subject": Field.SUBJECT,
        "body": Field.BODY,
        "file": Field.FILES,
        "من": Field.SENDER,
        "إلى": Field.RECIPIENTS,
        "الى": Field.RECIPIENTS,
        "موضوع": Field.SUBJECT,
        "نص": Field.BODY,
        "ملف": Field.FILES,
    }
)
OR_WORDS = frozenset({"OR", "|", "أو"})
DEEPEST = 40

_QUOTES = '"\u00ab\u00bb\u201c\u201d\u201e\u201f'
_TOKEN = re.compile(
    rf"(?P<minus>-(?=[^\s-]))?(?:(?P<field>{'|'.join(FIELDS)})[:\ufe55\uff1a])?"
    rf"(?:[{_QUOTES}](?P<phrase>[^{_QUOTES}]*)[{_QUOTES}]?"
    rf"|(?P<open>\()|(?P<close>\))|(?P<word>[^\s(){_QUOTES}]+)|(?<=[:\ufe55\uff1a]))",
    re.IGNORECASE,
)


def parse_query(text: str, *, typing: bool = False) -> Query | None:
    """None where there is nothing to look for.

    `typing`: the text goes on, so its last word may be the beginning of one.
    """
    tokens = list(_TOKEN.finditer(text))
    reader = _Reader(tokens, len(text.rstrip()) if typing else -1)
    parts: list[Query] = []
    while reader.has_more:
        found = reader.query(None, 0)
        if found is not None:
            parts.append(found)
        reader.skip_close()
    return _all(parts)


class _Reader:
    def __init__(self, tokens: Sequence[re.Match[str]], end: int) -> None:
        self._tokens = tokens
        self._end = end
        self._next = 0

    @property
    def has_more(self) -> bool:
        return self._next < len(self._tokens)

    def skip_close(self) -> None:
        """A bracket that closes nothing."""
        if self.has_more and self._tokens[self._next]["close"]:
            self._next += 1

    def query(self, field: Field | None, depth: int) -> Query | None:
        """Up to the end or a closing bracket."""
        choices: list[Query] = []
        terms: list[Query] = []
        while self.has_more and not self._tokens[self._next]["close"]:
            token = self._tokens[self._next]
            self._next += 1
            if token.group() in OR_WORDS:
                choices += _whole(terms)
                terms = []
                continue
            found = self._term(token, field, depth)
            if found is not None:
                terms.append(found)
        choices += _whole(terms)
        if len(choices) > 1:
            return Any(tuple(choices))
        return choices[0] if choices else None

    def _term(
        self, token: re.Match[str], field: Field | None, depth: int
    ) -> Query | None:
        if token["field"]:
            field = FIELDS[token["field"].lower()]
        if token["open"]:
            found = self._group(field, depth)
        else:
            found = self._words(token, field)
        return Not(found) if found is not None and token["minus"] else found

    def _group(self, field: Field | None, depth: int) -> Query | None:
        if depth >= DEEPEST:
            return None
        found = self.query(field, depth + 1)
        self.skip_close()
        return found

    def _words(self, token: re.Match[str], field: Field | None) -> Words | None:
        phrase, word = token["phrase"], token["word"]
        if phrase is not None:
            return Words(phrase, field) if phrase.strip() else None
        if not word:
            return None
        is_prefix = word.endswith("*") or token.end() == self._end
        return Words(word.rstrip("*"), field, is_prefix)


def _whole(terms: Sequence[Query]) -> list[Query]:
    found = _all(terms)
    return [] if found is None else [found]


def _all(terms: Sequence[Query]) -> Query | None:
    if len(terms) > 1:
        return All(tuple(terms))
    return terms[0] if terms else None
