"""The fields that say where the mail is: host, port, security, login name."""

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QSpinBox, QWidget

from hudhud.domain.servers import Security, ServerAddress
from hudhud.ui.dialogs.machine_line import MachineLine
from hudhud.ui.typography import Text, Type

HIGHEST_PORT = 65535


class ServerFields(QWidget):
    """`guess` fills in what the person has not typed; what they typed stays."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.host = MachineLine(self.tr("Incoming mail server"), self)
        # Made in the order in which Tab goes through them.
        self.security = self._security_box()
        self.port = QSpinBox(self)
        self.port.setRange(1, HIGHEST_PORT)
        # A port is typed in the digits of the machine, in any language.
        self.port.setLocale(QLocale.c())
        self.port.setAccessibleName(self.tr("Port"))
        self.user = MachineLine(self.tr("Login name"), self)
        self.warning = Text(Type.SMALL_STRONG, "bad", self)
        self.warning.setWordWrap(True)
        self.warning.setText(
            self.tr(
                "Without encryption anyone on the network could read your password"
                " and your mail."
            )
        )
        self._guessed_host = ""
        self._guessed_user = ""
        self._lay_out()
        self._connect()

    def address(self) -> ServerAddress:
        host = self.host.text().strip().rstrip(".").lower()
        return ServerAddress(host, self.port.value(), self.chosen_security())

    def chosen_security(self) -> Security:
        return Security(str(self.security.currentData()))

    def show_server(self, server: ServerAddress, user: str) -> None:
        self.host.setText(server.host)
        self.user.setText(user)
        self.security.setCurrentIndex(self.security.findData(server.security.value))
        self.port.setValue(server.port)
        self._warn()

    def guess(self, host: str, user: str) -> None:
        if self.host.text() == self._guessed_host:
            self._guessed_host = host
            self.host.setText(host)
        if self.user.text() == self._guessed_user:
            self._guessed_user = user
            self.user.setText(user)

    def _security_box(self) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(self.tr("Encrypted connection"))
        box.addItem(self.tr("TLS from the start"), Security.TLS.value)
        box.addItem(self.tr("STARTTLS"), Security.STARTTLS.value)
        box.addItem(self.tr("None (not safe)"), Security.NONE.value)
        return box

    def _lay_out(self) -> None:
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        line = QHBoxLayout()
        line.addWidget(self.security, 1)
        line.addWidget(self.port)
        form.addRow(self.tr("Incoming mail server"), self.host)
        form.addRow(self.tr("Encrypted connection"), line)
        form.addRow(self.warning)
        form.addRow(self.tr("Login name"), self.user)

    def _connect(self) -> None:
        self.security.currentIndexChanged.connect(self._follow_security)
        self.host.textChanged.connect(self.changed)
        self.user.textChanged.connect(self.changed)
        self.port.valueChanged.connect(self.changed)

    def _follow_security(self) -> None:
        """A usual port turns into the other usual one; an own port stays."""
        usual = {security.usual_port for security in Security}
        if self.port.value() in usual:
            self.port.setValue(self.chosen_security().usual_port)
        self._warn()
        self.changed.emit()

    def _warn(self) -> None:
        self.warning.setVisible(self.chosen_security() is Security.NONE)
