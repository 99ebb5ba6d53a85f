"""What can be wrong with the files of a profile.

ConfigError
    ConfigBroken          a file that cannot be understood: mend it by hand
    ConfigUnwritable      the disk or the permissions said no
    AccountError
        BadAccount        a field that cannot be right
        NameTaken         another account has this name
        NoSuchAccount     it was removed meanwhile
        AmbiguousAccount  more than one account has this address: use the name

The text of each is a sentence for the person.
"""

from pathlib import Path


class ConfigError(Exception):
    pass


class ConfigBroken(ConfigError):
    def __init__(self, path: Path, fault: str) -> None:
        super().__init__(f"{path} cannot be used: {fault}. It was left as it is.")
        self.path = path
        self.fault = fault


class ConfigUnwritable(ConfigError):
    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path} could not be written: {reason}.")
        self.path = path
        self.reason = reason


class AccountError(ConfigError):
    pass


class BadAccount(AccountError):
    pass


class NameTaken(AccountError):
    def __init__(self, name: str) -> None:
        super().__init__(f"There is already an account named {name!r}.")


class NoSuchAccount(AccountError):
    def __init__(self, named: str) -> None:
        super().__init__(f"There is no account {named!r}.")


class AmbiguousAccount(AccountError):
    def __init__(self, address: str, names: tuple[str, ...]) -> None:
        listed = ", ".join(names)
        super().__init__(f"{address} is the address of more than one: {listed}.")
