"""What the tests of the window share: the platform, the words, and sample rows."""

import os

# Before Qt is imported anywhere: without a display its own choice ends the process.
os.environ["QT_QPA_PLATFORM"] = "offscreen"

from collections.abc import Iterator  # noqa: E402

import pytest  # noqa: E402
from PySide6.QtCore import QEvent, QLocale  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from hudhud.ui.language import install_language  # noqa: E402
from hudhud.ui.theme import LIGHT, apply_theme  # noqa: E402


@pytest.fixture
def dressed(qapp: QApplication) -> Iterator[QApplication]:
    """The application in its light theme and in English; English again afterwards."""
    before = QLocale()
    apply_theme(qapp, LIGHT)
    install_language(qapp, "en")
    yield qapp
    install_language(qapp, "en")
    QLocale.setDefault(before)
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
