"""A person who answers every question the same way, and remembers what was asked."""

from collections.abc import Sequence

from hudhud.domain.messages import MessageRow
from hudhud.ui.dialogs.confirm import Reply


class ScriptedAsks:
    def __init__(self, *replies: Reply) -> None:
        self._replies = list(replies)
        self.asked: list[tuple[object, ...]] = []

    def delete_unsaved(self, count: int) -> Reply:
        return self._answer("delete-unsaved", count)

    def delete_many(self, count: int) -> Reply:
        return self._answer("delete-many", count)

    def stricter_policy(self, later: int, today: int) -> Reply:
        return self._answer("stricter-policy", later, today)

    def policy_list(self, rows: Sequence[MessageRow], total: int) -> Reply:
        return self._answer("policy-list", total)

    def remove_account(self, name: str) -> Reply:
        return self._answer("remove-account", name)

    def unencrypted(self, host: str) -> Reply:
        return self._answer("unencrypted", host)

    def quit_while_busy(self) -> Reply:
        return self._answer("quit-while-busy")

    def open_program(self, name: str) -> Reply:
        return self._answer("open-program", name)

    def _answer(self, *question: object) -> Reply:
        self.asked.append(question)
        return self._replies.pop(0)
