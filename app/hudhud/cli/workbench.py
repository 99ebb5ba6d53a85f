"""What every verb works with, built once from the profile."""

import signal
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from types import FrameType

from hudhud.archive.archive import Archive, open_archive
from hudhud.archive.lock import acquire_lock
from hudhud.cli.console import Console
from hudhud.cli.exits import CommandFailed, Exit
from hudhud.config.accounts import AccountBook
from hudhud.config.paths import Profile
from hudhud.credentials.keyring_store import KeyringStore
from hudhud.credentials.secrets import SecretStore
from hudhud.credentials.sign_in import password_for
from hudhud.domain.accounts import Account
from hudhud.pop3.transport import Stop
from hudhud.sync.engine import Engine


@dataclass(frozen=True, slots=True)
class Workbench:
    profile: Profile
    book: AccountBook
    secrets: SecretStore
    console: Console
    stop: Stop

    def accounts(self, names: list[str]) -> list[Account]:
        """The named accounts, or all; raises CommandFailed where there is none."""
        if not names:
            everyone = list(self.book.all())
            if not everyone:
                raise CommandFailed(
                    "There is no account yet. Add one with `hudhud account add`.",
                    Exit.USAGE,
                )
            return everyone
        return [self.account(name) for name in names]

    def account(self, name: str) -> Account:
        found = self.book.find(name)
        if found is None:
            raise CommandFailed(f"There is no account named {name!r}.", Exit.USAGE)
        return found

    def engine(self) -> Engine:
        return Engine(
            self.profile.archive_folder,
            lambda account: password_for(account, self.secrets),
        )

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Hold the archive against every other process that would write."""
        lock = acquire_lock(self.profile.archive_folder)
        try:
            yield
        finally:
            lock.release()

    @contextmanager
    def archive(self) -> Iterator[Archive]:
        with closing(open_archive(self.profile.archive_folder)) as archive:
            yield archive


def workbench(profile: Profile, console: Console) -> Workbench:
    return Workbench(profile, AccountBook(profile), KeyringStore(), console, Stop())


@contextmanager
def stoppable(stop: Stop) -> Iterator[None]:
    """Ctrl+C and a polite kill stop the run within a second, with nothing lost."""

    def on_signal(number: int, frame: FrameType | None) -> None:
        stop.set()

    signals = (signal.SIGINT, signal.SIGTERM)
    before = [signal.signal(number, on_signal) for number in signals]
    try:
        yield
    finally:
        for number, handler in zip(signals, before, strict=True):
            signal.signal(number, handler)
