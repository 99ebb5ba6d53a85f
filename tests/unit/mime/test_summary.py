"""What one row of a list says of a message."""

from datetime import UTC, datetime

import pytest

from hudhud.domain.messages import Correspondent, Summary
from hudhud.mime.summary import summarize, summarize_header
from support.mime_letters import field, letter, multipart, part, plain_letter

RECEIVED = (
    b"Received: from a by b; Mon, 24 Nov 2025 10:00:00 +0300\r\n"
    b"Received: from c by d; Sun, 23 Nov 2025 10:00:00 +0300\r\n"
)
ARRIVED = datetime(2025, 11, 24, 7, 0, tzinfo=UTC)


def header(*fields: bytes) -> bytes:
    return b"".join(fields) + b"\r\n"


def test_an_ordinary_header_gives_every_value() -> None:
    octets = letter(
        part("text/plain", "body"),
        "Hello",
        field("Cc", '"Doe, John" <john@example.net>'),
        field("In-Reply-To", "<b@x>"),
        field("References", "<a@x>\r\n\t<b@x>"),
    )
    assert summarize_header(octets) == Summary(
        sender=Correspondent("Noor", "noor@example.org"),
        recipients=(
            Correspondent("Salim", "salim@example.com"),
            Correspondent("Doe, John", "john@example.net"),
        ),
        subject="Hello",
        sent_at=ARRIVED,
        message_id="one@example.org",
        thread=("a@x", "b@x"),
    )


def test_nothing_is_known_of_nothing() -> None:
    assert summarize(b"") == Summary(None, (), "", None, "", ())


@pytest.mark.parametrize("line_end", [b"\r\n", b"\n", b"\r\r\n", b"\r"])
def test_line_ends_of_every_kind_are_read(line_end: bytes) -> None:
    octets = plain_letter("Body.\r\n").replace(b"\r\n", line_end)
    assert summarize(octets) == summarize(plain_letter("Body.\r\n"))


@pytest.mark.parametrize(
    "octets",
    [
        b"\r\n\r\nSubject: Hello\r\n\r\n",
        b"\xef\xbb\xbfSubject: Hello\r\n\r\n",
        b"From x Mon Jan\nSubject: Hello\n\n",
        b"subject : Hello\r\n\r\n",
        b"To: x\r\njunk line\r\nSUBJECT:Hello\r\n\r\n",
        b"Subject:\r\n Hello\r\n\r\n",
        b"Subject: Hello\r\nSubject: Other\r\n\r\n",
        b"X-Subject: no\r\nSubject: Hello\r\n\r\nSubject: body",
        b"Subject: =?utf-8?B?SGVs?=\r\n =?utf-8?B?bG8=?=\r\n\r\n",
        b"Subject: Hello",
    ],
)
def test_the_subject_is_found_in_damaged_headers(octets: bytes) -> None:
    assert summarize_header(octets).subject == "Hello"


@pytest.mark.parametrize(
    "date", [b"", b"Date: [redacted]\r\n", b"Date: Mon, 31 Feb 2025 10:00 +0000\r\n"]
)
def test_without_a_date_the_topmost_received_holds(date: bytes) -> None:
    assert summarize_header(header(RECEIVED, date)).sent_at == ARRIVED


def test_without_from_the_sender_field_holds() -> None:
    octets = header(b"From: \r\n", b"Sender: Ann <a@x>\r\n")
    assert summarize_header(octets).sender == Correspondent("Ann", "a@x")


@pytest.mark.parametrize(
    ("value", "thread"),
    [
        (b"<a@x> <b@x>", ("a@x", "b@x")),
        (b"<a@x><b@x>", ("a@x", "b@x")),
        (b"<a@x>\r\n <b@x> <a@x>", ("a@x", "b@x")),
        (b"a@x b@x", ("a@x", "b@x")),
        (b"Your message of Monday <a@x>", ("a@x",)),
        (b"<broken", ()),
        (b"", ()),
    ],
)
def test_a_thread_is_the_ids_that_were_answered(
    value: bytes, thread: tuple[str, ...]
) -> None:
    octets = header(b"References: " + value + b"\r\n")
    assert summarize_header(octets).thread == thread


def test_a_thread_keeps_its_nearest_ids() -> None:
    many = b" ".join(b"<%d@x>" % number for number in range(1_000))
    found = summarize_header(header(b"References: " + many + b"\r\n"))
    assert (len(found.thread), found.thread[-1]) == (200, "999@x")


def test_a_subject_is_one_line_without_controls() -> None:
    octets = header(b"Subject: a\x00b =?utf-8?Q?=0D=0ABcc:_x_=E2=80=AE?=\r\n")
    assert summarize_header(octets).subject == "ab Bcc: x"


def test_the_preview_is_of_the_plain_text() -> None:
    text = part("text/plain", "Plain words.\r\n\r\nMore.\r\n")
    html = part("text/html", "<p>Rich words.</p>")
    found = summarize(letter(multipart("alternative", [text, html])))
    assert (found.preview, found.attachments) == ("Plain words. More.", 0)


def test_the_preview_of_an_html_reply_leaves_out_the_quote() -> None:
    html = "<p>Agreed.</p><div class=gmail_quote>On Monday you wrote: <p>Long</div>"
    assert summarize(letter(part("text/html", html))).preview == "Agreed."


def test_the_hidden_first_line_of_a_newsletter_is_its_preview() -> None:
    html = (
        "<div style='display:none'>Half price today&zwnj;&nbsp;&zwnj;&nbsp;</div>"
        "<p>Our shop</p>"
    )
    assert summarize(letter(part("text/html", html))).preview == (
        "Half price today Our shop"
    )
