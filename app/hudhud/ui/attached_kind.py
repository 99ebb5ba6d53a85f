"""What an attached file is, in a person's terms: by its octets, then by its name.

What the sender calls it decides only where the octets say nothing.
"""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication

from hudhud.mime.file_kinds import is_program, sniffed_type
from hudhud.ui.pdf_pages import HAS_PDF
from hudhud.ui.picture_kind import showable_type

translate = QCoreApplication.translate


class FileKind(StrEnum):
    PROGRAM = "program"
    PICTURE = "picture"
    PDF = "pdf"
    TEXT = "text"
    DOCUMENT = "document"
    SHEET = "sheet"
    SLIDES = "slides"
    ARCHIVE = "archive"
    SOUND = "sound"
    FILM = "film"
    LETTER = "letter"
    CALENDAR = "calendar"
    OTHER = "other"


_OFFICE = "application/vnd.openxmlformats-officedocument."
_ODF = "application/vnd.oasis.opendocument."
_TYPES: Mapping[str, FileKind] = MappingProxyType(
    {
        "application/pdf": FileKind.PDF,
        "application/rtf": FileKind.DOCUMENT,
        "application/msword": FileKind.DOCUMENT,
        f"{_OFFICE}wordprocessingml.document": FileKind.DOCUMENT,
        f"{_OFFICE}spreadsheetml.sheet": FileKind.SHEET,
        f"{_OFFICE}presentationml.presentation": FileKind.SLIDES,
        f"{_ODF}text": FileKind.DOCUMENT,
        f"{_ODF}spreadsheet": FileKind.SHEET,
        f"{_ODF}presentation": FileKind.SLIDES,
        "application/vnd.ms-excel": FileKind.SHEET,
        "application/vnd.ms-powerpoint": FileKind.SLIDES,
        "application/zip": FileKind.ARCHIVE,
        "application/gzip": FileKind.ARCHIVE,
        "application/x-bzip2": FileKind.ARCHIVE,
        "application/x-xz": FileKind.ARCHIVE,
        "application/x-7z-compressed": FileKind.ARCHIVE,
        "application/vnd.rar": FileKind.ARCHIVE,
        "application/x-tar": FileKind.ARCHIVE,
        "application/ogg": FileKind.SOUND,
        "application/json": FileKind.TEXT,
        "application/xml": FileKind.TEXT,
        "text/calendar": FileKind.CALENDAR,
        "message/rfc822": FileKind.LETTER,
        "message/global": FileKind.LETTER,
        "image/svg+xml": FileKind.OTHER,
        "text/html": FileKind.OTHER,
    }
)
_FAMILIES: Mapping[str, FileKind] = MappingProxyType(
    {
        "audio": FileKind.SOUND,
        "video": FileKind.FILM,
        "text": FileKind.TEXT,
        "image": FileKind.PICTURE,
    }
)
ICONS: Mapping[FileKind, str] = MappingProxyType(
    {
        FileKind.PROGRAM: "warning",
        FileKind.PICTURE: "image",
        FileKind.LETTER: "letter",
        FileKind.CALENDAR: "clock",
        FileKind.ARCHIVE: "inbox",
    }
)


def kind_of(name: str, content_type: str, octets: bytes) -> FileKind:
    """Of `octets` the first few thousand are enough."""
    if is_program(name, octets):
        return FileKind.PROGRAM
    sniffed = sniffed_type(octets)
    if sniffed == "application/x-ole-storage":
        sniffed = ""
    kind = _of_type(sniffed or content_type)
    if kind is FileKind.PICTURE and octets and showable_type(octets) is None:
        return FileKind.OTHER if not sniffed else FileKind.PICTURE
    if kind is FileKind.TEXT and b"\0" in octets[:4096]:
        return FileKind.OTHER
    return kind


def kind_text(kind: FileKind) -> str:
    return {
        FileKind.PROGRAM: translate("AttachedKind", "Program"),
        FileKind.PICTURE: translate("AttachedKind", "Picture"),
        FileKind.PDF: translate("AttachedKind", "PDF"),
        FileKind.TEXT: translate("AttachedKind", "Text"),
        FileKind.DOCUMENT: translate("AttachedKind", "Document"),
        FileKind.SHEET: translate("AttachedKind", "Spreadsheet"),
        FileKind.SLIDES: translate("AttachedKind", "Slides"),
        FileKind.ARCHIVE: translate("AttachedKind", "Packed files"),
        FileKind.SOUND: translate("AttachedKind", "Sound"),
        FileKind.FILM: translate("AttachedKind", "Film"),
        FileKind.LETTER: translate("AttachedKind", "Letter"),
        FileKind.CALENDAR: translate("AttachedKind", "Calendar"),
        FileKind.OTHER: translate("AttachedKind", "File"),
    }[kind]


def can_preview(kind: FileKind) -> bool:
    """Whether the program itself can show it."""
    is_pdf = kind is FileKind.PDF and HAS_PDF
    return is_pdf or kind in (FileKind.PICTURE, FileKind.TEXT)


def icon_of(kind: FileKind) -> str:
    return ICONS.get(kind, "file")


def _of_type(content_type: str) -> FileKind:
    known = _TYPES.get(content_type)
    family = content_type.partition("/")[0]
    return known or _FAMILIES.get(family, FileKind.OTHER)
