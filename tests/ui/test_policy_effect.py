"""What a stricter rule would delete of what is on the server now."""

from dataclasses import replace
from datetime import timedelta

import pytest

from hudhud.domain.retention import (
    AskForEach,
    DeleteAfter,
    DeleteOnceSaved,
    KeepAll,
    RetentionPolicy,
    Verdict,
)
from hudhud.ui.policy_effect import PolicyEffect, is_stricter, policy_effect
from support.maildrops import NOW, saved, seen

OLD, FRESH = saved("old", days=40, message=1), saved("fresh", days=1, message=2)


@pytest.mark.parametrize(
    ("policy", "before", "stricter"),
    [
        (DeleteOnceSaved(), KeepAll(), True),
        (DeleteAfter(30), KeepAll(), True),
        (DeleteAfter(30), AskForEach(), True),
        (DeleteAfter(7), DeleteAfter(30), True),
        (DeleteAfter(30), DeleteAfter(7), False),
        (DeleteAfter(30), DeleteAfter(30), False),
        (DeleteAfter(1), DeleteOnceSaved(), False),
        (KeepAll(), DeleteOnceSaved(), False),
        (AskForEach(), KeepAll(), False),
    ],
)
def test_a_rule_is_stricter_if_it_deletes_more_or_sooner(
    policy: RetentionPolicy, before: RetentionPolicy, stricter: bool
) -> None:
    assert is_stricter(policy, before) is stricter


def test_messages_are_told_apart_by_when_they_are_due() -> None:
    effect = policy_effect([OLD, FRESH], DeleteAfter(30), NOW)
    assert effect == PolicyEffect(later=(1, 2), today=(1,))  # type: ignore[arg-type]


def test_what_is_deleted_once_saved_is_due_today() -> None:
    effect = policy_effect([OLD, FRESH], DeleteOnceSaved(), NOW)
    assert effect.later == effect.today == (1, 2)


def test_unsaved_kept_and_vanished_messages_are_never_counted() -> None:
    lines = [
        seen("unsaved", message=3),
        replace(OLD, verdict=Verdict.KEEP),
        replace(FRESH, listed=False),
    ]
    later = NOW + timedelta(days=400)
    assert policy_effect(lines, DeleteOnceSaved(), later) == PolicyEffect((), ())


@pytest.mark.parametrize("policy", [KeepAll(), AskForEach()])
def test_a_rule_that_keeps_deletes_nothing(policy: RetentionPolicy) -> None:
    assert policy_effect([OLD], policy, NOW) == PolicyEffect((), ())
