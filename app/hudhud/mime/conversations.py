"""Which messages belong to one conversation.

By References and In-Reply-To; an answer that has neither joins the conversation of the
same subject. Everything is decided over summaries, so nothing is read again.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from hudhud.domain.messages import Summary

PREFIXES = 20
# An answer without references that comes later than this is about something else.
SAME_SUBJECT_WITHIN = timedelta(days=60)

# English, German, French, Arabic, and what their mailers add: `Re[2]:`, `Re (3):`.
_ANSWER = r"re|aw|antw|antwort|ré|réf|réponse|رد|ردّ"
_FORWARD = r"fwd?|wg|wtr|tr|إعادة توجيه|اعادة توجيه|إعادة إرسال|تحويل"
_PREFIX = re.compile(
    rf"\s*(?:(?P<answer>{_ANSWER})|(?P<forward>{_FORWARD}))"
    r"\s*(?:[\[(]\d{1,3}[\])]|\^\d{1,3})?\s*[:：]\s*",
    re.IGNORECASE,
)
_LIST_TAG = re.compile(r"\s*\[[^\]]{1,60}\]\s*")
_EARLIEST = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class BaseSubject:
    """`text` without prefixes and list names, in folded case."""

    text: str
    is_answer: bool


@dataclass(frozen=True, slots=True)
class Conversation:
    """Indices into the summaries it was made of, the oldest message first."""

    members: tuple[int, ...]
    subject: str


def base_subject(subject: str) -> BaseSubject:
    rest, is_answer = subject, False
    for _ in range(PREFIXES):
        tag = _LIST_TAG.match(rest)
        found = _PREFIX.match(rest, tag.end() if tag else 0)
        if found is None:
            break
        is_answer = is_answer or found["answer"] is not None
        rest = (tag[0] if tag else "") + rest[found.end() :]
    bare = _LIST_TAG.sub(" ", rest, count=1) if _LIST_TAG.match(rest) else rest
    return BaseSubject(" ".join((bare.strip() or rest).split()).casefold(), is_answer)


def conversations(summaries: Sequence[Summary]) -> tuple[Conversation, ...]:
    """All of them, each message in exactly one, the latest conversation first."""
    groups = _Groups(len(summaries))
    _join_by_references(groups, summaries)
    _join_by_subject(groups, summaries)
    gathered: dict[int, list[int]] = {}
    for index in range(len(summaries)):
        gathered.setdefault(groups.root(index), []).append(index)
    found = [_conversation(members, summaries) for members in gathered.values()]
    return tuple(
        sorted(found, key=lambda one: _sent(summaries, one.members[-1]), reverse=True)
    )


class _Groups:
    """Sets that can be joined (union by lowest index, with path halving)."""

    def __init__(self, count: int) -> None:
        self._parents = list(range(count))

    def root(self, index: int) -> int:
        parents = self._parents
        while parents[index] != index:
            parents[index] = parents[parents[index]]
            index = parents[index]
        return index

    def join(self, one: int, other: int) -> None:
        low, high = sorted((self.root(one), self.root(other)))
        self._parents[high] = low


def _join_by_references(groups: _Groups, summaries: Sequence[Summary]) -> None:
    """Also of messages that are not here: two answers to the same one belong
    together."""
    seen: dict[str, int] = {}
    for index, summary in enumerate(summaries):
        for message_id in (summary.message_id, *summary.thread):
            if message_id:
                groups.join(index, seen.setdefault(message_id, index))


def _join_by_subject(groups: _Groups, summaries: Sequence[Summary]) -> None:
    subjects = [base_subject(summary.subject) for summary in summaries]
    by_age = sorted(range(len(summaries)), key=lambda index: _sent(summaries, index))
    latest: dict[str, int] = {}
    for index in by_age:
        subject = subjects[index]
        if not subject.text:
            continue
        before = latest.get(subject.text)
        alone = subject.is_answer and not summaries[index].thread
        if before is not None and alone:
            apart = _sent(summaries, index) - _sent(summaries, before)
            if apart <= SAME_SUBJECT_WITHIN:
                groups.join(index, before)
        latest[subject.text] = index


def _conversation(members: list[int], summaries: Sequence[Summary]) -> Conversation:
    by_age = sorted(members, key=lambda index: _sent(summaries, index))
    return Conversation(tuple(by_age), summaries[by_age[0]].subject)


def _sent(summaries: Sequence[Summary], index: int) -> datetime:
    return summaries[index].sent_at or _EARLIEST
