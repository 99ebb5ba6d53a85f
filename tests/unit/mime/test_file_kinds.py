"""What a file really is, and whether it is a program."""

import pytest

from hudhud.mime.file_kinds import is_program, sniffed_type

ZIP = b"PK\x03\x04" + bytes(26)


@pytest.mark.parametrize(
    ("octets", "kind"),
    [
        (b"%PDF-1.7\n", "application/pdf"),
        (b"\x89PNG\r\n\x1a\n", "image/png"),
        (b"\xff\xd8\xff\xe0", "image/jpeg"),
        (b"GIF89a", "image/gif"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "image/webp"),
        (b"\x00\x00\x00\x18ftypheic", "image/heic"),
        (b"\x00\x00\x00\x18ftypmp42", "video/mp4"),
        (ZIP + b"a.txt", "application/zip"),
        (
            ZIP + b"[Content_Types].xml word/document.xml",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ),
        (
            ZIP + b"mimetypeapplication/vnd.oasis.opendocument.textPK",
            "application/vnd.oasis.opendocument.text",
        ),
        (ZIP + b"META-INF/MANIFEST.MF", "application/java-archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage"),
        (b"MZ\x90\x00\x03", "application/vnd.microsoft.portable-executable"),
        (b"\x7fELF\x02", "application/x-executable"),
        (b"#!/bin/sh\n", "text/x-shellscript"),
        (b"<!DOCTYPE html><p>", "text/html"),
        (b"\xef\xbb\xbf <html>", "text/html"),
        ("<html>".encode("utf-16"), "text/html"),
        (b"<?xml version='1.0'?><svg>", "image/svg+xml"),
        (b"MZ is how this text begins", ""),
        (b"BMW", ""),
        (b"hello", ""),
        (b"", ""),
    ],
)
def test_first_octets_speak_of_a_type(octets: bytes, kind: str) -> None:
    assert sniffed_type(octets) == kind


@pytest.mark.parametrize(
    "name",
    ["a.exe", "A.EXE", "invoice.pdf.exe", "a.scr", "a.js", "a.lnk", "a.docm", "a.jar"]
    + ["a.exe.", "a.exe ", "fdp\u202egnp.exe", "a.desktop", "a.command", "a.iso"],
)
def test_a_name_can_tell_of_a_program(name: str) -> None:
    assert is_program(name)


@pytest.mark.parametrize("octets", [b"MZ\x90\x00\x03", b"\x7fELF\x02", b"#!/bin/sh\n"])
def test_octets_can_tell_of_a_program_under_any_name(octets: bytes) -> None:
    assert is_program("holiday.jpg", octets)


@pytest.mark.parametrize("name", ["a.pdf", "a.jpg", "a.docx", "exe", "a", "a.exe.pdf"])
def test_other_files_are_no_programs(name: str) -> None:
    assert not is_program(name, b"%PDF-1.7\n")
