"""One fingerprint for a letter, whatever servers write into it."""

import pytest

from hudhud.mime.identity import header_identity
from support.mime_letters import plain_letter

LETTER = plain_letter("Hello.\r\n")


@pytest.mark.parametrize(
    "added",
    [
        b"Status: RO\r\n",
        b"X-Status: A\r\n",
        b"X-UIDL: 12345\r\n",
        b"x-uidl:12345\r\n",
        b"X-IMAP: 1 2\r\n",
        b"X-IMAPbase: 1 2\r\n\t3\r\n",
        b"X-Keywords: a b\r\n c\r\n",
        b"Status: O\r\nX-UIDL: 1\r\nX-Keywords:\r\n",
    ],
)
@pytest.mark.parametrize("place", [b"From: ", b"Subject: ", b"MIME-Version: "])
def test_fields_that_servers_write_change_nothing(added: bytes, place: bytes) -> None:
    changed = LETTER.replace(place, added + place, 1)
    assert header_identity(changed) == header_identity(LETTER)


def test_fields_at_the_end_of_the_block_change_nothing_either() -> None:
    changed = LETTER.replace(b"\r\n\r\n", b"\r\nStatus: RO\r\n\r\n", 1)
    assert header_identity(changed) == header_identity(LETTER)


def test_line_ends_and_the_body_change_nothing() -> None:
    assert header_identity(LETTER.replace(b"\r\n", b"\n")) == header_identity(LETTER)
    header = LETTER.partition(b"\r\n\r\n")[0]
    for end in (b"", b"\r\n", b"\r\n\r\n", b"\r\n\r\nOther body"):
        assert header_identity(header + end) == header_identity(LETTER)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"Subject: Subject", b"Subject: subject"),
        (b"one@example.org", b"two@example.org"),
        (b"MIME-Version", b"X-Statuses: x\r\nMIME-Version"),
        (b"MIME-Version", b"Content-Status: x\r\nMIME-Version"),
        (b"MIME-Version", b"Keywords: x\r\nMIME-Version"),
        (b"MIME-Version", b"X-Other: x\r\n Status: y\r\nMIME-Version"),
    ],
)
def test_everything_else_counts(before: bytes, after: bytes) -> None:
    changed = LETTER.replace(before, after, 1)
    assert header_identity(changed) != header_identity(LETTER)


def test_an_identity_is_a_digest_of_32_octets() -> None:
    assert len(header_identity(b"")) == 32
