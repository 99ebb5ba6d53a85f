"""Settings are used at once and worded in the language just chosen."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hudhud.config.errors import ConfigUnwritable
from hudhud.config.settings import Density, Language, Settings, ThemeChoice
from hudhud.ui.actions import ActionSet, Wish
from hudhud.ui.controllers.appearance import AppearanceController
from hudhud.ui.dialogs.settings_dialog import SettingsDialog
from hudhud.ui.theme import DARK, LIGHT, theme_of

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

ENGLISH = replace(Settings(), language=Language.ENGLISH, theme=ThemeChoice.LIGHT)


def dialog_of(qtbot: QtBot, settings: Settings) -> tuple[SettingsDialog, list[object]]:
    dialog = SettingsDialog(settings)
    qtbot.addWidget(dialog)
    heard: list[object] = []
    dialog.changed.connect(heard.append)
    return dialog, heard


def choose(dialog: SettingsDialog, name: str, value: str) -> None:
    box = dialog.boxes[name]
    box.setCurrentIndex(box.findData(value))


def test_what_is_chosen_is_told_at_once(qtbot: QtBot, dressed: QApplication) -> None:
    dialog, heard = dialog_of(qtbot, ENGLISH)
    choose(dialog, "density", "compact")
    dialog.undo.setValue(30)
    compact = replace(ENGLISH, density=Density.COMPACT)
    assert heard == [compact, replace(compact, undo_seconds=30)]


def test_opening_the_dialog_changes_nothing(
    qtbot: QtBot, dressed: QApplication
) -> None:
    dialog, heard = dialog_of(qtbot, replace(ENGLISH, undo_seconds=0))
    dialog.show()
    assert heard == []
    assert dialog.boxes["theme"].currentData() == "light"
    assert dialog.undo.value() == 0


def test_the_dialog_words_itself_anew_and_tells_nothing(
    qtbot: QtBot, dressed: QApplication
) -> None:
    dialog, heard = dialog_of(qtbot, ENGLISH)
    appearance_of(dressed).use(replace(ENGLISH, language=Language.ARABIC))
    qtbot.waitUntil(lambda: dialog.windowTitle() == "الإعدادات")
    assert heard == []
    assert dialog.boxes["language"].currentData() == "en"


def appearance_of(app: QApplication) -> AppearanceController:
    return AppearanceController(app, ENGLISH, lambda settings: None, ActionSet())


def test_a_theme_is_used_and_its_action_checked(dressed: QApplication) -> None:
    saved: list[Settings] = []
    actions = ActionSet()
    appearance = AppearanceController(dressed, ENGLISH, saved.append, actions)
    actions[Wish.THEME_DARK].trigger()
    assert theme_of(dressed.palette()) is DARK
    assert actions[Wish.THEME_DARK].isChecked()
    assert saved == [replace(ENGLISH, theme=ThemeChoice.DARK)]
    actions[Wish.THEME_LIGHT].trigger()
    assert theme_of(dressed.palette()) is LIGHT
    assert appearance.settings == ENGLISH


def test_a_choice_that_cannot_be_kept_is_used_all_the_same(
    qtbot: QtBot, dressed: QApplication, tmp_path: object
) -> None:
    def refuse(settings: Settings) -> None:
        raise ConfigUnwritable(tmp_path, "no room")  # type: ignore[arg-type]

    appearance = AppearanceController(dressed, ENGLISH, refuse, ActionSet())
    with qtbot.waitSignal(appearance.failed):
        appearance.use(replace(ENGLISH, undo_seconds=5))
    assert appearance.undo_seconds() == 5
