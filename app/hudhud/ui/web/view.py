"""The engine's widget, with a menu that offers only what makes sense in a letter."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtWebEngineCore import QWebEnginePage
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QMenu, QWidget

from hudhud.ui.web.page import HANDED_OVER

Action = QWebEnginePage.WebAction


class LetterView(QWebEngineView):
    def __init__(self, page: QWebEnginePage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPage(page)
        self.setAcceptDrops(False)
        self._link = ""
        self._menu = QMenu(self)
        self._copy = self._menu.addAction("")
        self._copy.triggered.connect(self.copy_selection)
        self._copy_link = self._menu.addAction("")
        self._copy_link.triggered.connect(self._copy_address)
        self._all = self._menu.addAction("")
        self._all.triggered.connect(self.select_all)
        self._retranslate()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        link = self.lastContextMenuRequest().linkUrl()
        self._link = link.toString() if link.scheme() in HANDED_OVER else ""
        self._copy.setVisible(self.page().hasSelection())
        self._copy_link.setVisible(bool(self._link))
        self._menu.popup(event.globalPos())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def copy_selection(self) -> None:
        self.page().triggerAction(Action.Copy)

    def select_all(self) -> None:
        self.page().triggerAction(Action.SelectAll)

    def _copy_address(self) -> None:
        QGuiApplication.clipboard().setText(self._link.removeprefix("mailto:"))

    def _retranslate(self) -> None:
        self._copy.setText(self.tr("Copy"))
        self._copy_link.setText(self.tr("Copy link address"))
        self._all.setText(self.tr("Select all"))
