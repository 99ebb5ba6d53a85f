"""The sample mailbox: a server of our own and a profile that is thrown away."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from hudhud.config.accounts import AccountBook, new_account_id
from hudhud.config.paths import Profile, profile_at
from hudhud.credentials.secrets import MemoryStore, SecretStore
from hudhud.demo.serve import sample_server
from hudhud.demo.server import DemoServer
from hudhud.domain.accounts import Account
from hudhud.domain.retention import AskForEach

MAILBOX_LIMIT = 25_000_000
OWNER = "noor@hoopoe.example"


@dataclass(frozen=True, slots=True)
class Demo:
    server: DemoServer
    profile: Profile
    secrets: SecretStore


@contextmanager
def demo_account(name: str) -> Iterator[Demo]:
    """Everything is gone afterwards, mail and account alike."""
    with (
        TemporaryDirectory(prefix="hudhud-demo-", ignore_cleanup_errors=True) as folder,
        sample_server(datetime.now(UTC)) as server,
    ):
        profile = profile_at(Path(folder))
        terms = server.terms
        account = Account(
            id=new_account_id(),
            name=name,
            address=OWNER,
            server=server.address,
            user=terms.user,
            policy=AskForEach(),
            mailbox_limit=MAILBOX_LIMIT,
        )
        AccountBook(profile).add(account)
        secrets = MemoryStore()
        secrets.set(account.id, terms.password)
        yield Demo(server, profile, secrets)
