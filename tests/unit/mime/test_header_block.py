"""Header blocks, sound and broken, read into fields."""

import pytest

from hudhud.mime.header_block import read_letter_header, read_part_header
from hudhud.mime.limits import HEADER_BLOCK_OCTETS, HEADER_VALUE_OCTETS, Note


@pytest.mark.parametrize(
    ("octets", "subject", "body"),
    [
        (b"Subject: a\r\n\r\nbody", b"a", b"body"),
        (b"Subject: a\n\nbody", b"a", b"body"),
        (b"Subject: a\r\r\n\r\r\nbody", b"a", b"body"),
        (b"\r\n\r\nSubject: a\r\n\r\nbody", b"a", b"body"),
        (b"\xef\xbb\xbfSubject: a\r\n\r\nbody", b"a", b"body"),
        (b"From x Mon Jan  1\nSubject: a\n\nbody", b"a", b"body"),
        (b">From x Mon Jan  1\nSubject: a\n\nbody", b"a", b"body"),
        (b"Subject : a\r\n\r\nbody", b"a", b"body"),
        (b"Subject:a\r\n\r\nbody", b"a", b"body"),
        (b"SUBJECT: a\r\n\r\nbody", b"a", b"body"),
        (b"Subject: a\r\n b\r\n\tc\r\n\r\nbody", b"a\r\n b\r\n\tc", b"body"),
        (b"junk line\r\nSubject: a\r\n\r\nbody", b"a", b"body"),
        (b"To: x\r\njunk\r\nSubject: a\r\n\r\nbody", b"a", b"body"),
        (b"Subject: a\r\nbody begins\r\nat once", b"a", b"body begins\r\nat once"),
        (b"Subject: a\r\n \r\nFrom: x\r\n\r\nbody", b"a", b"body"),
        (b"Subject: a", b"a", b""),
        (b"Subject:\r\n\r\nbody", b"", b"body"),
        (b"no header here\r\n\r\nat all", b"", b"no header here\r\n\r\nat all"),
        (b"", b"", b""),
    ],
)
def test_a_mended_header_block_keeps_subject_and_body(
    octets: bytes, subject: bytes, body: bytes
) -> None:
    block = read_letter_header(octets)
    assert block.first("subject") == subject
    assert octets[block.body_start :] == body


@pytest.mark.parametrize(
    ("octets", "content_type", "body"),
    [
        (b"Content-Type: text/html\r\n\r\nbody", b"text/html", b"body"),
        (b"\r\nbody: with a colon", b"", b"body: with a colon"),
        (b"\r\nContent-Type: text/html\r\n\r\nbody", b"text/html", b"body"),
        (b"just text", b"", b"just text"),
        (b"", b"", b""),
    ],
)
def test_a_part_may_have_no_header(
    octets: bytes, content_type: bytes, body: bytes
) -> None:
    block = read_part_header(octets, 0, len(octets))
    assert block.first("content-type") == content_type
    assert octets[block.body_start :] == body


def test_every_field_of_a_name_is_kept_in_order() -> None:
    block = read_letter_header(b"Received: 1\nSubject: x\nRECEIVED: 2\n\n")
    assert block.every("received") == (b"1", b"2")
    assert [field.name for field in block.fields] == ["Received", "Subject", "RECEIVED"]


def test_a_value_over_the_limit_is_cut_and_noted() -> None:
    block = read_letter_header(b"Subject: " + b"x" * 100_000 + b"\n\nbody")
    assert len(block.first("subject")) == HEADER_VALUE_OCTETS
    assert block.notes == {Note.HEADER_VALUE_CUT}


def test_a_block_over_the_limit_is_cut_and_the_body_still_found() -> None:
    octets = b"X-Fill: y\n" * (HEADER_BLOCK_OCTETS // 8) + b"\nbody"
    block = read_letter_header(octets)
    assert Note.HEADER_BLOCK_CUT in block.notes
    assert octets[block.body_start :] == b"body"
