"""Moving about in the window with the keyboard."""

from PySide6.QtCore import QObject, Qt, Slot

from hudhud.ui.main_window import MainWindow


class NavigationController(QObject):
    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    @Slot()
    def find(self) -> None:
        search = self._window.message_list.search
        search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        search.selectAll()

    @Slot()
    def next_message(self) -> None:
        self._window.message_list.step(1)

    @Slot()
    def previous_message(self) -> None:
        self._window.message_list.step(-1)

    @Slot()
    def next_pane(self) -> None:
        self._window.focus_pane(1)

    @Slot()
    def previous_pane(self) -> None:
        self._window.focus_pane(-1)
