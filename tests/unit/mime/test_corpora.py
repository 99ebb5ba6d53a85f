"""Thousands of real and of broken messages, where the corpora are at hand."""

import os
import re
from collections.abc import Iterator
from email import message_from_bytes
from email.message import Message
from pathlib import Path

import pytest

from hudhud.mime.letter import Letter, read_letter
from hudhud.mime.parts import Part, read_parts
from hudhud.mime.searchable import searchable
from hudhud.mime.summary import summarize

CHECKOUT = Path(__file__).parents[3]
CORPORA = Path(os.environ.get("HUDHUD_CORPORA", CHECKOUT.parent / "shared" / "corpora"))
MBOX_LINE = re.compile(rb"\n(?=From \S+ [^\n]*\d\d:\d\d[^\n]*\n[!-9;-~]+:)")
NOT_MESSAGES = (".tnef", ".ntx", ".htm")
ORDINARY = re.compile(rb"(?i)\n(?:from|date|subject):")

pytestmark = pytest.mark.skipif(
    not CORPORA.is_dir(), reason=f"no corpora at {CORPORA}; set HUDHUD_CORPORA"
)


def messages(folder: str = "") -> Iterator[tuple[Path, bytes]]:
    for path in sorted((CORPORA / folder).rglob("*")):
        if not path.is_file() or path.suffix in NOT_MESSAGES:
            continue
        octets = path.read_bytes()
        whole = MBOX_LINE.split(octets) if octets.startswith(b"From ") else [octets]
        yield from ((path, message) for message in whole)


def is_sane(found: Letter) -> bool:
    texts = (found.text, found.summary.subject, found.summary.preview)
    return (
        all("\x00" not in text for text in texts)
        and len(found.summary.preview) <= 300
        and "\n" not in found.summary.subject + found.summary.preview
        and found.summary.attachments <= len(found.attachments)
        and all(item.octets >= 0 and item.name for item in found.attachments)
        and not re.search(r"<(?:script|style|iframe|form)\b", found.html or "")
    )


def test_every_message_is_read_in_every_way_to_the_same_summary() -> None:
    count = 0
    for path, octets in messages():
        found = read_letter(octets)
        assert is_sane(found), path
        assert found.summary == summarize(octets) == searchable(octets).summary, path
        count += 1
    assert count > 100


def test_list_mail_has_a_sender_a_subject_a_date_and_a_preview() -> None:
    found = [
        summarize(octets)
        for _, octets in messages("spamassassin")
        if len(ORDINARY.findall(octets[:4_000])) >= 3
    ]
    if not found:
        pytest.skip("the corpora at hand hold no list mail")
    assert all(summary.sender for summary in found)
    most = 0.98 * len(found)
    assert sum(bool(summary.subject) for summary in found) > most
    assert sum(bool(summary.sent_at) for summary in found) > most
    assert sum(bool(summary.preview) for summary in found) > most


def leaves_of_ours(part: Part) -> list[str]:
    if not part.children:
        return [part.content.word]
    return [word for child in part.children for word in leaves_of_ours(child)]


def leaves_of_stdlib(message: "Message[str, str]") -> list[str]:
    return [
        part.get_content_type() for part in message.walk() if not part.is_multipart()
    ]


def test_sound_messages_have_the_parts_that_the_standard_library_sees() -> None:
    """Where nothing is broken, our splitter and an older one must agree."""
    same = different = 0
    for _, octets in messages():
        message = message_from_bytes(octets)
        if any(part.defects for part in message.walk()) or b"message/" in octets:
            continue
        agrees = leaves_of_ours(read_parts(octets).root) == leaves_of_stdlib(message)
        same, different = same + agrees, different + (not agrees)
    assert same > 100
    assert different * 50 < same
