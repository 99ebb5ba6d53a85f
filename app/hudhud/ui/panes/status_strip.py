"""The strip at the foot: what is being done and how far, or when it was done last."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from hudhud.ui.panes.buttons import Button
from hudhud.ui.panes.elided import ElidedText
from hudhud.ui.panes.gauge import Gauge
from hudhud.ui.panes.picture import Picture
from hudhud.ui.typography import Type

BAR_WIDTH = 160
# Without a known end a short piece stands at the start; nothing moves or blinks.
UNKNOWN_PART = 12


class StatusStrip(QWidget):
    stop_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._sign = Picture("check", "accent", 16)
        self.text = ElidedText(Type.SMALL)
        self.bar = Gauge("accent")
        self.bar.setFixedWidth(BAR_WIDTH)
        self.stop_button = Button("link", "stop", Type.SMALL_STRONG)
        self.stop_button.clicked.connect(self.stop_requested)
        self._lay_out()
        self._retranslate()
        self.show_rest("")

    def show_work(self, text: str, done: int, total: int) -> None:
        """A `total` of 0 means that nobody knows how long it will take."""
        self._sign.show_icon("check", "accent")
        self._tell(text, working=True)
        self.bar.setValue(min(100, 100 * done // total) if total else UNKNOWN_PART)
        self.bar.setAccessibleName(text)

    def show_rest(self, text: str) -> None:
        self._sign.show_icon("clock", "dim")
        self._tell(text, working=False)

    def _tell(self, text: str, *, working: bool) -> None:
        self.text.show_text(text)
        self._sign.setVisible(bool(text))
        self.bar.setVisible(working)
        self.stop_button.setVisible(working)

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.ApplicationFontChange:
            self._fix_height()
        return done

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        rule = QFrame()
        rule.setProperty("kind", "rule")
        rule.setFixedHeight(1)
        row = QHBoxLayout()
        row.setContentsMargins(16, 3, 12, 3)
        row.setSpacing(8)
        row.addWidget(self._sign)
        row.addWidget(self.text, 1)
        row.addWidget(self.bar)
        row.addWidget(self.stop_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(rule)
        column.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)
        self._fix_height()

    def _fix_height(self) -> None:
        """The height stays, so that the window does not jump when a run begins."""
        self.setFixedHeight(self.stop_button.sizeHint().height() + 8)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Progress"))
        self.stop_button.setText(self.tr("Stop"))
