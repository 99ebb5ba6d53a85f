"""An application with the view of a letter in it, as the window has it."""

import os
import signal
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWebEngineCore import QWebEngineSettings
from PySide6.QtWidgets import QApplication

from hudhud.ui.theme import DARK, LIGHT, apply_theme
from hudhud.ui.web.engine import prepare_engine, web_body_or_none
from hudhud.ui.web.remote import RemotePictures

WAIT_MS = 20_000
TICK_MS = 10
SIZE = (640, 480)


class Stage:
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

    def take_the_guards_away(self, policy: str) -> None:
        """But for the flags, which are the business of whoever starts the engine."""
        engine = self.body.ready_engine()
        self.allow_scripts()
        engine.source.policy = policy
        # Declared as taking an interceptor only; none is what takes it away.
        engine.profile.setUrlRequestInterceptor(None)  # type: ignore[arg-type]

    def allow_scripts(self) -> None:
        settings = self.body.ready_engine().page.settings()
        settings.setAttribute(QWebEngineSettings.WebAttribute.JavascriptEnabled, True)

    def show(self, html: str, remote: RemotePictures | None = None) -> bool:
        return self._after_load(lambda: self.body.show_html(html, remote))

    def show_source(self, source: str) -> bool:
        """As it came, past the cleaning: what the engine alone makes of it."""
        engine = self.body.ready_engine()
        address = engine.source.put(source.encode())
        return self._after_load(lambda: engine.page.load(address))

    def asked(self, script: str) -> object:
        """What a script of ours finds, in a world apart from the letter's."""
        answers: list[object] = []
        self.body.ready_engine().page.runJavaScript(script, 1, answers.append)
        until(lambda: bool(answers))
        return answers[0]

    def click(
        self,
        place: QPoint,
        button: Qt.MouseButton = Qt.MouseButton.LeftButton,
        keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        view = self.body.focusProxy()
        proxy = view.focusProxy() if view is not None else None
        assert proxy is not None
        QTest.mouseClick(proxy, button, keys, place)

    def kill_renderer(self) -> None:
        page = self.body.ready_engine().page
        ended: list[object] = []
        page.renderProcessTerminated.connect(lambda *told: ended.append(told))
        os.kill(page.renderProcessPid(), signal.SIGKILL)
        until(lambda: bool(ended))

    def end(self) -> None:
        self.body.shut_down()
        self.body.close()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def _after_load(self, deed: Callable[[], None]) -> bool:
        heard: list[bool] = []
        self.body.shown.connect(heard.append)
        deed()
        until(lambda: bool(heard))
        self.body.shown.disconnect(heard.append)
        return heard[0]


def until(condition: Callable[[], bool], limit_ms: int = WAIT_MS) -> None:
    """Let events happen until it holds. Raises TimeoutError."""
    loop = QEventLoop()
    clock = QTimer(interval=TICK_MS)
    clock.timeout.connect(lambda: loop.quit() if condition() else None)
    limit = QTimer(singleShot=True, interval=limit_ms)
    limit.timeout.connect(lambda: loop.exit(1))
    clock.start()
    limit.start()
    if loop.exec() != 0:
        raise TimeoutError("what was waited for did not come")
