"""Files under the pointer, for whatever window they are dropped on."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDrag, QGuiApplication
from PySide6.QtWidgets import QWidget


def drag_files(source: QWidget, paths: Sequence[Path]) -> None:
    """Nothing, where the button was let go while the files were made ready."""
    held = QGuiApplication.mouseButtons() & Qt.MouseButton.LeftButton
    if not held or not paths:
        return
    drag = QDrag(source)
    drag.setMimeData(files_as_data(paths))
    drag.exec(Qt.DropAction.CopyAction)


def files_as_data(paths: Sequence[Path]) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data
