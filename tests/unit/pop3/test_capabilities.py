"""CAPA as six real servers write it, and as none should."""

from dataclasses import replace

import pytest

from hudhud.pop3.capabilities import UNKNOWN, Capabilities, parse_capabilities

DOVECOT = (
    b"CAPA\r\nTOP\r\nUIDL\r\nRESP-CODES\r\nPIPELINING\r\nAUTH-RESP-CODE\r\nSTLS\r\n"
    b"USER\r\nSASL PLAIN LOGIN\r\n"
)
CYRUS = (
    b"SASL SCRAM-SHA-256 PLAIN\r\nEXPIRE NEVER\r\nLOGIN-DELAY 0\r\nTOP\r\nUIDL\r\n"
    b"PIPELINING\r\nRESP-CODES\r\nUSER\r\nIMPLEMENTATION Cyrus POP3 v3\r\n"
)

NOTHING = Capabilities(
    known=True,
    has_top=False,
    has_uidl=False,
    has_user=False,
    has_stls=False,
    has_pipelining=False,
)


def test_what_dovecot_says_is_understood() -> None:
    assert parse_capabilities(DOVECOT) == Capabilities(
        known=True,
        has_pipelining=True,
        mechanisms=frozenset({"PLAIN", "LOGIN"}),
    )


def test_what_cyrus_says_is_understood() -> None:
    assert parse_capabilities(CYRUS) == Capabilities(
        known=True,
        has_stls=False,
        has_pipelining=True,
        mechanisms=frozenset({"SCRAM-SHA-256", "PLAIN"}),
        login_delay_s=0,
        implementation="Cyrus POP3 v3",
    )


@pytest.mark.parametrize(
    "lines", [b"pipelining\r\n", b"  PIPELINING \r\n", b"\tPipelining\t\r\n"]
)
def test_names_are_read_case_blind_and_without_blanks(lines: bytes) -> None:
    assert parse_capabilities(lines) == replace(NOTHING, has_pipelining=True)


@pytest.mark.parametrize(
    ("line", "days"),
    [
        (b"EXPIRE 0 USER", 0),
        (b"EXPIRE 30", 30),
        (b"EXPIRE NEVER", None),
        (b"EXPIRENEVER", None),
        (b"EXPIRE", None),
        (b"EXPIRE " + b"9" * 5000, None),
    ],
)
def test_expiry_is_days_or_none(line: bytes, days: int | None) -> None:
    assert parse_capabilities(line + b"\r\n").expire_days == days


def test_mechanisms_may_be_spread_over_lines_and_tabs() -> None:
    capabilities = parse_capabilities(b"SASL\tplain  login\r\nSASL CRAM-MD5\r\n")
    assert capabilities.mechanisms == {"PLAIN", "LOGIN", "CRAM-MD5"}


def test_nonsense_says_nothing() -> None:
    assert parse_capabilities(b"\r\n\xff\xfe 1\r\nX-OWN thing\r\n") == NOTHING


def test_without_an_answer_nothing_but_pipelining_is_ruled_out() -> None:
    assert not UNKNOWN.known
    assert UNKNOWN.has_top and UNKNOWN.has_uidl and UNKNOWN.has_stls
    assert not UNKNOWN.has_pipelining
