"""The reading pane follows the selection."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from hudhud.domain.choices import SenderChoices, TextDirection
from hudhud.domain.events import (
    MessagesStored,
)
from hudhud.domain.identifiers import MessageId
from hudhud.domain.messages import MessageRow
from hudhud.mime.letter import Letter, read_letter
from hudhud.ui.archive_reader import (
    LetterWanted,
    OpenedLetter,
)
from hudhud.ui.controllers.reading import ReadingController
from hudhud.ui.panes.manner import Manner
from hudhud.ui.web.remote import RemotePictures
from support.window import (
    WORK,
    ScriptedArchive,
    on_server,
    saved_on_server,
)

# Stand-ins are handed over where a thread or a widget is expected.
# mypy: disable-error-code="arg-type"


@pytest.fixture
def archive(qapp: object) -> Iterator[ScriptedArchive]:
    yield ScriptedArchive()


class FakeReader:
    def __init__(self) -> None:
        self.told: list[tuple[object, ...]] = []
        self.manner = Manner()

    def set_manner(self, manner: Manner) -> None:
        self.manner = manner

    def show_letter(self, row: MessageRow, letter: Letter) -> None:
        self.told.append(("letter", row.id))

    def show_first_lines(
        self, row: MessageRow, letter: Letter | None, lines: int
    ) -> None:
        self.told.append(("lines", row.id, lines))

    def show_many(self, count: int) -> None:
        self.told.append(("many", count))

    def show_nothing(self) -> None:
        self.told.append(("nothing",))


@pytest.fixture
def page() -> FakeReader:
    return FakeReader()


@pytest.fixture
def reading(archive: ScriptedArchive, page: FakeReader) -> ReadingController:
    return ReadingController(archive, page)


def opened(row: MessageRow) -> OpenedLetter:
    return OpenedLetter(row, read_letter(b"Subject: x\r\n\r\nhello\r\n"), 1, {})


def test_the_selection_is_read(
    archive: ScriptedArchive, reading: ReadingController, page: FakeReader
) -> None:
    reading.select([MessageId(1)])
    assert archive.asked == [LetterWanted(MessageId(1))]
    archive.answer(opened(saved_on_server(1)))
    reading.select([MessageId(1), MessageId(2)])
    reading.select([])
    assert page.told == [("letter", 1), ("many", 2), ("nothing",)]


def test_an_answer_for_a_message_that_is_no_longer_chosen_is_not_shown(
    archive: ScriptedArchive, reading: ReadingController, page: FakeReader
) -> None:
    reading.select([MessageId(1)])
    reading.select([MessageId(2)])
    archive.answer(opened(on_server(1)))
    assert page.told == []
    archive.answer(opened(on_server(2)))
    assert page.told == [("lines", 2, 1)]


def test_a_letter_on_show_is_opened_again_once_it_is_saved(
    archive: ScriptedArchive, reading: ReadingController
) -> None:
    reading.select([MessageId(1)])
    archive.answer(opened(on_server(1)))
    reading.follow(MessagesStored(WORK, (MessageId(2),)))
    assert archive.asked == []
    reading.follow(MessagesStored(WORK, (MessageId(1),)))
    assert archive.asked == [LetterWanted(MessageId(1))]


def test_more_lines_are_asked_for_what_is_not_saved(
    archive: ScriptedArchive, reading: ReadingController
) -> None:
    wanted: list[tuple[MessageRow, int]] = []
    reading.more_wanted.connect(lambda row, lines: wanted.append((row, lines)))
    reading.ask_for_more_lines()
    reading.select([MessageId(1)])
    archive.answer(opened(on_server(1)))
    reading.ask_for_more_lines()
    assert wanted == [(on_server(1), 61)]


def test_a_letter_counts_as_read_after_a_while_on_show(
    qtbot: QtBot, archive: ScriptedArchive, reading: ReadingController
) -> None:
    reading.select([MessageId(1)])
    with qtbot.waitSignal(reading.was_read, timeout=3000) as heard:
        archive.answer(opened(on_server(1)))
    assert heard.args == [on_server(1)]


class Pictures(RemotePictures):
    """Remembers that it was started, and fetches nothing."""

    started = 0

    def start(self) -> None:
        self.started += 1


UNCHOSEN = SenderChoices()
REMOTE = (
    b"Subject: x\r\nContent-Type: text/html\r\n\r\n"
    b"<img src=http://a.example/1.png><p>hello"
)


def with_remote(
    row: MessageRow, images: bool, choices: SenderChoices = UNCHOSEN
) -> OpenedLetter:
    letter = read_letter(REMOTE, remote_images=images)
    return OpenedLetter(row, letter, 1, {}, choices=choices)


def test_pictures_are_fetched_after_consent_alone_and_once(
    archive: ScriptedArchive, page: FakeReader
) -> None:
    reading = ReadingController(archive, page, fetches=Pictures)
    reading.select([MessageId(1)])
    archive.answer(with_remote(saved_on_server(1), images=False))
    assert page.manner.remote is None
    reading.show_images()
    assert archive.asked == [LetterWanted(MessageId(1), images=True)]
    archive.answer(with_remote(saved_on_server(1), images=True))
    first = page.manner.remote
    assert isinstance(first, Pictures)
    reading.reopen([MessageId(1)])
    archive.answer(with_remote(saved_on_server(1), images=True))
    assert page.manner.remote is first
    assert first.started == 1


def test_consent_is_for_one_letter(archive: ScriptedArchive, page: FakeReader) -> None:
    reading = ReadingController(archive, page, fetches=Pictures)
    reading.select([MessageId(1)])
    archive.answer(with_remote(saved_on_server(1), images=False))
    reading.show_images()
    archive.answer(with_remote(saved_on_server(1), images=True))
    reading.select([MessageId(2)])
    assert archive.asked == [LetterWanted(MessageId(2))]
    archive.answer(with_remote(saved_on_server(2), images=False))
    assert page.manner.remote is None
    reading.select([MessageId(1)])
    assert archive.asked == [LetterWanted(MessageId(1))]


def test_what_is_chosen_for_the_sender_is_shown(
    archive: ScriptedArchive, page: FakeReader
) -> None:
    reading = ReadingController(archive, page, fetches=Pictures)
    choices = SenderChoices(True, TextDirection.RIGHT_TO_LEFT)
    reading.select([MessageId(1)])
    archive.answer(with_remote(saved_on_server(1), True, choices))
    assert page.manner.always_images
    assert page.manner.remote is not None
    assert page.manner.direction is Qt.LayoutDirection.RightToLeft
