"""Authentication-Results, read method by method."""

import pytest

from hudhud.mime.authentication import Authentication, parse_authentication
from hudhud.mime.letter import read_letter
from support.mime_letters import field, letter, part

DKIM = (("header.d", "example.org"), ("header.i", "@example.org"))


def test_each_method_is_a_value_with_the_server_that_says_so() -> None:
    value = (
        b"mx.Example.org 1; spf=pass (sender is allowed)\r\n"
        b' smtp.mailfrom=noor@example.org;\r\n\tdkim=FAIL reason="body; changed"\r\n'
        b"\theader.d=example.org header.i=@example.org; dmarc = none"
    )
    assert parse_authentication(value) == (
        Authentication(
            *("mx.example.org", "spf", "pass", ""),
            (("smtp.mailfrom", "noor@example.org"),),
        ),
        Authentication("mx.example.org", "dkim", "fail", "body; changed", DKIM),
        Authentication("mx.example.org", "dmarc", "none"),
    )


def test_a_property_is_found_by_its_name() -> None:
    found = parse_authentication(b"mx; dkim=pass header.d=example.org")[0]
    assert found.property("header.d") == "example.org"
    assert found.property("header.s") == ""


@pytest.mark.parametrize(
    "value",
    [
        b"",
        b"mx.example.org; none",
        b"mx.example.org",
        b"spf=pass",
        b";;;",
        b"((((",
        b"=",
    ]
    + [b"mx; (spf=pass)", b"\xff\x00"],
)
def test_what_makes_no_sense_says_nothing(value: bytes) -> None:
    assert parse_authentication(value) == ()


def test_the_field_of_the_last_server_comes_first() -> None:
    octets = letter(
        part("text/plain", "x"),
        "Subject",
        field("Authentication-Results", "mine.example; spf=fail"),
        field("Authentication-Results", "theirs.example; spf=pass"),
    )
    found = read_letter(octets).authentication
    assert [(one.authserv_id, one.result) for one in found] == [
        ("mine.example", "fail"),
        ("theirs.example", "pass"),
    ]
