"""One-page PDF files with a heading, a table and a footer (PDF 1.4)."""

from collections.abc import Sequence
from dataclasses import dataclass

LEFT, RIGHT = 64, 531


@dataclass(frozen=True, slots=True)
class Sheet:
    """`colour` is red, green, blue from 0 to 1; `rows` are words and an amount."""

    firm: str
    title: str
    lines: tuple[str, ...]
    rows: tuple[tuple[str, str], ...]
    footer: str
    colour: tuple[float, float, float]


def pdf_file(sheet: Sheet) -> bytes:
    content = page_content(sheet).encode("cp1252")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 6 0 R"
        b" /Resources << /Font << /F1 4 0 R /F2 5 0 R >> >> >>",
        font(b"Helvetica"),
        font(b"Helvetica-Bold"),
        b"<< /Length %d >>\nstream\n%b\nendstream" % (len(content), content),
    ]
    return with_index(objects)


def font(name: bytes) -> bytes:
    return (
        b"<< /Type /Font /Subtype /Type1 /BaseFont /%b"
        b" /Encoding /WinAnsiEncoding >>" % name
    )


def with_index(objects: Sequence[bytes]) -> bytes:
    """Put the objects in a file and write the table of where each one begins."""
    octets = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
    places = []
    for number, one in enumerate(objects, start=1):
        places.append(len(octets))
        octets += b"%d 0 obj\n%b\nendobj\n" % (number, one)
    index = len(octets)
    octets += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    octets += b"".join(b"%010d 00000 n \n" % place for place in places)
    octets += b"trailer\n<< /Size %d /Root 1 0 R >>\n" % (len(objects) + 1)
    return bytes(octets + b"startxref\n%d\n%%%%EOF\n" % index)


def page_content(sheet: Sheet) -> str:
    red, green, blue = sheet.colour
    drawn = [
        f"{red} {green} {blue} rg 0 762 595 80 re f",
        f"1 1 1 rg {words(LEFT, 796, 22, sheet.firm, bold=True)}",
        f"0.15 0.15 0.18 rg {words(LEFT, 716, 18, sheet.title, bold=True)}",
    ]
    y = 690
    for line in sheet.lines:
        drawn.append(words(LEFT, y, 11, line))
        y -= 16
    return "\n".join(drawn + table(sheet, y - 24) + [words(LEFT, 56, 9, sheet.footer)])


def table(sheet: Sheet, top: int) -> list[str]:
    drawn = []
    y = top
    for place, (label, amount) in enumerate(sheet.rows, start=1):
        is_last = place == len(sheet.rows)
        if is_last:
            drawn.append(f"0.6 w {LEFT} {y + 16} m {RIGHT} {y + 16} l S")
        drawn.append(words(LEFT, y, 12, label, bold=is_last))
        drawn.append(words(RIGHT - 60, y, 12, amount, bold=is_last))
        y -= 24
    return drawn


def words(x: int, y: int, size: int, text: str, bold: bool = False) -> str:
    escaped = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /{'F2' if bold else 'F1'} {size} Tf {x} {y} Td ({escaped}) Tj ET"
