"""The book of accounts and its file."""

import os
import stat
from dataclasses import replace
from pathlib import Path

import pytest

from hudhud.config.accounts import AccountBook, new_account_id
from hudhud.config.errors import (
    AmbiguousAccount,
    BadAccount,
    ConfigUnwritable,
    NameTaken,
    NoSuchAccount,
)
from hudhud.config.paths import Profile, profile_at
from hudhud.domain.accounts import Account
from hudhud.domain.identifiers import AccountId
from hudhud.domain.retention import AskForEach, DeleteAfter, DeleteOnceSaved
from hudhud.domain.servers import Security, ServerAddress

SANA = Account(
    id=AccountId("5a4a"),
    name="Home",
    address="sana@example.org",
    server=ServerAddress("pop.example.org", 995, Security.TLS),
    user="sana@example.org",
)
WORK = replace(
    SANA,
    id=AccountId("30b5"),
    name="Work «سناء»",
    address="s.haddad@example.com",
    server=ServerAddress("mail.example.com", 1110, Security.STARTTLS),
    user='s"haddad\\',
    policy=DeleteAfter(30),
    password_command="pass show 'mail/work' | head -n 1",
    ca_file="/etc/ssl/work ca.pem",
    mailbox_limit=5_000_000_000,
    timeout_s=12.5,
    preview_lines=0,
    in_rounds=True,
)


@pytest.fixture
def profile(tmp_path: Path) -> Profile:
    return profile_at(tmp_path)


@pytest.fixture
def book(profile: Profile) -> AccountBook:
    return AccountBook(profile)


def test_a_new_profile_has_no_accounts(book: AccountBook) -> None:
    assert book.all() == ()


def test_asking_makes_no_file(book: AccountBook, profile: Profile) -> None:
    book.all()
    assert not profile.accounts_file.exists()


@pytest.mark.parametrize(
    "account",
    [
        SANA,
        WORK,
        replace(SANA, policy=DeleteOnceSaved()),
        replace(SANA, policy=AskForEach()),
        replace(SANA, server=ServerAddress("::1", 110, Security.NONE)),
    ],
)
def test_an_account_is_read_back_as_it_was_added(
    book: AccountBook, profile: Profile, account: Account
) -> None:
    book.add(account)
    assert AccountBook(profile).all() == (account,)


def test_accounts_stay_in_the_order_they_were_added(book: AccountBook) -> None:
    book.add(WORK)
    book.add(SANA)
    assert book.all() == (WORK, SANA)


def test_a_replaced_account_keeps_its_place(book: AccountBook) -> None:
    book.add(SANA)
    book.add(WORK)
    book.replace(replace(SANA, name="Family"))
    assert [each.name for each in book.all()] == ["Family", WORK.name]


def test_a_removed_account_is_gone_and_the_others_stay(book: AccountBook) -> None:
    book.add(SANA)
    book.add(WORK)
    book.remove(SANA.id)
    assert book.all() == (WORK,)


def test_what_is_not_there_can_be_neither_replaced_nor_removed(
    book: AccountBook,
) -> None:
    with pytest.raises(NoSuchAccount):
        book.replace(SANA)
    with pytest.raises(NoSuchAccount):
        book.remove(SANA.id)


@pytest.mark.parametrize("name", ["Home", "HOME", "home"])
def test_a_name_is_taken_once_whatever_its_case(book: AccountBook, name: str) -> None:
    book.add(SANA)
    with pytest.raises(NameTaken):
        book.add(replace(WORK, name=name))


def test_a_name_cannot_be_taken_from_another_by_replacing(book: AccountBook) -> None:
    book.add(SANA)
    book.add(WORK)
    with pytest.raises(NameTaken):
        book.replace(replace(WORK, name="home"))


def test_an_id_is_never_given_twice(book: AccountBook) -> None:
    book.add(SANA)
    with pytest.raises(BadAccount, match="belongs to another"):
        book.add(replace(WORK, id=SANA.id))


@pytest.mark.parametrize(
    "named", ["5a4a", "Home", "hOME", "sana@example.org", "Sana@Example.Org"]
)
def test_an_account_is_found_by_id_name_or_address(
    book: AccountBook, named: str
) -> None:
    book.add(WORK)
    book.add(SANA)
    assert book.find(named) == SANA


def test_a_name_is_found_however_its_letters_are_composed(book: AccountBook) -> None:
    named = replace(SANA, name="Caf\u00e9")
    book.add(named)
    assert book.find("Cafe\u0301") == named


def test_what_is_not_there_is_not_found(book: AccountBook) -> None:
    book.add(SANA)
    assert book.find("elsewhere") is None


def test_an_address_of_two_accounts_is_not_guessed(book: AccountBook) -> None:
    book.add(SANA)
    book.add(replace(WORK, address=SANA.address))
    with pytest.raises(AmbiguousAccount, match=r"Home, Work"):
        book.find(SANA.address)


def test_two_books_see_each_others_changes(book: AccountBook, profile: Profile) -> None:
    other = AccountBook(profile)
    book.add(SANA)
    other.add(WORK)
    assert book.all() == (SANA, WORK)


@pytest.mark.skipif(os.name == "nt", reason="permissions are POSIX's")
def test_the_file_is_the_owners_alone(book: AccountBook, profile: Profile) -> None:
    book.add(SANA)
    assert stat.S_IMODE(profile.accounts_file.stat().st_mode) == 0o600


def test_a_file_that_cannot_be_written_is_reported(
    book: AccountBook, profile: Profile
) -> None:
    profile.config.rmdir()
    with pytest.raises(ConfigUnwritable, match="could not be written"):
        book.add(SANA)


def test_ids_are_hexadecimal_and_new_each_time() -> None:
    first, second = new_account_id(), new_account_id()
    assert first != second
    assert int(first, 16) >= 0


BAD = [
    (replace(SANA, id=AccountId("")), "id"),
    (replace(SANA, id=AccountId("../up")), "id"),
    (replace(SANA, name=" "), "name"),
    (replace(SANA, name="two\nlines"), "name"),
    (replace(SANA, name="half \ud83d"), "name"),
    (replace(SANA, name="x" * 1001), "name"),
    (replace(SANA, address=""), "address"),
    (replace(SANA, address="a b@example.org"), "address"),
    (replace(SANA, server=ServerAddress("", 995, Security.TLS)), "host"),
    (replace(SANA, server=ServerAddress("a b", 995, Security.TLS)), "host"),
    (replace(SANA, server=ServerAddress("a", 0, Security.TLS)), "port"),
    (replace(SANA, server=ServerAddress("a", 65536, Security.TLS)), "port"),
    (replace(SANA, user="sana\r\nDELE 1"), "user"),
    (replace(SANA, user="sana\0"), "user"),
    (replace(SANA, policy=DeleteAfter(0)), "days"),
    (replace(SANA, password_command=""), "password_command"),
    (replace(SANA, ca_file="\n"), "ca_file"),
    (replace(SANA, mailbox_limit=0), "mailbox_limit"),
    (replace(SANA, timeout_s=0.0), "timeout_s"),
    (replace(SANA, timeout_s=float("nan")), "timeout_s"),
    (replace(SANA, timeout_s=float("inf")), "timeout_s"),
    (replace(SANA, preview_lines=-1), "preview_lines"),
    (replace(SANA, preview_lines=201), "preview_lines"),
]


@pytest.mark.parametrize(("account", "named"), BAD)
def test_an_account_that_cannot_be_right_is_never_written(
    book: AccountBook, profile: Profile, account: Account, named: str
) -> None:
    with pytest.raises(BadAccount, match=named):
        book.add(account)
    assert not profile.accounts_file.exists()
