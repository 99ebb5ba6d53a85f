"""How long the server's copy of a saved message stays, and what a person decided."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class KeepAll:
    """Save everything, delete nothing."""


@dataclass(frozen=True, slots=True)
class DeleteOnceSaved:
    """Save everything; the server's copy goes as soon as ours is proven."""


@dataclass(frozen=True, slots=True)
class DeleteAfter:
    """Save everything; the server's copy goes so many days after it was saved."""

    days: int

    def is_due(self, saved_at: datetime, now: datetime) -> bool:
        return now - saved_at >= timedelta(days=self.days)


@dataclass(frozen=True, slots=True)
class AskForEach:
    """Neither save nor delete anything without a decision."""


RetentionPolicy = KeepAll | DeleteOnceSaved | DeleteAfter | AskForEach

LONGEST_STAY_DAYS = 3650


class Verdict(StrEnum):
    """What a person decided for one message; it goes before any policy."""

    SAVE = "save"
    SAVE_THEN_DELETE = "save-delete"
    DELETE = "delete"
    KEEP = "keep"

    @property
    def deletes(self) -> bool:
        return self in (Verdict.SAVE_THEN_DELETE, Verdict.DELETE)


def parse_policy(text: str) -> RetentionPolicy:
    """Read `keep`, `delete`, `delete-after:DAYS` or `ask`; raises ValueError."""
    plain: dict[str, RetentionPolicy] = {
        "keep": KeepAll(),
        "delete": DeleteOnceSaved(),
        "ask": AskForEach(),
    }
    if text in plain:
        return plain[text]
    name, _, days = text.partition(":")
    if name == "delete-after" and days.isascii() and days.isdigit():
        if 1 <= int(days) <= LONGEST_STAY_DAYS:
            return DeleteAfter(int(days))
        raise ValueError(f"days must be from 1 to {LONGEST_STAY_DAYS}, not {days}")
    raise ValueError(
        f"not a policy: {text!r}; use keep, delete, delete-after:DAYS, ask"
    )


def policy_text(policy: RetentionPolicy) -> str:
    """The words that `parse_policy` reads back."""
    match policy:
        case KeepAll():
            return "keep"
        case DeleteOnceSaved():
            return "delete"
        case DeleteAfter(days):
            return f"delete-after:{days}"
        case AskForEach():
            return "ask"
