"""Accounts added, changed and removed; where passwords go; a rule made stricter."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from hudhud.config.accounts import AccountBook
from hudhud.config.paths import profile_at
from hudhud.credentials.errors import NoStore
from hudhud.credentials.secrets import MemoryStore, SecretStore, SessionStore
from hudhud.domain.accounts import Account
from hudhud.domain.failures import Failure, FailureKind
from hudhud.domain.identifiers import AccountId, MessageId
from hudhud.domain.retention import DeleteOnceSaved, KeepAll
from hudhud.pop3.transport import Stop
from hudhud.sync.look import Look
from hudhud.ui.archive_reader import EffectWanted
from hudhud.ui.controllers.accounts import AccountsController
from hudhud.ui.controllers.passwords import Passwords
from hudhud.ui.controllers.policy_guard import PolicyGuard
from hudhud.ui.controllers.sign_in_test import SignInTest
from hudhud.ui.dialogs.account_editor import AccountEditor
from hudhud.ui.dialogs.confirm import Reply
from hudhud.ui.policy_effect import PolicyEffect
from support.asks import ScriptedAsks
from support.engines import account
from support.window import NOW, ScriptedArchive

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", r"raise\(\)")

LIMIT_MS = 5000
WORK = replace(account("work"), name="Work")


class NoKeyring:
    """A system without one."""

    def get(self, account: AccountId) -> str | None:
        raise NoStore("none")

    def set(self, account: AccountId, secret: str) -> None:
        raise NoStore("none")

    def delete(self, account: AccountId) -> None:
        raise NoStore("none")


@dataclass
class Office:
    window: QWidget
    book: AccountBook
    store: SessionStore
    archive: ScriptedArchive
    asks: ScriptedAsks
    passwords: Passwords
    test: SignInTest
    accounts: AccountsController
    tried: list[tuple[Account, str | None]]
    look: Look

    def editor(self) -> AccountEditor:
        (editor,) = self.window.findChildren(AccountEditor)
        return editor


def office(folder: Path, keyring: SecretStore, *replies: Reply) -> Office:
    window = QWidget()
    window.show()
    book = AccountBook(profile_at(folder))
    book.add(WORK)
    store, archive, asks = (
        SessionStore(keyring),
        ScriptedArchive(),
        ScriptedAsks(*replies),
    )
    tried: list[tuple[Account, str | None]] = []

    def sign_in(account: Account, password: str | None, stop: Stop) -> Look:
        tried.append((account, password))
        return made.look

    passwords, test = Passwords(store, window), SignInTest(sign_in, window)
    guard = PolicyGuard(archive, lambda ids: [], lambda: NOW, asks, window)  # type: ignore[arg-type]
    accounts = AccountsController(book, passwords, test, guard, asks, window)
    made = Office(
        window, book, store, archive, asks, passwords, test, accounts, tried, Look()
    )
    return made


@pytest.fixture
def offices(qapp: QApplication) -> Iterator[list[Office]]:
    offices: list[Office] = []
    yield offices
    for one in offices:
        assert one.passwords.shut_down(LIMIT_MS)
        assert one.test.shut_down(LIMIT_MS)
        one.window.hide()
        one.window.deleteLater()


@pytest.fixture
def here(offices: list[Office], tmp_path: Path) -> Office:
    offices.append(office(tmp_path, MemoryStore()))
    return offices[-1]


def fill_in(editor: AccountEditor, password: str = "hoopoe") -> None:
    QTest.keyClicks(editor.who.address, "noor@hoopoe.example")
    QTest.keyClicks(editor.who.password, password)


def test_a_new_account_is_announced_once_its_password_can_be_asked_for(
    qtbot: QtBot, here: Office
) -> None:
    here.accounts.add()
    fill_in(here.editor())
    with qtbot.waitSignal(here.accounts.added) as heard:
        here.editor().save_button.click()
    (account,) = [one for one in here.book.all() if one.id != WORK.id]
    assert heard.args == [account.id]
    assert account.server.host == "pop.hoopoe.example"
    assert here.store.get(account.id) == "hoopoe"
    assert here.accounts.all() == here.book.all()


def test_without_a_keyring_the_password_lasts_for_this_session(
    qtbot: QtBot, offices: list[Office], tmp_path: Path
) -> None:
    one = office(tmp_path, NoKeyring())
    offices.append(one)
    one.accounts.add()
    fill_in(one.editor())
    with qtbot.waitSignals([one.passwords.kept_for_session, one.accounts.added]):
        one.editor().save_button.click()
    (account,) = [each for each in one.book.all() if each.id != WORK.id]
    assert one.store.get(account.id) == "hoopoe"


def test_a_name_that_is_taken_is_told_in_the_editor(here: Office) -> None:
    here.accounts.add()
    fill_in(here.editor())
    here.editor().who.name.setText("Work")
    here.editor().save_button.click()
    assert "already an account" in here.editor().outcome.text()
    assert here.book.all() == (WORK,)


def test_a_test_signs_in_with_what_is_typed_and_stores_nothing(
    qtbot: QtBot, here: Office
) -> None:
    here.look = Look(messages=34, octets=16_000_000, secured="TLSv1.3")
    here.accounts.edit(WORK.id)
    editor = here.editor()
    QTest.keyClicks(editor.who.password, "typed")
    editor.test_button.click()
    qtbot.waitUntil(lambda: "34" in editor.outcome.text())
    assert here.tried == [(WORK, "typed")]
    assert here.store.get(WORK.id) is None


def test_a_failed_test_is_told_in_words(qtbot: QtBot, here: Office) -> None:
    here.look = Look(failure=Failure(FailureKind.SIGN_IN_REFUSED, "pop.example.org"))
    here.accounts.edit(WORK.id)
    editor = here.editor()
    editor.test_button.click()
    qtbot.waitUntil(lambda: "refused" in editor.outcome.text())


def test_only_one_editor_is_open_at_a_time(here: Office) -> None:
    here.accounts.edit(WORK.id)
    here.accounts.add()
    assert here.editor().who.name.text() == "Work"


def strict(here: Office) -> AccountEditor:
    """Ask for a rule that deletes, up to the question of what it would do."""
    here.accounts.edit(WORK.id)
    editor = here.editor()
    editor.policy.set_policy(DeleteOnceSaved())
    editor.save_button.click()
    assert here.archive.asked == [EffectWanted(WORK.id, DeleteOnceSaved(), NOW)]
    assert here.book.all() == (WORK,)
    return editor


def effect(later: int, today: int) -> PolicyEffect:
    ids = tuple(map(MessageId, range(later)))
    return PolicyEffect(ids, ids[:today])


@pytest.mark.parametrize(
    ("replies", "policy"),
    [
        ([Reply.APPLY], DeleteOnceSaved()),
        ([Reply.CANCEL], KeepAll()),
        ([Reply.SHOW_LIST, Reply.APPLY], DeleteOnceSaved()),
        ([Reply.SHOW_LIST, Reply.CANCEL], KeepAll()),
    ],
)
def test_a_stricter_rule_is_used_only_if_its_effect_is_approved(
    offices: list[Office], tmp_path: Path, replies: list[Reply], policy: object
) -> None:
    here = office(tmp_path, MemoryStore(), *replies)
    offices.append(here)
    strict(here)
    here.archive.answer(effect(5, 2))
    assert here.asks.asked[0] == ("stricter-policy", 5, 2)
    assert here.book.all()[0].policy == policy


def test_a_rule_without_effect_is_not_asked_about(here: Office) -> None:
    strict(here)
    here.archive.answer(effect(0, 0))
    assert here.book.all()[0].policy == DeleteOnceSaved()


def test_an_answer_after_the_editor_was_closed_changes_nothing(here: Office) -> None:
    strict(here).reject()
    here.archive.answer(effect(0, 0))
    assert here.book.all() == (WORK,)


def test_an_account_is_removed_with_its_password_if_confirmed(
    qtbot: QtBot, offices: list[Office], tmp_path: Path
) -> None:
    here = office(tmp_path, MemoryStore(), Reply.CANCEL, Reply.REMOVE_ACCOUNT)
    offices.append(here)
    here.store.set(WORK.id, "hoopoe")
    here.accounts.remove(WORK.id)
    assert here.book.all() == (WORK,)
    with qtbot.waitSignal(here.accounts.removed):
        here.accounts.remove(WORK.id)
    assert here.book.all() == here.accounts.all() == ()
    qtbot.waitUntil(lambda: here.store.get(WORK.id) is None)
