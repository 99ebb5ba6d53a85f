"""File names that can do no harm."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hudhud.mime.safe_name import NAME_OCTETS, default_file_name, safe_file_name


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("report.pdf", "report.pdf"),
        ("تقرير شهر نوفمبر.pdf", "تقرير شهر نوفمبر.pdf"),
        ("می\u200cخواهم.txt", "می\u200cخواهم.txt"),
        ("../../etc/passwd", "passwd"),
        ("..\\..\\boot.ini", "boot.ini"),
        ("/etc/passwd", "passwd"),
        ("C:\\Users\\x\\a.txt", "a.txt"),
        ("folder/", "folder"),
        ("a:b.txt", "a_b.txt"),
        ('a<b>c"d|e?f*g', "a_b_c_d_e_f_g"),
        ("CON", "_CON"),
        ("con.txt", "_con.txt"),
        ("Lpt1.pdf", "_Lpt1.pdf"),
        ("console.txt", "console.txt"),
        (".bashrc", "bashrc"),
        ("...", "attachment"),
        ("trailing. . ", "trailing"),
        ("a.pdf.exe", "a.pdf.exe"),
        ("invoice.pdf            .exe", "invoice.pdf .exe"),
        ("photo\u202egnp.exe", "photognp.exe"),
        ("\u2066x\u2069.txt", "x.txt"),
        ("nul\x00byte.txt", "nulbyte.txt"),
        ("line\r\nbreak.txt", "linebreak.txt"),
        ("\ud800.txt", "txt"),
        ("e\u0301.txt", "é.txt"),
        ("", "attachment"),
    ],
)
def test_a_name_is_made_fit_for_any_file_system(name: str, safe: str) -> None:
    assert safe_file_name(name) == safe


@pytest.mark.parametrize("letter", ["x", "ش", "會"])
def test_a_long_name_keeps_its_extension(letter: str) -> None:
    safe = safe_file_name(letter * 4_000 + ".pdf")
    assert safe.endswith(f"{letter}.pdf")
    assert NAME_OCTETS - 3 <= len(safe.encode()) <= NAME_OCTETS


def test_a_long_extension_is_no_extension() -> None:
    assert len(safe_file_name("a." + "x" * 4_000)) == NAME_OCTETS


def test_a_part_without_a_name_is_called_by_its_type() -> None:
    assert default_file_name("application/pdf") == "attachment.pdf"
    assert default_file_name("x/y") == "attachment"


@given(st.text())
def test_any_name_comes_out_safe_and_stays_so(name: str) -> None:
    safe = safe_file_name(name)
    assert safe_file_name(safe) == safe
    assert 0 < len(safe.encode()) <= NAME_OCTETS
    assert not set(safe) & set('/\\<>:"|?*\x00')
    assert safe.strip(". ") == safe
