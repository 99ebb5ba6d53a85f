"""What the window asks of the engine, in the engine's words. Pure."""

from collections.abc import Iterable

from hudhud.domain.accounts import Account
from hudhud.domain.identifiers import UniqueId
from hudhud.sync.plan import Job


def check_job(account: Account) -> Job:
    """Look what is there, save and delete as the policy and the decisions say."""
    return Job(peek_lines=account.preview_lines)


def first_look_job(account: Account) -> Job:
    """What waits on the server, with its first lines. Saves and deletes nothing."""
    return Job(peek_lines=account.preview_lines, save=False, delete=False)


def save_job(uids: Iterable[UniqueId]) -> Job:
    return Job(only=frozenset(uids))


def more_lines_job(uid: UniqueId, lines: int) -> Job:
    """Read one message again, as far as so many lines of its body."""
    return Job(peek_lines=lines, save=False, delete=False, only=frozenset({uid}))


def delete_job(uids: Iterable[UniqueId]) -> Job:
    """Carry out decided deletions; these may have waited for just this session."""
    return Job(save=False, only=frozenset(uids))
