"""The sample mailbox: fresh, natural, and every file in it a real one."""

import struct
import zipfile
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage, Message
from email.parser import BytesParser
from email.policy import default
from io import BytesIO
from threading import Event

import pytest

from hudhud.demo.dates import fill
from hudhud.demo.mailbox import sample_mailbox
from hudhud.demo.maildrop import Letter
from hudhud.demo.serve import sample_server, serve_sample
from support.raw_client import RawClient

NOW = datetime(2026, 3, 18, 11, 40, tzinfo=UTC)
LARGE = 15_000_000


@pytest.fixture(scope="module")
def letters() -> list[Letter]:
    return sample_mailbox(NOW)


def parsed(letters: list[Letter]) -> Iterator[EmailMessage]:
    """All that are small and say what they are."""
    for letter in letters:
        if len(letter.octets) < LARGE and b"\nMIME-Version" in letter.octets:
            yield BytesParser(policy=default).parsebytes(letter.octets)


def octets_of(part: Message) -> bytes:
    decoded = part.get_payload(decode=True)
    assert isinstance(decoded, bytes)
    return decoded


def files(letters: list[Letter], content_type: str) -> list[bytes]:
    return [
        octets_of(part)
        for message in parsed(letters)
        for part in message.walk()
        if part.get_content_type() == content_type
    ]


def test_it_is_the_mailbox_of_a_person(letters: list[Letter]) -> None:
    assert 28 <= len(letters) <= 36
    senders = {message["From"] for message in parsed(letters)}
    assert len(senders) >= 24


def test_the_newest_letter_is_last_and_fresh(letters: list[Letter]) -> None:
    dates = [message["Date"].datetime for message in parsed(letters)]
    assert dates == sorted(dates)
    assert timedelta() < NOW - dates[-1] < timedelta(hours=1)


def test_unique_ids_last_although_dates_move(letters: list[Letter]) -> None:
    later = sample_mailbox(NOW + timedelta(days=400))
    assert [letter.uid for letter in later] == [letter.uid for letter in letters]
    assert len({letter.uid for letter in letters}) == len(letters)
    assert later[0].octets != letters[0].octets


def test_the_same_moment_gives_the_same_octets(letters: list[Letter]) -> None:
    assert sample_mailbox(NOW) == letters


def test_no_place_for_a_date_is_left_open(letters: list[Letter]) -> None:
    for message in parsed(letters):
        assert "{{" not in str(message["Subject"])
        for part in message.walk():
            if part.get_content_maintype() == "text":
                assert "{{" not in part.get_content()


def test_every_letter_is_well_formed(letters: list[Letter]) -> None:
    for letter in letters:
        assert max(map(len, letter.octets.split(b"\r\n"))) <= 998
        assert letter.octets.count(b"\n") == letter.octets.count(b"\r\n")
    for message in parsed(letters):
        assert [defect for part in message.walk() for defect in part.defects] == []


def test_the_threads_hold_together(letters: list[Letter]) -> None:
    messages = {message["Message-ID"]: message for message in parsed(letters)}
    replies = [one for one in messages.values() if one["In-Reply-To"]]
    assert len(replies) == 5
    assert all(reply["In-Reply-To"] in messages for reply in replies)
    assert max(len(reply["References"].split()) for reply in replies) == 3


def test_one_letter_is_large(letters: list[Letter]) -> None:
    (large,) = [letter for letter in letters if len(letter.octets) > LARGE]
    message = BytesParser(policy=default).parsebytes(large.octets)
    (attached,) = message.iter_attachments()
    with zipfile.ZipFile(BytesIO(octets_of(attached))) as packed:
        assert packed.testzip() is None
        assert len(packed.namelist()) == 10


def test_every_pdf_finds_its_own_objects(letters: list[Letter]) -> None:
    documents = files(letters, "application/pdf")
    assert len(documents) == 3
    for document in documents:
        index = int(document.rsplit(b"startxref\n", 1)[1].split()[0])
        lines = document[index:].splitlines()
        assert lines[0] == b"xref"
        for number, entry in enumerate(lines[3 : 2 + int(lines[1].split()[1])], 1):
            place = int(entry.split()[0])
            assert document[place:].startswith(b"%d 0 obj" % number)


def test_the_png_is_a_picture(letters: list[Letter]) -> None:
    (picture,) = files(letters, "image/png")
    assert picture.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", picture[16:24])
    (length,) = struct.unpack(">I", picture[33:37])
    pixels = zlib.decompress(picture[41 : 41 + length])
    assert len(pixels) == height * (1 + 3 * width)


def test_the_photos_are_jpegs(letters: list[Letter]) -> None:
    photos = files(letters, "image/jpeg")
    assert len(photos) == 3
    assert all(
        one.startswith(b"\xff\xd8") and one.endswith(b"\xff\xd9") for one in photos
    )


def test_the_inline_picture_is_the_one_the_html_shows(letters: list[Letter]) -> None:
    (shown,) = [html for html in files(letters, "text/html") if b"cid:" in html]
    octets = b"".join(letter.octets for letter in letters if len(letter.octets) < LARGE)
    assert b"cid:evening.png" in shown
    assert b"Content-ID: <evening.png>\r\n" in octets


def test_one_letter_is_arabic_and_says_nothing_of_it(letters: list[Letter]) -> None:
    (undeclared,) = [one for one in letters if b"\nMIME-Version" not in one.octets]
    assert "غرناطة" in undeclared.octets.decode("windows-1256")
    with pytest.raises(UnicodeDecodeError):
        undeclared.octets.decode("utf-8")


def test_one_letter_has_a_raw_header(letters: list[Letter]) -> None:
    raw = [one for one in letters if "Subject: تذكير".encode() in one.octets]
    assert len(raw) == 1


def test_one_letter_is_refused_when_it_is_retrieved() -> None:
    with sample_server(NOW) as server, RawClient(server.port) as client:
        client.sign_in()
        (refused,) = [one for one in server.maildrop.letters if one.refusal]
        number = server.maildrop.letters.index(refused) + 1
        assert b"Your results are ready" in client.ask_long(f"TOP {number} 0")
        assert client.ask(f"RETR {number}") == f"-ERR {refused.refusal}"


def test_it_serves_until_it_is_told_to_stop() -> None:
    stop, said = Event(), []

    def say(text: str) -> None:
        said.append(text)
        stop.set()

    serve_sample(0, say, stop)
    assert "user demo, password demo" in said[0]


def test_days_are_written_in_the_language_of_the_letter() -> None:
    on = NOW.date()
    assert fill("{{day +3}}", on) == "Saturday, 21 March"
    assert fill("{{day_ar +3}}", on) == "السبت ٢١ آذار"
    assert fill("{{day_de}}", on) == "Mittwoch, 18. März"
    assert fill("{{ics -18}}", on) == "20260228"
