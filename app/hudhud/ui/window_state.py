"""Size and splitters of the window, remembered for each direction of reading."""

import logging
from pathlib import Path

from PySide6.QtCore import Qt

from hudhud.config.paths import Profile
from hudhud.config.private_files import write_privately

log = logging.getLogger("hudhud.ui")


def load_window_state(profile: Profile, direction: Qt.LayoutDirection) -> bytes:
    """Empty where nothing is remembered."""
    try:
        return _path(profile, direction).read_bytes()
    except OSError:
        return b""


def save_window_state(
    profile: Profile, direction: Qt.LayoutDirection, state: bytes
) -> None:
    """A layout that cannot be written is forgotten; nobody is told."""
    try:
        write_privately(_path(profile, direction), state)
    except OSError as error:
        log.info("the layout of the window was not kept: %s", error)


def _path(profile: Profile, direction: Qt.LayoutDirection) -> Path:
    is_rtl = direction == Qt.LayoutDirection.RightToLeft
    return profile.state / ("window-rtl" if is_rtl else "window-ltr")
