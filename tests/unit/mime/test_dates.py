"""Dates of every form, and what stands in for a missing one."""

from datetime import UTC, datetime

import pytest

from hudhud.mime.dates import parse_date, received_date

TEN_IN_RIYADH = datetime(2025, 11, 24, 7, 0, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    "value",
    [
        b"Mon, 24 Nov 2025 10:00:00 +0300",
        b"24 Nov 2025 10:00:00 +0300",
        b"Mon,24 Nov 2025 10:00:00 +0300",
        b"Mon, 24 Nov 2025 10:00:00 +0300 (AST)",
        b"Mon, 24 Nov 2025 10:00 +0300",
        b"mon, 24 nov 2025 10:00:00 +0300",
        b"Mon, 24 November 2025 10:00:00 +0300",
        b"Mon, 24 Nov 25 10:00:00 +0300",
        b"Mon, 24 Nov 125 10:00:00 +0300",
        b"Mon, 24 Nov 2025 10:00:00 +03:00",
        b"Mon, 24 Nov 2025 10:00:00 GMT+03:00",
        b"Mon, 24 Nov 2025 10:00:00 UTC+3",
        b"Mon, 24 Nov 2025 07:00:00 GMT",
        b"Mon, 24 Nov 2025 07:00:00 Z",
        b"Mon, 24 Nov 2025 07:00:00",
        b'Mon, 24 Nov 2025 07:00:00 "GMT"',
        b"Mon, 24 Nov 2025 02:00:00 EST",
        b"Mon, 24 Nov 2025 07:00:00 +9900",
        b"Mon, 24 Nov 2025 10 : 00 : 00 +0300",
        b"Mon, 24 Nov 2025 (a comment) 10:00:00 +0300",
        b"24-Nov-2025 10:00:00 +0300",
        b"24 Nov 2025 10.00.00 +0300",
        b"Mon Nov 24 07:00:00 2025",
        b"Nov 24, 2025 7:00 AM",
        b"2025-11-24T07:00:00Z",
        b"2025-11-24T10:00:00+03:00",
        b"2025-11-24 07:00:00.123",
        b"24/11/2025 07:00:00",
        b"11/24/2025 7:00:00 AM",
        b"24.11.2025 07:00",
    ],
)
def test_a_moment_is_read_however_it_is_written(value: bytes) -> None:
    assert parse_date(value) == TEN_IN_RIYADH


@pytest.mark.parametrize(
    "value",
    [b"", b"foo", b"Mon, 31 Feb 2025 10:00:00 +0000", b"\xff\xfe", b"Mon, 24"]
    + [b"Mon, 24 Nov 2025 25:00:00 +0300", b"Mon, 24 Nov 1925 10:00:00 +0300"]
    + [b"99999999999", b"1 Jan 9999 00:00:00 +0000", b"[redacted]", b"::", b"1/1"],
)
def test_what_is_no_moment_is_none(value: bytes) -> None:
    assert parse_date(value) is None


def test_a_leap_second_is_the_second_before() -> None:
    sent = parse_date(b"Sat, 31 Dec 2016 23:59:60 +0000")
    assert sent == datetime(2016, 12, 31, 23, 59, 59, tzinfo=UTC)


def test_a_received_field_ends_in_its_moment() -> None:
    value = b"from a; b by c with d;\r\n\tMon, 24 Nov 2025 10:00:00 +0300 (AST)"
    assert received_date(value) == TEN_IN_RIYADH
    assert received_date(b"from a by b") is None
