"""Secrets in a keyring: whole, in pieces, interrupted, refused."""

import os
import subprocess
import sys
import traceback
from dataclasses import replace

import pytest
from keyring.errors import (
    InitError,
    KeyringError,
    KeyringLocked,
    NoKeyringError,
    PasswordSetError,
)

from hudhud.credentials.errors import (
    CredentialError,
    NoStore,
    StoreFailed,
    StoreLocked,
)
from hudhud.credentials.keyring_store import Backend, KeyringStore, system_backend
from hudhud.domain.identifiers import AccountId
from support.keyrings import DictKeyring, FailingKeyring

SANA = AccountId("5a4a")
WORK = AccountId("30b5")
SHORT = "مفتاح الدار 🔑"
LONG = "".join(f"{number:04d}" for number in range(1000))
OTHER_LONG = LONG[::-1] + "more"


@pytest.fixture
def backend() -> DictKeyring:
    return DictKeyring()


def store_over(backend: Backend) -> KeyringStore:
    return KeyringStore(lambda: backend)


@pytest.mark.parametrize("secret", [SHORT, LONG, "x" * 1000, "🐦" * 1000, ""])
def test_a_secret_comes_back_as_it_was(backend: DictKeyring, secret: str) -> None:
    store_over(backend).set(SANA, secret)
    assert store_over(backend).get(SANA) == secret


def test_where_there_is_no_secret_there_is_none(backend: DictKeyring) -> None:
    assert store_over(backend).get(SANA) is None


def test_a_short_secret_stands_alone_under_a_service_of_its_own(
    backend: DictKeyring,
) -> None:
    store_over(backend).set(SANA, SHORT)
    assert backend.entries == {"Hudhud/5a4a/password hudhud": SHORT}


def test_accounts_do_not_share_a_secret(backend: DictKeyring) -> None:
    store = store_over(backend)
    store.set(SANA, SHORT)
    store.set(WORK, LONG)
    assert (store.get(SANA), store.get(WORK)) == (SHORT, LONG)


def test_every_piece_has_a_service_of_its_own(backend: DictKeyring) -> None:
    store_over(backend).set(SANA, LONG)
    pieces = {f"Hudhud/5a4a/password/a{number} hudhud" for number in range(4)}
    assert set(backend.entries) == {"Hudhud/5a4a/password hudhud", *pieces}


def test_a_secret_that_looks_like_a_header_comes_back(backend: DictKeyring) -> None:
    store_over(backend).set(SANA, LONG)
    header = backend.entries["Hudhud/5a4a/password hudhud"]
    store_over(backend).set(SANA, header)
    assert store_over(backend).get(SANA) == header


@pytest.mark.parametrize("first", [SHORT, LONG, OTHER_LONG])
@pytest.mark.parametrize("second", [SHORT, LONG, "x" * 1500])
def test_a_new_secret_leaves_nothing_of_the_old_one(
    backend: DictKeyring, first: str, second: str
) -> None:
    store_over(backend).set(SANA, first)
    store_over(backend).set(SANA, second)
    assert store_over(backend).get(SANA) == second
    alone = DictKeyring()
    store_over(alone).set(SANA, second)
    assert len(backend.entries) == len(alone.entries)


@pytest.mark.parametrize("secret", [SHORT, LONG])
def test_deleting_leaves_nothing(backend: DictKeyring, secret: str) -> None:
    store_over(backend).set(SANA, secret)
    store_over(backend).delete(SANA)
    assert backend.entries == {}


def test_deleting_what_is_not_there_is_no_error(backend: DictKeyring) -> None:
    store_over(backend).delete(SANA)


@pytest.mark.parametrize("writes", range(10))
def test_an_interrupted_change_leaves_the_old_or_the_new_secret(
    backend: DictKeyring, writes: int
) -> None:
    store_over(backend).set(SANA, LONG)
    with pytest.raises(StoreFailed):
        store_over(replace(backend, writes_left=writes)).set(SANA, OTHER_LONG)
    assert store_over(backend).get(SANA) in (LONG, OTHER_LONG)


@pytest.mark.parametrize("writes", range(9))
def test_what_interrupted_changes_left_behind_goes_with_the_secret(
    backend: DictKeyring, writes: int
) -> None:
    store_over(backend).set(SANA, LONG)
    with pytest.raises(StoreFailed):
        store_over(replace(backend, writes_left=writes)).set(SANA, OTHER_LONG)
    store_over(backend).set(SANA, "x" * 1500)
    store_over(backend).delete(SANA)
    assert backend.entries == {}


@pytest.mark.parametrize("writes", range(5))
def test_an_interrupted_deletion_never_leaves_half_a_secret_to_be_read(
    backend: DictKeyring, writes: int
) -> None:
    store_over(backend).set(SANA, LONG)
    with pytest.raises(StoreFailed):
        store_over(replace(backend, writes_left=writes)).delete(SANA)
    assert store_over(backend).get(SANA) in (LONG, None)


def test_a_missing_piece_is_reported_and_not_taken_for_a_password(
    backend: DictKeyring,
) -> None:
    store_over(backend).set(SANA, LONG)
    del backend.entries["Hudhud/5a4a/password/a2 hudhud"]
    with pytest.raises(StoreFailed, match="only part"):
        store_over(backend).get(SANA)


KEYRING_ERRORS: list[tuple[Exception, type[CredentialError]]] = [
    (NoKeyringError("no backend"), NoStore),
    (KeyringLocked("dismissed"), StoreLocked),
    (InitError("prompt dismissed"), StoreLocked),
    (KeyringError("anything"), StoreFailed),
    (PasswordSetError("anything"), StoreFailed),
    (ConnectionResetError("the bus went"), StoreFailed),
    (TypeError("a fault of a back end"), StoreFailed),
]


@pytest.mark.parametrize(("error", "ours"), KEYRING_ERRORS)
def test_every_error_of_a_keyring_becomes_one_of_ours(
    error: Exception, ours: type[CredentialError]
) -> None:
    store = store_over(FailingKeyring(error))
    with pytest.raises(ours):
        store.get(SANA)
    with pytest.raises(ours):
        store.set(SANA, SHORT)
    with pytest.raises(ours):
        store.delete(SANA)


@pytest.mark.parametrize("secret", ["open sesame", "open sesame \ud83d"])
def test_no_error_or_traceback_holds_the_secret(secret: str) -> None:
    store = store_over(FailingKeyring(PasswordSetError(f"cannot store {secret}")))
    with pytest.raises(StoreFailed) as raised:
        store.set(SANA, secret)
    assert "sesame" not in "".join(traceback.format_exception(raised.value))
    assert raised.value.__cause__ is None


def test_the_keyring_is_looked_for_at_the_first_question_and_only_then() -> None:
    asked: list[str] = []

    def find() -> Backend:
        asked.append("found")
        return DictKeyring()

    store = KeyringStore(find)
    assert asked == []
    store.get(SANA)
    store.get(WORK)
    assert asked == ["found"]


def test_a_system_without_a_keyring_is_said_to_have_none() -> None:
    # The suite runs with keyring's back end for systems that have none.
    with pytest.raises(NoStore):
        system_backend()
    with pytest.raises(NoStore):
        KeyringStore().get(SANA)


PLAIN_TEXT_BACKEND = """
import keyring, keyring.backend
from hudhud.credentials.errors import NoStore
from hudhud.credentials.keyring_store import system_backend

class PlainText(keyring.backend.KeyringBackend):
    priority = 0.5
    get_password = set_password = delete_password = print

keyring.set_keyring(PlainText())
try:
    system_backend()
except NoStore:
    print("refused")
"""


def test_a_store_of_plain_text_is_no_keyring() -> None:
    # In a process of its own: keyring's choice of back end is its one global.
    done = subprocess.run(
        [sys.executable, "-c", PLAIN_TEXT_BACKEND],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout, done.stderr) == ("refused\n", "")
