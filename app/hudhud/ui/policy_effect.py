"""What a stricter policy would do to the server's copies there are now. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from hudhud.domain.identifiers import MessageId
from hudhud.domain.ledger import LedgerLine
from hudhud.domain.retention import (
    AskForEach,
    DeleteAfter,
    DeleteOnceSaved,
    KeepAll,
    RetentionPolicy,
    Verdict,
)


@dataclass(frozen=True, slots=True)
class PolicyEffect:
    """`later` holds every message the rule would delete some day, `today` those now."""

    later: tuple[MessageId, ...]
    today: tuple[MessageId, ...]


def is_stricter(policy: RetentionPolicy, before: RetentionPolicy) -> bool:
    """True where more would be deleted, or sooner."""
    return _stay_days(policy) < _stay_days(before)


def policy_effect(
    lines: Iterable[LedgerLine], policy: RetentionPolicy, now: datetime
) -> PolicyEffect:
    if not isinstance(policy, DeleteOnceSaved | DeleteAfter):
        return PolicyEffect((), ())
    later = [
        line
        for line in lines
        if line.listed and line.saved_at is not None and line.verdict != Verdict.KEEP
    ]
    return PolicyEffect(
        tuple(line.message for line in later),
        tuple(line.message for line in later if _is_due(line, policy, now)),
    )


def _is_due(line: LedgerLine, policy: RetentionPolicy, now: datetime) -> bool:
    if isinstance(policy, DeleteAfter):
        return line.saved_at is not None and policy.is_due(line.saved_at, now)
    return True


def _stay_days(policy: RetentionPolicy) -> float:
    match policy:
        case DeleteOnceSaved():
            return 0
        case DeleteAfter(days):
            return days
        case KeepAll() | AskForEach():
            return float("inf")
