"""The store of secrets as everybody else sees it, and the two that need no system."""

from contextlib import suppress
from typing import Protocol

from hudhud.credentials.errors import CredentialError, NoStore
from hudhud.domain.identifiers import AccountId


class SecretStore(Protocol):
    """One secret an account. Every method may raise CredentialError, and may wait."""

    def get(self, account: AccountId) -> str | None: ...

    def set(self, account: AccountId, secret: str) -> None: ...

    def delete(self, account: AccountId) -> None:
        """Forget it; nothing happens where there is none."""


class MemoryStore:
    """Forgets everything when the program ends."""

    def __init__(self) -> None:
        self._secrets: dict[AccountId, str] = {}

    def get(self, account: AccountId) -> str | None:
        return self._secrets.get(account)

    def set(self, account: AccountId, secret: str) -> None:
        self._secrets[account] = secret

    def delete(self, account: AccountId) -> None:
        self._secrets.pop(account, None)

    def holds(self, account: AccountId) -> bool:
        return account in self._secrets


class SessionStore:
    """A lasting store, and memory for what it would not take.

    Where the lasting one is missing or locked a secret is kept until the program ends
    and asked for again next time; it is never written anywhere else instead.
    """

    def __init__(self, lasting: SecretStore) -> None:
        self._lasting = lasting
        self._memory = MemoryStore()

    def is_for_this_session_only(self, account: AccountId) -> bool:
        return self._memory.holds(account)

    def get(self, account: AccountId) -> str | None:
        kept = self._memory.get(account)
        if kept is not None:
            return kept
        try:
            return self._lasting.get(account)
        except NoStore:
            return None

    def set(self, account: AccountId, secret: str) -> None:
        """Never raises CredentialError: ask `is_for_this_session_only` afterwards."""
        try:
            self._lasting.set(account, secret)
        except CredentialError:
            self._memory.set(account, secret)
        else:
            self._memory.delete(account)

    def delete(self, account: AccountId) -> None:
        self._memory.delete(account)
        with suppress(NoStore):
            self._lasting.delete(account)
