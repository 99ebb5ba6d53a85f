"""Authentication-Results: what a server found when it took the letter in.

RFC 8601. Anybody can write the field: whose word to believe is for the reader to
decide, by `authserv_id`; the fields are given in their order, the last server's first.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from hudhud.mime.encoded_words import header_text

RESULTS = 100

_COMMENT = re.compile(r"\((?:[^()\\]|\\.|\((?:[^()\\]|\\.)*\))*\)")
_RESULT = re.compile(r"\s*([\w-]+)(?:\s*/\s*\d+)?\s*=\s*([\w-]+)\s*(.*)", re.DOTALL)
_PIECE = re.compile(r"(?:[^;\"]|\"[^\"]*\"?)++")
_PROPERTY = re.compile(
    r"([\w-]+(?:\s*\.\s*[\w-]+)?)\s*=\s*(?:\"((?:[^\"\\]|\\.)*)\"|([^\s;]+))"
)
_SERVER = re.compile(r"\s*(?:\"([^\"]*)\"|([^\s;]+))(?:\s+\d+)?\s*(?:;|\Z)")


@dataclass(frozen=True, slots=True)
class Authentication:
    """One method's result, all words in lower case: `dkim`, `pass`.

    `properties` are such as `("header.d", "example.org")`; `reason` is the server's
    own words.
    """

    authserv_id: str
    method: str
    result: str
    reason: str = ""
    properties: tuple[tuple[str, str], ...] = ()

    def property(self, name: str) -> str:
        return next((value for key, value in self.properties if key == name), "")


def parse_authentication(value: bytes) -> tuple[Authentication, ...]:
    """The results of one field; none where it says `none` or makes no sense."""
    text = _COMMENT.sub(" ", header_text(value))
    server = _SERVER.match(text)
    if server is None or "=" in (server[2] or ""):
        return ()
    name = (server[1] or server[2] or "").lower()
    return tuple(_results(name, text[server.end() :]))


def authentications(values: tuple[bytes, ...]) -> tuple[Authentication, ...]:
    found = [one for value in values[:RESULTS] for one in parse_authentication(value)]
    return tuple(found[:RESULTS])


def _results(server: str, text: str) -> Iterator[Authentication]:
    for piece in _PIECE.findall(text):
        found = _RESULT.match(piece)
        if found is None:
            continue
        stated = [
            ("".join(name.split()).lower(), quoted or bare)
            for name, quoted, bare in _PROPERTY.findall(found[3])
        ]
        reason = next((said for name, said in stated if name == "reason"), "")
        properties = tuple(one for one in stated if "." in one[0])
        yield Authentication(
            server, found[1].lower(), found[2].lower(), reason, properties
        )
