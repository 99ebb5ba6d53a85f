"""Memory, and memory in front of a lasting store."""

import pytest
from keyring.errors import KeyringLocked, NoKeyringError

from hudhud.credentials.errors import StoreLocked
from hudhud.credentials.keyring_store import Backend, KeyringStore
from hudhud.credentials.secrets import MemoryStore, SessionStore
from hudhud.domain.identifiers import AccountId
from support.keyrings import DictKeyring, FailingKeyring

SANA = AccountId("5a4a")


def session_over(backend: Backend) -> SessionStore:
    return SessionStore(KeyringStore(lambda: backend))


def test_memory_gives_back_what_it_was_told_until_it_is_forgotten() -> None:
    store = MemoryStore()
    store.set(SANA, "open sesame")
    assert store.get(SANA) == "open sesame"
    store.delete(SANA)
    assert store.get(SANA) is None


def test_memory_forgets_what_it_never_knew() -> None:
    MemoryStore().delete(SANA)


def test_no_store_shows_its_secrets_when_printed() -> None:
    store = MemoryStore()
    store.set(SANA, "open sesame")
    assert "sesame" not in f"{store!r} {store}"


def test_a_keyring_that_takes_the_secret_is_all_there_is() -> None:
    backend = DictKeyring()
    store = session_over(backend)
    store.set(SANA, "open sesame")
    assert not store.is_for_this_session_only(SANA)
    assert session_over(backend).get(SANA) == "open sesame"


@pytest.mark.parametrize("error", [NoKeyringError(), KeyringLocked(), OSError()])
def test_what_a_keyring_will_not_take_is_kept_for_this_session(
    error: Exception,
) -> None:
    store = session_over(FailingKeyring(error))
    store.set(SANA, "open sesame")
    assert store.get(SANA) == "open sesame"
    assert store.is_for_this_session_only(SANA)


def test_a_newer_secret_in_memory_goes_before_an_older_one_in_the_keyring() -> None:
    backend = DictKeyring()
    store = session_over(backend)
    store.set(SANA, "old")
    backend.writes_left = 0
    store.set(SANA, "new")
    assert store.get(SANA) == "new"


def test_once_the_keyring_takes_it_memory_forgets() -> None:
    backend = DictKeyring(writes_left=0)
    store = session_over(backend)
    store.set(SANA, "first")
    backend.writes_left = None
    store.set(SANA, "second")
    assert not store.is_for_this_session_only(SANA)
    assert store.get(SANA) == "second"


def test_without_a_keyring_there_is_nothing_to_get_or_forget() -> None:
    store = session_over(FailingKeyring(NoKeyringError()))
    assert store.get(SANA) is None
    store.delete(SANA)


def test_a_locked_keyring_is_not_taken_for_an_empty_one() -> None:
    store = session_over(FailingKeyring(KeyringLocked()))
    with pytest.raises(StoreLocked):
        store.get(SANA)
    with pytest.raises(StoreLocked):
        store.delete(SANA)
