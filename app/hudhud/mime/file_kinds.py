"""What a file really is, by its first octets; and whether opening it would run it."""

import re

from hudhud.mime.safe_name import safe_file_name

SNIFFED_OCTETS = 4_096

_MAGIC = (
    (b"%PDF-", "application/pdf"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"BM", "image/bmp"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"\x00\x00\x01\x00", "image/vnd.microsoft.icon"),
    (b"8BPS", "image/vnd.adobe.photoshop"),
    (b"ID3", "audio/mpeg"),
    (b"OggS", "application/ogg"),
    (b"fLaC", "audio/flac"),
    (b"\x1aE\xdf\xa3", "video/webm"),
    (b"\x1f\x8b", "application/gzip"),
    (b"BZh", "application/x-bzip2"),
    (b"\xfd7zXZ\x00", "application/x-xz"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (b"Rar!\x1a\x07", "application/vnd.rar"),
    (b"MSCF", "application/vnd.ms-cab-compressed"),
    (b"{\\rtf", "application/rtf"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage"),
    (b"\x78\x9f\x3e\x22", "application/ms-tnef"),
    (b"wOFF", "font/woff"),
    (b"wOF2", "font/woff2"),
    (b"SQLite format 3\x00", "application/vnd.sqlite3"),
    (b"-----BEGIN PGP SIGNATURE", "application/pgp-signature"),
    (b"-----BEGIN PGP PUBLIC", "application/pgp-keys"),
    (b"-----BEGIN PGP MESSAGE", "application/pgp-encrypted"),
    (b"BEGIN:VCALENDAR", "text/calendar"),
    (b"BEGIN:VCARD", "text/vcard"),
    (b"%!PS", "application/postscript"),
)
_PROGRAM_MAGIC = (
    (b"MZ", "application/vnd.microsoft.portable-executable"),
    (b"\x7fELF", "application/x-executable"),
    (b"\xfe\xed\xfa\xce", "application/x-mach-binary"),
    (b"\xfe\xed\xfa\xcf", "application/x-mach-binary"),
    (b"\xce\xfa\xed\xfe", "application/x-mach-binary"),
    (b"\xcf\xfa\xed\xfe", "application/x-mach-binary"),
    (b"\xca\xfe\xba\xbe", "application/java-vm"),
    (b"dex\n", "application/vnd.android.dex"),
    (b"#!", "text/x-shellscript"),
    (b"L\x00\x00\x00\x01\x14\x02\x00", "application/x-ms-shortcut"),
    (b"ITSF", "application/vnd.ms-htmlhelp"),
)
PROGRAM_TYPES = frozenset(kind for _, kind in _PROGRAM_MAGIC) | {
    "application/java-archive",
    "application/vnd.android.package-archive",
}
# At a place of its own: offset, octets, type.
_INSIDE = (
    (0, b"RIFF", 8, b"WEBP", "image/webp"),
    (0, b"RIFF", 8, b"WAVE", "audio/wav"),
    (0, b"RIFF", 8, b"AVI ", "video/x-msvideo"),
    (4, b"ftyp", 8, b"heic", "image/heic"),
    (4, b"ftyp", 8, b"avif", "image/avif"),
    (4, b"ftyp", 4, b"ftyp", "video/mp4"),
    (257, b"ustar", 257, b"ustar", "application/x-tar"),
)
# An archive is what its entries make it; the first that fits.
_ZIP_ENTRIES = (
    (b"mimetypeapplication/", ""),
    (b"AndroidManifest.xml", "application/vnd.android.package-archive"),
    (b"META-INF/MANIFEST.MF", "application/java-archive"),
    (
        b"word/",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ),
    (b"xl/", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    (
        b"ppt/",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ),
)
_ZIP_MIMETYPE = re.compile(rb"mimetype(application/[a-z0-9.+-]{1,80}?)(?:PK|\Z)")
_MARKUP = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(!doctype\s+html|html|head|body|svg)\b",
    re.IGNORECASE | re.DOTALL,
)
# By what Windows, macOS and the Linux desktops run or install at a double click.
PROGRAM_EXTENSIONS = frozenset(
    {"exe", "com", "scr", "pif", "bat", "cmd", "cpl", "dll", "sys", "ocx", "drv"}
    | {"msi", "msp", "mst", "msix", "msixbundle", "appx", "appxbundle", "appinstaller"}
    | {"ps1", "ps1xml", "ps2", "psm1", "psd1", "psc1", "psc2", "vb", "vbe", "vbs"}
    | {"js", "jse", "mjs", "ws", "wsf", "wsc", "wsh", "hta", "sct", "shb", "shs"}
    | {"lnk", "url", "website", "scf", "inf", "ins", "isp", "job", "reg", "gadget"}
    | {"chm", "hlp", "application", "appref-ms", "settingcontent-ms", "diagcab"}
    | {"library-ms", "search-ms", "msc", "xbap", "xll", "wll", "ade", "adp", "mde"}
    | {"iso", "img", "vhd", "vhdx", "cab", "theme", "themepack", "rdp", "slk", "iqy"}
    | {"jar", "jnlp", "apk", "class", "dmg", "pkg", "mpkg", "app", "command", "tool"}
    | {"workflow", "scpt", "scptd", "applescript", "osx", "terminal", "fileloc"}
    | {"inetloc", "webloc", "sh", "bash", "zsh", "csh", "ksh", "fish", "run", "elf"}
    | {"desktop", "appimage", "flatpakref", "deb", "rpm", "snap", "py"}
    | {"pyc", "pyw", "pyz", "pl", "rb", "php", "lua", "tcl", "air", "one"}
    | {"docm", "dotm", "xlsm", "xltm", "xlam", "pptm", "potm", "ppam", "ppsm", "sldm"}
)


def sniffed_type(octets: bytes) -> str:
    """The type that the first octets of a file speak of; empty where they do not."""
    head = octets[:SNIFFED_OCTETS]
    for magic, kind in _PROGRAM_MAGIC:
        if head.startswith(magic):
            return kind if _is_convincing(kind, head) else ""
    if head.startswith(b"PK\x03\x04"):
        return _zip_type(head)
    for at, magic, also_at, also, kind in _INSIDE:
        if head.startswith(magic, at) and head.startswith(also, also_at):
            return kind
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return kind if _is_convincing(kind, head) else ""
    return _text_type(head)


def is_program(name: str, octets: bytes = b"") -> bool:
    """Whether opening the file would run something, by name or by its first octets."""
    _, dot, extension = safe_file_name(name).rpartition(".")
    named_so = dot and extension.lower() in PROGRAM_EXTENSIONS
    return bool(named_so) or sniffed_type(octets) in PROGRAM_TYPES


def _is_convincing(kind: str, head: bytes) -> bool:
    """Two letters alone begin many a text too."""
    if kind in ("image/bmp", "application/vnd.microsoft.portable-executable"):
        return b"\x00" in head[:64]
    return kind != "text/x-shellscript" or b"\n" in head[:256]


def _zip_type(head: bytes) -> str:
    for entry, kind in _ZIP_ENTRIES:
        if entry in head:
            stated = _ZIP_MIMETYPE.search(head)
            return kind or (stated[1].decode("ascii") if stated else "")
    return "application/zip"


def _text_type(head: bytes) -> str:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = head[: len(head) // 2 * 2].decode("utf-16", "replace")
    else:
        text = head.decode("latin-1").removeprefix("\xef\xbb\xbf")
    found = _MARKUP.match(text)
    if found is None:
        return ""
    return "image/svg+xml" if found[1].lower() == "svg" else "text/html"
