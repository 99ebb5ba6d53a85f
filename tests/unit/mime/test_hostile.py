"""Nothing raises, whatever the octets are."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hudhud.mime.html_clean import clean_html
from hudhud.mime.identity import header_identity
from hudhud.mime.letter import attachment_octets, read_letter
from hudhud.mime.searchable import searchable
from hudhud.mime.summary import summarize, summarize_header
from support.mime_letters import NEWS, PDF, PICTURE, letter, multipart, part

PATIENT = settings(
    deadline=None, max_examples=200, suppress_health_check=[HealthCheck.too_slow]
)
TEXT = part("text/plain; charset=windows-1256", "مرحبا\r\n".encode("cp1256"))
HTML = part("text/html; charset=utf-8", "<p style='direction:rtl'>مرحبا<img src=x>")
LOGO = part("image/png", PICTURE, encoding="base64", content_id="a@b")
FILE = part("application/pdf; name*=utf-8''%D9%85.pdf", PDF, encoding="base64")
SEEDS = (
    letter(TEXT),
    letter(part("text/plain; charset=utf-8; format=flowed", "one \r\ntwo")),
    letter(
        multipart(
            "mixed",
            [
                multipart(
                    "alternative", [TEXT, multipart("related", [HTML, LOGO], "r")], "a"
                ),
                FILE,
                part("message/rfc822", letter(HTML)),
            ],
            "m",
        )
    ),
    letter(part("text/plain", "x\r\nbegin 644 a\r\n#:&D*\r\n`\r\nend\r\n")),
    *(
        letter(
            part(f"text/plain; charset={news.label}", news.text.encode(news.charset)),
            news.subject.encode(news.charset),
        )
        for news in NEWS[:8]
    ),
)
PIECES = st.sampled_from(
    [b"\r\n", b"\n", b"\r", b"\n\n", b"--", b"--m\r\n", b"=?utf-8?B?", b"?=", b'"']
    + [b"<", b">", b"(", b")", b":", b";", b",", b"=", b"\x00", b"\xff", b"\x1b$B"]
    + [b"Content-Type: multipart/mixed\r\n", b"Content-Type: message/rfc822\r\n"]
    + [b"Content-Transfer-Encoding: base64\r\n", b"charset=utf-7", b"<style>", b"&#"]
)


@st.composite
def mutated_letters(draw: st.DrawFn) -> bytes:
    octets = draw(st.sampled_from(SEEDS))
    for _ in range(draw(st.integers(1, 8))):
        start = draw(st.integers(0, len(octets)))
        end = min(len(octets), start + draw(st.sampled_from([0, 0, 1, 3, 40])))
        piece = draw(st.one_of(PIECES, st.binary(max_size=6)))
        octets = octets[:start] + piece + octets[end:]
    return octets


def read_in_every_way(octets: bytes) -> None:
    found = read_letter(octets)
    assert found.summary == summarize(octets) == searchable(octets).summary
    assert len(header_identity(octets)) == 32
    summarize_header(octets)
    for item in found.attachments:
        attachment_octets(octets, item.index)
    shown = (
        found.text,
        found.html or "",
        found.summary.subject,
        *sum(found.headers, ()),
    )
    for text in shown:
        text.encode("utf-8")
        assert "\x00" not in text


@PATIENT
@given(st.binary(max_size=2_000))
def test_random_octets_are_read(octets: bytes) -> None:
    read_in_every_way(octets)


@PATIENT
@given(mutated_letters())
def test_mutated_letters_are_read(octets: bytes) -> None:
    read_in_every_way(octets)


@PATIENT
@given(st.lists(st.one_of(PIECES, st.binary(max_size=5)), max_size=40))
def test_scraps_of_syntax_are_read(pieces: list[bytes]) -> None:
    read_in_every_way(b"".join(pieces))


@PATIENT
@given(
    st.sampled_from([b"From", b"Subject", b"Date", b"Content-Type", b"References"]),
    st.binary(max_size=300),
)
def test_random_header_values_are_read(name: bytes, value: bytes) -> None:
    read_in_every_way(name + b": " + value + b"\r\n\r\nbody")


@PATIENT
@given(st.text(alphabet=st.characters(), max_size=300))
def test_random_html_is_cleaned(html: str) -> None:
    clean_html(html)


@PATIENT
@given(
    st.lists(
        st.sampled_from(
            sorted(
                {
                    "<p>",
                    "</p>",
                    "<b>",
                    "<table>",
                    "<td>",
                    "</table>",
                    "<style>",
                    "</style>",
                    "<!--",
                    "-->",
                    "<svg>",
                    "<math>",
                    "<img src=",
                    "'",
                    '"',
                    ">",
                    "x",
                    "<a href=",
                    "م",
                    "&#x",
                    "<template>",
                    "<select>",
                    "style='direction:rtl'",
                    "</body>",
                    "<frameset>",
                }
            )
        ),
        max_size=40,
    )
)
def test_scraps_of_html_are_cleaned(pieces: list[str]) -> None:
    once = clean_html("".join(pieces)).html or ""
    assert "<style" not in once
    assert "<img src=x" not in once
