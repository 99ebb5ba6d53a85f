"""The conversation around a letter: what belongs to it, and how it is walked."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hudhud.archive.archive import Archive, open_archive
from hudhud.domain.identifiers import MessageId
from hudhud.ui.archive_reader import OpenedLetter
from hudhud.ui.controllers.conversing import ConversationController
from hudhud.ui.conversation import conversation_of
from hudhud.ui.panes.reader import Reader
from support.archiving import NOW, arrival, list_them, store, summary
from support.message_rows import clock, letter, row

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with closing(open_archive(tmp_path / "archive")) as archive:
        yield archive


@pytest.fixture
def reader(dressed: QApplication, qtbot: QtBot) -> Reader:
    reader = Reader(clock)
    qtbot.addWidget(reader)
    reader.resize(600, 700)
    reader.show()
    qtbot.waitExposed(reader)
    return reader


def test_a_conversation_goes_by_references_and_the_oldest_is_first(
    archive: Archive,
) -> None:
    first = replace(summary("Papyrus"), message_id="<a@x>")
    answer = replace(
        summary("Re: Papyrus", sent_at=NOW + timedelta(days=1)),
        message_id="<b@x>",
        thread=("<a@x>",),
    )
    other = replace(
        summary("Papyrus", sent_at=NOW - timedelta(days=900)), message_id="<c@x>"
    )
    abouts = {"u1": answer, "u2": first, "u3": other}
    list_them(archive, abouts)
    ids = store(archive, *(arrival(uid, about=a) for uid, a in abouts.items()))
    late, early, apart = ids
    assert [one.id for one in conversation_of(archive, late)] == [early, late]
    assert conversation_of(archive, apart) == ()


def test_cards_stand_around_the_letter(reader: Reader) -> None:
    rows = tuple(row(number) for number in range(1, 6))
    reader.show_conversation(rows, 3)
    reader.show_letter(rows[3], letter())
    assert (len(reader.earlier.cards), len(reader.later.cards)) == (3, 1)
    assert reader.earlier.isVisible()
    assert reader.earlier.cards[0].accessibleName()


def test_a_letter_that_is_alone_has_no_cards(reader: Reader) -> None:
    reader.show_conversation((), 0)
    reader.show_letter(row(), letter())
    assert reader.earlier.isHidden()
    assert reader.later.isHidden()


def test_a_card_opens_its_message_by_mouse_and_by_key(
    reader: Reader, qtbot: QtBot
) -> None:
    reader.show_conversation((row(7), row(8)), 1)
    reader.show_letter(row(8), letter())
    (card,) = reader.earlier.cards
    with qtbot.waitSignal(reader.earlier.message_requested) as told:
        QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    assert told.args == [7]
    card.setFocus()
    with qtbot.waitSignal(reader.earlier.message_requested):
        QTest.keyClick(card, Qt.Key.Key_Space)


def test_what_the_list_does_not_show_is_opened_elsewhere(
    reader: Reader, qtbot: QtBot
) -> None:
    controller = ConversationController(reader, lambda message: message == 1)
    with qtbot.waitSignal(controller.chosen) as chosen:
        controller.open(1)
    assert chosen.args == [MessageId(1)]
    with qtbot.waitSignal(controller.elsewhere) as elsewhere:
        controller.open(2)
    assert elsewhere.args == [2]


def test_the_conversation_goes_with_its_letter(reader: Reader) -> None:
    controller = ConversationController(reader, lambda _message: True)
    rows = (row(1), row(2))
    controller.show(OpenedLetter(rows[0], letter(), 0, {}, conversation=rows))
    assert [len(one.cards) for one in (reader.earlier, reader.later)] == [0, 1]
    controller.show(None)
    assert reader.later.cards == []
