"""A small picture, drawn in code: an evening by the sea, as a PNG file."""

import struct
import zlib
from math import sin

Colour = tuple[int, int, int]

WIDTH = 480
HEIGHT = 300
HORIZON = 176
SUN_X, SUN_Y, SUN_RADIUS = 330, 150, 34
ZENITH: Colour = (44, 58, 110)
GLOW: Colour = (244, 150, 92)
SUN: Colour = (255, 226, 158)
SEA: Colour = (70, 62, 104)
DEEP: Colour = (22, 26, 58)
SHORE: Colour = (17, 16, 32)


def evening() -> bytes:
    return png_file(WIDTH, HEIGHT, b"".join(map(scan_line, range(HEIGHT))))


def png_file(width: int, height: int, scan_lines: bytes) -> bytes:
    """Eight bits each of red, green and blue; a filter octet before every line."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"".join(
        (
            b"\x89PNG\r\n\x1a\n",
            chunk(b"IHDR", header),
            chunk(b"IDAT", zlib.compress(scan_lines, 9)),
            chunk(b"IEND", b""),
        )
    )


def chunk(kind: bytes, octets: bytes) -> bytes:
    check = zlib.crc32(kind + octets)
    return struct.pack(">I", len(octets)) + kind + octets + struct.pack(">I", check)


def between(first: Colour, second: Colour, share: float) -> bytes:
    return bytes(
        round(one + (other - one) * share)
        for one, other in zip(first, second, strict=True)
    )


def scan_line(y: int) -> bytes:
    if y < HORIZON:
        line = bytearray(between(ZENITH, GLOW, (y / HORIZON) ** 1.6) * WIDTH)
        paint_sun(line, y, SUN_Y, bytes(SUN))
    else:
        depth = (y - HORIZON) / (HEIGHT - HORIZON)
        line = bytearray(between(SEA, DEEP, depth) * WIDTH)
        paint_glitter(line, y, depth)
    paint_shore(line, y)
    return b"\0" + bytes(line)


def paint_sun(line: bytearray, y: int, centre: int, colour: bytes) -> None:
    inside = SUN_RADIUS**2 - (y - centre) ** 2
    if inside > 0:
        half = int(inside**0.5)
        paint(line, SUN_X - half, 2 * half, colour)


def paint_glitter(line: bytearray, y: int, depth: float) -> None:
    if y % 5 < 2:
        half = int(10 + 46 * depth + 9 * sin(y * 1.7))
        paint(line, SUN_X - half, 2 * half, between(SUN, SEA, 0.25 + depth / 2))


def paint_shore(line: bytearray, y: int) -> None:
    left = int((y - 232) * 3.1 + 22 * sin(y / 9))
    if left > 0:
        paint(line, 0, min(left, WIDTH), bytes(SHORE))


def paint(line: bytearray, start: int, width: int, colour: bytes) -> None:
    line[3 * start : 3 * (start + width)] = colour * width
