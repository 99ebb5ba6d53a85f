"""What was chosen for a sender, from the deed to the letter that is opened."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from hudhud.archive.archive import Archive, open_archive
from hudhud.domain.choices import SenderChoices, TextDirection
from hudhud.domain.identifiers import MessageId
from hudhud.ui.archive_reader import OpenedLetter, opened_letter
from hudhud.ui.archive_writer import AllowImages, TurnText, done
from support.archiving import arrival, store

BODY = (
    b"Content-Type: text/html\r\n\r\n<p>Hello</p><img src=https://a.example/1.png>\r\n"
)
ONE = b"From: Ani <ani@example.org>\r\n" + BODY
TWO = b"From: Ani <ani@example.org>\r\nFrom: Eve <eve@example.net>\r\n" + BODY


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with closing(open_archive(tmp_path / "archive")) as archive:
        yield archive


def never() -> bool:
    return False


def saved(archive: Archive, octets: bytes) -> MessageId:
    """Its row says that Ani wrote it."""
    return store(archive, arrival("a", octets))[0]


def opened(archive: Archive, message: MessageId, *, images: bool = False) -> int:
    """How many remote pictures may be fetched."""
    found = opened_letter(archive, message, images=images)
    assert isinstance(found, OpenedLetter)
    assert found.letter is not None
    return len(found.letter.remote_images)


def test_nothing_is_fetched_unasked(archive: Archive) -> None:
    message = saved(archive, ONE)
    assert opened(archive, message) == 0
    assert opened(archive, message, images=True) == 1
    assert opened(archive, message) == 0


def test_the_pictures_of_a_chosen_sender_are(archive: Archive) -> None:
    message = saved(archive, ONE)
    done(archive, AllowImages("ani@example.org", True), never)
    assert opened(archive, message) == 1
    done(archive, AllowImages("ani@example.org", False), never)
    assert opened(archive, message) == 0


def test_those_of_another_sender_are_not(archive: Archive) -> None:
    message = saved(archive, ONE)
    done(archive, AllowImages("eve@example.net", True), never)
    assert opened(archive, message) == 0


def test_where_several_wrote_nobodys_choice_counts(archive: Archive) -> None:
    message = saved(archive, TWO)
    done(archive, AllowImages("ani@example.org", True), never)
    assert opened(archive, message) == 0
    found = opened_letter(archive, message)
    assert found is not None
    assert not found.choices.images


def test_a_direction_comes_with_every_letter_of_the_sender(archive: Archive) -> None:
    message = saved(archive, ONE)
    right = TextDirection.RIGHT_TO_LEFT
    done(archive, TurnText("ani@example.org", right), never)
    found = opened_letter(archive, message)
    assert found is not None
    assert found.choices == SenderChoices(direction=right)
