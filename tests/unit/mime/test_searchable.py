"""The words a message is found by."""

from hudhud.mime.searchable import searchable
from hudhud.mime.summary import summarize
from support.mime_letters import PDF, field, letter, multipart, part, plain_letter


def test_all_that_a_letter_says_is_there_and_nothing_it_attaches() -> None:
    text = part("text/plain; charset=utf-8", "متن الرسالة")
    file = part("application/pdf; name=تقرير.pdf", PDF, encoding="base64")
    octets = letter(multipart("mixed", [text, file]), "الموضوع", field("Cc", "C <c@x>"))
    found = searchable(octets)
    assert found.summary == summarize(octets)
    assert found.sender == "Noor <noor@example.org>"
    assert found.recipients == "Salim <salim@example.com>\nC <c@x>"
    assert (found.subject, found.body) == ("الموضوع", "متن الرسالة")
    assert found.files == "تقرير.pdf"


def test_a_forwarded_message_is_searched_even_where_it_is_only_attached() -> None:
    inner = plain_letter("inner words", "inner subject")
    file = part("message/rfc822", inner, disposition="attachment")
    found = searchable(letter(multipart("mixed", [part("text/plain", "outer"), file])))
    assert found.body == "outer\n\ninner subject\ninner words"


def test_html_is_searched_by_its_words() -> None:
    html = "<style>p{}</style><p class=word>One</p><script>two</script>"
    assert searchable(letter(part("text/html", html))).body == "One"
