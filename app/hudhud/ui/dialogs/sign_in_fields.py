"""The fields that say whose mail it is: address, password, a name for the account."""

from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLineEdit, QToolButton, QWidget

from hudhud.domain.accounts import Account
from hudhud.ui.dialogs.machine_line import MachineLine


class SignInFields(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.address = MachineLine(self.tr("Email address"), self)
        self.password = MachineLine(self.tr("Password"), self)
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        # Made in the order in which Tab goes through them.
        self.show_button = QToolButton(self)
        self.name = QLineEdit(self)
        self.name.setAccessibleName(self.tr("Account name"))
        self._lay_out()

    def show_account(self, account: Account, is_new: bool) -> None:
        self.address.setText(account.address)
        self.name.setText(account.name)
        has_command = account.password_command is not None
        self.password.setEnabled(not has_command)
        if has_command:
            self.password.setPlaceholderText(self.tr("Given by the password command"))
        elif not is_new:
            self.password.setPlaceholderText(self.tr("Unchanged"))

    def _lay_out(self) -> None:
        self.show_button.setText(self.tr("Show"))
        self.show_button.setAccessibleName(self.tr("Show password"))
        self.show_button.setCheckable(True)
        self.show_button.toggled.connect(self._show_password)
        line = QHBoxLayout()
        line.addWidget(self.password, 1)
        line.addWidget(self.show_button)
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.addRow(self.tr("Email address"), self.address)
        form.addRow(self.tr("Password"), line)
        form.addRow(self.tr("Account name"), self.name)

    def _show_password(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode
        self.password.setEchoMode(mode.Normal if shown else mode.Password)
