"""Dates in the sample letters: written anew each time, so that none grows old."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

PLACE = re.compile(r"\{\{(\w+?)(?:_(ar|de|ja))?(?: ([+-]\d+))?\}\}")
ARABIC_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


@dataclass(frozen=True, slots=True)
class Calendar:
    """Names from Monday and from January on; `pattern` takes weekday, day, month."""

    weekdays: tuple[str, ...]
    months: tuple[str, ...]
    pattern: str


def names(text: str) -> tuple[str, ...]:
    return tuple(text.split())


CALENDARS: Mapping[str, Calendar] = {
    "en": Calendar(
        names("Monday Tuesday Wednesday Thursday Friday Saturday Sunday"),
        names(
            "January February March April May June July August September October"
            " November December"
        ),
        "{0}, {1} {2}",
    ),
    "ar": Calendar(
        names("الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد"),
        names(
            "كانون_الثاني شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين_الأول"
            " تشرين_الثاني كانون_الأول"
        ),
        "{0} {1} {2}",
    ),
    "de": Calendar(
        names("Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag"),
        names(
            "Januar Februar März April Mai Juni Juli August September Oktober"
            " November Dezember"
        ),
        "{0}, {1}. {2}",
    ),
    "ja": Calendar(
        names("月曜日 火曜日 水曜日 木曜日 金曜日 土曜日 日曜日"),
        names("1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月"),
        "{2}{1}日（{0}）",
    ),
}


def fill(text: str, on: date) -> str:
    """Put dates, counted from `on`, in the marked places of a text."""

    def written(place: re.Match[str]) -> str:
        kind, language, days = place.groups()
        day = on + timedelta(days=int(days or 0))
        return WRITTEN[kind](day, language or "en")

    return PLACE.sub(written, text)


def long_day(day: date, language: str) -> str:
    calendar = CALENDARS[language]
    number = str(day.day)
    if language == "ar":
        number = number.translate(ARABIC_DIGITS)
    return calendar.pattern.format(weekday(day, language), number, month(day, language))


def weekday(day: date, language: str) -> str:
    return CALENDARS[language].weekdays[day.weekday()]


def month(day: date, language: str) -> str:
    return CALENDARS[language].months[day.month - 1].replace("_", " ")


def short_day(day: date, language: str) -> str:
    return f"{day.day} {month(day, language)}"


def compact(day: date, language: str) -> str:
    return day.strftime("%Y%m%d")


def iso(day: date, language: str) -> str:
    return day.isoformat()


def number(day: date, language: str) -> str:
    """An invoice number, one for each month."""
    return f"{day.year}-{day.month:02}-0417"


WRITTEN: Mapping[str, Callable[[date, str], str]] = {
    "day": long_day,
    "weekday": weekday,
    "month": month,
    "short": short_day,
    "ics": compact,
    "iso": iso,
    "number": number,
}
