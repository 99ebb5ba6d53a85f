"""Values in words: sizes, dates, numbers, states, and sentences made of them.

The only place that joins a value to a sentence. What is put into one is wrapped in
isolates, so that an address or "5.2 MB" keeps its own order inside Arabic; a text that
leaves the window (copy, export, a screen reader) goes through `strip_isolates`. Digits
and names of months are those of the default locale, which `language` sets.
"""

import re
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QObject, QTime

from hudhud.domain.messages import MessageRow, State
from hudhud.domain.retention import Verdict
from hudhud.ui.direction import is_right_to_left

FIRST_STRONG_ISOLATE = "\N{FIRST STRONG ISOLATE}"
LEFT_TO_RIGHT_ISOLATE = "\N{LEFT-TO-RIGHT ISOLATE}"
RIGHT_TO_LEFT_ISOLATE = "\N{RIGHT-TO-LEFT ISOLATE}"
POP_ISOLATE = "\N{POP DIRECTIONAL ISOLATE}"
ISOLATES = str.maketrans(
    "",
    "",
    FIRST_STRONG_ISOLATE + LEFT_TO_RIGHT_ISOLATE + RIGHT_TO_LEFT_ISOLATE + POP_ISOLATE,
)
PLACE = re.compile(r"%([1-9])")

KILO = 1000
# Of the smaller unit; from here on it would be shown as a thousand.
ROUNDS_UP = 999.5
DAYS_WITH_NAMES = 6

translate = QCoreApplication.translate


class Counts(QObject):
    """Counted things. Plural forms are recorded from `self.tr` alone."""

    def messages(self, number: int) -> str:
        return self.tr("%n message(s)", "", number)

    def attachments(self, number: int) -> str:
        return self.tr("%n attachment(s)", "", number)

    def octets(self, number: int) -> str:
        return self.tr("%n byte(s)", "", number)

    def kilobytes(self, number: int) -> str:
        return self.tr("%n kilobyte(s)", "", number)

    def megabytes(self, number: int) -> str:
        return self.tr("%n megabyte(s)", "", number)

    def gigabytes(self, number: int) -> str:
        return self.tr("%n gigabyte(s)", "", number)


def isolate(text: str) -> str:
    """A subject, a name or a value with its unit, kept together in its own order."""
    return f"{FIRST_STRONG_ISOLATE}{text}{POP_ISOLATE}"


def machine(text: str) -> str:
    """An address, a host or a path: left to right wherever it stands."""
    return f"{LEFT_TO_RIGHT_ISOLATE}{text}{POP_ISOLATE}"


def in_own_direction(text: str) -> str:
    """A text for a label that would take its direction from "Re:" or a list tag."""
    opening = RIGHT_TO_LEFT_ISOLATE if is_right_to_left(text) else LEFT_TO_RIGHT_ISOLATE
    return f"{opening}{text}{POP_ISOLATE}"


def strip_isolates(text: str) -> str:
    return text.translate(ISOLATES)


def fill(template: str, *values: str | int) -> str:
    """Put values into %1, %2 ... of a translated sentence, each isolated.

    Numbers get the digits of the locale. What is a machine's already stays so.
    """
    texts = [_isolated(value) for value in values]
    return PLACE.sub(lambda place: texts[int(place[1]) - 1], template)


def _isolated(value: str | int) -> str:
    text = number_text(value) if isinstance(value, int) else value
    return text if text.startswith(LEFT_TO_RIGHT_ISOLATE) else isolate(text)


def number_text(number: int) -> str:
    return QLocale().toString(number)


def percent_text(percent: int) -> str:
    return f"{number_text(percent)}{QLocale().percent()}"


def messages_text(number: int) -> str:
    return Counts().messages(number)


def size_text(octets: int) -> str:
    """A short size in decimal units, such as 24 KB; unit and figure never part."""
    if octets < KILO:
        return _sized(translate("Words", "%1 B"), octets)
    if octets < ROUNDS_UP * KILO:
        return _sized(translate("Words", "%1 KB"), round(octets / KILO))
    if octets < ROUNDS_UP * KILO**2:
        return _sized(translate("Words", "%1 MB"), octets / KILO**2)
    return _sized(translate("Words", "%1 GB"), octets / KILO**3)


def _sized(template: str, figure: float) -> str:
    """One decimal below ten, none above, and never ".0"."""
    shown = round(figure, 1 if figure < 10 else 0)
    digits = 0 if shown == int(shown) else 1
    number = QLocale().toString(float(shown), "f", digits)
    return template.replace("%1", number).replace(" ", "\N{NO-BREAK SPACE}")


def spoken_size(octets: int) -> str:
    """A size in whole words for a screen reader, such as 24 kilobytes."""
    if octets < KILO:
        return Counts().octets(octets)
    if octets < KILO**2:
        return Counts().kilobytes(round(octets / KILO))
    if octets < KILO**3:
        return Counts().megabytes(round(octets / KILO**2))
    return Counts().gigabytes(round(octets / KILO**3))


def time_text(date: datetime) -> str:
    return QLocale().toString(
        QTime(date.hour, date.minute), QLocale.FormatType.ShortFormat
    )


def date_text(date: datetime, now: datetime) -> str:
    """A date for a row: the time today, then a day's name, then day and month.

    `date` is aware; it is shown in the time zone of `now`.
    """
    local = date.astimezone(now.tzinfo)
    days = (now.date() - local.date()).days
    if days == 0:
        return time_text(local)
    if days == 1:
        return translate("Words", "Yesterday")
    if 1 < days <= DAYS_WITH_NAMES:
        return QLocale().toString(_day(local), "ddd")
    if local.year == now.year:
        return QLocale().toString(_day(local), translate("Words", "d MMM"))
    return QLocale().toString(_day(local), translate("Words", "d MMM yyyy"))


def long_date_text(date: datetime, now: datetime) -> str:
    """A date for the head of a letter: day and time, with words where it is near."""
    local = date.astimezone(now.tzinfo)
    days = (now.date() - local.date()).days
    time = time_text(local)
    if days == 0:
        return fill(translate("Words", "Today at %1"), time)
    if days == 1:
        return fill(translate("Words", "Yesterday at %1"), time)
    return full_date_text(date, now)


def full_date_text(date: datetime, now: datetime) -> str:
    """Day and time without words that are true today alone; for paper."""
    local = date.astimezone(now.tzinfo)
    day = QLocale().toString(_day(local), translate("Words", "d MMMM yyyy"))
    return fill(translate("Words", "%1, %2"), day, time_text(local))


def _day(date: datetime) -> QDate:
    return QDate(date.year, date.month, date.day)


def state_text(state: State) -> str:
    """The name of a state: the same on a badge, in a tooltip and spoken."""
    return {
        State.ON_SERVER: translate("Words", "On server only"),
        State.SAVED_ON_SERVER: translate("Words", "Saved here and on server"),
        State.SAVED: translate("Words", "Saved here only"),
        State.TO_BE_DELETED: translate("Words", "To be deleted from server"),
        State.REMOVED: translate("Words", "Removed from server, not saved"),
        State.NOT_LISTED: translate("Words", "No longer listed on the server"),
    }[state]


def sender_text(row: MessageRow) -> str:
    """The sender's name, or address, or that there is none."""
    if row.sender is None:
        return translate("Words", "(Unknown sender)")
    return row.sender.name or row.sender.address


def subject_text(subject: str) -> str:
    return subject or translate("Words", "(No subject)")


def spoken_row(row: MessageRow, now: datetime) -> str:
    """What a screen reader says of a row, in the order of importance."""
    sender = fill(translate("Words", "from %1"), sender_text(row))
    parts = [
        "" if row.read else translate("Words", "New"),
        sender,
        subject_text(row.subject),
        long_date_text(row.date, now),
        state_text(row.state),
        could_not_be_saved() if row.set_aside else "",
        kept_on_server() if row.verdict is Verdict.KEEP else "",
        spoken_size(row.octets),
        Counts().attachments(row.attachments) if row.attachments else "",
        translate("Words", "starred") if row.starred else "",
    ]
    return strip_isolates(joined(parts))


def joined(parts: list[str]) -> str:
    """The parts that say something, with the language's own comma between them."""
    return translate("Words", ", ", "between the parts of a list").join(
        part for part in parts if part
    )


def could_not_be_saved() -> str:
    return translate("Words", "Could not be saved")


def kept_on_server() -> str:
    return translate("Words", "Kept on server")
