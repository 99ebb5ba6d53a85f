"""Calendar invitations in words."""

from datetime import UTC, datetime

import pytest

from hudhud.domain.messages import Correspondent
from hudhud.mime.invitations import Invitation
from hudhud.mime.letter import read_letter
from hudhud.mime.searchable import searchable
from hudhud.mime.summary import summarize
from support.mime_letters import letter, multipart, part

RIYADH = """BEGIN:VTIMEZONE
TZID:Arab Standard Time
BEGIN:STANDARD
DTSTART:16010101T000000
TZOFFSETFROM:+0300
TZOFFSETTO:+0300
END:STANDARD
END:VTIMEZONE
"""
BERLIN = """BEGIN:VTIMEZONE
TZID:Europe/Berlin
BEGIN:DAYLIGHT
DTSTART:19700329T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19701025T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE
"""
ORDINARY = """SUMMARY:Budget
DTSTART:20251124T100000Z
DTEND:20251124T113000Z
LOCATION:Room 3
ORGANIZER;CN="Noor A.":mailto:noor@example.org
ATTENDEE;PARTSTAT=NEEDS-ACTION:MAILTO:salim@example.com
"""


def calendar(event: str, *, zones: str = "", method: str = "METHOD:REQUEST\n") -> str:
    return (
        f"BEGIN:VCALENDAR\nVERSION:2.0\n{method}{zones}"
        f"BEGIN:VEVENT\n{event}END:VEVENT\nEND:VCALENDAR\n"
    )


def calendar_part(text: str, **more: str) -> bytes:
    content_type = "text/calendar; charset=utf-8; method=REQUEST"
    return part(content_type, text.replace("\n", "\r\n"), **more)


def invitation(event: str, *, zones: str = "") -> Invitation:
    octets = letter(calendar_part(calendar(event, zones=zones)))
    return read_letter(octets).invitations[0]


def test_an_invitation_is_told_as_a_value() -> None:
    assert invitation(ORDINARY) == Invitation(
        method="REQUEST",
        summary="Budget",
        starts=datetime(2025, 11, 24, 10, tzinfo=UTC),
        ends=datetime(2025, 11, 24, 11, 30, tzinfo=UTC),
        all_day=False,
        zone="",
        where="Room 3",
        organizer=Correspondent("Noor A.", "noor@example.org"),
        attendees=(Correspondent("", "salim@example.com"),),
    )


def test_a_letter_with_nothing_else_is_read_by_its_invitation() -> None:
    octets = letter(calendar_part(calendar(ORDINARY)))
    text = "Budget\n2025-11-24 10:00 – 11:30 (UTC)\nRoom 3\nNoor A. <noor@example.org>"
    assert read_letter(octets).text == text
    assert summarize(octets).preview.startswith("Budget 2025-11-24 10:00")
    assert "Room 3" in searchable(octets).body


def test_beside_a_text_it_does_not_count_as_an_attachment() -> None:
    forms = [part("text/plain", "Come!"), calendar_part(calendar(ORDINARY))]
    found = read_letter(letter(multipart("alternative", forms)))
    assert (found.text, found.summary.attachments) == ("Come!", 0)
    assert found.invitations[0].summary == "Budget"


def test_the_same_event_in_two_parts_is_one_invitation() -> None:
    twice = [calendar_part(calendar(ORDINARY)), calendar_part(calendar(ORDINARY))]
    assert len(read_letter(letter(multipart("mixed", twice))).invitations) == 1


@pytest.mark.parametrize(
    ("start", "zones", "moment"),
    [
        (";TZID=Arab Standard Time:20251124T100000", RIYADH, (11, 24, 7)),
        (";TZID=Europe/Berlin:20250701T100000", BERLIN, (7, 1, 8)),
        (";TZID=Europe/Berlin:20251124T100000", BERLIN, (11, 24, 9)),
        (";TZID=Europe/Berlin:20251026T040000", BERLIN, (10, 26, 3)),
        (";TZID=Europe/Berlin:20250330T010000", BERLIN, (3, 30, 0)),
    ],
)
def test_a_zone_is_what_the_calendar_says_of_it(
    start: str, zones: str, moment: tuple[int, int, int]
) -> None:
    month, day, hour = moment
    expected = datetime(2025, month, day, hour, tzinfo=UTC)
    assert invitation(f"DTSTART{start}\n", zones=zones).starts == expected


def test_of_a_zone_that_nothing_explains_the_clocks_and_its_name_are_told() -> None:
    found = invitation("SUMMARY:x\nDTSTART;TZID=Mars/Crater:20251124T100000\n")
    assert found.starts is not None
    assert (found.starts.tzinfo, found.starts.hour, found.zone) == (
        *(None, 10, "Mars/Crater"),
    )
    assert found.text() == "x\n2025-11-24 10:00 (Mars/Crater)"


def test_whole_days_are_told_without_hours() -> None:
    found = invitation(
        "SUMMARY:Fair\nDTSTART;VALUE=DATE:20251124\nDTEND;VALUE=DATE:20251127\n"
    )
    assert found.all_day
    assert found.text() == "Fair\n2025-11-24 – 2025-11-26"


def test_a_duration_gives_the_end() -> None:
    found = invitation("DTSTART:20251124T100000Z\nDURATION:PT1H30M\n")
    assert found.ends == datetime(2025, 11, 24, 11, 30, tzinfo=UTC)


def test_folded_and_escaped_text_reads_as_written() -> None:
    found = invitation(
        "SUMMARY:اجتما\n ع\\, الغد\nDESCRIPTION:one\\ntwo\\; three\\\\\n"
        "DTSTART:20251124T100000Z\nRRULE:FREQ=WEEKLY\nSTATUS:CANCELLED\n"
    )
    assert found.summary == "اجتماع, الغد"
    assert found.description == "one\ntwo; three\\"
    assert (found.repeats, found.cancelled) == (True, True)


@pytest.mark.parametrize(
    "event",
    ["", "DTSTART:\n", "DTSTART:20259999T999999Z\n", "DTSTART;TZID:x\n", ":\n;;;\n"]
    + ["DURATION:P99999D\nDTSTART:99991231T235959Z\n", "END:VTIMEZONE\n", "\x00\n"]
    + ["DTSTART:00000101T000000\n", "ORGANIZER:\n", "BEGIN:VEVENT\n" * 50]
    + ["DTSTART;TZID=Europe/Berlin:00010101T000000\nDTEND:20251124\n"],
)
def test_broken_events_are_no_trouble(event: str) -> None:
    octets = letter(calendar_part(calendar(event, zones=BERLIN)))
    assert len(read_letter(octets).invitations) <= 50


def test_a_calendar_without_its_end_is_read() -> None:
    cut = calendar(ORDINARY)[: -len("END:VEVENT\nEND:VCALENDAR\n")]
    found = read_letter(letter(calendar_part(cut))).invitations
    assert found[0].where == "Room 3"
