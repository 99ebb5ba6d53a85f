"""What can be played with the browser engine; each scenario gives facts back."""

import os
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEventLoop, QPoint, Qt, QTimer
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from hudhud.mime.html_clean import clean_html
from hudhud.mime.html_remote import RemoteTable
from hudhud.ui.panes.letter_body import LetterBody
from hudhud.ui.theme import DARK, LIGHT, apply_theme
from hudhud.ui.web.engine import prepare_engine, web_body_or_none
from hudhud.ui.web.fetching import Fetching
from hudhud.ui.web.remote import RemotePictures, for_simple_view, with_remote

WAIT_MS = 20_000
TICK_MS = 10
SIZE = (640, 480)

# Facts come from JSON and go there; they have no closer type.
Facts = dict[str, Any]


class Stage:
    """An application with one view, as the window has it."""

    def __init__(self, *, dark: bool = False) -> None:
        prepare_engine()
        self.app = QApplication([])
        apply_theme(self.app, DARK if dark else LIGHT)
        body = web_body_or_none()
        assert body is not None
        self.body = body
        self.links: list[str] = []
        body.link_activated.connect(self.links.append)
        body.resize(*SIZE)
        body.show()

    def show(self, html: str, remote: RemotePictures | None = None) -> bool:
        heard: list[bool] = []
        self.body.shown.connect(heard.append)
        self.body.show_html(html, remote)
        until(lambda: bool(heard))
        self.body.shown.disconnect(heard.append)
        return heard[0]

    def show_source(self, source: str) -> None:
        """As it came, past the cleaning: what the engine alone makes of it."""
        engine = self.body._ready_engine()
        heard: list[bool] = []
        self.body.shown.connect(heard.append)
        engine.page.load(engine.source.put(source.encode()))
        until(lambda: bool(heard))
        self.body.shown.disconnect(heard.append)

    def asked(self, script: str) -> object:
        """What a script of ours finds, in a world apart from the letter's."""
        answers: list[object] = []
        self.body._ready_engine().page.runJavaScript(script, 1, answers.append)
        until(lambda: bool(answers))
        return answers[0]

    def end(self) -> None:
        self.body.shut_down()
        self.body.deleteLater()
        until(lambda: not QApplication.topLevelWidgets())


def until(condition: Callable[[], bool], limit_ms: int = WAIT_MS) -> None:
    loop = QEventLoop()
    clock = QTimer(interval=TICK_MS)
    clock.timeout.connect(lambda: loop.quit() if condition() else None)
    limit = QTimer(singleShot=True, interval=limit_ms)
    limit.timeout.connect(lambda: loop.exit(1))
    clock.start()
    limit.start()
    if loop.exec() != 0:
        raise TimeoutError("what was waited for did not come")


def load(facts: Facts) -> Facts:
    """Cleaned, each by itself, as letters come; then all once more past the cleaning."""
    stage = Stage()
    for html in facts["letters"]:
        stage.show(clean_html(html).html or "")
    for source in facts.get("sources", ()):
        stage.show_source(source)
    stage.show("<p>the end</p>")
    stage.end()
    return {"links": stage.links}
