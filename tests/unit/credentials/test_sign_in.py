"""The password of an account, wherever it is."""

from dataclasses import replace

import pytest

from hudhud.credentials.errors import CommandFailed, NoPassword
from hudhud.credentials.secrets import MemoryStore
from hudhud.credentials.sign_in import password_for
from hudhud.domain.accounts import Account
from hudhud.domain.identifiers import AccountId
from hudhud.domain.servers import Security, ServerAddress

SANA = Account(
    id=AccountId("5a4a"),
    name="Home",
    address="sana@example.org",
    server=ServerAddress("pop.example.org", 995, Security.TLS),
    user="sana",
)


@pytest.fixture
def store() -> MemoryStore:
    return MemoryStore()


def test_a_stored_password_is_used(store: MemoryStore) -> None:
    store.set(SANA.id, "open sesame")
    assert password_for(SANA, store) == "open sesame"


def test_a_command_goes_before_the_store(store: MemoryStore) -> None:
    store.set(SANA.id, "stored")
    account = replace(SANA, password_command="echo printed")
    assert password_for(account, store) == "printed"


def test_a_command_that_fails_is_not_replaced_by_the_store(store: MemoryStore) -> None:
    store.set(SANA.id, "stored")
    with pytest.raises(CommandFailed):
        password_for(replace(SANA, password_command="false"), store)


def test_without_a_password_the_account_is_named(store: MemoryStore) -> None:
    with pytest.raises(NoPassword, match="Home"):
        password_for(SANA, store)
