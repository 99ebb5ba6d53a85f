"""Which parts are the text, and which are attached."""

import pytest

from hudhud.mime.letter import attachment_octets, read_letter
from hudhud.mime.summary import summarize
from support.mime_letters import PDF, PICTURE, letter, multipart, part, plain_letter

TEXT = part("text/plain; charset=utf-8", "plain words")
HTML = part("text/html; charset=utf-8", "<p>rich words</p>")
PDF_PART = part(
    "application/pdf; name=report.pdf",
    PDF,
    encoding="base64",
    disposition="attachment; filename=report.pdf",
)
LOGO = part("image/png", PICTURE, encoding="base64", content_id="logo@x")
ALTERNATIVE = multipart("alternative", [TEXT, HTML], "alternative")


def names(octets: bytes) -> list[str]:
    return [item.name for item in read_letter(octets).attachments]


def test_both_forms_of_a_text_are_one_text() -> None:
    found = read_letter(letter(ALTERNATIVE))
    assert (found.text, found.html) == ("plain words", "<p>rich words</p>")


def test_an_empty_plain_form_gives_way_to_the_html() -> None:
    empty = part("text/plain", " \r\n")
    found = read_letter(letter(multipart("alternative", [empty, HTML])))
    assert found.text == "rich words"


def test_html_alone_is_also_read_as_text() -> None:
    found = read_letter(letter(HTML))
    assert (found.text, found.html) == ("rich words", "<p>rich words</p>")


def test_texts_in_a_row_are_all_shown() -> None:
    footer = part("text/plain", "list footer")
    found = read_letter(letter(multipart("mixed", [HTML, footer])))
    assert found.text == "rich words\n\nlist footer"
    assert found.html is not None
    assert "list footer" in found.html


def test_pictures_of_the_html_are_inline_and_do_not_count() -> None:
    related = multipart("related", [HTML, LOGO])
    found = read_letter(letter(related))
    assert [(item.inline, item.content_id) for item in found.attachments] == [
        (True, "logo@x")
    ]
    assert found.summary.attachments == 0


def test_the_root_of_related_parts_may_stand_anywhere() -> None:
    found = read_letter(letter(multipart("related", [LOGO, ALTERNATIVE])))
    assert found.text == "plain words"
    assert [item.inline for item in found.attachments] == [True]


def test_a_picture_without_html_is_an_attachment() -> None:
    found = read_letter(letter(multipart("related", [TEXT, LOGO])))
    assert [item.inline for item in found.attachments] == [False]
    assert found.summary.attachments == 1


def test_files_hang_on_the_text_however_deep() -> None:
    octets = letter(multipart("mixed", [ALTERNATIVE, PDF_PART], "outer"))
    assert names(octets) == ["report.pdf"]
    assert attachment_octets(octets, 0) == PDF
    assert summarize(octets).attachments == 1


def test_files_inside_one_form_of_a_text_are_kept() -> None:
    rich = multipart("mixed", [HTML, PDF_PART, HTML], "rich")
    found = read_letter(letter(multipart("alternative", [TEXT, rich], "outer")))
    assert found.text == "plain words"
    assert found.html == "<p>rich words</p><hr><p>rich words</p>"
    assert [item.name for item in found.attachments] == ["report.pdf"]


def test_a_text_that_came_as_a_file_is_not_shown() -> None:
    file = part("text/plain", "secret", disposition="attachment; filename=a.txt")
    found = read_letter(letter(multipart("mixed", [TEXT, file])))
    assert (found.text, [item.name for item in found.attachments]) == (
        "plain words",
        ["a.txt"],
    )


def test_an_invitation_beside_the_text_is_a_file() -> None:
    calendar = part("text/calendar; method=REQUEST", "BEGIN:VCALENDAR")
    octets = letter(multipart("alternative", [TEXT, HTML, calendar]))
    assert names(octets) == ["attachment.ics"]


def test_a_signature_is_listed_and_does_not_count() -> None:
    signature = part("application/pgp-signature; name=sig.asc", "-----BEGIN")
    found = read_letter(letter(multipart("signed", [TEXT, signature])))
    assert [item.name for item in found.attachments] == ["sig.asc"]
    assert found.summary.attachments == 0


def test_a_forwarded_message_is_a_file_and_a_text_below() -> None:
    inner = letter(multipart("mixed", [TEXT, PDF_PART], "inner"), "تقرير")
    found = read_letter(
        letter(multipart("mixed", [HTML, part("message/rfc822", inner)]))
    )
    assert [item.name for item in found.attachments] == ["تقرير.eml", "report.pdf"]
    assert found.text.startswith("rich words\n\nFrom: Noor <noor@example.org>")
    assert found.text.endswith("Subject: تقرير\n\nplain words")


def test_a_message_attached_as_a_file_is_not_shown() -> None:
    file = part("message/rfc822", plain_letter("inner"), disposition="attachment")
    octets = letter(multipart("mixed", [TEXT, file]))
    assert read_letter(octets).text == "plain words"
    assert attachment_octets(octets, 0) == plain_letter("inner")


@pytest.mark.parametrize("index", [-1, 1, 99])
def test_an_attachment_that_is_not_there_is_empty(index: int) -> None:
    assert attachment_octets(letter(PDF_PART), index) == b""


def test_a_letter_may_be_nothing_but_a_file() -> None:
    found = read_letter(letter(PDF_PART))
    assert (found.text, found.html, found.summary.attachments) == ("", None, 1)
    assert found.attachments[0].octets == len(PDF)


def test_hostile_names_of_files_are_made_safe() -> None:
    file = part("x/y", "z", disposition='attachment; filename="../../\u202eexe.pdf"')
    assert names(letter(file)) == ["exe.pdf"]


def test_text_that_only_claims_base64_is_read_as_it_is() -> None:
    octets = letter(part("text/plain", "Plain, in fact.\r\n"))
    octets = octets.replace(
        b"text/plain\r\n", b"text/plain\r\nContent-Transfer-Encoding: base64\r\n"
    )
    assert read_letter(octets).text == "Plain, in fact."
