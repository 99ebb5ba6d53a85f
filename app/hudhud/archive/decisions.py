"""What the person decided, durable from the moment of deciding."""

from collections.abc import Sequence
from datetime import datetime

from hudhud.archive.accounts import account_key
from hudhud.archive.database import Database
from hudhud.archive.deletions import Standing, standings, write_down
from hudhud.archive.states import settle
from hudhud.domain.identifiers import AccountId, UniqueId
from hudhud.domain.ledger import DeletionState, Origin
from hudhud.domain.retention import Verdict

# Out of the door: an answer of the server says what became of it.
ON_ITS_WAY = frozenset({DeletionState.SENT, DeletionState.UNKNOWN})


class Decisions:
    def __init__(self, db: Database) -> None:
        self._db = db

    def decide(
        self,
        account: AccountId,
        uids: Sequence[UniqueId],
        verdict: Verdict,
        at: datetime,
        not_before: datetime,
    ) -> int:
        """Gives how many messages it was decided for.

        A verdict that deletes is for messages on the server only, and is a wish until
        `not_before`. Any other takes back a deletion that was not sent yet.
        """
        with self._db.transaction():
            key = account_key(self._db, account)
            found = standings(self._db, key, uids)
            chosen = [one for one in found if one.listed or not verdict.deletes]
            self._set_verdict(chosen, verdict)
            if verdict.deletes:
                steps = [
                    one.wanted(
                        Origin.PERSON,
                        not_before,
                        verdict is Verdict.DELETE and not one.saved,
                    )
                    for one in chosen
                    if one.state not in ON_ITS_WAY
                ]
            else:
                steps = _cancelled(chosen)
            write_down(self._db, key, steps, at)
            settle(self._db, [step.message for step in steps])
        return len(chosen)

    def clear(self, account: AccountId, uids: Sequence[UniqueId], at: datetime) -> int:
        """Take decisions back, and deletions that were not sent yet.

        Gives how many messages had one.
        """
        with self._db.transaction():
            key = account_key(self._db, account)
            found = standings(self._db, key, uids)
            steps = _cancelled(found)
            had_one = {step.uid for step in steps}
            had_one.update(one.uid for one in found if one.verdict is not None)
            self._set_verdict(found, None)
            write_down(self._db, key, steps, at)
            settle(self._db, [step.message for step in steps])
        return len(had_one)

    def _set_verdict(self, found: Sequence[Standing], verdict: Verdict | None) -> None:
        value = None if verdict is None else verdict.value
        self._db.run_each(
            "UPDATE ledger SET verdict = ? WHERE id = ?",
            [(value, one.line) for one in found],
        )


def _cancelled(found: Sequence[Standing]) -> list[Standing]:
    return [
        one.moved(DeletionState.CANCELLED)
        for one in found
        if one.state == DeletionState.WANTED
    ]
