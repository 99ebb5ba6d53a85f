"""A stricter rule is shown with its effect before it is used (C2)."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QObject, Signal, Slot

from hudhud.domain.accounts import Account
from hudhud.domain.messages import MessageRow
from hudhud.ui.archive_reader import EffectWanted
from hudhud.ui.archive_thread import Answer, ArchiveThread
from hudhud.ui.dialogs.account_editor import Entered
from hudhud.ui.dialogs.confirm import Asks, Reply
from hudhud.ui.dialogs.policy_list import SHOWN_ROWS
from hudhud.ui.policy_effect import PolicyEffect, is_stricter

RowsOf = Callable[[Sequence[int]], list[MessageRow]]


class PolicyGuard(QObject):
    """`approved` carries what was entered, as soon as nothing speaks against it."""

    approved = Signal(object)

    def __init__(
        self,
        reader: ArchiveThread,
        rows_of: RowsOf,
        clock: Callable[[], datetime],
        asks: Asks,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._reader = reader
        self._rows_of = rows_of
        self._clock = clock
        self._asks = asks
        self._doubtful: tuple[EffectWanted, Entered] | None = None
        reader.answered.connect(self._hear)

    def consider(self, entered: Entered, before: Account | None) -> None:
        account = entered.account
        if before is None or not is_stricter(account.policy, before.policy):
            self.approved.emit(entered)
            return
        question = EffectWanted(account.id, account.policy, self._clock())
        self._doubtful = (question, entered)
        self._reader.ask(question)

    def drop(self) -> None:
        """The editor was closed: no answer is waited for."""
        self._doubtful = None

    @Slot(object)
    def _hear(self, answer: Answer) -> None:
        if self._doubtful is None or answer.question != self._doubtful[0]:
            return
        entered, self._doubtful = self._doubtful[1], None
        if isinstance(answer.value, PolicyEffect) and self._is_approved(answer.value):
            self.approved.emit(entered)

    def _is_approved(self, effect: PolicyEffect) -> bool:
        if not effect.later:
            return True
        reply = self._asks.stricter_policy(len(effect.later), len(effect.today))
        if reply is Reply.SHOW_LIST:
            rows = self._rows_of(effect.later[:SHOWN_ROWS])
            reply = self._asks.policy_list(rows, len(effect.later))
        return reply is Reply.APPLY
