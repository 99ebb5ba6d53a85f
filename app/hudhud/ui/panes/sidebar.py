"""The sidebar: check for mail, choose an account, choose which messages are listed."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from types import MappingProxyType

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from hudhud.archive.rows import View, ViewKind
from hudhud.domain.identifiers import AccountId
from hudhud.ui.panes.account_card import AccountCard, AccountCardButton
from hudhud.ui.panes.buttons import Button
from hudhud.ui.panes.nav_item import NavItem
from hudhud.ui.typography import Text, Type, scaled

NARROWEST = 216
WIDEST = 320

VIEW_ICONS: Mapping[ViewKind, str] = MappingProxyType(
    {
        ViewKind.ALL: "inbox",
        ViewKind.WAITING: "state-on-server",
        ViewKind.SAVED: "state-saved",
        ViewKind.TO_BE_DELETED: "state-to-be-deleted",
        ViewKind.SET_ASIDE: "warning",
    }
)

Counts = Mapping[tuple[AccountId | None, ViewKind], int]


class Sidebar(QWidget):
    """Shows a view as chosen only once `set_current` says so."""

    view_chosen = Signal(object)
    check_requested = Signal()
    account_edit_requested = Signal(str)
    account_add_requested = Signal()
    settings_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(NARROWEST)
        self.setMaximumWidth(scaled(WIDEST))
        self._current = View(account=None, kind=ViewKind.ALL)
        self._counts: Counts = {}
        self.check_button = Button("primary", "check", Type.STRONG)
        self.check_button.clicked.connect(self.check_requested)
        self.check_button.setEnabled(False)
        self._accounts_title = section_title()
        self.all_accounts = NavItem("letter")
        self.all_accounts.setCheckable(True)
        self.all_accounts.clicked.connect(self._choose_all_accounts)
        self.cards: list[AccountCardButton] = []
        self._column_of_cards = QVBoxLayout()
        self._mail_title = section_title()
        self.views = {kind: self._view_item(kind) for kind in VIEW_ICONS}
        self._add = NavItem("add")
        self._add.clicked.connect(self.account_add_requested)
        self._settings = NavItem("settings")
        self._settings.clicked.connect(self.settings_requested)
        self._lay_out()
        self._retranslate()
        self._show_current()

    @property
    def first(self) -> QWidget:
        """Where the focus goes when the sidebar gets it."""
        return self.views[self._current.kind]

    def set_accounts(self, cards: tuple[AccountCard, ...]) -> None:
        """Show these accounts; cards of the same accounts keep their widgets."""
        shown = tuple(widget.account for widget in self.cards)
        if shown != tuple(card.id for card in cards):
            self._replace_cards(cards)
        for widget, card in zip(self.cards, cards, strict=True):
            widget.show_card(card)
        self.check_button.setEnabled(bool(cards))
        self._show_current()

    def set_counts(self, counts: Counts) -> None:
        """How many messages each view of each account holds; None is all accounts."""
        self._counts = counts
        self._show_current()

    def set_current(self, view: View) -> None:
        self._current = view
        self._show_current()

    def set_busy(self, busy: bool) -> None:
        """While a run is on, the big button would only queue another one."""
        self.check_button.setEnabled(not busy and bool(self.cards))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ApplicationFontChange:
            self.setMaximumWidth(scaled(WIDEST))
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        self._column_of_cards.setSpacing(2)
        inner = QWidget()
        inner.setProperty("ground", "side")
        middle = column(inner, (12, 4, 12, 8))
        middle.addWidget(self._accounts_title)
        middle.addWidget(self.all_accounts)
        middle.addLayout(self._column_of_cards)
        middle.addWidget(self._mail_title)
        for item in self.views.values():
            middle.addWidget(item)
        middle.addStretch(1)
        foot = QWidget()
        bottom = column(foot, (12, 6, 12, 10))
        bottom.addWidget(self._add)
        bottom.addWidget(self._settings)
        whole = column(self, (0, 0, 0, 0))
        head = QVBoxLayout()
        head.setContentsMargins(12, 14, 12, 6)
        head.addWidget(self.check_button)
        whole.addLayout(head)
        whole.addWidget(scrolled(inner), 1)
        whole.addWidget(foot)

    def _view_item(self, kind: ViewKind) -> NavItem:
        item = NavItem(VIEW_ICONS[kind])
        item.setCheckable(True)
        item.clicked.connect(partial(self._choose_kind, kind))
        return item

    def _replace_cards(self, cards: tuple[AccountCard, ...]) -> None:
        for widget in self.cards:
            self._column_of_cards.removeWidget(widget)
            widget.deleteLater()
        self.cards = [AccountCardButton(card) for card in cards]
        for widget in self.cards:
            widget.clicked.connect(partial(self._choose_account, widget.account))
            widget.edit_requested.connect(self.account_edit_requested)
            self._column_of_cards.addWidget(widget)

    def _choose_all_accounts(self) -> None:
        self._choose(replace(self._current, account=None))

    def _choose_account(self, account: AccountId, _checked: bool = False) -> None:
        self._choose(replace(self._current, account=account))

    def _choose_kind(self, kind: ViewKind, _checked: bool = False) -> None:
        self._choose(replace(self._current, kind=kind))

    def _choose(self, view: View) -> None:
        # A checkable button has already checked itself: not ours to say yet.
        self._show_current()
        self.view_chosen.emit(view)

    def _show_current(self) -> None:
        current, several = self._current, len(self.cards) > 1
        self._accounts_title.setVisible(bool(self.cards))
        self.all_accounts.setVisible(several)
        self.all_accounts.setChecked(current.account is None)
        for widget in self.cards:
            widget.setChecked(several and widget.account == current.account)
        for kind, item in self.views.items():
            count = self._counts.get((current.account, kind), 0)
            item.setChecked(kind is current.kind)
            item.show_count(count)
            item.setVisible(kind is not ViewKind.SET_ASIDE or count > 0)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Accounts and views"))
        self.check_button.setText(self.tr("Check now"))
        self._accounts_title.setText(self.tr("Accounts"))
        self.all_accounts.show_text(self.tr("All accounts"))
        self._mail_title.setText(self.tr("Mail"))
        self._add.show_text(self.tr("Add account"))
        self._settings.show_text(self.tr("Settings"))
        texts = {
            ViewKind.ALL: self.tr("All mail"),
            ViewKind.WAITING: self.tr("Waiting on server"),
            ViewKind.SAVED: self.tr("Saved here"),
            ViewKind.TO_BE_DELETED: self.tr("To be deleted"),
            ViewKind.SET_ASIDE: self.tr("Could not be saved"),
        }
        for kind, item in self.views.items():
            item.show_text(texts[kind])


def column(parent: QWidget, margins: tuple[int, int, int, int]) -> QVBoxLayout:
    layout = QVBoxLayout(parent)
    layout.setContentsMargins(*margins)
    layout.setSpacing(2)
    return layout


def section_title() -> Text:
    title = Text(Type.TINY_STRONG, "dim")
    title.setContentsMargins(12, 10, 12, 3)
    return title


def scrolled(inner: QWidget) -> QScrollArea:
    """The part between the big button and the last lines, for many accounts."""
    area = QScrollArea()
    area.setWidget(inner)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area
