"""Screenshots of the main states of the window, in both languages and both themes.

    shots.py [FOLDER] [--size WxH]

The sample mailbox is served on loopback and the real window is used as a person would:
nothing here is painted for the picture. One process a language and theme.
"""

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QApplication, QWidget
from system_packages import is_root

from hudhud.archive.archive import open_archive
from hudhud.archive.rows import View, ViewKind
from hudhud.config.settings import Language, Settings, ThemeChoice
from hudhud.domain.messages import MessageRow
from hudhud.ui.application import show
from hudhud.ui.assembly import Ground, assembled
from hudhud.ui.controllers.appearance import apply_appearance
from hudhud.ui.demo_account import Demo, demo_account
from hudhud.ui.models.message_list import MessageListModel
from hudhud.ui.web.engine import prepare_engine
from hudhud.ui.wiring import Parts, connect

DEFAULT_FOLDER = Path("shots")
DEFAULT_SIZE = "1240x780"
PATIENCE_S = 20.0
SETTLE_S = 0.4

# Chromium will not run as root in its sandbox; these letters are our own.
AS_ROOT = {"QTWEBENGINE_DISABLE_SANDBOX": "1"} if is_root() else {}


class Photographer:
    """The window of one language and theme, and where its pictures go."""

    def __init__(
        self, app: QApplication, parts: Parts, folder: Path, name: str
    ) -> None:
        self._app = app
        self._parts = parts
        self._folder = folder
        self._name = name

    def settle(self, seconds: float = SETTLE_S) -> None:
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            self._app.processEvents()
            time.sleep(0.01)

    def wait(self, is_so: Callable[[], bool], what: str) -> None:
        until = time.monotonic() + PATIENCE_S
        while not is_so():
            if time.monotonic() > until:
                raise SystemExit(f"shots: waited in vain for {what}")
            self.settle(0.05)
        self.settle()

    def take(self, state: str, widget: QWidget | None = None) -> None:
        self.settle()
        file = self._folder / f"{self._name}-{state}.png"
        (widget or self._parts.window).grab().save(str(file))
        print(file, flush=True)

    def rows(self) -> list[MessageRow]:
        model = self._parts.window.message_list.table.model()
        assert isinstance(model, MessageListModel)
        found = (model.message_at(model.index(n, 0)) for n in range(model.rowCount()))
        return [row for row in found if row is not None]

    def choose(self, words: str) -> MessageRow:
        """Select the message whose subject holds these words."""
        table = self._parts.window.message_list.table
        for number, row in enumerate(self.rows()):
            if words in row.subject:
                flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
                index = table.model().index(number, 0)
                table.selectionModel().setCurrentIndex(index, flags)
                self.settle(1.0)
                return row
        raise SystemExit(f"shots: no message about {words!r}")


def play(camera: Photographer, parts: Parts, sample: Demo) -> None:
    """The main job, with a picture at every turn."""
    camera.take("1-not-checked")
    parts.commands.check_all()
    camera.wait(lambda: is_read(camera.rows()), "the first lines")
    camera.settle(1.0)
    camera.take("2-waiting")
    camera.choose("Weekend in the mountains")
    camera.take("3-first-lines")
    read_saved(camera, parts, sample)
    decide(camera, parts)
    sample.server.stop()
    parts.commands.check_all()
    camera.settle(2.5)
    camera.take("a-server-gone")


def read_saved(camera: Photographer, parts: Parts, sample: Demo) -> None:
    letters = {
        "4-newsletter": "Seven books",
        "5-invoice": "Invoice",
        "6-arabic-newsletter": "نشرة",
    }
    parts.decisions.save([camera.choose(words) for words in letters.values()])
    camera.wait(lambda: count_saved(sample) == len(letters), "letters to be saved")
    for state, words in letters.items():
        camera.choose(words)
        camera.take(state)


def decide(camera: Photographer, parts: Parts) -> None:
    parts.decisions.save_then_delete([camera.choose("Booking confirmed")])
    camera.settle(1.2)
    camera.take("7-undo")
    parts.messages.show_view(View(kind=ViewKind.TO_BE_DELETED))
    camera.settle(1.0)
    camera.take("8-to-be-deleted")
    parts.messages.show_view(View())
    parts.messages.search("weekend")
    camera.settle(1.0)
    camera.take("9-search")
    parts.messages.search("")


def is_read(rows: list[MessageRow]) -> bool:
    return len(rows) > 30 and all(row.subject for row in rows)


def count_saved(sample: Demo) -> int:
    folder = sample.profile.archive_folder
    with closing(open_archive(folder, read_only=True)) as archive:
        found = archive.rows.counts().get(None)
        return 0 if found is None else found.saved


def one(language: str, theme: str, folder: Path, size: tuple[int, int]) -> None:
    prepare_engine()
    app = QApplication(sys.argv[:1])
    settings = replace(
        Settings(), language=Language(language), theme=ThemeChoice(theme)
    )
    with demo_account("Noor" if language == "en" else "نور") as sample:
        apply_appearance(app, settings)
        open_archive(sample.profile.archive_folder).close()
        archive = open_archive(sample.profile.archive_folder, read_only=True)
        ground = Ground(app, sample.profile, settings, sample.secrets, archive, now)
        parts = assembled(ground)
        connect(parts)
        show(parts, sample.profile)
        parts.window.resize(*size)
        play(Photographer(app, parts, folder, f"{language}-{theme}"), parts, sample)
        parts.threads.shut_down(2000)
        archive.close()


def now() -> datetime:
    return datetime.now(UTC)


def main() -> int:
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("folder", nargs="?", type=Path, default=DEFAULT_FOLDER)
    words.add_argument("--size", default=DEFAULT_SIZE)
    words.add_argument("--one", nargs=2, metavar=("LANGUAGE", "THEME"))
    chosen = words.parse_args()
    chosen.folder.mkdir(parents=True, exist_ok=True)
    width, height = map(int, chosen.size.split("x"))
    if chosen.one:
        language, theme = chosen.one
        one(language, theme, chosen.folder, (width, height))
        # Qt's own end is not part of the picture.
        sys.stdout.flush()
        os._exit(0)
    for language in ("en", "ar"):
        for theme in ("light", "dark"):
            command = [sys.executable, __file__, str(chosen.folder)]
            command += ["--size", chosen.size, "--one", language, theme]
            environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ, **AS_ROOT}
            subprocess.run(command, check=True, env=environment, timeout=180)
    return 0


if __name__ == "__main__":
    sys.exit(main())
