"""The account editor: what it guesses, refuses, warns of and gives back."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from hudhud.domain.accounts import Account
from hudhud.domain.failures import Sentences
from hudhud.domain.identifiers import AccountId
from hudhud.domain.retention import DeleteAfter, DeleteOnceSaved, KeepAll
from hudhud.domain.servers import Security, ServerAddress
from hudhud.ui.dialogs.account_draft import empty_account, guess_from, in_rounds
from hudhud.ui.dialogs.account_editor import AccountEditor, Entered
from hudhud.ui.dialogs.confirm import Reply
from support.asks import ScriptedAsks

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

NEW = empty_account(AccountId("0123"))
WORK = Account(
    id=AccountId("4567"),
    name="Work",
    address="layla@example.org",
    server=ServerAddress("mail.example.org", 1995, Security.TLS),
    user="layla",
    policy=DeleteAfter(14),
    ca_file="/etc/ssl/ours.pem",
    mailbox_limit=6_000_000_000,
    timeout_s=30.0,
    preview_lines=40,
)


def editor_of(
    qtbot: QtBot, account: Account = NEW, *replies: Reply
) -> tuple[AccountEditor, ScriptedAsks]:
    asks = ScriptedAsks(*replies)
    editor = AccountEditor(account, account is NEW, asks)
    qtbot.addWidget(editor)
    editor.show()
    return editor, asks


def saved_by(editor: AccountEditor) -> list[Entered]:
    heard: list[Entered] = []
    editor.save_requested.connect(heard.append)
    editor.save_button.click()
    return heard


def test_an_address_is_enough_to_guess_the_rest(qtbot: QtBot) -> None:
    editor, _ = editor_of(qtbot)
    QTest.keyClicks(editor.who.address, "layla@example.org")
    (entered,) = saved_by(editor)
    assert entered.account == replace(
        NEW,
        name="layla@example.org",
        address="layla@example.org",
        user="layla@example.org",
        server=ServerAddress("pop.example.org", 995, Security.TLS),
    )
    assert entered.password is None


def test_a_host_that_was_typed_is_not_guessed_over(qtbot: QtBot) -> None:
    editor, _ = editor_of(qtbot)
    QTest.keyClicks(editor.who.address, "layla@example.org")
    editor.server.host.setText("mail.example.org")
    QTest.keyClicks(editor.who.address, ".jo")
    assert editor.server.host.text() == "mail.example.org"
    assert editor.server.user.text() == "layla@example.org.jo"


def test_an_account_that_is_not_touched_comes_back_as_it_was(qtbot: QtBot) -> None:
    editor, _ = editor_of(qtbot, WORK)
    (entered,) = saved_by(editor)
    assert entered == Entered(WORK, None)


def test_a_password_is_handed_over_but_never_shown_as_text(qtbot: QtBot) -> None:
    editor, _ = editor_of(qtbot, WORK)
    QTest.keyClicks(editor.who.password, "hoopoe")
    (entered,) = saved_by(editor)
    assert entered.password == "hoopoe"
    assert "hoopoe" not in repr(entered)
    assert editor.who.password.echoMode() is QLineEdit.EchoMode.Password


def test_show_shows_the_password(qtbot: QtBot) -> None:
    editor, _ = editor_of(qtbot)
    editor.who.show_button.click()
    assert editor.who.password.echoMode() is QLineEdit.EchoMode.Normal


@pytest.mark.parametrize("address", ["", "layla", "layla@", "@example.org", "a b@c.d"])
def test_half_an_address_is_not_saved(qtbot: QtBot, address: str) -> None:
    editor, _ = editor_of(qtbot, replace(WORK, address=address))
    assert saved_by(editor) == []
    assert "address" in editor.outcome.text()
    assert editor.focusWidget() is editor.who.address


def test_a_usual_port_follows_the_security_and_an_own_one_stays(qtbot: QtBot) -> None:
    editor, _ = editor_of(qtbot)
    editor.server.security.setCurrentIndex(1)
    assert editor.server.address().port == 110
    own, _ = editor_of(qtbot, WORK)
    own.server.security.setCurrentIndex(1)
    assert own.server.address().port == 1995


def test_a_line_without_encryption_is_saved_only_if_allowed(qtbot: QtBot) -> None:
    editor, asks = editor_of(qtbot, WORK, Reply.CANCEL, Reply.ALLOW)
    editor.server.security.setCurrentIndex(2)
    assert saved_by(editor) == []
    (entered,) = saved_by(editor)
    assert entered.account.server.security is Security.NONE
    assert asks.asked == [("unencrypted", "mail.example.org")] * 2
    assert len(saved_by(editor)) == 1


def test_a_warning_stands_under_a_line_without_encryption(qtbot: QtBot) -> None:
    editor, _ = editor_of(qtbot)
    assert not editor.server.warning.isVisible()
    editor.server.security.setCurrentIndex(2)
    assert editor.server.warning.isVisible()


def test_a_test_is_asked_for_with_what_is_typed(qtbot: QtBot) -> None:
    editor, _ = editor_of(qtbot, WORK)
    heard: list[Entered] = []
    editor.test_requested.connect(heard.append)
    QTest.keyClicks(editor.who.password, "hoopoe")
    editor.test_button.click()
    assert heard == [Entered(WORK, "hoopoe")]


def test_while_a_test_runs_its_button_stops_it(qtbot: QtBot) -> None:
    editor, _ = editor_of(qtbot, WORK)
    editor.show_testing("Signing in…")
    with qtbot.waitSignal(editor.test_stopped):
        editor.test_button.click()


def test_a_failed_test_says_what_happened_what_is_safe_and_what_to_do(
    qtbot: QtBot,
) -> None:
    editor, _ = editor_of(qtbot, WORK)
    editor.show_testing("Signing in…")
    editor.show_test_failed(Sentences("It happened.", "It is safe.", "Do this."))
    assert editor.outcome.text() == "It happened. It is safe. Do this."
    assert editor.test_button.text() == "Test sign-in"


def test_closing_ends_a_test(qtbot: QtBot) -> None:
    editor, _ = editor_of(qtbot, WORK)
    editor.show_testing("Signing in…")
    with qtbot.waitSignal(editor.test_stopped):
        QTest.keyClick(editor, Qt.Key.Key_Escape)


def test_a_password_command_is_shown_and_cannot_be_typed_over(qtbot: QtBot) -> None:
    editor, _ = editor_of(qtbot, replace(WORK, password_command="pass show mail"))
    assert editor.advanced.command.text() == "pass show mail"
    assert editor.advanced.command.isReadOnly()
    assert not editor.who.password.isEnabled()


def test_policies_are_chosen_by_card(qtbot: QtBot) -> None:
    editor, _ = editor_of(qtbot, WORK)
    assert editor.policy.policy() == DeleteAfter(14)
    editor.policy.set_policy(DeleteOnceSaved())
    assert editor.policy.policy() == DeleteOnceSaved()
    editor.policy.set_policy(KeepAll())
    assert editor.policy.policy() == KeepAll()


def test_machine_text_runs_left_to_right_in_a_right_to_left_window(
    qtbot: QtBot, qapp: QApplication
) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        editor, _ = editor_of(qtbot, WORK)
        for line in (editor.who.address, editor.server.host, editor.server.user):
            assert line.layoutDirection() is Qt.LayoutDirection.LeftToRight
            assert line.alignment() & Qt.AlignmentFlag.AlignRight
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_tab_goes_through_the_fields_as_they_are_read(qtbot: QtBot) -> None:
    editor, _ = editor_of(qtbot, WORK)
    who, server = editor.who, editor.server
    order = [who.address, who.password, who.show_button, who.name, server.host]
    order += [server.security, server.port, server.user]
    who.address.setFocus()
    for widget in order:
        assert editor.focusWidget() is widget
        QTest.keyClick(editor, Qt.Key.Key_Tab)


def test_every_field_has_a_name_to_be_read_aloud(qtbot: QtBot) -> None:
    editor, _ = editor_of(qtbot, WORK)
    fields = [editor.who.address, editor.who.password, editor.who.name]
    fields += [editor.server.host, editor.server.user, editor.advanced.ca_file]
    boxes = [editor.server.port, editor.server.security, editor.advanced.lines]
    assert all(field.accessibleName() for field in [*fields, *boxes])


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("layla@example.org", "pop.example.org"),
        (" layla@Example.ORG. ", "pop.example.org"),
        ("layla@example", None),
        ("layla", None),
        ("layla@example..org", None),
    ],
)
def test_a_host_is_guessed_from_a_whole_address_only(
    address: str, host: str | None
) -> None:
    guess = guess_from(address)
    assert (guess.host if guess else None) == host


def test_gmail_hands_out_in_rounds_and_an_own_choice_stays() -> None:
    assert in_rounds("pop.gmail.com", WORK)
    assert not in_rounds("pop.example.org", WORK)
    odd = replace(WORK, in_rounds=True)
    assert in_rounds(odd.server.host, odd)
