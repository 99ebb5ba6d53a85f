"""Several forms under one another, with their fields on one line."""

from collections.abc import Iterable

from PySide6.QtWidgets import QFormLayout, QLabel, QWidget


def align_labels(widgets: Iterable[QWidget]) -> None:
    """Give the labels of all these forms the width of the widest."""
    labels = [label for widget in widgets for label in _labels(widget)]
    widest = max((label.sizeHint().width() for label in labels), default=0)
    for label in labels:
        label.setMinimumWidth(widest)


def _labels(widget: QWidget) -> list[QLabel]:
    form = widget.layout()
    if not isinstance(form, QFormLayout):
        return []
    role = QFormLayout.ItemRole.LabelRole
    items = [form.itemAt(row, role) for row in range(form.rowCount())]
    found = [item.widget() for item in items if item is not None]
    return [label for label in found if isinstance(label, QLabel)]
