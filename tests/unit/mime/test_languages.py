"""One letter in many languages, in every way that mailers have put it on the wire."""

import pytest

from hudhud.mime.letter import read_letter
from hudhud.mime.searchable import searchable
from hudhud.mime.summary import summarize, summarize_header
from support.mime_letters import NEWS, News, encoded_word, field, letter, part

# In some alphabets a short text fits several charsets; in gb18030, any.
TELLING = tuple(
    news for news in NEWS if news.language not in ("Chinese", "Turkish", "Polish")
)
every_news = pytest.mark.parametrize("news", NEWS, ids=lambda news: news.language)
ARABIC = tuple(news for news in NEWS if news.language.startswith("Arabic"))


def wire(news: News, encoding: str, label: str | None = None) -> bytes:
    content_type = f"text/plain; charset={news.label if label is None else label}"
    if label == "":
        content_type = "text/plain"
    octets = news.text.replace("\n", "\r\n").encode(news.charset)
    return letter(part(content_type, octets, encoding=encoding))


def with_raw_header(news: News, content_type: str) -> bytes:
    return (
        field("From", news.sender.encode(news.charset) + b" <who@example.org>")
        + field("Subject", news.subject.encode(news.charset))
        + field("Content-Type", content_type)
        + b"\r\n"
        + news.text.encode(news.charset)
    )


@every_news
@pytest.mark.parametrize("encoding", ["8bit", "base64", "quoted-printable"])
def test_a_text_reads_as_written(news: News, encoding: str) -> None:
    assert read_letter(wire(news, encoding)).text == news.text


@every_news
def test_an_encoded_header_reads_as_written(news: News) -> None:
    header = (
        field("From", encoded_word(news.sender, news.charset) + b" <who@example.org>")
        + field("Subject", encoded_word(news.subject, news.charset))
        + b"\r\n"
    ).replace(news.charset.encode(), news.label.encode())
    summary = summarize_header(header)
    assert summary.subject == news.subject
    assert summary.sender is not None
    assert summary.sender.name == news.sender


@every_news
def test_a_raw_header_is_read_by_the_charset_of_the_letter(news: News) -> None:
    summary = summarize_header(
        with_raw_header(news, f"text/plain; charset={news.label}")
    )
    assert summary.subject == news.subject
    assert summary.sender is not None
    assert summary.sender.name == news.sender


@pytest.mark.parametrize("news", ARABIC, ids=lambda news: news.language)
def test_arabic_that_nobody_declared_is_still_arabic(news: News) -> None:
    found = read_letter(with_raw_header(news, "text/plain"))
    assert found.summary.subject == news.subject
    assert found.text == news.text


@pytest.mark.parametrize("news", ARABIC, ids=lambda news: news.language)
@pytest.mark.parametrize("label", ["iso-8859-1", "us-ascii", "x-unknown", "cp-1252"])
def test_arabic_that_was_declared_as_something_western_is_still_arabic(
    news: News, label: str
) -> None:
    assert read_letter(wire(news, "8bit", label)).text == news.text


@pytest.mark.parametrize("news", TELLING, ids=lambda news: news.language)
def test_a_text_that_nobody_declared_is_recognised(news: News) -> None:
    assert read_letter(wire(news, "8bit", "")).text == news.text


@every_news
@pytest.mark.parametrize(
    "label", ["us-ascii", "iso-8859-1", "windows-1256", "koi8-r", "shift_jis"]
)
def test_utf_8_under_another_label_is_recognised(news: News, label: str) -> None:
    octets = news.text.encode("utf-8")
    found = read_letter(letter(part(f"text/plain; charset={label}", octets)))
    assert found.text == news.text


@every_news
def test_the_preview_and_the_index_hold_the_same_words(news: News) -> None:
    octets = wire(news, "base64")
    assert summarize(octets).preview == news.text.replace("\n", " ")
    assert searchable(octets).body == news.text
