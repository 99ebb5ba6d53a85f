"""The fields that few people need: certificate file, patience, first lines, limit."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDoubleSpinBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QPushButton,
    QSpinBox,
    QWidget,
)

from hudhud.domain.accounts import Account
from hudhud.ui.dialogs.machine_line import MachineLine
from hudhud.ui.typography import Text, Type

OCTETS_IN_GB = 1000**3
LARGEST_GB = 10_000.0
SHORTEST_WAIT_S = 5
LONGEST_WAIT_S = 3600
MOST_LINES = 200


class AdvancedFields(QWidget):
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # Made in the order in which Tab goes through them.
        self.limit = QDoubleSpinBox(self)
        self.limit.setRange(0.0, LARGEST_GB)
        self.limit.setDecimals(1)
        self.limit.setSuffix(" " + self.tr("GB"))
        self.limit.setSpecialValueText(self.tr("Not known"))
        self.lines = QSpinBox(self)
        self.lines.setRange(0, MOST_LINES)
        self.timeout = QSpinBox(self)
        self.timeout.setRange(SHORTEST_WAIT_S, LONGEST_WAIT_S)
        self.timeout.setSuffix(" " + self.tr("seconds"))
        self.ca_file = MachineLine(self.tr("Certificate file"), self)
        self._choose = QPushButton(self.tr("Choose…"), self)
        self.command = MachineLine(self.tr("Password command"), self)
        self.command.setReadOnly(True)
        self._form = QFormLayout(self)
        self._lay_out()
        self._connect()

    def show_account(self, account: Account) -> None:
        self.ca_file.setText(account.ca_file or "")
        self.timeout.setValue(round(account.timeout_s))
        self.lines.setValue(account.preview_lines)
        self.limit.setValue((account.mailbox_limit or 0) / OCTETS_IN_GB)
        self.command.setText(account.password_command or "")
        self._form.setRowVisible(self.command, account.password_command is not None)

    def certificate_file(self) -> str | None:
        return self.ca_file.text().strip() or None

    def mailbox_limit(self) -> int | None:
        """In octets; None where the person does not know it."""
        return round(self.limit.value() * OCTETS_IN_GB) or None

    def _lay_out(self) -> None:
        self._form.setContentsMargins(0, 0, 0, 0)
        line = QHBoxLayout()
        line.addWidget(self.ca_file, 1)
        line.addWidget(self._choose)
        why = Text(Type.SMALL, "dim", self)
        why.setText(self.tr("Ask your provider; used only for the gauge."))
        self._form.addRow(self.tr("Mailbox size limit (optional)"), self.limit)
        self._form.addRow("", why)
        self._form.addRow(self.tr("Lines in preview"), self.lines)
        self._form.addRow(self.tr("Give up waiting after"), self.timeout)
        self._form.addRow(self.tr("Certificate file"), line)
        self._form.addRow(self.tr("Password command"), self.command)
        named = (
            (self.limit, self.tr("Mailbox size limit (optional)")),
            (self.lines, self.tr("Lines in preview")),
            (self.timeout, self.tr("Give up waiting after")),
        )
        for field, name in named:
            field.setAccessibleName(name)

    def _connect(self) -> None:
        self.ca_file.textChanged.connect(self.changed)
        for box in (self.timeout, self.lines):
            box.valueChanged.connect(self.changed)
        self.limit.valueChanged.connect(self.changed)
        self._choose.clicked.connect(self._choose_file)

    def _choose_file(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, self.tr("Certificate file"))
        if path:
            self.ca_file.setText(path)
