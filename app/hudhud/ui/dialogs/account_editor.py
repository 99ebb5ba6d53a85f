"""One account: whose mail, from where, and what happens to the server's copy.

The dialog holds what is typed and shows what a sign-in test found. It signs in nowhere
and stores nothing: whoever opened it hears `test_requested` and `save_requested`.
"""

from dataclasses import dataclass, field, replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from hudhud.domain.accounts import Account
from hudhud.domain.failures import Sentences
from hudhud.domain.servers import Security
from hudhud.ui.dialogs.account_draft import Field, guess_from, in_rounds, wrong_fields
from hudhud.ui.dialogs.advanced_fields import AdvancedFields
from hudhud.ui.dialogs.confirm import Asks, Reply
from hudhud.ui.dialogs.forms import align_labels
from hudhud.ui.dialogs.policy_cards import PolicyCards
from hudhud.ui.dialogs.server_fields import ServerFields
from hudhud.ui.dialogs.sign_in_fields import SignInFields
from hudhud.ui.typography import Text, Type


@dataclass(frozen=True, slots=True)
class Entered:
    """`password` is None where the stored one stays as it is."""

    account: Account
    password: str | None = field(repr=False)


class AccountEditor(QDialog):
    test_requested = Signal(object)
    test_stopped = Signal()
    save_requested = Signal(object)

    def __init__(
        self, account: Account, is_new: bool, asks: Asks, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._before = account
        self._is_new = is_new
        self._asks = asks
        was_plain = account.server.security is Security.NONE
        self._allowed_host = account.server.host if was_plain else ""
        self._is_testing = False
        # Made in the order in which Tab goes through them.
        self.who = SignInFields(self)
        self.server = ServerFields(self)
        self.policy = PolicyCards(self)
        self.more_button = QToolButton(self)
        self.advanced = AdvancedFields(self)
        self.outcome = Text(Type.SMALL, "dim", self)
        self.test_button = QPushButton(self.tr("Test sign-in"), self)
        self._cancel = QPushButton(self.tr("Cancel"), self)
        self.save_button = QPushButton(self.tr("Save"), self)
        self._set_up_more()
        self._lay_out()
        self._connect()
        self._show(account)

    def entered(self) -> Entered:
        """What the fields say now; the password never stands in a text of its own."""
        server = self.server.address()
        address = self.who.address.text().strip()
        account = replace(
            self._before,
            name=self.who.name.text().strip() or address,
            address=address,
            server=server,
            user=self.server.user.text().strip(),
            policy=self.policy.policy(),
            ca_file=self.advanced.certificate_file(),
            mailbox_limit=self.advanced.mailbox_limit(),
            timeout_s=float(self.advanced.timeout.value()),
            preview_lines=self.advanced.lines.value(),
            in_rounds=in_rounds(server.host, self._before),
        )
        return Entered(account, self.who.password.text() or None)

    def show_problem(self, text: str) -> None:
        """Say why the account cannot be saved as it is."""
        self._say(text, "bad")

    def show_testing(self, text: str) -> None:
        self._set_testing(True)
        self._say(text, "dim")

    def show_test_passed(self, text: str) -> None:
        self._set_testing(False)
        self._say(text, "good")

    def show_test_failed(self, told: Sentences) -> None:
        self._set_testing(False)
        self._say(" ".join((told.happened, told.safe, told.advice)), "bad")

    def reject(self) -> None:
        if self._is_testing:
            self.test_stopped.emit()
        super().reject()

    def _lay_out(self) -> None:
        self.setWindowTitle(
            self.tr("Add account") if self._is_new else self.tr("Change account")
        )
        inside = QWidget(self)
        layout = QVBoxLayout(inside)
        layout.addWidget(self.who)
        layout.addWidget(self.server)
        heading = Text(Type.STRONG, "", inside)
        heading.setText(self.tr("What should happen to the copy on the server?"))
        heading.setWordWrap(True)
        layout.addWidget(heading)
        layout.addWidget(self.policy)
        layout.addWidget(self.more_button)
        layout.addWidget(self.advanced)
        layout.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setWidget(inside)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        outer = QVBoxLayout(self)
        outer.addWidget(scroll, 1)
        align_labels((self.who, self.server, self.advanced))
        self.outcome.setWordWrap(True)
        outer.addWidget(self.outcome)
        outer.addLayout(self._buttons())
        self.resize(560, 720)

    def _set_up_more(self) -> None:
        button = self.more_button
        button.setText(self.tr("Advanced"))
        button.setCheckable(True)
        button.setArrowType(Qt.ArrowType.DownArrow)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.toggled.connect(self.advanced.setVisible)
        self.advanced.setVisible(False)

    def _buttons(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.addWidget(self.test_button)
        line.addStretch(1)
        line.addWidget(self._cancel)
        line.addWidget(self.save_button)
        self.save_button.setDefault(True)
        self.save_button.setObjectName("primary")
        self.test_button.setAutoDefault(False)
        self._cancel.setAutoDefault(False)
        return line

    def _connect(self) -> None:
        self.who.address.textChanged.connect(self._guess)
        self.test_button.clicked.connect(self._test)
        self.save_button.clicked.connect(self._save)
        self._cancel.clicked.connect(self.reject)

    def _show(self, account: Account) -> None:
        self.who.show_account(account, self._is_new)
        self.server.show_server(account.server, account.user)
        self.policy.set_policy(account.policy)
        self.advanced.show_account(account)

    def _guess(self) -> None:
        guess = guess_from(self.who.address.text())
        if self._is_new and guess is not None:
            self.server.guess(guess.host, guess.user)
            self.who.name.setPlaceholderText(guess.user)

    def _test(self) -> None:
        if self._is_testing:
            self.test_stopped.emit()
            return
        entered = self.entered()
        if self._is_complete(entered.account) and self._may_be_plain(entered.account):
            self.test_requested.emit(entered)

    def _save(self) -> None:
        entered = self.entered()
        if self._is_complete(entered.account) and self._may_be_plain(entered.account):
            self.save_requested.emit(entered)

    def _is_complete(self, account: Account) -> bool:
        wrong = wrong_fields(account)
        if not wrong:
            return True
        fields: dict[str, tuple[QLineEdit, str]] = {
            Field.ADDRESS: (
                self.who.address,
                self.tr("Enter the whole email address."),
            ),
            Field.HOST: (self.server.host, self.tr("Enter the server's name.")),
            Field.USER: (self.server.user, self.tr("Enter the login name.")),
        }
        widget, sentence = fields[wrong[0]]
        widget.setFocus()
        self.show_problem(sentence)
        return False

    def _may_be_plain(self, account: Account) -> bool:
        """A line without encryption is used only after a person said so (C5)."""
        if account.server.security is not Security.NONE:
            return True
        if account.server.host == self._allowed_host:
            return True
        if self._asks.unencrypted(account.server.host) is not Reply.ALLOW:
            return False
        self._allowed_host = account.server.host
        return True

    def _set_testing(self, testing: bool) -> None:
        self._is_testing = testing
        text = self.tr("Stop") if testing else self.tr("Test sign-in")
        self.test_button.setText(text)

    def _say(self, text: str, tone: str) -> None:
        self.outcome.set_tone(tone)
        self.outcome.setText(text)
