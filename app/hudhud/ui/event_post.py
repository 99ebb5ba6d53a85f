"""How events of busy threads reach the window: in order, and not too many.

A run may tell of ten thousand messages in a second; the window hears of them some ten
times, with the same facts in fewer words.
"""

from collections import deque
from collections.abc import Iterable
from dataclasses import replace
from threading import Event as Flag

from hudhud.domain.events import (
    DeletionsConfirmed,
    Event,
    MessagesStored,
    Progress,
    RowsPeeked,
)


class EventPost:
    """Workers put, the window takes. Safe between threads without a lock: the deque's
    own steps are whole, and an event is in it before the flag says so.
    """

    def __init__(self) -> None:
        self._events: deque[object] = deque()
        self._has_called = Flag()

    def put(self, event: object) -> bool:
        """Leave an event; True where the window has to be called for it."""
        self._events.append(event)
        if self._has_called.is_set():
            return False
        self._has_called.set()
        return True

    def take(self) -> list[object]:
        self._has_called.clear()
        return [self._events.popleft() for _ in range(len(self._events))]


def thinned(events: Iterable[object]) -> list[object]:
    """Say neighbouring facts of one kind and one account in one event."""
    told: list[object] = []
    for event in events:
        joined = _joined(told[-1], event) if told else None
        if joined is None:
            told.append(event)
        else:
            told[-1] = joined
    return _latest_progress(told)


def _joined(earlier: object, later: object) -> Event | None:
    match earlier, later:
        case (Progress(), Progress()) if earlier.account == later.account:
            return later
        case (RowsPeeked(), RowsPeeked()) if earlier.account == later.account:
            return replace(earlier, messages=earlier.messages + later.messages)
        case (MessagesStored(), MessagesStored()) if earlier.account == later.account:
            return replace(earlier, messages=earlier.messages + later.messages)
        case (DeletionsConfirmed(), DeletionsConfirmed()) if (
            earlier.account == later.account
        ):
            return replace(earlier, messages=earlier.messages + later.messages)
    return None


def _latest_progress(events: list[object]) -> list[object]:
    """Of several tellings of one phase only the last says anything."""
    heard: set[tuple[str, str]] = set()
    kept: list[object] = []
    for event in reversed(events):
        if isinstance(event, Progress):
            place = (event.account, event.phase)
            if place in heard:
                continue
            heard.add(place)
        kept.append(event)
    kept.reverse()
    return kept
