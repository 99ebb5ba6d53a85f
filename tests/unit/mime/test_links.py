"""Where a link says it leads, and where it does."""

import pytest

from hudhud.mime.links import link_facts

NAMES_ANOTHER_PLACE = [
    ("http://bank.example", "http://evil.example/"),
    ("www.bank.example", "https://evil.example/"),
    ("bank.example", "http://bank.example.evil.example/"),
    ("bank.example/login", "http://evil.example/bank.example/login"),
    ("https://bank.example/", "http://bank.example@evil.example/"),
    ("https://bank.example/", "http://bank.example:80@evil.example/"),
    ("https://bank.example/", "http:\\\\evil.example\\x"),
    ("https://bank.example/", "http:evil.example"),
    ("https://bank.example/", "h\nttp://ev\til.example"),
    ("https://bank.example/", "http://b\u0430nk.example/"),
    ("see https://bank.example now", "http://evil.example/"),
    ("info@bank.example", "mailto:info@evil.example"),
    ("info@bank.example", "http://evil.example/"),
    ("<bank.example>", "http://evil.example"),
    ("bank\u3002example", "http://evil.example"),
]
NAMES_THE_SAME_PLACE = [
    ("https://bank.example", "https://bank.example/login?x=1"),
    ("HTTPS://BANK.EXAMPLE", "https://bank.example"),
    ("www.bank.example", "https://bank.example/"),
    ("bank.example", "https://www.bank.example:443/"),
    ("bank.example.", "https://bank.example/"),
    ("info@bank.example", "mailto:info@bank.example?subject=x"),
    ("bücher.example", "https://xn--bcher-kva.example/"),
]
NAMES_NO_PLACE = [
    ("Click here", "http://evil.example/"),
    ("report.pdf", "http://evil.example/"),
    ("3.5 million", "http://evil.example/"),
    ("", "http://evil.example/"),
    ("e.g. this", "http://evil.example/"),
    ("اضغط هنا", "http://evil.example/"),
]


@pytest.mark.parametrize(("text", "href"), NAMES_ANOTHER_PLACE)
def test_a_text_that_names_another_place_differs(text: str, href: str) -> None:
    facts = link_facts(text, href)
    assert facts.differs
    assert facts.shown_host.removeprefix("www.") == "bank.example"


@pytest.mark.parametrize(("text", "href"), NAMES_THE_SAME_PLACE)
def test_a_text_that_names_the_same_place_does_not(text: str, href: str) -> None:
    facts = link_facts(text, href)
    assert facts.shown_host
    assert not facts.differs


@pytest.mark.parametrize(("text", "href"), NAMES_NO_PLACE)
def test_a_text_that_names_no_place_promises_nothing(text: str, href: str) -> None:
    facts = link_facts(text, href)
    assert (facts.shown_host, facts.differs) == ("", False)


def test_the_real_host_is_told_in_ascii_and_in_letters() -> None:
    facts = link_facts("x", "https://xn--pple-43d.example/")
    assert facts.host == "xn--pple-43d.example"
    assert facts.unicode_host == "\u0430pple.example"
    assert facts.is_punycode


def test_letters_in_a_host_are_told_as_punycode() -> None:
    facts = link_facts("x", "https://مثال.example/")
    assert facts.is_punycode
    assert facts.unicode_host == "مثال.example"


@pytest.mark.parametrize(
    "href", ["http://a.example", "HTTPS://a.example", "mailto:noor@a.example"]
)
def test_the_web_and_mail_may_leave(href: str) -> None:
    assert link_facts("x", href).is_allowed


@pytest.mark.parametrize(
    "href",
    ["javascript:alert(1)", "file:///etc/passwd", "ftp://a.example", "data:text/html,x"]
    + ["", "a.example", "//a.example", "vbscript:x", "http://", "http://[", "tel:123"]
    + ["java\nscript:alert(1)", " smb://a/b", "http://a.example/" + "x" * 9_000],
)
def test_nothing_else_may(href: str) -> None:
    assert not link_facts("x", href).is_allowed


def test_what_is_shown_of_a_target_turns_no_text_around() -> None:
    assert "\u202e" not in link_facts("x", "http://a.example/\u202egpj.exe").target
