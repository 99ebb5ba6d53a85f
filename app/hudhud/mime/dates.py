"""When a message was sent, as its header says it in whatever way.

RFC 5322 section 3.3 quickly; the obsolete, the foreign and the merely similar forms
patiently. None where no reading makes sense: the caller has a Received field to ask.
"""

import re
from datetime import UTC, datetime, timedelta
from types import MappingProxyType

EARLIEST_YEAR = 1970
LATEST_YEAR = 2200

_MONTHS = MappingProxyType(
    {
        name: number
        for number, name in enumerate(
            ("jan", "feb", "mar", "apr", "may", "jun")
            + ("jul", "aug", "sep", "oct", "nov", "dec"),
            start=1,
        )
    }
)
_ZONES = MappingProxyType(
    {
        **{"ast": -240, "adt": -180, "est": -300, "edt": -240, "cst": -360},
        **{"cdt": -300, "mst": -420, "mdt": -360, "pst": -480, "pdt": -420},
        **{"bst": 60, "cet": 60, "met": 60, "cest": 120, "mest": 120, "eet": 120},
        **{"eest": 180, "msk": 180, "ist": 330, "sgt": 480, "jst": 540, "kst": 540},
        **{"aest": 600, "aedt": 660},
    }
)
_STANDARD = re.compile(
    rb"\s*(?:[A-Za-z]{3},\s*)?(\d{1,2}) ([A-Za-z]{3}) (\d{4}) "
    rb"(\d\d):(\d\d)(?::(\d\d))? ([+-])(\d\d)(\d\d)(?:\s*\([^()]*\))?\s*"
)
_CLOCK = re.compile(
    r"(?<!\d)(\d{1,2}) ?: ?(\d{2})(?: ?: ?(\d{2})(?:[.,]\d+)?)?"
    r"\s*(?:([ap])\.?m\b)?"
)
_DOTTED_CLOCK = re.compile(r"(?<![\d.])(\d{1,2})\.(\d{2})(?:\.(\d{2}))?(?![\d.])()")
_OFFSET = re.compile(r"(?<![\w-])(?:gmt|utc?)?\s*([+-])(\d{1,2})(?::?(\d{2}))?(?!\d)")
_ISO_DAY = re.compile(r"\b(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?=\D|$)")
_NUMBERS_DAY = re.compile(r"\b(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})\b")
_DAY_MONTH = re.compile(r"\b(\d{1,2})[\s.-]*([a-z]{3})[a-z]*[\s.,-]*(\d{2,4})\b")
_MONTH_DAY = re.compile(r"\b([a-z]{3})[a-z]*\.?\s+(\d{1,2})\b")
_YEAR = re.compile(r"\b(?:19|20)\d{2}\b")
_COMMENT = re.compile(r"\([^()]*\)")
_NAME = re.compile(r"[a-z]{3,4}")


def parse_date(value: bytes) -> datetime | None:
    """An aware moment in UTC, or None."""
    standard = _STANDARD.fullmatch(value)
    if standard is not None and (sent := _standard_date(standard)) is not None:
        return sent
    text = value[:200].decode("ascii", "replace").lower().replace("\ufffd", " ")
    return _patient_date(" ".join(_COMMENT.sub(" ", text).split()))


def received_date(value: bytes) -> datetime | None:
    """The moment at the end of a Received field, after its last semicolon."""
    _, semicolon, date = value.rpartition(b";")
    return parse_date(b" ".join(date.split())) if semicolon else None


def _standard_date(found: re.Match[bytes]) -> datetime | None:
    day, name, year, hour, minute, second, sign, zone_h, zone_m = found.groups()
    month = _MONTHS.get(name.decode("ascii").lower(), 0)
    east = (int(zone_h) * 60 + int(zone_m)) * (-1 if sign == b"-" else 1)
    clock = (int(hour), int(minute), min(int(second or 0), 59))
    return _moment((int(year), month, int(day)), clock, east)


def _patient_date(text: str) -> datetime | None:
    day = _day(text)
    if day is None:
        return None
    east = _minutes_east(text)
    clock = _clock(text)
    return None if clock is None else _moment(day, clock, east)


def _moment(
    day: tuple[int, int, int], clock: tuple[int, int, int], east: int
) -> datetime | None:
    """`east` is minutes east of Greenwich; half a day and more is nobody's clock."""
    if not EARLIEST_YEAR <= day[0] <= LATEST_YEAR:
        return None
    if not -14 * 60 <= east <= 14 * 60:
        east = 0
    try:
        return datetime(*day, *clock, tzinfo=UTC) - timedelta(minutes=east)
    except ValueError:
        return None


def _day(text: str) -> tuple[int, int, int] | None:
    if iso := _ISO_DAY.search(text):
        return int(iso[1]), int(iso[2]), int(iso[3])
    if named := _with_month(_DAY_MONTH, text, 2):
        return _year(named[3]), _MONTHS[named[2]], int(named[1])
    if american := _with_month(_MONTH_DAY, text, 1):
        year = _YEAR.search(text)
        return (int(year[0]), _MONTHS[american[1]], int(american[2])) if year else None
    if numbers := _NUMBERS_DAY.search(text):
        first, second = int(numbers[1]), int(numbers[2])
        # Day first, as most of the world writes it, unless that cannot be.
        month, day = (first, second) if second > 12 else (second, first)
        return _year(numbers[3]), month, day
    return None


def _with_month(form: re.Pattern[str], text: str, group: int) -> re.Match[str] | None:
    """The first match whose word is a month: a weekday stands there as well."""
    return next((m for m in form.finditer(text) if m[group] in _MONTHS), None)


def _year(digits: str) -> int:
    """RFC 5322 section 4.3: two digits turn at 50, three count from 1900."""
    year = int(digits)
    if len(digits) == 2:
        return year + (2000 if year < 50 else 1900)
    return year + 1900 if len(digits) == 3 else year


def _clock(text: str) -> tuple[int, int, int] | None:
    """Midnight where no time is given; None where one is given that cannot be."""
    found = _clock_in(text)
    if found is None:
        return 0, 0, 0
    hour, minute, second = int(found[1]), int(found[2]), min(int(found[3] or 0), 59)
    if found[4]:
        hour = hour % 12 + (12 if found[4] == "p" else 0)
    return (hour, minute, second) if hour < 24 and minute < 60 else None


def _clock_in(text: str) -> re.Match[str] | None:
    return _CLOCK.search(text) or _DOTTED_CLOCK.search(text)


def _minutes_east(text: str) -> int:
    clock = _clock_in(text)
    after = text[clock.end() :] if clock else ""
    if found := _OFFSET.search(after):
        minutes = int(found[2]) * 60 + int(found[3] or 0)
        return -minutes if found[1] == "-" else minutes
    names = (_ZONES[name] for name in _NAME.findall(after) if name in _ZONES)
    return next(names, 0)
