"""File names from strangers, made fit for any file system and honest to look at."""

import re
import unicodedata

NAME_OCTETS = 200
EXTENSION_OCTETS = 40
NAMELESS = "attachment"

_SEPARATORS = re.compile(r"[/\\]")
_FORBIDDEN = re.compile(r'[<>:"|?*]')
_RESERVED = re.compile(
    r"(?:con|prn|aux|nul|clock\$|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?:\..*)?",
    re.IGNORECASE,
)
# Controls, formats (bidi overrides and isolates, zero width) and lone surrogates.
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
# Persian and some Indic words are spelt with these two.
_JOINERS = "\u200c\u200d"
_EXTENSIONS = {
    "text/plain": ".txt",
    "text/html": ".html",
    "text/calendar": ".ics",
    "text/csv": ".csv",
    "text/vcard": ".vcf",
    "text/x-vcard": ".vcf",
    "text/rfc822-headers": ".txt",
    "image/jpeg": ".jpg",
    "image/jpg": ".jpg",
    "image/png": ".png",
    "image/gif": ".gif",
    "image/webp": ".webp",
    "image/bmp": ".bmp",
    "image/tiff": ".tif",
    "image/svg+xml": ".svg",
    "audio/mpeg": ".mp3",
    "audio/wav": ".wav",
    "video/mp4": ".mp4",
    "application/pdf": ".pdf",
    "application/zip": ".zip",
    "application/json": ".json",
    "application/xml": ".xml",
    "application/rtf": ".rtf",
    "application/msword": ".doc",
    "application/ms-tnef": ".dat",
    "application/pgp-signature": ".asc",
    "application/pgp-encrypted": ".asc",
    "application/pkcs7-signature": ".p7s",
    "application/x-pkcs7-signature": ".p7s",
    "application/pkcs7-mime": ".p7m",
    "application/x-pkcs7-mime": ".p7m",
    "message/rfc822": ".eml",
    "message/global": ".eml",
    "message/delivery-status": ".txt",
    "message/disposition-notification": ".txt",
}


def safe_file_name(name: str) -> str:
    """The last path part, without what misleads the eye or a file system.

    Never empty, never over 200 octets of UTF-8, the extension kept where it can be;
    never a device's name, never hidden by a leading dot.
    """
    shown = "".join(
        c for c in name if c in _JOINERS or unicodedata.category(c) not in _INVISIBLE
    )
    parts = [part for part in _SEPARATORS.split(shown) if part.strip(". ")]
    last = unicodedata.normalize("NFC", parts[-1]) if parts else ""
    last = _FORBIDDEN.sub("_", " ".join(last.split()))
    last = _short(last.strip(". " + _JOINERS))
    if _RESERVED.fullmatch(last):
        last = f"_{last}"
    return last or NAMELESS


def default_file_name(content_type: str) -> str:
    """A name for a part that brings none, of its type."""
    return NAMELESS + _EXTENSIONS.get(content_type, "")


def _short(name: str) -> str:
    if len(name.encode("utf-8", "replace")) <= NAME_OCTETS:
        return name
    stem, dot, extension = name.rpartition(".")
    if not dot or len(extension.encode("utf-8", "replace")) > EXTENSION_OCTETS:
        stem, dot, extension = name, "", ""
    room = NAME_OCTETS - len((dot + extension).encode("utf-8", "replace"))
    cut = stem.encode("utf-8", "replace")[:room].decode("utf-8", "ignore")
    return cut.rstrip(". ") + dot + extension
