"""Status lines judged strictly, listings read leniently, as real servers need it."""

import pytest

from hudhud.pop3.errors import OutOfStep
from hudhud.pop3.replies import (
    DropListing,
    ScanLine,
    UniqueIdLine,
    parse_drop_listing,
    parse_scan_listing,
    parse_status,
    parse_unique_id_listing,
)


@pytest.mark.parametrize(
    ("line", "parsed"),
    [
        (b"+OK", (True, "", "")),
        (b"+OK 2 320", (True, "2 320", "")),
        (b"+OK\t2 320", (True, "2 320", "")),
        (b"-ERR", (False, "", "")),
        (b"-err no such message", (False, "no such message", "")),
        (b"-ERR [SYS/TEMP] later", (False, "[SYS/TEMP] later", "SYS/TEMP")),
        (b"-ERR  [ auth ] no", (False, "[ auth ] no", "AUTH")),
        (b"-ERR [unclosed", (False, "[unclosed", "")),
        (b"+OK [XCLIENT] ready", (True, "[XCLIENT] ready", "XCLIENT")),
        (b"-ERR \xff\xfe", (False, "\\xff\\xfe", "")),
        ("+OK \u0645\u0631\u062d\u0628\u0627".encode(), (True, "مرحبا", "")),
    ],
)
def test_a_status_line_is_indicator_text_and_code(
    line: bytes, parsed: tuple[bool, str, str]
) -> None:
    assert parse_status(line) == parsed


@pytest.mark.parametrize(
    "line", [b"", b"+", b"+O", b"OK", b"+OKAY", b"-ERRO", b"+OK\rx", b"+OK a\nb", b"+1"]
)
def test_anything_else_is_no_status_line(line: bytes) -> None:
    with pytest.raises(OutOfStep, match="not a reply"):
        parse_status(line)


@pytest.mark.parametrize(
    ("text", "drop"),
    [
        ("2 320", DropListing(2, 320)),
        ("0 0", DropListing(0, 0)),
        ("2  320 and more", DropListing(2, 320)),
        ("2 320\tmessages", DropListing(2, 320)),
        ("2", None),
        ("-1 320", None),
        ("2 -320", None),
        ("", None),
        ("two 320", None),
        ("2 320octets", None),
        ("9" * 5000 + " 1", None),
    ],
)
def test_a_drop_listing_that_makes_no_sense_is_none(
    text: str, drop: DropListing | None
) -> None:
    assert parse_drop_listing(text) == drop


def test_scan_lines_keep_the_order_of_the_server() -> None:
    lines, malformed = parse_scan_listing(b"2 200\r\n1 120\r\n")
    assert lines == (ScanLine(2, 200), ScanLine(1, 120))
    assert malformed == 0


@pytest.mark.parametrize(
    ("line", "scanned"),
    [
        (b"3 0", ScanLine(3, 0)),
        (b"3   17", ScanLine(3, 17)),
        (b"3\t17", ScanLine(3, 17)),
        (b"3 17 extra", ScanLine(3, 17)),
        (b"3", ScanLine(3, None)),
        (b"3 -17", ScanLine(3, None)),
        (b"+OK 3 17", ScanLine(3, 17)),
        (b"003 17", ScanLine(3, 17)),
    ],
)
def test_a_size_is_a_hint_and_may_be_missing(line: bytes, scanned: ScanLine) -> None:
    assert parse_scan_listing(line + b"\r\n") == ((scanned,), 0)


@pytest.mark.parametrize(
    "line",
    [b"", b"x 17", b"0 17", b"-3 17", b"3.5 17", b"99999999999999 17", b"\xb2 17"],
)
def test_a_scan_line_that_makes_no_sense_is_left_out_and_counted(line: bytes) -> None:
    lines, malformed = parse_scan_listing(b"1 120\r\n" + line + b"\r\n4 400\r\n")
    assert lines == (ScanLine(1, 120), ScanLine(4, 400))
    assert malformed == 1


def test_a_number_that_is_listed_twice_keeps_its_first_line() -> None:
    lines, malformed = parse_unique_id_listing(b"1 a\r\n1 b\r\n2 c\r\n")
    assert lines == (UniqueIdLine(1, b"a"), UniqueIdLine(2, b"c"))
    assert malformed == 1


@pytest.mark.parametrize(
    ("line", "uid"),
    [
        (b"7 QhdPYR:00WBw1Ph7x7", b"QhdPYR:00WBw1Ph7x7"),
        (b"7    three-blanks", b"three-blanks"),
        (b"7\tafter a tab", b"after a tab"),
        (b"+OK 7 after-an-indicator", b"after-an-indicator"),
        (b"7 inner blank stays", b"inner blank stays"),
        (b"7 trailing   ", b"trailing"),
        (b"7 ", b""),
        (b"7", b""),
        (b"7 " + b"x" * 500, b"x" * 500),
        (b"7 8-bit\xff\xfe", b"8-bit\xff\xfe"),
        (b"7 control\x01\x1b", b"control\x01\x1b"),
    ],
)
def test_a_unique_id_is_the_whole_rest_of_its_line(line: bytes, uid: bytes) -> None:
    expected = ((UniqueIdLine(7, uid),), 0)
    assert parse_unique_id_listing(line + b"\r\n") == expected


def test_the_same_unique_id_may_be_used_twice() -> None:
    lines, malformed = parse_unique_id_listing(b"1 same\r\n2 same\r\n")
    assert [line.uid for line in lines] == [b"same", b"same"]
    assert malformed == 0


def test_listings_may_have_gaps_and_no_lines_at_all() -> None:
    lines, _ = parse_unique_id_listing(b"1 a\r\n9 b\r\n")
    assert [line.number for line in lines] == [1, 9]
    assert parse_unique_id_listing(b"") == ((), 0)


def test_listings_of_a_line_feed_server_are_read_alike() -> None:
    assert parse_scan_listing(b"1 120\n2 200\n") == parse_scan_listing(
        b"1 120\r\n2 200\r\n"
    )
