"""Time zones as the calendar itself explains them (`VTIMEZONE`, RFC 5545 3.6.5).

No other source is asked: a zone that the calendar does not explain stays a name.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from hudhud.mime.calendar_lines import Component

_MOMENT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)?(Z)?)?")
_OFFSET = re.compile(r"([+-])(\d\d)(\d\d)(?:\d\d)?")
_BY_DAY = re.compile(r"([+-]?\d)?(MO|TU|WE|TH|FR|SA|SU)")
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@dataclass(frozen=True, slots=True)
class _Onset:
    """From when on a zone has an offset: `first`, and each year by `rule`."""

    first: datetime
    offset: timedelta
    rule: dict[str, str]


def wall_clock(written: str) -> datetime | None:
    """A date or date-time as it stands: aware where it ends in Z, else naive."""
    found = _MOMENT.match(written.strip())
    if found is None:
        return None
    numbers = (int(number or 0) for number in found.groups()[:6])
    year, month, day, hour, minute, second = numbers
    zone = UTC if found[7] else None
    try:
        return datetime(year, month, day, hour, minute, min(second, 59), tzinfo=zone)
    except ValueError:
        return None


def in_utc(wall: datetime, zone: str, calendar: Component) -> datetime | None:
    """The moment at which the clocks of a zone show `wall`; None where nothing says."""
    for component in calendar.every("VTIMEZONE"):
        if component.text("TZID") == zone:
            offset = _offset_at(wall, component)
            return _shifted(wall, offset) if offset is not None else None
    return None


def _shifted(wall: datetime, offset: timedelta) -> datetime | None:
    try:
        return (wall - offset).replace(tzinfo=UTC)
    except OverflowError:
        return None


def _offset_at(wall: datetime, zone: Component) -> timedelta | None:
    onsets = [
        onset
        for part in zone.every("STANDARD", "DAYLIGHT")[:100]
        if (onset := _onset(part)) is not None
    ]
    begun = [(start, onset) for onset in onsets if (start := _latest(onset, wall))]
    if begun:
        return max(begun, key=lambda one: one[0])[1].offset
    # Before the first onset the clocks already showed something.
    first = min(onsets, key=lambda onset: onset.first, default=None)
    return first.offset if first else None


def _onset(part: Component) -> _Onset | None:
    first = wall_clock(part.text("DTSTART"))
    offset = _OFFSET.match(part.text("TZOFFSETTO"))
    if first is None or offset is None:
        return None
    east = timedelta(hours=int(offset[2]), minutes=int(offset[3]))
    pairs = (pair.partition("=") for pair in part.text("RRULE").upper().split(";"))
    rule = {name: value for name, _, value in pairs}
    first = first.replace(tzinfo=None)
    return _Onset(first, -east if offset[1] == "-" else east, rule)


def _latest(onset: _Onset, wall: datetime) -> datetime | None:
    """The last time before `wall` that this offset came into force."""
    if wall < onset.first:
        return None
    if onset.rule.get("FREQ") != "YEARLY":
        return onset.first
    years = (wall.year, wall.year - 1)
    starts = (_in_year(onset, year) for year in years)
    return next((start for start in starts if start and start <= wall), onset.first)


def _in_year(onset: _Onset, year: int) -> datetime | None:
    month = onset.rule.get("BYMONTH", str(onset.first.month))
    by_day = _BY_DAY.fullmatch(onset.rule.get("BYDAY", ""))
    until = wall_clock(onset.rule.get("UNTIL", ""))
    if not month.isdecimal() or not 1 <= int(month) <= 12 or year < 1:
        return None
    if until is not None and year > until.year:
        return None
    day = onset.first.day
    if by_day is not None:
        day = _nth_weekday(year, int(month), int(by_day[1] or 1), by_day[2])
    days = monthrange(year, int(month))[1]
    return onset.first.replace(year=year, month=int(month), day=max(1, min(day, days)))


def _nth_weekday(year: int, month: int, nth: int, weekday: str) -> int:
    """The day of the month; `nth` counts from its end where negative."""
    first_weekday, days = monthrange(year, month)
    first = 1 + (_WEEKDAYS.index(weekday) - first_weekday) % 7
    if nth > 0:
        return first + 7 * (nth - 1)
    last = first + 7 * ((days - first) // 7)
    return last + 7 * (nth + 1)
