"""Kind and size of a picture, from its own octets."""

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage, QImageWriter

from hudhud.ui.picture_kind import PIXELS, showable_type
from support.listening import png

STARTS = (
    *(b"\x89PNG\r\n\x1a\n", b"GIF89a", b"\xff\xd8\xff", b"RIFF0000WEBPVP8 "),
    *(b"RIFF0000WEBPVP8X", b"RIFF0000WEBPVP8L", b"BM"),
)


def written(kind: str) -> bytes:
    image = QImage(31, 17, QImage.Format.Format_RGB32)
    image.fill(0x336699)
    octets = QByteArray()
    buffer = QBuffer(octets)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert QImageWriter(buffer, kind.encode()).write(image)
    return bytes(octets.data())


@pytest.mark.parametrize(
    ("kind", "content_type"),
    [
        ("png", "image/png"),
        ("jpg", "image/jpeg"),
        ("webp", "image/webp"),
        ("bmp", "image/bmp"),
    ],
)
def test_pictures_as_they_are_written_are_known(kind: str, content_type: str) -> None:
    assert showable_type(written(kind)) == content_type


def test_a_moving_picture_is_known_by_its_first_octets() -> None:
    assert showable_type(b"GIF89a" + struct.pack("<HH", 4, 4)) == "image/gif"


@pytest.mark.parametrize(
    "octets",
    [
        b"",
        b"<svg/>",
        b"%PDF-1.7",
        b"<html>",
        b"\x00\x00\x01\x00",
        b"II*\x00",
        b"P6 1 1",
    ],
)
def test_what_is_more_than_pixels_is_not_shown(octets: bytes) -> None:
    assert showable_type(octets) is None


def test_too_many_pixels_are_not_shown() -> None:
    assert showable_type(png(1, 1, stated=(PIXELS, 1))) == "image/png"
    assert showable_type(png(1, 1, stated=(PIXELS, 2))) is None
    assert showable_type(png(1, 1, stated=(0, 5))) is None


@given(st.sampled_from(STARTS), st.binary(max_size=200))
def test_no_octets_make_it_fail(start: bytes, rest: bytes) -> None:
    assert showable_type(start + rest) is None or start
