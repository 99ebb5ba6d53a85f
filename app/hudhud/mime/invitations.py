"""Invitations: what `text/calendar` parts say, as a value and as lines to read."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from hudhud.domain.messages import Correspondent
from hudhud.mime.calendar_lines import Component, Line, read_calendars
from hudhud.mime.calendar_zones import in_utc, wall_clock
from hudhud.mime.charsets import decode_text
from hudhud.mime.parts import Part
from hudhud.mime.visible import one_line, paragraphs

CALENDAR_OCTETS = 1_048_576
EVENTS = 50
DESCRIPTION_CHARACTERS = 20_000
TYPES = frozenset({"text/calendar", "application/ics", "text/x-vcalendar"})

_DURATION = re.compile(
    r"\+?P(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,6})M)?"
    r"(?:(\d{1,7})S)?)?"
)


@dataclass(frozen=True, slots=True)
class Invitation:
    """One event of a calendar part.

    `method` in upper case: `REQUEST`, `CANCEL`, `REPLY`, `PUBLISH`, or empty. `starts`
    and `ends` are aware and in UTC where the calendar says what its zone means;
    otherwise naive, as the clocks at that place show, and `zone` names the place.
    An event `all_day` starts at midnight, naive; `ends` is its first day no more.
    """

    method: str
    summary: str
    starts: datetime | None
    ends: datetime | None
    all_day: bool
    zone: str
    where: str
    organizer: Correspondent | None
    attendees: tuple[Correspondent, ...] = ()
    repeats: bool = False
    cancelled: bool = False
    description: str = ""

    def text(self) -> str:
        """Lines to read where a letter has no other text. It has no words of ours."""
        organizer = str(self.organizer) if self.organizer else ""
        lines = (self.summary, self._when(), self.where, organizer)
        head = "\n".join(line for line in lines if line)
        return f"{head}\n\n{self.description}".strip()

    def _when(self) -> str:
        if self.starts is None:
            return ""
        form = "%Y-%m-%d" if self.all_day else "%Y-%m-%d %H:%M"
        ends = self.ends
        if self.all_day and ends is not None:
            ends -= timedelta(days=1)
        when = f"{self.starts:{form}}"
        if ends is not None and ends > self.starts:
            same_day = ends.date() == self.starts.date()
            when += f" – {ends:%H:%M}" if same_day else f" – {ends:{form}}"
        zone = "UTC" if self.starts.tzinfo else self.zone
        return f"{when} ({zone})" if zone and not self.all_day else when


def invitations_of(root: Part) -> tuple[Invitation, ...]:
    """The events of the letter's own calendar parts, each once."""
    found: dict[Invitation, None] = {}
    for part in root.own_parts():
        if part.content.word in TYPES:
            found.update(dict.fromkeys(_events(part)))
            if len(found) >= EVENTS:
                break
    return tuple(found)[:EVENTS]


def _events(part: Part) -> Iterator[Invitation]:
    charset = part.content.token("charset") or "utf-8"
    text = decode_text(part.decoded(CALENDAR_OCTETS), charset)
    stated = part.content.token("method")
    for calendar in read_calendars(text):
        method = calendar.text("METHOD") or stated
        for event in calendar.every("VEVENT", "VTODO")[:EVENTS]:
            yield _invitation(event, calendar, one_line(method).upper())


def _invitation(event: Component, calendar: Component, method: str) -> Invitation:
    start, end = event.first("DTSTART"), event.first("DTEND") or event.first("DUE")
    starts = _moment(start, calendar)
    ends = _moment(end, calendar) or _after(starts, event.text("DURATION"))
    is_aware = starts is not None and starts.tzinfo is not None
    if ends is not None and (ends.tzinfo is not None) != is_aware:
        ends = None
    return Invitation(
        method=method,
        summary=one_line(event.text("SUMMARY")),
        starts=starts,
        ends=ends,
        all_day=bool(start) and "T" not in (start.value if start else ""),
        zone=one_line(start.parameters.get("TZID", "")) if start else "",
        where=one_line(event.text("LOCATION")),
        organizer=_person(event.first("ORGANIZER")),
        attendees=_attendees(event),
        repeats=event.first("RRULE") is not None,
        cancelled=method == "CANCEL" or event.text("STATUS").upper() == "CANCELLED",
        description=_description(event),
    )


def _moment(line: Line | None, calendar: Component) -> datetime | None:
    if line is None:
        return None
    wall = wall_clock(line.value)
    if wall is None or wall.tzinfo is not None or "T" not in line.value:
        return wall
    return in_utc(wall, line.parameters.get("TZID", ""), calendar) or wall


def _after(starts: datetime | None, duration: str) -> datetime | None:
    found = _DURATION.fullmatch(duration.strip())
    if starts is None or found is None:
        return None
    weeks, days, hours, minutes, seconds = (int(one or 0) for one in found.groups())
    try:
        return starts + timedelta(
            weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds
        )
    except OverflowError:
        return None


def _attendees(event: Component) -> tuple[Correspondent, ...]:
    lines = [line for line in event.lines if line.name == "ATTENDEE"][:500]
    people = (_person(line) for line in lines)
    return tuple(person for person in people if person is not None)


def _person(line: Line | None) -> Correspondent | None:
    if line is None:
        return None
    address = line.value.strip()
    if address[:7].lower() == "mailto:":
        address = address[7:]
    name = one_line(line.parameters.get("CN", ""))
    address = one_line(address)
    if not name and not address:
        return None
    return Correspondent("" if name.lower() == address.lower() else name, address)


def _description(event: Component) -> str:
    return paragraphs(event.text("DESCRIPTION"))[:DESCRIPTION_CHARACTERS].strip()
