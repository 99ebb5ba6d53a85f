"""Delivery reports in words."""

import pytest

from hudhud.mime.letter import Letter, read_letter
from hudhud.mime.reports import Outcome, ReportKind
from support.mime_letters import letter, multipart, part, plain_letter

STATUS = """Reporting-MTA: dns; mx.example.org
Arrival-Date: Mon, 24 Nov 2025 10:00:00 +0300

Original-Recipient: rfc822;salim@example.com
Final-Recipient: RFC822; <s@example.com>
Action: Failed
Status: 5.1.1 (unknown)
Remote-MTA: dns; mail.example.com
Diagnostic-Code: smtp; 550 5.1.1 no such
 user here
"""


def bounced(status: str, *, words: str = "It was not delivered.") -> Letter:
    parts = [
        part("message/delivery-status", status),
        part("message/rfc822", plain_letter("The letter.")),
    ]
    if words:
        parts.insert(0, part("text/plain", words))
    return read_letter(letter(multipart("report", parts)))


def test_what_became_of_a_message_is_a_value() -> None:
    report = bounced(STATUS).report
    assert report is not None
    assert (report.kind, report.reporter) == (ReportKind.DELIVERY, "mx.example.org")
    assert report.outcomes == (
        Outcome(
            recipient="salim@example.com",
            action="failed",
            status="5.1.1",
            diagnostic="550 5.1.1 no such user here",
            remote_server="mail.example.com",
        ),
    )


def test_words_for_people_come_first_and_then_the_letter() -> None:
    assert bounced(STATUS).text.startswith("It was not delivered.\n\nFrom: Noor")


def test_without_words_the_report_speaks() -> None:
    found = bounced(STATUS, words="")
    assert found.text.startswith(
        "salim@example.com: failed 5.1.1\n    550 5.1.1 no such user here\n\nFrom: Noor"
    )


def test_words_in_the_place_of_the_report_are_read() -> None:
    assert bounced("The box is full, I am sorry.\n", words="").text.startswith(
        "The box is full, I am sorry."
    )


def test_the_report_is_no_attachment_to_count() -> None:
    found = bounced(STATUS)
    assert [one.kind for one in found.attachments] == ["report", "message"]
    assert found.summary.attachments == 1


@pytest.mark.parametrize(
    "status",
    [
        STATUS.replace("\n", "\n\n", 1),
        STATUS.replace("\n\n", "\n \n\n\n"),
        STATUS.replace("\n\n", "\n"),
        STATUS.replace("Status: 5.1.1 (unknown)\n", ""),
    ],
)
def test_blank_lines_too_many_or_too_few_change_nothing(status: str) -> None:
    report = bounced(status).report
    assert report is not None
    assert [(one.action, one.status) for one in report.outcomes] == [
        ("failed", "5.1.1")
    ]


def test_several_recipients_each_have_their_outcome() -> None:
    more = "\nFinal-Recipient: rfc822; b@example.com\nAction: delayed\n"
    report = bounced(STATUS + more).report
    assert report is not None
    assert [one.action for one in report.outcomes] == ["failed", "delayed"]


def test_a_receipt_says_that_a_letter_was_displayed() -> None:
    receipt = (
        "Reporting-UA: mail.example; Hudhud\nFinal-Recipient: rfc822;s@example.com\n"
        "Disposition: manual-action/MDN-sent-manually; displayed\n"
    )
    parts = [part("message/disposition-notification", receipt)]
    report = read_letter(letter(multipart("report", parts))).report
    assert report is not None
    assert report.kind is ReportKind.DISPOSITION
    assert report.outcomes == (Outcome("s@example.com", "displayed"),)


def test_a_report_inside_a_forwarded_message_is_not_the_letters_own() -> None:
    inner = letter(multipart("report", [part("message/delivery-status", STATUS)], "b"))
    octets = letter(multipart("mixed", [part("message/rfc822", inner)]))
    assert read_letter(octets).report is None
