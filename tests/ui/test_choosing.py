"""Choices for a sender are kept before they are shown."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from hudhud.domain.choices import SenderChoices, TextDirection
from hudhud.mime.letter import read_letter
from hudhud.ui.archive_reader import OpenedLetter
from hudhud.ui.archive_writer import AllowImages, TurnText
from hudhud.ui.controllers.choosing import ChoosingController
from support.window import ScriptedArchive, on_server

# Stand-ins are handed over where a thread or a widget is expected.
# mypy: disable-error-code="arg-type"

LAYLA = "layla@example.org"
LTR, RTL = TextDirection.LEFT_TO_RIGHT, TextDirection.RIGHT_TO_LEFT


@pytest.fixture
def writer(qapp: object) -> Iterator[ScriptedArchive]:
    yield ScriptedArchive()


@pytest.fixture
def choosing(writer: ScriptedArchive) -> ChoosingController:
    return ChoosingController(writer)


def opened(text: str = "hello", choice: TextDirection | None = None) -> OpenedLetter:
    octets = f"Content-Type: text/plain; charset=utf-8\r\n\r\n{text}\r\n".encode()
    choices = SenderChoices(direction=choice)
    return OpenedLetter(on_server(1), read_letter(octets), 1, {}, choices=choices)


def test_a_choice_is_shown_once_it_is_kept(
    writer: ScriptedArchive, choosing: ChoosingController
) -> None:
    heard: list[object] = []
    choosing.chosen.connect(heard.append)
    choosing.show(opened())
    choosing.always_images(True)
    assert writer.asked == [AllowImages(LAYLA, True)]
    assert heard == []
    writer.answer(1)
    assert heard == [[1]]


@pytest.mark.parametrize(("text", "other"), [("hello", RTL), ("مرحبا", LTR)])
def test_the_text_is_turned_from_where_it_runs(
    writer: ScriptedArchive,
    choosing: ChoosingController,
    text: str,
    other: TextDirection,
) -> None:
    choosing.show(opened(text))
    choosing.switch_direction()
    assert writer.asked == [TurnText(LAYLA, other)]


def test_turning_again_leaves_each_letter_to_itself(
    writer: ScriptedArchive, choosing: ChoosingController
) -> None:
    choosing.show(opened(choice=RTL))
    choosing.switch_direction()
    assert writer.asked == [TurnText(LAYLA, None)]


def test_without_a_letter_or_a_sender_nothing_is_kept(
    writer: ScriptedArchive, choosing: ChoosingController
) -> None:
    choosing.switch_direction()
    nobody = replace(opened(), row=replace(on_server(1), sender=None))
    choosing.show(nobody)
    choosing.switch_direction()
    choosing.always_images(True)
    assert writer.asked == []
