"""Quotations are folded, short ones and everything else are not."""

from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hudhud.ui.panes.folding import folded_lines
from hudhud.ui.panes.letter_body import LetterBody

QUOTED = "\n".join(f"> line {number}" for number in range(6))
TEXT = f"Yes, gladly.\n\nOn Monday Layla wrote:\n{QUOTED}\n\nNoor"


def body_with(qtbot: QtBot, text: str) -> LetterBody:
    body = LetterBody()
    qtbot.addWidget(body)
    body.show_text(text)
    return body


def test_a_long_quotation_stands_behind_one_line() -> None:
    lines = folded_lines(TEXT, ())
    assert [line.text for line in lines if line.fold is None][:2] == [
        "Yes, gladly.",
        "",
    ]
    assert [line.fold for line in lines if line.fold is not None] == [0]
    assert not any("line 3" in line.text for line in lines)


def test_what_was_opened_is_shown() -> None:
    assert [line.text for line in folded_lines(TEXT, {0})] == TEXT.split("\n")


def test_a_short_quotation_stays() -> None:
    text = "> Shall we?\nYes."
    assert [line.text for line in folded_lines(text, ())] == text.split("\n")


def test_the_line_opens_what_it_stands_for(qtbot: QtBot, dressed: QApplication) -> None:
    body = body_with(qtbot, TEXT)
    handed: list[str] = []
    body.link_activated.connect(handed.append)
    assert "Show quoted text" in body.toPlainText()
    assert "line 3" not in body.toPlainText()
    body.anchorClicked.emit(QUrl("fold:0"))
    assert body.toPlainText() == TEXT
    assert handed == []


def test_the_next_letter_is_folded_again(qtbot: QtBot, dressed: QApplication) -> None:
    body = body_with(qtbot, TEXT)
    body.unfold()
    assert "line 3" in body.toPlainText()
    body.show_text(f"Other. {TEXT}")
    assert "line 3" not in body.toPlainText()


def test_a_link_of_a_letter_opens_no_fold(qtbot: QtBot, dressed: QApplication) -> None:
    body = body_with(qtbot, TEXT)
    body.show_html('<a href="fold:0">x</a>')
    with qtbot.waitSignal(body.link_activated):
        body.anchorClicked.emit(QUrl("fold:0"))
