"""The properties inside TNEF, read by tnefparse under guard.

The library trusts the counts it reads: four billion properties of no octets would keep
it busy for ever. Octets that can be looked into a limited number of times, and never
beyond their end, make it stop; what it had until then is kept.
"""

import logging
from collections.abc import Sequence
from typing import SupportsIndex

# The library has no type hints.
from tnefparse import properties  # type: ignore[import-untyped]
from tnefparse.mapi import decode_mapi  # type: ignore[import-untyped]

LOOKS = 20_000
PROPERTIES = 2_000

BODY: int = properties.MAPI_BODY
PLAIN_BODY: int = properties.MAPI_UNCOMPRESSED_BODY
HTML_BODY: int = properties.MAPI_BODY_HTML
RICH_BODY: int = properties.MAPI_RTF_COMPRESSED
CODEPAGE: int = properties.MAPI_INTERNET_CODEPAGE
LONG_NAME: int = properties.MAPI_ATTACH_LONG_FILENAME
NAME: int = properties.MAPI_ATTACH_FILENAME
SHOWN_NAME: int = properties.MAPI_DISPLAY_NAME
FILE: int = properties.MAPI_ATTACH_DATA_OBJ
CONTENT_ID: int = properties.MAPI_ATTACH_CONTENT_ID
CONTENT_TYPE: int = properties.MAPI_ATTACH_MIME_TAG

_UNICODE = 0x001F
# It says on the log what it could not read; a stranger's letter would fill it.
logging.getLogger("tnefparse").addFilter(lambda record: False)


class Properties:
    """By number, the first of each; texts as octets with the charset they are in."""

    def __init__(self, octets: bytes = b"") -> None:
        self._values: dict[int, tuple[bytes, bool]] = {}
        count = int.from_bytes(octets[:4], "little")
        guarded = _Guarded(min(count, PROPERTIES).to_bytes(4, "little") + octets[4:])
        for one in decode_mapi(guarded, "latin-1") if len(octets) > 4 else ():
            is_unicode = one.attr_type == _UNICODE
            value = _value(one.raw_data, "utf-8" if is_unicode else "latin-1")
            self._values.setdefault(int(one.name), (value, is_unicode))

    def octets(self, number: int) -> bytes:
        return self._values.get(number, (b"", False))[0]

    def is_unicode(self, number: int) -> bool:
        """Whether a text is in UTF-8 here, and not in the codepage of the letter."""
        return self._values.get(number, (b"", False))[1]

    def number(self, number: int) -> int:
        return int.from_bytes(self.octets(number)[:4], "little")


class _Guarded(bytes):
    """Octets that raise ValueError where the library would go astray."""

    looks = 0

    def __getitem__(self, at: SupportsIndex | slice) -> bytes:  # type: ignore[override]
        """Only slices are asked for; the base class also gives single octets."""
        if not isinstance(at, slice) or (at.stop or 0) > len(self):
            raise ValueError("beyond the end")
        self.looks += 1
        if self.looks > LOOKS:
            raise ValueError("too many properties")
        return super().__getitem__(at)


def _value(raw: bytes | Sequence[bytes | str], encoding: str) -> bytes:
    """What the library read as one of a few types, as octets.

    It was told that texts of the letter's codepage are Latin-1, which loses nothing.
    """
    if isinstance(raw, bytes):
        return raw
    return b"".join(
        one if isinstance(one, bytes) else one.encode(encoding, "replace")
        for one in raw
    )
