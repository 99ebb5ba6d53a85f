"""Octets to text, whatever the label says: declared, UTF-8, neighbours, a guess."""

import codecs
import re
from collections.abc import Iterator
from functools import lru_cache
from types import MappingProxyType

from hudhud.mime.guess import guess_charset, latin_charset, looks_western

# Labels in the wild name the smaller set and mean the larger one that Windows had.
ALIASES = MappingProxyType(
    {
        "asciiforiso88591": "cp1252",
        "ascii": "cp1252",
        "usascii": "cp1252",
        "ansix341968": "cp1252",
        "iso646us": "cp1252",
        "latin1": "cp1252",
        "isolatin1": "cp1252",
        "iso88591": "cp1252",
        "88591": "cp1252",
        "ansi": "cp1252",
        "iso88599": "cp1254",
        "latin5": "cp1254",
        "iso885911": "cp874",
        "tis620": "cp874",
        "iso88596i": "iso8859_6",
        "iso88596e": "iso8859_6",
        "asmo708": "iso8859_6",
        "arabic": "iso8859_6",
        "dos720": "cp720",
        "xmacarabic": "mac_arabic",
        "iso88598": "cp1255",
        "iso88598i": "cp1255",
        "iso88598e": "cp1255",
        "logical": "cp1255",
        "visual": "cp1255",
        "hebrew": "cp1255",
        "gb2312": "gb18030",
        "gb231280": "gb18030",
        "gbk": "gb18030",
        "xgbk": "gb18030",
        "cp936": "gb18030",
        "ms936": "gb18030",
        "euccn": "gb18030",
        "chinese": "gb18030",
        "hzgb2312": "hz",
        "big5": "big5hkscs",
        "cnbig5": "big5hkscs",
        "xxbig5": "big5hkscs",
        "cp950": "big5hkscs",
        "ksc5601": "cp949",
        "ksc56011987": "cp949",
        "ksc56011989": "cp949",
        "euckr": "cp949",
        "xeuckr": "cp949",
        "korean": "cp949",
        "uhc": "cp949",
        "xwindows949": "cp949",
        "shiftjis": "cp932",
        "xsjis": "cp932",
        "sjis": "cp932",
        "mskanji": "cp932",
        "windows31j": "cp932",
        "xmscp932": "cp932",
        "eucjp": "euc_jis_2004",
        "xeucjp": "euc_jis_2004",
        "iso2022jp": "iso2022_jp_ext",
        "csiso2022jp": "iso2022_jp_ext",
        "iso2022jp1": "iso2022_jp_ext",
        "koi8ru": "koi8_u",
        "koi": "koi8_r",
        "xmaccyrillic": "mac_cyrillic",
        "xmacroman": "mac_roman",
        "macintosh": "mac_roman",
        "unicode11utf7": "utf_7",
        "unicode11utf8": "utf_8",
        "utf8mb4": "utf_8",
        "unicode": "utf_16",
    }
)
# Codecs of Python that are no charset of a letter, or cost more than they give.
REFUSED = frozenset(
    {"idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined"}
    | {"mbcs", "oem", "palmos", "ptcp154"}
)
STATEFUL = ("iso2022", "hz", "utf-7", "utf-16", "utf-32")
# What text under these labels is nearly always made of.
EVERYDAY_SUBSETS = MappingProxyType(
    {"gb18030": "gb2312", "cp949": "euc_kr", "euc_jis_2004": "euc_jp"}
)

_LABEL = re.compile(r"[a-z0-9][a-z0-9_.:+() -]{0,59}")
_WINDOWS = re.compile(r"(?:x-?)?(?:windows|win|cp|ms|ibm|x-cp)[-_ ]?(\d{3,4})")
_SEPARATORS = re.compile(r"[^a-z0-9]")
# How a charset of East Asia is called up in seven bits (ISO 2022).
_ESCAPE = b"\x1b$"
_UTF8_SEQUENCE = re.compile(rb"[\xc2-\xf4][\x80-\xbf]+")


@lru_cache(maxsize=256)
def codec_name(label: str) -> str | None:
    """The codec for a charset label, or None where the label names none."""
    label = label.strip(" \t\"'<>;,").lower()
    if not _LABEL.fullmatch(label):
        return None
    squeezed = _SEPARATORS.sub("", label)
    windows = _WINDOWS.fullmatch(label)
    for name in (
        ALIASES.get(squeezed),
        f"cp{windows[1]}" if windows else None,
        label,
        squeezed,
    ):
        found = name and _known_codec(name)
        if found:
            return ALIASES.get(_SEPARATORS.sub("", found), found)
    return None


def decode_text(octets: bytes, declared: str = "", others: tuple[str, ...] = ()) -> str:
    """Text of octets that claim the charset `declared` (empty: claim nothing).

    `others` are charsets that the rest of the message declares. An unfinished
    character at the very end is dropped: that is where TOP cut.
    """
    codec = codec_name(declared) if declared else None
    if octets.isascii() and not _is_stateful(codec, octets):
        return octets.decode("ascii")
    text = _as_declared(octets, codec)
    if text is None:
        text = _as_found(octets, codec, others)
    return text.removeprefix("\ufeff")


def _known_codec(name: str) -> str | None:
    try:
        found = codecs.lookup(name)
        "".encode(found.name)
    except (LookupError, ValueError, ImportError):
        return None
    return None if found.name.replace("-", "_") in REFUSED else found.name


def _is_stateful(codec: str | None, octets: bytes) -> bool:
    if codec is not None and codec.startswith(STATEFUL):
        return True
    return _ESCAPE in octets


def _as_declared(octets: bytes, codec: str | None) -> str | None:
    """The declared reading, unless the octets themselves speak against it."""
    if codec is None or _ESCAPE in octets and not codec.startswith(STATEFUL):
        return None
    if codec not in ("utf-8", "utf_8") and _is_plainly_utf8(octets, codec):
        return _strict(octets, "utf-8")
    if codec in ("cp1252", "ascii") and not _can_be_western(octets):
        return None
    return _strict(octets, codec)


def _as_found(octets: bytes, codec: str | None, others: tuple[str, ...]) -> str:
    """The first reading that fits, from the surest to the last resort."""
    for reading in _readings(octets, codec, others):
        if reading is not None:
            return reading
    return octets.decode("cp1252", "replace")


def _readings(
    octets: bytes, codec: str | None, others: tuple[str, ...]
) -> Iterator[str | None]:
    if _ESCAPE in octets:
        yield _strict(octets, "iso2022_jp_ext")
        yield _strict(octets, "iso2022_kr")
    if _UTF8_SEQUENCE.search(octets):
        yield _strict(octets, "utf-8")
    if _may_have_holes(octets, codec):
        yield _nearly(octets, codec)
    for other in others:
        yield _as_declared(octets, codec_name(other))
    yield _nearly(octets, "utf-8")
    if guessed := guess_charset(octets):
        yield _strict(octets, guessed)


def _may_have_holes(octets: bytes, codec: str | None) -> bool:
    return codec is not None and (codec != "cp1252" or _can_be_western(octets))


def _can_be_western(octets: bytes) -> bool:
    """Whether a Western label can be true: mailers put it on whatever they send."""
    return looks_western(octets) and latin_charset(octets) is None


def _is_plainly_utf8(octets: bytes, codec: str) -> bool:
    """Valid UTF-8 under another label: too regular to be chance.

    The double-octet charsets of China and Korea take nearly any octets, but then in
    characters that nobody writes.
    """
    if len(_UTF8_SEQUENCE.findall(octets, 0, 4096)) < 2:
        return False
    everyday = EVERYDAY_SUBSETS.get(codec)
    if everyday and _strict(octets[:4096], everyday) is not None:
        return False
    return _strict(octets, "utf-8") is not None


def _strict(octets: bytes, codec: str) -> str | None:
    """Text when every octet fits, save an unfinished character at the end."""
    try:
        decoder = codecs.getincrementaldecoder(codec)("strict")
        return _without_surrogates(decoder.decode(octets, False))
    except (UnicodeError, LookupError, ValueError, AttributeError):
        return None


def _nearly(octets: bytes, codec: str | None) -> str | None:
    """Text with a few holes, where all the rest fits the charset."""
    if codec is None:
        return None
    try:
        text = _without_surrogates(octets.decode(codec, "replace"))
    except (UnicodeError, LookupError, ValueError, AttributeError):
        return None
    high = len(octets) - len(octets.translate(None, _HIGH_OCTETS))
    return text if text.count("\ufffd") * 20 <= high else None


def _without_surrogates(text: str) -> str:
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-8", "replace").decode()
    return text


_HIGH_OCTETS = bytes(range(128, 256))
