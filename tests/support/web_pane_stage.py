"""An application with the reading pane in it, drawn by the real engine."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import delete

from hudhud.ui.panes.manner import Manner
from hudhud.ui.panes.reader import Reader
from hudhud.ui.theme import LIGHT, apply_theme
from hudhud.ui.web.body import WebBody
from hudhud.ui.web.engine import prepare_engine, web_body_or_none
from hudhud.ui.web.fetching import Fetching
from hudhud.ui.web.network import NotFetched
from hudhud.ui.web.remote import RemotePictures
from support.message_rows import clock, letter, row
from support.web_stage import until

TURNED = Manner(direction=Qt.LayoutDirection.RightToLeft)


def nothing(address: str, fetching: Fetching) -> bytes:
    raise NotFetched("nothing is there")


class PaneStage:
    def __init__(self) -> None:
        prepare_engine()
        self.app = QApplication([])
        apply_theme(self.app, LIGHT)
        self.made = 0
        self.pane = Reader(clock)
        self.pane.sheet.draw_with(self._make)
        self.pane.resize(640, 480)
        self.pane.show()

    def show(self, html: str | None, manner: Manner = TURNED) -> str:
        """Gives the name of what draws."""
        self.pane.set_manner(manner)
        self.pane.show_letter(row(), letter("text", html))
        web = self.pane.sheet.web
        if isinstance(web, WebBody):
            shown: list[bool] = []
            web.shown.connect(shown.append)
            until(lambda: bool(shown))
        return type(web).__name__

    def show_and_forget(self, html: str) -> None:
        """A letter with pictures that are gone when the next one comes."""
        remote = RemotePictures(["https://a.example/"], self.pane, fetch=nothing)
        remote.start()
        self.show(html, Manner(remote=remote))
        delete(remote)

    def asked(self, script: str) -> object:
        answers: list[object] = []
        self._web().ready_engine().page.runJavaScript(script, 1, answers.append)
        until(lambda: bool(answers))
        return answers[0]

    def found(self, words: str) -> tuple[int, int]:
        places: list[tuple[int, int]] = []
        self.pane.sheet.found.connect(lambda at, of: places.append((at, of)))
        self.pane.sheet.find_text(words)
        until(lambda: bool(places))
        return places[-1]

    def written(self, path: Path) -> bool:
        told: list[bool] = []
        self.pane.sheet.pdf_written.connect(lambda _path, worked: told.append(worked))
        self.pane.sheet.write_pdf(path, "")
        until(lambda: bool(told))
        return told[0]

    def end(self) -> None:
        for web in self.pane.findChildren(WebBody):
            web.shut_down()
        self.pane.close()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def _make(self) -> QWidget | None:
        self.made += 1
        return web_body_or_none()

    def _web(self) -> WebBody:
        web = self.pane.sheet.web
        assert isinstance(web, WebBody)
        return web
