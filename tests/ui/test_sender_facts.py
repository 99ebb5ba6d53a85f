"""What is said of a sender, and whose word counts for it."""

from dataclasses import replace

import pytest

from hudhud.domain.messages import Correspondent
from hudhud.mime.letter import Letter
from hudhud.mime.limits import Note
from hudhud.ui.sender_facts import FactKind, SenderFact, organisation, sender_facts
from support.message_rows import letter

HOST = "pop.mail.example"
PROVEN = SenderFact(FactKind.PROVEN, "shop.example")
UNPROVEN = SenderFact(FactKind.UNPROVEN, "shop.example")


def letter_of(name: str, *results: str, notes: tuple[str, ...] = ()) -> Letter:
    base = letter()
    sender = Correspondent(name, "news@shop.example")
    return replace(
        base,
        summary=replace(base.summary, sender=sender),
        headers=tuple(("Authentication-Results", one) for one in results),
        notes=notes,
    )


def test_an_ordinary_letter_needs_no_words() -> None:
    assert sender_facts(letter_of("The Shop"), HOST) == ()


def test_a_name_that_is_another_address_is_told() -> None:
    facts = sender_facts(letter_of("security@bank.example"), HOST)
    assert facts == (SenderFact(FactKind.NAME_IS_ADDRESS, "security@bank.example"),)


@pytest.mark.parametrize("name", ["news@shop.example", "NEWS@Shop.example", "a @ home"])
def test_a_name_that_is_the_very_address_is_not(name: str) -> None:
    assert sender_facts(letter_of(name), HOST) == ()


def test_several_senders_are_told_and_none_of_them_is_proven() -> None:
    told = letter_of(
        "Shop",
        "mx.mail.example; dmarc=pass header.from=shop.example",
        notes=(Note.SEVERAL_SENDERS,),
    )
    assert sender_facts(told, HOST) == (SenderFact(FactKind.SEVERAL_SENDERS),)


@pytest.mark.parametrize(
    ("results", "fact"),
    [
        ("dmarc=pass header.from=shop.example", PROVEN),
        ("dmarc=fail header.from=shop.example", UNPROVEN),
        ("dkim=pass header.d=shop.example", PROVEN),
        ("dkim=pass header.i=@mail.shop.example", PROVEN),
        ("dkim=fail header.d=shop.example", UNPROVEN),
    ],
)
def test_the_own_server_is_believed(results: str, fact: SenderFact) -> None:
    told = letter_of("Shop", f"mx.mail.example; {results}")
    assert sender_facts(told, HOST) == (fact,)


@pytest.mark.parametrize(
    "results",
    [
        "mx.elsewhere.example; dmarc=pass header.from=shop.example",
        "pop.mail.example.evil.example; dmarc=pass header.from=shop.example",
        "mail.example; dmarc=pass header.from=other.example",
        "mail.example; dkim=pass header.d=bulk-sender.example",
        "mail.example; spf=pass smtp.mailfrom=shop.example",
        "mail.example; none",
        "dmarc=pass",
    ],
)
def test_what_proves_nothing_is_not_mentioned(results: str) -> None:
    assert sender_facts(letter_of("Shop", results), HOST) == ()


def test_without_a_known_server_nobody_is_believed() -> None:
    told = letter_of("Shop", "mail.example; dmarc=pass header.from=shop.example")
    assert sender_facts(told, "") == ()
    assert sender_facts(told, "localhost") == ()


def test_only_the_latest_of_the_own_fields_counts() -> None:
    told = letter_of(
        "Shop",
        "mx.mail.example; dmarc=fail header.from=shop.example",
        "mx.mail.example; dmarc=pass header.from=shop.example",
    )
    assert sender_facts(told, HOST) == (UNPROVEN,)


@pytest.mark.parametrize(
    ("host", "name"),
    [
        ("pop.example.org", "example.org"),
        ("example.org", "example.org"),
        ("pop.example.co.uk", "example.co.uk"),
        ("mx1.mail.example.com.eg", "example.com.eg"),
        ("pop.gmail.com", "google.com"),
        ("mx.google.com", "google.com"),
        ("localhost", "localhost"),
    ],
)
def test_hosts_of_one_owner_have_one_name(host: str, name: str) -> None:
    assert organisation(host) == name
