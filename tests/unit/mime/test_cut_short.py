"""Messages as TOP gives them: the header block and some first lines."""

import pytest

from hudhud.mime.letter import read_letter
from hudhud.mime.limits import Note
from hudhud.mime.summary import summarize, summarize_header
from support.mime_letters import NEWS, News, letter, multipart, part

WORDS = "السلام عليكم، هذه رسالة طويلة عن كشف الحساب. " * 40
PDF = part("application/pdf; name=a.pdf", bytes(20_000), encoding="base64")


def top(octets: bytes, lines: int) -> bytes:
    head, _, body = octets.partition(b"\r\n\r\n")
    kept = body.split(b"\r\n")[:lines]
    return head + b"\r\n\r\n" + b"".join(line + b"\r\n" for line in kept)


@pytest.mark.parametrize("encoding", ["8bit", "base64", "quoted-printable"])
@pytest.mark.parametrize("lines", [8, 12, 20])
def test_the_text_reads_well_up_to_the_cut(encoding: str, lines: int) -> None:
    text = part("text/plain; charset=utf-8", WORDS, encoding=encoding)
    html = part("text/html; charset=utf-8", f"<p>{WORDS}", encoding=encoding)
    whole = letter(multipart("alternative", [text, html]))
    found = read_letter(top(whole, lines))
    assert found.text
    assert WORDS.startswith(found.text)
    assert found.summary.preview == summarize(whole).preview[: len(found.text)].strip()


@pytest.mark.parametrize("news", NEWS, ids=lambda news: news.language)
@pytest.mark.parametrize("encoding", ["8bit", "base64"])
def test_a_cut_in_mid_character_spoils_nothing(news: News, encoding: str) -> None:
    octets = (news.text * 3).replace("\n", "\r\n").encode(news.charset)
    whole = letter(part(f"text/plain; charset={news.label}", octets, encoding=encoding))
    start = whole.index(b"\r\n\r\n") + 4
    for cut in range(start + len(octets) // 2, start + len(octets)):
        found = read_letter(whole[:cut]).text
        assert (news.text * 3).startswith(found.rstrip("\ufffd\x1b$("))


def test_an_html_text_cut_inside_a_tag_is_clean() -> None:
    html = f"<p>{WORDS}</p><a href='https://example.org/" + "x" * 500
    octets = letter(part("text/html; charset=utf-8", html))
    found = read_letter(octets[:-100])
    assert found.html is not None
    assert "example.org" not in found.html
    assert found.summary.preview.startswith("السلام عليكم")


def test_files_that_were_reached_are_named_and_the_cut_is_noted() -> None:
    text = part("text/plain; charset=utf-8", "Look at this.")
    whole = letter(multipart("mixed", [text, PDF]))
    found = read_letter(top(whole, 20))
    assert (found.text, found.notes) == ("Look at this.", (Note.CUT_SHORT,))
    assert [item.name for item in found.attachments] == ["a.pdf"]


def test_a_header_block_alone_has_no_preview_and_no_notes() -> None:
    found = read_letter(top(letter(multipart("mixed", [PDF])), 0))
    assert (found.text, found.notes, found.attachments) == ("", (), ())


def test_every_cut_of_a_letter_gives_the_same_header_summary() -> None:
    whole = letter(multipart("mixed", [part("text/plain", "words"), PDF]))
    start = whole.index(b"\r\n\r\n") + 4
    for cut in range(start, start + 400):
        assert summarize_header(whole[:cut]) == summarize_header(whole)


@pytest.mark.parametrize("lines", range(1, 12))
def test_every_number_of_first_lines_gives_a_sensible_preview(lines: int) -> None:
    whole = letter(multipart("mixed", [part("text/plain", "words"), PDF]))
    assert summarize(top(whole, lines)).preview in ("", "words")
