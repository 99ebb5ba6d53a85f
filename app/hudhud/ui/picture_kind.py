"""What kind of picture some octets are, by themselves: what a sender says counts not.

Only kinds that hold nothing but pixels are shown. A drawing (SVG) can name other files,
and a document (PDF) is a program of its own. Nothing is decoded here.
"""

import re
import struct

# A picture of this many pixels takes 200 MB once it is decoded.
PIXELS = 50_000_000

_GIF = re.compile(rb"GIF8[79]a(..)(..)", re.DOTALL)
_PNG = re.compile(rb"\x89PNG\r\n\x1a\n....IHDR(....)(....)", re.DOTALL)
_WEBP = re.compile(rb"RIFF....WEBPVP8([ LX])....", re.DOTALL)
_BMP = re.compile(rb"BM.{12}(....)(....)(....)", re.DOTALL)
# ITU T.81 table B.1: frames of every kind, without DHT, JPG and DAC among them.
_JPEG_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_JPEG_ALONE = frozenset({0x01, *range(0xD0, 0xD9)})
_JPEG_SEGMENTS = 1_000

Size = tuple[int, int]


def showable_type(octets: bytes) -> str | None:
    """The content type of a picture that may be shown, or None."""
    for content_type, measure in _KINDS:
        size = measure(octets)
        if size is not None:
            width, height = size
            return content_type if 0 < width * height <= PIXELS else None
    return None


def _png_size(octets: bytes) -> Size | None:
    found = _PNG.match(octets)
    return (_big(found[1]), _big(found[2])) if found else None


def _gif_size(octets: bytes) -> Size | None:
    found = _GIF.match(octets)
    return (_little(found[1]), _little(found[2])) if found else None


def _bmp_size(octets: bytes) -> Size | None:
    """Of the headers in use; a negative height means lines from the top."""
    found = _BMP.match(octets)
    if found is None or _little(found[1]) < 40:
        return None
    width, height = struct.unpack("<ii", found[2] + found[3])
    return abs(width), abs(height)


def _webp_size(octets: bytes) -> Size | None:
    """RFC 9649 sections 2.5 to 2.7."""
    found = _WEBP.match(octets)
    rest = octets[20:30]
    if found is None or len(rest) < 10:
        return None
    if found[1] == b"X":
        return _little(rest[4:7]) + 1, _little(rest[7:10]) + 1
    if found[1] == b"L":
        bits = _little(rest[1:5])
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    return _little(rest[6:8]) & 0x3FFF, _little(rest[8:10]) & 0x3FFF


def _jpeg_size(octets: bytes) -> Size | None:
    if not octets.startswith(b"\xff\xd8\xff"):
        return None
    place = 2
    for _ in range(_JPEG_SEGMENTS):
        marker, length = octets[place + 1 : place + 2], octets[place + 2 : place + 4]
        if octets[place : place + 1] != b"\xff" or len(length) < 2:
            return None
        if marker[0] in _JPEG_FRAMES:
            lines = octets[place + 5 : place + 7]
            return _big(octets[place + 7 : place + 9]), _big(lines)
        place += _jpeg_step(marker[0], length)
    return None


def _jpeg_step(marker: int, length: bytes) -> int:
    """How far the next marker is; a marker may be filled up with more 0xFF."""
    if marker == 0xFF:
        return 1
    return 2 if marker in _JPEG_ALONE else 2 + _big(length)


def _big(octets: bytes) -> int:
    return int.from_bytes(octets, "big")


def _little(octets: bytes) -> int:
    return int.from_bytes(octets, "little")


_KINDS = (
    ("image/png", _png_size),
    ("image/jpeg", _jpeg_size),
    ("image/gif", _gif_size),
    ("image/webp", _webp_size),
    ("image/bmp", _bmp_size),
)
