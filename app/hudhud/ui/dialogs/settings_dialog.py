"""The settings of the program: each is used at once, so there is nothing to save."""

from dataclasses import replace

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from hudhud.config.settings import (
    LONGEST_UNDO_S,
    Density,
    Digits,
    Direction,
    Language,
    Settings,
    ThemeChoice,
)


class SettingsDialog(QDialog):
    """`changed` carries the Settings as they are now."""

    changed = Signal(object)

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.boxes = {name: QComboBox(self) for name in self._names()}
        self.undo = QSpinBox(self)
        self.undo.setRange(0, LONGEST_UNDO_S)
        self._labels = {name: QLabel(self) for name in (*self.boxes, "undo")}
        self.checks = {name: QCheckBox(self) for name in ("plain_text", "simple_view")}
        self._close = QPushButton(self)
        self._close.setDefault(True)
        self._close.clicked.connect(self.accept)
        self._lay_out()
        self._retranslate()
        for box in self.boxes.values():
            box.currentIndexChanged.connect(self._tell)
        self.undo.valueChanged.connect(self._tell)
        for check in self.checks.values():
            check.toggled.connect(self._tell)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setVerticalSpacing(10)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for name, box in self.boxes.items():
            form.addRow(self._labels[name], box)
            self._labels[name].setBuddy(box)
        form.addRow(self._labels["undo"], self.undo)
        for check in self.checks.values():
            form.addRow("", check)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setSpacing(18)
        column.addLayout(form)
        column.addLayout(foot)
        self.setMinimumWidth(440)

    def _retranslate(self) -> None:
        """Fill the boxes anew without telling anybody of a change."""
        self.setWindowTitle(self.tr("Settings"))
        self._close.setText(self.tr("Close"))
        self._labels["undo"].setText(self.tr("Seconds to undo a deletion"))
        self.undo.setAccessibleName(self._labels["undo"].text())
        self.undo.setValue(self._settings.undo_seconds)
        words = {
            "plain_text": self.tr("Show the plain text of a message first"),
            "simple_view": self.tr("Simple view of formatted messages"),
        }
        for name, check in self.checks.items():
            check.setText(words[name])
            check.blockSignals(True)
            check.setChecked(getattr(self._settings, name))
            check.blockSignals(False)
        for name, (label, choices) in self._texts().items():
            box = self.boxes[name]
            self._labels[name].setText(label)
            box.setAccessibleName(label)
            box.blockSignals(True)
            box.clear()
            for value, text in choices.items():
                box.addItem(text, value)
            box.setCurrentIndex(box.findData(getattr(self._settings, name).value))
            box.blockSignals(False)

    def _tell(self) -> None:
        chosen = {name: str(box.currentData()) for name, box in self.boxes.items()}
        settings = replace(
            self._settings,
            language=Language(chosen["language"]),
            direction=Direction(chosen["direction"]),
            digits=Digits(chosen["digits"]),
            theme=ThemeChoice(chosen["theme"]),
            density=Density(chosen["density"]),
            undo_seconds=self.undo.value(),
            plain_text=self.checks["plain_text"].isChecked(),
            simple_view=self.checks["simple_view"].isChecked(),
        )
        if settings != self._settings:
            self._settings = settings
            self.changed.emit(settings)

    def _names(self) -> tuple[str, ...]:
        return ("language", "direction", "digits", "theme", "density")

    def _texts(self) -> dict[str, tuple[str, dict[str, str]]]:
        """For each setting its label, and the choices in their order."""
        system = self.tr("As in the system")
        return {
            "language": (
                self.tr("Language"),
                {"system": system, "en": "English", "ar": "العربية"},
            ),
            "direction": (
                self.tr("Interface direction"),
                {
                    "language": self.tr("As in the language"),
                    "left-to-right": self.tr("Left to right"),
                    "right-to-left": self.tr("Right to left"),
                },
            ),
            "digits": (
                self.tr("Numbers"),
                {
                    "region": self.tr("As in my region"),
                    "western": "0123",
                    "eastern": "٠١٢٣",
                },
            ),
            "theme": (self.tr("Theme"), self._themes()),
            "density": (self.tr("Density"), self._densities()),
        }

    def _themes(self) -> dict[str, str]:
        return {
            "system": self.tr("As in the system"),
            "light": self.tr("Light"),
            "dark": self.tr("Dark"),
        }

    def _densities(self) -> dict[str, str]:
        return {
            "compact": self.tr("Compact"),
            "normal": self.tr("Normal"),
            "relaxed": self.tr("Relaxed"),
        }
