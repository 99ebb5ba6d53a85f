"""Messages of the public test sets, with what a careful person reads in each."""

import os
import tomllib
from pathlib import Path
from typing import Any

import pytest

from hudhud.mime.letter import read_letter

CHECKOUT = Path(__file__).parents[3]
CORPORA = Path(os.environ.get("HUDHUD_CORPORA", CHECKOUT.parent / "shared" / "corpora"))
EXPECTED = tomllib.loads(
    Path(__file__).with_name("expectations.toml").read_text(encoding="utf-8")
)
# Facts of a TOML table; they have no closer type.
Facts = dict[str, Any]


def facts(octets: bytes, body_characters: int) -> Facts:
    found = read_letter(octets)
    sender = found.summary.sender
    return {
        "sender": sender.address if sender else "",
        "name": sender.name if sender else "",
        "subject": found.summary.subject,
        "body": " ".join(found.text.split())[:body_characters].strip(),
        "files": [one.name for one in found.attachments if not one.inline],
    }


def test_there_are_enough_of_them() -> None:
    assert len(EXPECTED) >= 150


@pytest.mark.skipif(not CORPORA.is_dir(), reason=f"no corpora at {CORPORA}")
@pytest.mark.parametrize("path", EXPECTED)
def test_a_message_reads_as_a_careful_person_reads_it(path: str) -> None:
    expected: Facts = EXPECTED[path]
    octets = (CORPORA / path).read_bytes()
    # An empty body is expected to be empty, not only to begin so.
    characters = 36 if expected["body"] else 1
    assert facts(octets, characters) == expected
