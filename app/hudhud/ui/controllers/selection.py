"""What can be done with the chosen messages, and doing it.

Each verb acts on those chosen rows that it would change. Where there are none its
action is disabled and says why.
"""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from hudhud.domain.accounts import Account
from hudhud.domain.identifiers import MessageId
from hudhud.domain.messages import MessageRow
from hudhud.ui.actions import ActionSet, Wish
from hudhud.ui.controllers.decisions import DecisionsController
from hudhud.ui.phrases import Phrases
from hudhud.ui.verbs import RULES, applicable, why_not

# So many rows tell which verbs apply; a verb itself looks at every chosen one.
LOOKED_AT = 200

RowsOf = Callable[[Sequence[int]], list[MessageRow]]


class SelectionController(QObject):
    """`one_wanted` carries a wish that is about a single message, and its row."""

    one_wanted = Signal(str, object)

    def __init__(
        self,
        actions: ActionSet,
        decisions: DecisionsController,
        rows_of: RowsOf,
        accounts: Callable[[], tuple[Account, ...]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._actions = actions
        self._rows_of = rows_of
        self._accounts = accounts
        self._phrases = Phrases(self)
        self._chosen: tuple[MessageId, ...] = ()
        self._deeds: dict[Wish, Callable[[Sequence[MessageRow]], None]] = {
            Wish.SAVE: decisions.save,
            Wish.SAVE_THEN_DELETE: decisions.save_then_delete,
            Wish.DELETE: decisions.delete,
            Wish.KEEP: decisions.keep,
            Wish.CANCEL_DELETION: decisions.cancel,
            Wish.DELETE_NOW: decisions.delete_now,
            Wish.MARK_READ: partial(decisions.mark_read, read=True),
            Wish.MARK_UNREAD: partial(decisions.mark_read, read=False),
        }
        for wish in RULES:
            actions[wish].triggered.connect(partial(self.perform, wish))
        self.refresh()

    @Slot(object)
    def select(self, messages: Sequence[MessageId]) -> None:
        self._chosen = tuple(messages)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Look again which verbs would do something."""
        rows = self._rows_of(self._chosen[:LOOKED_AT]) if self._chosen else []
        accounts = self._account_ids()
        for wish in RULES:
            reason = why_not(wish, rows, accounts)
            text = self._phrases.reason(reason) if reason is not None else ""
            self._actions.allow(wish, text)

    def perform(self, wish: Wish, _checked: bool = False) -> None:
        rows = self._rows_of(self._chosen) if self._chosen else []
        changed = applicable(wish, rows, self._account_ids())
        if not changed:
            return
        deed = self._deeds.get(wish)
        if deed is not None:
            deed(changed)
        else:
            self.one_wanted.emit(wish, changed[0])

    def _account_ids(self) -> frozenset[str]:
        return frozenset(one.id for one in self._accounts())
