"""Which charset unlabelled octets are in. Wrong sometimes, so always asked last."""

from codecs import getincrementaldecoder
from itertools import pairwise
from types import MappingProxyType

from charset_normalizer import from_bytes

CODEPAGES = (
    *("cp1256", "iso8859_6", "cp1251", "koi8_u", "cp1253", "cp1255", "cp1252"),
    *("cp1250", "iso8859_2", "cp1254", "cp874", "gb18030", "big5", "cp932"),
    *("euc_jp", "cp949"),
)
SAMPLE_OCTETS = 8_192
ENOUGH_FOR_STATISTICS = 24
# The letters that make up most of a running text, the commonest first.
COMMON_LETTERS = MappingProxyType(
    {
        "cp1256": "اليمنترةبودعسكفهحقأجىشطصخإضذزثؤئآءغظ",
        "iso8859_6": "اليمنترةبودعسكفهحقأجىشطصخإضذزثؤئآءغظ",
        "cp1251": "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфіїєъёґ",
        "koi8_u": "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфіїєъёґ",
        "cp1253": "αοιετσνηυρπκμλςωγδάίχόθφέήβύώξζψ",
        "cp1255": "יוהלאתרבשמנםעדחקפכטצגסזןךץף",
    }
)
LEAST_FIT = 0.7
# Few write in capitals alone; Hebrew and Greek read as KOI8 look as if they did.
SHOUTED = 0.9
FEW_ACCENTS = 2
LETTERS_ENOUGH = 1_024
# Codec, first and last typical character, how many of the wide ones are among them:
# kana in Japanese, nothing but syllables in Korean, everyday ideographs in Chinese.
EAST_ASIAN = (
    ("cp932", "\u3041", "\u30ff", 0.25),
    ("euc_jp", "\u3041", "\u30ff", 0.25),
    ("euc_kr", "\uac00", "\ud7a3", 0.95),
    ("gb2312", "\u4e00", "\u9fff", 0.8),
    ("big5", "\u4e00", "\u9fff", 0.8),
)
# Letters and marks of Western Europe; with others among them it may be Polish.
WESTERN = "äöüßéèêëàâçîïôûùñáíóúãõåæøÄÖÜÅÆØÉÈÊÀÂÇÔÑÁÍÓÚÃÕ°§«»“”‘’„–—…€£·•®©™\xa0"

# Codec and the accented letters of a language written in Latin letters. Where all that
# is not ASCII is among these letters or the marks, and some of it would be no letter of
# Western Europe, it is that language. The first of equals holds.
LATIN = (
    ("cp1254", "çğıöşüâîûÇĞİÖŞÜÂÎÛ"),
    ("iso8859_2", "ąćęłńóśźżĄĆĘŁŃÓŚŹŻ"),
    ("cp1250", "ąćęłńóśźżĄĆĘŁŃÓŚŹŻ"),
    ("iso8859_2", "áčďéěíňóřšťúůýžÁČĎÉĚÍŇÓŘŠŤÚŮÝŽäĺľôŕ"),
    ("cp1250", "áčďéěíňóřšťúůýžÁČĎÉĚÍŇÓŘŠŤÚŮÝŽäĺľôŕ"),
    ("iso8859_2", "áéíóöőúüűÁÉÍÓÖŐÚÜŰ"),
    ("cp1250", "áéíóöőúüűÁÉÍÓÖŐÚÜŰ"),
    ("iso8859_2", "ăâîşţĂÂÎŞŢ"),
)
MARKS = "«»“”‘’„–—…€§°\xa0"
DISTINCT_LETTERS = 2
ICELANDIC = "áðéíóúýþæöÁÐÉÍÓÚÝÞÆÖ"
# Icelandic has one of them wherever it has a `ð`; Turkish never.
NOT_TURKISH = "áéíóúæÁÉÍÓÚÆ"
# Hungarian letters that cp1252 shows as Western ones, which stand beside no umlaut.
HUNGARIAN, UMLAUTS = "őűŐŰ", "öüÖÜ"
RARELY_WESTERN = "ìòÌÒÙœŒÿŸ¿¡ªº´¨±šŠžŽ"

_WESTERN_OCTETS = WESTERN.encode("cp1252")
_ANY_WESTERN_OCTETS = (WESTERN + RARELY_WESTERN + ICELANDIC).encode("cp1252")
_ASCII = bytes(range(128))
_LETTERS = bytes(
    octet
    for octet in range(256)
    if octet >= 0xC0 or chr(octet).isalpha() and octet < 0x80
)
_NOT_LETTERS = bytes(octet for octet in range(256) if octet not in _LETTERS)


def guess_charset(octets: bytes) -> str | None:
    """A codec that reads these octets sensibly, or None where nothing says."""
    sample = octets[:SAMPLE_OCTETS]
    if looks_western(sample):
        if found := latin_charset(sample):
            return found
        if not sample.translate(None, _ASCII + _ANY_WESTERN_OCTETS):
            return "cp1252"
    elif found := _by_letters(sample):
        return found
    if found := _by_script(sample):
        return found
    if len(sample) < ENOUGH_FOR_STATISTICS:
        return None
    best = from_bytes(sample, cp_isolation=list(CODEPAGES)).best()
    return best.encoding if best is not None else None


def looks_western(octets: bytes) -> bool:
    """Accented letters stand among plain ones. Where most are high, it is not Latin."""
    letters = octets[:SAMPLE_OCTETS].translate(None, _NOT_LETTERS)
    high = len(letters.translate(None, _ASCII))
    return high <= FEW_ACCENTS or high * 2 <= len(letters)


def latin_charset(octets: bytes) -> str | None:
    """The charset of a language in Latin letters, where cp1252 would misread it."""
    sample = octets[:SAMPLE_OCTETS]
    high = {octet for octet in sample if octet >= 128}
    strange = high.difference(_WESTERN_OCTETS)
    if len(strange) < DISTINCT_LETTERS and not _has_hungarian(high):
        return None
    is_icelandic = _consists_of(high, "cp1252", ICELANDIC)
    if is_icelandic and high & set(NOT_TURKISH.encode("cp1252")):
        return None
    for codec, letters in LATIN:
        if _consists_of(high, codec, letters):
            return codec
    return None


def _has_hungarian(high: set[int]) -> bool:
    has_double = high & set(HUNGARIAN.encode("iso8859_2"))
    return bool(has_double and high & set(UMLAUTS.encode("iso8859_2")))


def _consists_of(high: set[int], codec: str, letters: str) -> bool:
    return high <= set((letters + MARKS).encode(codec, "ignore"))


def _by_letters(octets: bytes) -> str | None:
    fits = {codec: _fit(octets, codec) for codec in COMMON_LETTERS}
    best = max(fits, key=lambda codec: fits[codec])
    return best if fits[best] >= LEAST_FIT else None


def _fit(octets: bytes, codec: str) -> float:
    """How much this reads like the language: 1 is all commonest letters."""
    common = COMMON_LETTERS[codec]
    text = _decoded(octets[:LETTERS_ENOUGH], codec)
    letters = [c for c in text if ord(c) > 127]
    if len(letters) < 3:
        return 0.0
    ranks = [common.find(c.lower()) for c in letters]
    worth = sum(1 - rank / (2 * len(common)) for rank in ranks if rank >= 0)
    turns = sum(a.islower() and b.isupper() for a, b in pairwise(text))
    fit = (worth - ranks.count(-1) - turns) / len(letters)
    is_shouted = all(c.isupper() for c in letters)
    return fit * SHOUTED if is_shouted else fit


def _by_script(octets: bytes) -> str | None:
    """East Asian text by the characters that only one of the charsets gives it."""
    for codec, first, last, share in EAST_ASIAN:
        wide = [c for c in _decoded(octets, codec) if ord(c) > 127]
        typical = sum(first <= c <= last for c in wide)
        if len(wide) >= 4 and typical >= share * len(wide):
            return "gb18030" if codec == "gb2312" else codec
    return None


def _decoded(octets: bytes, codec: str) -> str:
    """Text without an unfinished last character; empty where it does not fit."""
    try:
        return getincrementaldecoder(codec)("strict").decode(octets, False)
    except UnicodeDecodeError:
        return ""
