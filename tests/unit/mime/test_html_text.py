"""The plain text of HTML, in linear time whatever it holds."""

import pytest

from hudhud.mime.html_text import html_to_text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>one</p><p>two</p>", "one\n\ntwo"),
        ("one<br>two", "one\ntwo"),
        ("<div>one</div><div>two</div>", "one\ntwo"),
        ("he<b>l</b>lo", "hello"),
        ("<p>مرحبا <b>بك</b>م</p>", "مرحبا بكم"),
        ("a \n\t b&nbsp;&amp;&#1605;", "a b &م"),
        ("<ul><li>a<li>b</ul>", "\u2022 a\n\u2022 b"),
        ("<table><tr><td>a<td>b<tr><td>c</table>", "a b\nc"),
        ("<pre>a\nb</pre>", "a\nb"),
        ("<img alt='Logo'>x", "Logo x"),
        ("<style>p{}</style><script>x()</script>y", "y"),
        ("<head><title>t</title></head><body>b", "b"),
        ("<!-- comment -->x", "x"),
        ("<p>unclosed <b>tags", "unclosed tags"),
        ("5 < 6 & 7 > 3", "5 < 6 & 7 > 3"),
        ("first\u200b\u034f\u00ad line", "first line"),
        ("\x00\x01\ud800x\x02", "?x"),
        ("", ""),
    ],
)
def test_html_reads_as_a_person_sees_it(html: str, text: str) -> None:
    assert html_to_text(html) == text


def test_quotes_are_left_out_of_replies() -> None:
    html = "<p>My whole answer</p><blockquote>your question</blockquote>"
    assert html_to_text(html, without_quotes=True) == "My whole answer"
    assert "your question" in html_to_text(html)


def test_a_letter_that_is_all_quote_keeps_it() -> None:
    html = "<blockquote>all there is</blockquote>"
    assert html_to_text(html, without_quotes=True) == "all there is"


def test_tangled_html_is_read_too() -> None:
    html = "<div>" * 10_000 + "<p>one<script>x()</script><p>two &amp; three"
    assert html_to_text(html) == "one\n\ntwo & three"
