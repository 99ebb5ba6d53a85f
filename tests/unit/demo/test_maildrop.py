"""What the demo server holds, and how it changes."""

import pytest

from hudhud.demo.maildrop import Letter, Maildrop
from hudhud.domain.identifiers import UniqueId
from support.letters import letter, maildrop_of, many, unended


def test_a_delivered_letter_ends_in_crlf() -> None:
    maildrop = Maildrop()
    assert maildrop.deliver(unended()).octets == unended() + b"\r\n"


def test_a_letter_that_cannot_be_served_is_not_made() -> None:
    with pytest.raises(ValueError, match="CRLF"):
        Letter(UniqueId("one"), b"no end")


def test_two_deliveries_of_the_same_octets_have_two_unique_ids() -> None:
    maildrop = Maildrop()
    assert maildrop.deliver(letter()).uid != maildrop.deliver(letter()).uid


def test_renumbering_keeps_the_octets() -> None:
    maildrop = maildrop_of(many(2))
    before = [held.octets for held in maildrop.letters]
    maildrop.renumber(lambda number, held: f"new-{number}")
    assert [held.uid for held in maildrop.letters] == ["new-1", "new-2"]
    assert [held.octets for held in maildrop.letters] == before


def test_of_two_equal_letters_only_the_one_meant_is_removed() -> None:
    maildrop = maildrop_of([letter(), letter()], ["same", "same"])
    first, second = maildrop.letters
    assert maildrop.remove([second]) == (second,)
    assert maildrop.letters[0] is first


def test_an_emptied_maildrop_is_empty() -> None:
    maildrop = maildrop_of(many(2))
    maildrop.empty()
    assert maildrop.letters == ()
