"""Which messages belong to one conversation."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from hudhud.domain.messages import Summary
from hudhud.mime.conversations import BaseSubject, base_subject, conversations

START = datetime(2025, 11, 24, 10, tzinfo=UTC)


def message(hour: int, subject: str, own: str = "", *thread: str) -> Summary:
    sent_at = START + timedelta(hours=hour)
    return Summary(None, (), subject, sent_at, own, thread)


def members(*summaries: Summary) -> list[tuple[int, ...]]:
    return [one.members for one in conversations(summaries)]


@pytest.mark.parametrize(
    ("subject", "text", "is_answer"),
    [
        ("Plan", "plan", False),
        ("Re: Plan", "plan", True),
        ("RE: Re: FW: Plan", "plan", True),
        ("Re[2]: Plan", "plan", True),
        ("AW: Plan", "plan", True),
        ("WG: Plan", "plan", False),
        ("Réf : Plan", "plan", True),
        ("TR: Plan", "plan", False),
        ("رد: الخطة", "الخطة", True),
        ("رد: إعادة توجيه: الخطة", "الخطة", True),
        ("[list] Re: Plan", "plan", True),
        ("Re: [list] Plan", "plan", True),
        ("[list] Plan", "plan", False),
        ("[only]", "[only]", False),
        ("Regarding: Plan", "regarding: plan", False),
        ("Re:", "", True),
        ("", "", False),
    ],
)
def test_prefixes_come_off(subject: str, text: str, is_answer: bool) -> None:
    assert base_subject(subject) == BaseSubject(text, is_answer)


def test_answers_belong_to_what_they_answer_in_the_order_they_were_sent() -> None:
    assert members(
        message(2, "Re: Plan", "c", "a", "b"),
        message(0, "Plan", "a"),
        message(1, "Re: Plan", "b", "a"),
    ) == [(1, 2, 0)]


def test_answers_to_a_message_that_is_not_here_belong_together() -> None:
    assert members(message(0, "x", "b", "a"), message(1, "y", "c", "a")) == [(0, 1)]


def test_an_answer_without_references_joins_its_subject() -> None:
    assert members(message(0, "الخطة", "a"), message(1, "رد: الخطة", "b")) == [(0, 1)]


def test_two_letters_of_one_subject_that_answer_nothing_stay_apart() -> None:
    found = members(message(0, "Invoice", "a"), message(1, "Invoice", "b"))
    assert found == [(1,), (0,)]


def test_an_answer_that_comes_too_late_is_about_something_else() -> None:
    late = message(24 * 90, "Re: Hello", "b")
    assert members(message(0, "Hello", "a"), late) == [(1,), (0,)]


def test_answers_without_a_subject_stay_apart() -> None:
    assert len(members(message(0, "", "a"), message(1, "Re:", "b"))) == 2


def test_the_conversation_with_the_latest_message_comes_first() -> None:
    found = members(
        message(0, "Plan", "a"), message(1, "Other", "b"), message(2, "", "c", "a")
    )
    assert found == [(0, 2), (1,)]


def test_messages_without_a_date_or_an_id_are_no_trouble() -> None:
    undated = replace(message(0, "x"), sent_at=None)
    assert members(undated, undated) == [(0,), (1,)]


def test_circles_end() -> None:
    assert members(message(0, "x", "a", "b"), message(1, "y", "b", "a")) == [(0, 1)]
