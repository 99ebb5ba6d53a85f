"""The accounts, in one file that people can read and mend: accounts.toml.

There is no copy in memory: every question reads the file, every change reads it,
changes it and replaces it whole. So the window and the command line, side by side, do
not undo each other's changes, and a file that was broken by hand is never written over.
"""

import secrets
import unicodedata
from collections.abc import Sequence

from hudhud.config.account_text import account_lines, account_of, check_account
from hudhud.config.errors import (
    AmbiguousAccount,
    BadAccount,
    ConfigBroken,
    ConfigUnwritable,
    NameTaken,
    NoSuchAccount,
)
from hudhud.config.paths import Profile
from hudhud.config.private_files import write_privately
from hudhud.config.toml_table import Fault, Table, read_table
from hudhud.domain.accounts import Account
from hudhud.domain.identifiers import AccountId

HEAD = """\
# The mail accounts of Hudhud. Passwords are never kept here: they are in the system's
# keyring, or printed by the program named in password_command.
# Hudhud writes this file anew when an account changes; comments are not kept.
"""


def new_account_id() -> AccountId:
    """One that no account has had before."""
    return AccountId(secrets.token_hex(8))


class AccountBook:
    """Every method may raise ConfigBroken; those that write, ConfigUnwritable too."""

    def __init__(self, profile: Profile) -> None:
        self._path = profile.accounts_file

    def all(self) -> tuple[Account, ...]:
        """In the order they were added."""
        table = read_table(self._path)
        try:
            accounts = _accounts_of(table)
        except Fault as fault:
            raise ConfigBroken(self._path, f"{fault}") from None
        return accounts

    def find(self, name_or_address: str) -> Account | None:
        """The account with this id or name, or else the one with this address.

        Raises AmbiguousAccount where more than one has the address: a guess could
        delete from the wrong maildrop.
        """
        accounts, wanted = self.all(), _alike(name_or_address)
        for account in accounts:
            if account.id == name_or_address or _alike(account.name) == wanted:
                return account
        found = [each for each in accounts if _alike(each.address) == wanted]
        if len(found) > 1:
            names = tuple(each.name for each in found)
            raise AmbiguousAccount(name_or_address, names)
        return found[0] if found else None

    def add(self, account: Account) -> None:
        """Raises BadAccount and NameTaken."""
        accounts = self.all()
        if any(each.id == account.id for each in accounts):
            raise BadAccount(f"id {account.id} belongs to another account")
        _check_beside(accounts, account)
        self._write((*accounts, account))

    def replace(self, account: Account) -> None:
        """Write the account with this id anew, in its old place.

        Raises BadAccount, NameTaken and NoSuchAccount.
        """
        accounts = self.all()
        if all(each.id != account.id for each in accounts):
            raise NoSuchAccount(account.name)
        _check_beside([each for each in accounts if each.id != account.id], account)
        self._write([account if each.id == account.id else each for each in accounts])

    def remove(self, account: AccountId) -> None:
        """Forget the account. Its mail and its secret are not this room's to touch.

        Raises NoSuchAccount.
        """
        accounts = self.all()
        left = [each for each in accounts if each.id != account]
        if len(left) == len(accounts):
            raise NoSuchAccount(account)
        self._write(left)

    def _write(self, accounts: Sequence[Account]) -> None:
        tables = [f"\n[[account]]\n{account_lines(each)}" for each in accounts]
        try:
            write_privately(self._path, (HEAD + "".join(tables)).encode())
        except OSError as error:
            raise ConfigUnwritable(self._path, f"{error.strerror}") from error


def _alike(text: str) -> str:
    """Names and addresses are compared as a person would: case and composition."""
    return unicodedata.normalize("NFC", text).casefold()


def _check_beside(others: Sequence[Account], account: Account) -> None:
    check_account(account)
    if any(_alike(each.name) == _alike(account.name) for each in others):
        raise NameTaken(account.name)


def _accounts_of(table: Table) -> tuple[Account, ...]:
    accounts: list[Account] = []
    for number, each in enumerate(table.tables("account"), start=1):
        try:
            accounts.append(_next_account(accounts, each))
        except Fault as fault:
            raise Fault(f"in account {number}, {fault}") from None
    if table.left_over:
        raise Fault(f"{table.left_over[0]} is not known outside of [[account]]")
    return tuple(accounts)


def _next_account(before: Sequence[Account], table: Table) -> Account:
    account = account_of(table)
    if any(each.id == account.id for each in before):
        raise Fault(f"id {account.id} is that of an account above")
    if any(_alike(each.name) == _alike(account.name) for each in before):
        raise Fault(f"name {account.name!r} is that of an account above")
    return account
