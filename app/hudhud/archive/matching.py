"""A query as the index's own language: the text that FTS5 is given to MATCH."""

from collections.abc import Sequence
from typing import assert_never

from hudhud.archive.normalise import ends_in_one_letter, normalise_query
from hudhud.archive.query import All, Any, Not, Query, Words
from hudhud.archive.summaries import storable

# Stands in every message's words, so that "all but these" can be said; from Unicode's
# private letters, so nobody types it.
IN_EVERY = "\ue000"

_NEVER_TYPED = str.maketrans({IN_EVERY: " ", "\0": " "})

# Behind a word: it may go on.
BEGINNING = '" *'


def match_text(query: Query) -> str | None:
    """None where nothing of it can be looked for, such as a lone dash."""
    match query:
        case Words():
            return _words(query)
        case Not(term):
            unwanted = match_text(term)
            return None if unwanted is None else f'("{IN_EVERY}" NOT {unwanted})'
        case All(terms):
            return _all(terms)
        case Any(terms):
            found = [text for term in terms if (text := match_text(term)) is not None]
            return f"({' OR '.join(found)})" if found else None
        case _:
            assert_never(query)


def _all(terms: Sequence[Query]) -> str | None:
    wanted: list[str] = []
    unwanted: list[str] = []
    for term in terms:
        is_unwanted = isinstance(term, Not)
        text = match_text(term.term if isinstance(term, Not) else term)
        if text is not None:
            (unwanted if is_unwanted else wanted).append(text)
    if not wanted and not unwanted:
        return None
    positive = f"({' AND '.join(wanted)})" if wanted else f'"{IN_EVERY}"'
    if not unwanted:
        return positive
    return f"({positive} NOT ({' OR '.join(unwanted)}))"


def _words(words: Words) -> str | None:
    text = normalise_query(storable(words.text).translate(_NEVER_TYPED)).strip()
    if not any(letter.isalnum() for letter in text):
        return None
    goes_on = words.is_prefix or ends_in_one_letter(text)
    quoted = '"' + text.replace('"', '""') + (BEGINNING if goes_on else '"')
    return quoted if words.field is None else f"({words.field.value} : {quoted})"
