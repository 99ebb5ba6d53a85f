"""The sidebar: accounts and how full they are, views and how many they hold."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hudhud.archive.rows import View, ViewKind
from hudhud.domain.identifiers import AccountId
from hudhud.ui.language import install_language
from hudhud.ui.panes.account_card import AccountCard
from hudhud.ui.panes.gauge import tone_of
from hudhud.ui.panes.sidebar import Sidebar

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

WORK = AccountCard(
    AccountId("w"), "Work", "lena@northwind.example", 4_100_000_000, 6_000_000_000
)
HOME = AccountCard(AccountId("h"), "Home", "lena@mail.example")


@pytest.fixture
def sidebar(dressed: QApplication, qtbot: QtBot) -> Sidebar:
    sidebar = Sidebar()
    qtbot.addWidget(sidebar)
    sidebar.set_accounts((WORK, HOME))
    sidebar.resize(240, 780)
    sidebar.show()
    qtbot.waitExposed(sidebar)
    return sidebar


def test_the_gauge_reads_aloud_how_full_the_mailbox_is(sidebar: Sidebar) -> None:
    gauge = sidebar.cards[0].gauge
    assert gauge.value() == 68
    card = sidebar.cards[0].accessibleName()
    assert card == "Work, lena@northwind.example, 4.1\xa0GB of 6\xa0GB on the server"


def test_without_a_known_limit_there_is_no_bar(sidebar: Sidebar) -> None:
    assert not sidebar.cards[1].gauge.isVisible()
    sidebar.set_accounts((WORK, replace(HOME, used_octets=84_000_000)))
    assert not sidebar.cards[1].gauge.isVisible()
    assert sidebar.cards[1].accessibleName().endswith("84\xa0MB on the server")


def test_a_problem_goes_before_everything_else(sidebar: Sidebar) -> None:
    trouble = replace(WORK, problem="The password was refused.", busy=True)
    sidebar.set_accounts((trouble, HOME))
    assert sidebar.cards[0].accessibleName().endswith("The password was refused.")


@pytest.mark.parametrize(
    ("percent", "tone"), [(0, "good"), (74, "good"), (75, "warn"), (90, "bad")]
)
def test_the_gauge_warns_in_time(percent: int, tone: str) -> None:
    assert tone_of(percent) == tone


def test_a_mailbox_over_its_limit_is_full(sidebar: Sidebar) -> None:
    over = replace(WORK, used_octets=7_000_000_000)
    assert over.percent == 100


def test_a_view_is_told_with_the_account_on_show(
    sidebar: Sidebar, qtbot: QtBot
) -> None:
    sidebar.set_current(View(account=WORK.id))
    with qtbot.waitSignal(sidebar.view_chosen) as told:
        sidebar.views[ViewKind.SAVED].click()
    assert told.args == [View(account=WORK.id, kind=ViewKind.SAVED)]


def test_an_account_is_told_with_the_view_on_show(
    sidebar: Sidebar, qtbot: QtBot
) -> None:
    sidebar.set_current(View(account=None, kind=ViewKind.WAITING))
    with qtbot.waitSignal(sidebar.view_chosen) as told:
        sidebar.cards[1].click()
    assert told.args == [View(account=HOME.id, kind=ViewKind.WAITING)]


def test_only_what_was_set_is_shown_as_chosen(sidebar: Sidebar) -> None:
    sidebar.views[ViewKind.SAVED].click()
    assert sidebar.views[ViewKind.ALL].isChecked()
    assert not sidebar.views[ViewKind.SAVED].isChecked()


def test_all_accounts_can_be_chosen_where_there_are_several(
    sidebar: Sidebar, qtbot: QtBot
) -> None:
    sidebar.set_current(View(account=WORK.id))
    with qtbot.waitSignal(sidebar.view_chosen) as told:
        sidebar.all_accounts.click()
    assert told.args == [View(account=None)]
    sidebar.set_accounts((WORK,))
    assert not sidebar.all_accounts.isVisible()


def test_counts_are_those_of_the_account_on_show(sidebar: Sidebar) -> None:
    sidebar.set_counts({(None, ViewKind.ALL): 1200, (WORK.id, ViewKind.ALL): 7})
    item = sidebar.views[ViewKind.ALL]
    assert item.accessibleName() == "All mail, 1,200"
    sidebar.set_current(View(account=WORK.id))
    assert item.accessibleName() == "All mail, 7"


def test_messages_set_aside_have_a_view_only_where_there_are_some(
    sidebar: Sidebar,
) -> None:
    item = sidebar.views[ViewKind.SET_ASIDE]
    assert not item.isVisible()
    sidebar.set_counts({(None, ViewKind.SET_ASIDE): 1})
    assert item.isVisible()


def test_checking_needs_an_account_and_no_run(sidebar: Sidebar) -> None:
    assert sidebar.check_button.isEnabled()
    sidebar.set_busy(True)
    assert not sidebar.check_button.isEnabled()
    sidebar.set_busy(False)
    assert sidebar.check_button.isEnabled()
    sidebar.set_accounts(())
    assert not sidebar.check_button.isEnabled()


def test_the_pencil_of_a_card_tells_its_account(sidebar: Sidebar, qtbot: QtBot) -> None:
    pencil = sidebar.cards[0].edit_button
    assert pencil.accessibleName() == "Change Work…"
    with qtbot.waitSignal(sidebar.account_edit_requested) as told:
        pencil.click()
    assert told.args == ["w"]


def test_cards_of_the_same_accounts_are_kept(sidebar: Sidebar) -> None:
    before = list(sidebar.cards)
    sidebar.set_accounts((replace(WORK, busy=True), HOME))
    assert sidebar.cards == before


def test_it_is_worded_anew_in_another_language(
    sidebar: Sidebar, dressed: QApplication, qtbot: QtBot
) -> None:
    install_language(dressed, "ar")
    qtbot.waitUntil(lambda: sidebar.check_button.text() == "التحقق الآن")
    assert sidebar.views[ViewKind.WAITING].text() == "بانتظارك على الخادم"
