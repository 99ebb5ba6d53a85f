"""A keyring as strict as the strictest real one, and one that only fails."""

from dataclasses import dataclass, field

from keyring.errors import PasswordDeleteError

# Windows' Credential Manager: 2,560 octets of UTF-16.
MOST_OCTETS = 2560


class NoRoom(Exception):
    """Like pywintypes.error, no KeyringError."""


@dataclass
class DictKeyring:
    """`writes_left` makes it fail in the middle, as a crash would."""

    entries: dict[str, str] = field(default_factory=dict)
    writes_left: int | None = None

    def get_password(self, service: str, username: str) -> str | None:
        return self.entries.get(f"{service} {username}")

    def set_password(self, service: str, username: str, password: str) -> None:
        self._count_a_write()
        if len(password.encode("utf-16-le")) > MOST_OCTETS:
            raise NoRoom("CredWrite", 1783)
        self.entries[f"{service} {username}"] = password

    def delete_password(self, service: str, username: str) -> None:
        self._count_a_write()
        if self.entries.pop(f"{service} {username}", None) is None:
            raise PasswordDeleteError("No such password!")

    def _count_a_write(self) -> None:
        if self.writes_left == 0:
            raise OSError("the power went")
        if self.writes_left is not None:
            self.writes_left -= 1


@dataclass
class FailingKeyring:
    error: Exception

    def get_password(self, service: str, username: str) -> str | None:
        raise self.error

    def set_password(self, service: str, username: str, password: str) -> None:
        raise self.error

    def delete_password(self, service: str, username: str) -> None:
        raise self.error
