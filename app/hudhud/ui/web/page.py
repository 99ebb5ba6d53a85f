"""The page that shows a letter: it goes nowhere, opens nothing and asks nothing."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtWebEngineCore import (
    QWebEngineNewWindowRequest,
    QWebEnginePage,
    QWebEnginePermission,
    QWebEngineProfile,
)
from shiboken6 import isValid

from hudhud.ui.web.answers import InsidePictures, LetterSource, RemoteAnswers
from hudhud.ui.web.hardening import harden, make_profile
from hudhud.ui.web.schemes import INSIDE, LETTER, REMOTE, register_schemes

HANDED_OVER = ("http", "https", "mailto")

Kind = QWebEnginePage.NavigationType


class LetterPage(QWebEnginePage):
    """`link_chosen` carries the address of a link that was clicked, in any way."""

    link_chosen = Signal(str)

    def __init__(self, profile: QWebEngineProfile, source: LetterSource) -> None:
        super().__init__(profile, profile)
        self._source = source
        harden(self.settings())
        self.newWindowRequested.connect(self._refuse_window)
        self.permissionRequested.connect(refuse_permission)

    def acceptNavigationRequest(
        self, url: QUrl | str, kind: Kind, isMainFrame: bool
    ) -> bool:
        """Only the letter itself, put here by us. Middle clicks do not come by here."""
        address = QUrl(url)
        if kind is Kind.NavigationTypeLinkClicked:
            self._hand_over(address)
            return False
        ours = isMainFrame and address == self._source.address
        return ours and kind is Kind.NavigationTypeTyped

    def javaScriptConsoleMessage(
        self,
        level: QWebEnginePage.JavaScriptConsoleMessageLevel,
        message: str,
        lineNumber: int,
        sourceID: str,
    ) -> None:
        """What a letter was refused is no news, and may be private."""

    def javaScriptAlert(self, securityOrigin: QUrl | str, msg: str) -> None:
        """Nothing in a letter may speak for the window."""

    def javaScriptConfirm(self, securityOrigin: QUrl | str, msg: str) -> bool:
        return False

    def chooseFiles(
        self,
        mode: QWebEnginePage.FileSelectionMode,
        oldFiles: Sequence[str],
        acceptedMimeTypes: Sequence[str],
    ) -> list[str]:
        return []

    def _refuse_window(self, request: QWebEngineNewWindowRequest) -> None:
        """A middle click, or a link that asks for a window of its own."""
        if request.isUserInitiated():
            self._hand_over(request.requestedUrl())

    def _hand_over(self, address: QUrl) -> None:
        if address.scheme() in HANDED_OVER:
            encoded = QUrl.ComponentFormattingOption.FullyEncoded
            self.link_chosen.emit(address.toString(encoded))


class Engine(QObject):
    """A profile, what answers its questions, and the one page on it.

    A page must go before its profile; `shut_down` sees to that.
    """

    def __init__(self, parent: QObject) -> None:
        register_schemes()
        super().__init__(parent)
        self.profile = make_profile(self)
        self.source = LetterSource(self.profile)
        self.inside = InsidePictures(self.profile)
        self.remote = RemoteAnswers(self.profile)
        for name, handler in (
            (LETTER, self.source),
            (INSIDE, self.inside),
            (REMOTE, self.remote),
        ):
            self.profile.installUrlSchemeHandler(name.encode(), handler)
        self.page = LetterPage(self.profile, self.source)

    def shut_down(self) -> None:
        if not isValid(self) or not isValid(self.page):
            return
        self.remote.follow(None)
        self.page.destroyed.connect(self.deleteLater)
        self.page.deleteLater()


def refuse_permission(permission: QWebEnginePermission) -> None:
    permission.deny()
