"""Secrets in the system's own keyring: Secret Service, Credential Manager, Keychain.

Every secret has a service name of its own, `Hudhud/<account>/password`, for the
Windows back end moves entries about when two users share a service. A back end that
would write plain text (its priority is under 1) is no keyring to us.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Protocol

import keyring
from keyring.errors import InitError, KeyringLocked, NoKeyringError

from hudhud.credentials.errors import (
    CredentialError,
    NoStore,
    StoreFailed,
    StoreLocked,
)
from hudhud.credentials.pieces import (
    GENERATIONS,
    Header,
    fits_whole,
    header_for,
    joined,
    parse_header,
    split,
)
from hudhud.domain.identifiers import AccountId

USER = "hudhud"
LEAST_PRIORITY = 1


class Backend(Protocol):
    """What we use of keyring's KeyringBackend."""

    def get_password(self, service: str, username: str) -> str | None: ...

    def set_password(self, service: str, username: str, password: str) -> None: ...

    def delete_password(self, service: str, username: str) -> None: ...


def system_backend() -> Backend:
    """The best keyring of this system; raises NoStore. May take a fifth of a second."""
    backend = keyring.get_keyring()
    if backend.priority < LEAST_PRIORITY:
        raise NoStore("This system offers no keyring for passwords.")
    return backend


class KeyringStore:
    """Looks for the system's keyring at the first question, not before."""

    def __init__(self, find_backend: Callable[[], Backend] = system_backend) -> None:
        self._find_backend = find_backend
        self._found: Backend | None = None

    def get(self, account: AccountId) -> str | None:
        entries = self._entries()
        entry = entries.get(_service(account))
        header = None if entry is None else parse_header(entry)
        if header is None:
            return entry
        names = _piece_names(account, header.generation, header.count)
        pieces = [piece for name in names if (piece := entries.get(name)) is not None]
        secret = joined(header, pieces)
        if secret is None:
            raise StoreFailed("The keyring holds only part of the password.")
        return secret

    def set(self, account: AccountId, secret: str) -> None:
        _refuse_half_characters(secret)
        entries = self._entries()
        before = entries.get(_service(account))
        old = None if before is None else parse_header(before)
        if fits_whole(secret):
            entries.set(_service(account), secret)
        else:
            _set_in_pieces(entries, account, secret, old)
        if old is not None:
            _delete_run(entries, account, old.generation)

    def delete(self, account: AccountId) -> None:
        entries = self._entries()
        # The header first: half a secret must never be taken for a whole one.
        entries.delete(_service(account))
        for generation in GENERATIONS:
            _delete_run(entries, account, generation)

    def _entries(self) -> "_Entries":
        if self._found is None:
            with _our_errors():
                self._found = self._find_backend()
        return _Entries(self._found)


class _Entries:
    """The entries of a keyring, one a service, with our errors in place of its own."""

    def __init__(self, backend: Backend) -> None:
        self._backend = backend

    def get(self, service: str) -> str | None:
        with _our_errors():
            return self._backend.get_password(service, USER)

    def set(self, service: str, entry: str) -> None:
        with _our_errors():
            self._backend.set_password(service, USER, entry)

    def delete(self, service: str) -> bool:
        """False where there was none; back ends differ in what they make of that."""
        if self.get(service) is None:
            return False
        with _our_errors():
            self._backend.delete_password(service, USER)
        return True


def _set_in_pieces(
    entries: _Entries, account: AccountId, secret: str, old: Header | None
) -> None:
    pieces = split(secret)
    header = header_for(secret, len(pieces), old)
    # What an interrupted write left behind, which may be longer than this one.
    _delete_run(entries, account, header.generation)
    names = _piece_names(account, header.generation, header.count)
    for name, piece in zip(names, pieces, strict=True):
        entries.set(name, piece)
    entries.set(_service(account), str(header))


def _delete_run(entries: _Entries, account: AccountId, generation: str) -> None:
    """All pieces there are, last first, so that a run never has a gap to stop at."""
    count = 0
    while entries.get(_piece_name(account, generation, count)) is not None:
        count += 1
    for number in reversed(range(count)):
        entries.delete(_piece_name(account, generation, number))


def _service(account: AccountId) -> str:
    return f"Hudhud/{account}/password"


def _piece_name(account: AccountId, generation: str, number: int) -> str:
    return f"{_service(account)}/{generation}{number}"


def _piece_names(account: AccountId, generation: str, count: int) -> list[str]:
    return [_piece_name(account, generation, number) for number in range(count)]


def _refuse_half_characters(secret: str) -> None:
    try:
        secret.encode()
    except UnicodeEncodeError:
        # Its own error carries the secret with it.
        raise StoreFailed("The password is not text that can be stored.") from None


@contextmanager
def _our_errors() -> Iterator[None]:
    """Every error of a keyring becomes ours, without its words or its traceback."""
    try:
        yield
    except CredentialError:
        raise
    except NoKeyringError:
        raise NoStore("This system offers no keyring for passwords.") from None
    except (KeyringLocked, InitError):
        raise StoreLocked("The keyring is locked.") from None
    # Back ends let errors of D-Bus and of Windows through, which share no base class.
    except Exception as error:  # noqa: BLE001
        name = type(error).__name__
        raise StoreFailed(f"The keyring did not answer ({name}).") from None
