"""Size and splitters of the window, remembered for each direction of reading."""

import logging
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Slot

from hudhud.config.paths import Profile
from hudhud.config.private_files import write_privately
from hudhud.ui.main_window import MainWindow

log = logging.getLogger("hudhud.ui")


def load_window_state(profile: Profile, direction: Qt.LayoutDirection) -> bytes:
    """Empty where nothing is remembered."""
    try:
        return _path(profile, direction).read_bytes()
    except OSError:
        return b""


class WindowMemory(QObject):
    """Remembers the layout when it is told to."""

    def __init__(self, profile: Profile, window: MainWindow) -> None:
        super().__init__(window)
        self._profile = profile
        self._window = window

    @Slot()
    def save(self) -> None:
        """A layout that cannot be written is forgotten; nobody is told."""
        path = _path(self._profile, self._window.layoutDirection())
        try:
            write_privately(path, self._window.layout_state())
        except OSError as error:
            log.info("the layout of the window was not kept: %s", error)


def _path(profile: Profile, direction: Qt.LayoutDirection) -> Path:
    is_rtl = direction == Qt.LayoutDirection.RightToLeft
    return profile.state / ("window-rtl" if is_rtl else "window-ltr")
