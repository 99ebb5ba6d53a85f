"""The files of the sample letters: made when asked for, or lying by the texts."""

import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import PurePath
from random import Random

from hudhud.demo.dates import fill
from hudhud.demo.pdf import Sheet, pdf_file
from hudhud.demo.png import evening
from hudhud.demo.resources import sample_folder

SCAN_OCTETS = 1_150_000
SCANS = 10

CONTENT_TYPES: Mapping[str, str] = {
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".zip": "application/zip",
}


@dataclass(frozen=True, slots=True)
class File:
    content_type: str
    octets: bytes


def attachment(name: str, on: date) -> File:
    make = MADE.get(name)
    octets = make(on) if make else (sample_folder() / name).read_bytes()
    return File(CONTENT_TYPES[PurePath(name).suffix], octets)


def invoice(on: date) -> bytes:
    sheet = Sheet(
        firm="Atlas Works",
        title=fill("Invoice {{number}}", on),
        lines=(
            "Noor Haddad, 18 Palm Street",
            fill("Written on {{day}}", on),
            fill("For your desk in {{month}}", on),
        ),
        rows=(
            ("Desk by the window, one month", "240.00"),
            ("Meeting room, 3 hours", "45.00"),
            ("Printing", "6.50"),
            ("Total", "291.50"),
        ),
        footer=fill("It will be taken from your account on {{day +14}}.", on),
        colour=(0.13, 0.29, 0.36),
    )
    return pdf_file(sheet)


def statement(on: date) -> bytes:
    sheet = Sheet(
        firm="Cedar & Nile Bank",
        title=fill("Statement for {{month -20}}", on),
        lines=("Noor Haddad", "Account ending 4410"),
        rows=(
            ("Opening balance", "2,184.36"),
            ("Money in", "1,950.00"),
            ("Money out", "-1,412.87"),
            ("Closing balance", "2,721.49"),
        ),
        footer="Cedar & Nile Bank never asks for your password.",
        colour=(0.09, 0.31, 0.2),
    )
    return pdf_file(sheet)


def electricity_bill(on: date) -> bytes:
    sheet = Sheet(
        firm="Diyaa Power",
        title=fill("Electricity, {{month -30}}", on),
        lines=("Subscription 118-40722", "312 kWh"),
        rows=(
            ("Energy", "24.960"),
            ("Grid", "3.680"),
            ("To be paid", "28.640"),
        ),
        footer=fill("Payable until {{day +15}}.", on),
        colour=(0.62, 0.36, 0.07),
    )
    return pdf_file(sheet)


def picture(on: date) -> bytes:
    return evening()


def survey_scans(on: date) -> bytes:
    """About 11 MB that no compression makes smaller, the same every time."""
    octets = BytesIO()
    noise = Random(1911)
    with zipfile.ZipFile(octets, "w", zipfile.ZIP_STORED) as packed:
        for sheet in range(1, SCANS + 1):
            entry = zipfile.ZipInfo(
                f"survey/sheet-{sheet:02}.raw", (2024, 3, 11, 9, 0, 0)
            )
            packed.writestr(entry, noise.randbytes(SCAN_OCTETS))
    return octets.getvalue()


MADE: Mapping[str, Callable[[date], bytes]] = {
    "invoice.pdf": invoice,
    "statement.pdf": statement,
    "فاتورة الكهرباء.pdf": electricity_bill,
    "evening.png": picture,
    "survey-scans.zip": survey_scans,
}
