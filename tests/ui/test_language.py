"""Language, direction and digits, and their switch while the window is open."""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hudhud.config.settings import Digits, Direction, Language
from hudhud.ui.catalogue import (
    ANY_NUMBER,
    Key,
    arabic_plural,
    english_plural,
    read_catalogue,
)
from hudhud.ui.language import install_language, locale_for
from hudhud.ui.panes.status_strip import StatusStrip
from hudhud.ui.typography import Text, Type
from hudhud.ui.words import messages_text, number_text

RTL = Qt.LayoutDirection.RightToLeft
LTR = Qt.LayoutDirection.LeftToRight


@pytest.mark.parametrize(
    ("number", "form"),
    [
        (0, 0),
        (1, 1),
        (2, 2),
        (3, 3),
        (10, 3),
        (11, 4),
        (99, 4),
        (100, 5),
        (102, 5),
        (103, 3),
        (111, 4),
        (200, 5),
        (1000, 5),
        (1005, 3),
    ],
)
def test_arabic_chooses_the_form_that_qt_chooses(number: int, form: int) -> None:
    assert arabic_plural(number) == form


def test_english_has_one_and_many() -> None:
    assert [english_plural(number) for number in (0, 1, 2, 21)] == [1, 0, 1, 1]


def test_arabic_turns_the_window_round(dressed: QApplication) -> None:
    install_language(dressed, Language.ARABIC)
    assert dressed.layoutDirection() == RTL
    install_language(dressed, Language.ENGLISH)
    assert dressed.layoutDirection() == LTR


def test_direction_may_differ_from_the_language(dressed: QApplication) -> None:
    install_language(dressed, Language.ENGLISH, Digits.REGION, Direction.RIGHT_TO_LEFT)
    assert dressed.layoutDirection() == RTL


def test_digits_may_differ_from_the_region(dressed: QApplication) -> None:
    install_language(dressed, Language.ARABIC, Digits.WESTERN)
    assert messages_text(12) == "12 رسالة"
    install_language(dressed, Language.ARABIC, Digits.EASTERN)
    assert number_text(12) == "١٢"


def test_the_systems_own_region_is_kept_where_it_speaks_the_language() -> None:
    emirates, germany = QLocale("ar_AE"), QLocale("de_DE")
    assert locale_for(Language.SYSTEM, Digits.REGION, emirates) == emirates
    assert locale_for(Language.ENGLISH, Digits.REGION, germany) == QLocale("en_DE")
    arabic = locale_for(Language.ARABIC, Digits.REGION, germany)
    assert arabic.language() == QLocale.Language.Arabic


def test_an_open_widget_words_itself_anew(dressed: QApplication, qtbot: QtBot) -> None:
    strip = StatusStrip()
    qtbot.addWidget(strip)
    install_language(dressed, Language.ARABIC)
    qtbot.waitUntil(lambda: strip.accessibleName() == "التقدم")
    install_language(dressed, Language.ENGLISH)
    qtbot.waitUntil(lambda: strip.accessibleName() == "Progress")


def test_arabic_type_is_a_little_larger_at_once(
    dressed: QApplication, qtbot: QtBot
) -> None:
    label = Text(Type.BODY)
    qtbot.addWidget(label)
    before = label.font().pointSizeF()
    install_language(dressed, Language.ARABIC)
    qtbot.waitUntil(lambda: label.font().pointSizeF() == before + 1)
    install_language(dressed, Language.ENGLISH)
    qtbot.waitUntil(lambda: label.font().pointSizeF() == before)


def test_what_is_not_translated_stays_english(dressed: QApplication) -> None:
    install_language(dressed, Language.ARABIC)
    assert QCoreApplication.translate("Nowhere", "A new sentence") == "A new sentence"


def test_an_unfinished_message_counts_as_missing(tmp_path: Path) -> None:
    path = tmp_path / "ar.ts"
    path.write_text(
        "<TS><context><name>A</name>"
        "<message><source>x</source>"
        '<translation type="unfinished">y</translation></message>'
        "<message><source>z</source><comment>note</comment>"
        "<translation>w</translation></message>"
        "</context></TS>",
        encoding="utf-8",
    )
    catalogue = read_catalogue(path, "ar")
    assert catalogue.text(Key("A", "x", ""), ANY_NUMBER) is None
    assert catalogue.text(Key("A", "z", "note"), ANY_NUMBER) == "w"
    assert catalogue.text(Key("A", "z", ""), ANY_NUMBER) is None
