"""What is known of messages whose octets are not here: summary and first lines.

Nothing of a saved message is touched, and no state changes (promise 9). To be called
inside a transaction.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from hudhud.archive.accounts import account_key
from hudhud.archive.database import Database
from hudhud.archive.newcomers import Newcomer, add_newcomers
from hudhud.archive.summaries import columns
from hudhud.domain.identifiers import AccountId, MessageId, UniqueId
from hudhud.domain.messages import Summary

_LINE = """
    SELECT l.id, l.message, l.first_seen, m.saved
    FROM ledger l LEFT JOIN message m ON m.id = l.message
    WHERE l.account = ? AND l.uid = ?
"""
_FILL_ROW = """
    UPDATE message SET
        octets = coalesce(?, octets),
        date = ?, attachments = max(attachments, ?), sender_name = ?,
        sender_address = ?, subject = ?, sender_key = ?, subject_key = ?,
        recipients = ?, message_id = ?, thread = ?,
        preview = coalesce(nullif(?, ''), preview)
    WHERE id = ?
"""
_FILL_LINE = "UPDATE ledger SET identity = ?, octets = coalesce(?, octets) WHERE id = ?"
_KEEP_LINES = """
    INSERT OR REPLACE INTO first_lines (message, octets, codec, data)
    VALUES (?, ?, ?, ?)
"""
_QUEUE = """
    INSERT INTO index_queue (message, whole, turn) VALUES (?, 0, 1)
    ON CONFLICT DO UPDATE SET turn = turn + 1
"""


@dataclass(frozen=True, slots=True)
class Peeked:
    account: AccountId
    uid: UniqueId
    summary: Summary
    identity: bytes
    listed_octets: int | None
    octets: int
    codec: str
    data: bytes


def record_peeked(db: Database, peeked: Sequence[Peeked], now: int) -> list[MessageId]:
    """The row of each, in order."""
    accounts = dict.fromkeys(one.account for one in peeked)
    keys = {account: account_key(db, account) for account in accounts}
    names = [(keys[one.account], one.uid) for one in peeked]
    found = db.each(_LINE, names)
    if len(found) < len(names):
        _add_missing(db, keys, peeked, now)
        found = db.each(_LINE, names)
    open_ones = [
        (one, line) for one, line in zip(peeked, found, strict=True) if line[3] == 0
    ]
    db.run_each(
        _FILL_ROW,
        [
            (one.listed_octets, *columns(one.summary, first_seen), message)
            for one, (_, message, first_seen, _) in open_ones
        ],
    )
    db.run_each(
        _FILL_LINE,
        [(one.identity, one.listed_octets, line[0]) for one, line in open_ones],
    )
    db.run_each(
        _KEEP_LINES,
        [(line[1], one.octets, one.codec, one.data) for one, line in open_ones],
    )
    db.run_each(_QUEUE, [(line[1],) for _, line in open_ones])
    return [MessageId(line[1]) for line in found]


def _add_missing(
    db: Database, keys: dict[AccountId, int], peeked: Sequence[Peeked], now: int
) -> None:
    """Peeked without having been listed: as if they were listed now."""
    for one in peeked:
        key = keys[one.account]
        if db.row(_LINE, (key, one.uid)) is None:
            add_newcomers(db, key, [Newcomer(one.uid, one.listed_octets)], now)
