"""What one session is for, and who makes the maildrop for it."""

from collections.abc import Callable
from dataclasses import dataclass, field

from hudhud.domain.accounts import Account
from hudhud.pop3.transport import Stop
from hudhud.sync.maildrop import Caution, Maildrop


@dataclass(frozen=True, slots=True)
class Errand:
    """`cautions` are what earlier sessions taught of this server."""

    account: Account
    password: str = field(repr=False)
    stop: Stop
    cautions: frozenset[Caution]
    trace: Callable[[str], None] | None


MaildropFor = Callable[[Errand], Maildrop]
