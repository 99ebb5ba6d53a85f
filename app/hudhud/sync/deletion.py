"""The only place that deletes from a server. Promise 1 is held here:

1. each saved message is read back from the archive and its SHA-256 compared;
2. one that was retrieved in an earlier session is compared with what the server now
   has under that name, because servers reuse and renumber;
3. the journal says *sent*, durably, and only then the request leaves;
4. the end of the session confirms it; a lost answer leaves *unknown*, and the next
   listing decides.
"""

from collections.abc import Iterable, Mapping, Sequence, Set

from hudhud.domain.events import DeletionsConfirmed, NoticeKind, Phase, PhaseEntered
from hudhud.domain.identifiers import MessageId, UniqueId
from hudhud.mime.identity import header_identity
from hudhud.sync.desk import Desk
from hudhud.sync.heads import read_heads
from hudhud.sync.maildrop import MaildropFailed, MaildropStopped, Refusal
from hudhud.sync.naming import Ledger, Named

# A message larger than this is not held in memory to be compared again.
LARGEST_TO_COMPARE = 64 * 1024 * 1024

CONFIRMING_WORDS = "+OK"


class Deletion:
    def __init__(
        self,
        desk: Desk,
        ledger: Ledger,
        stored: Mapping[UniqueId, MessageId],
        short: Set[UniqueId] = frozenset(),
    ) -> None:
        """`stored` came in this session, and of them `short` with too few octets."""
        self._desk = desk
        self._ledger = ledger
        self._stored = stored
        self._short = short
        self._sent: list[UniqueId] = []

    def delete(self, saved: Sequence[Named], unsaved: Sequence[Named]) -> None:
        """Ask the maildrop to delete what is proven, and what the person gave up."""
        ready = self._same_on_server(self._proven(self._trusted(saved)))
        ready += self._as_seen(unsaved)
        if not ready:
            return
        desk = self._desk
        desk.tell(PhaseEntered(desk.account.id, Phase.DELETING))
        account = desk.account.id
        by_rule = [one.uid for one in ready if not self._is_wanted(one.uid)]
        desk.archive.journal.want_by_policy(account, by_rule, desk.now())
        names = [one.uid for one in ready]
        sent = desk.archive.journal.mark_sent(account, names, desk.now())
        # What was undone in the meantime is no longer wanted, and so not sent.
        going = [one for one in ready if one.uid in sent]
        self._sent = [one.uid for one in going]
        accepted = desk.maildrop.delete([one.entry for one in going])
        refused = [one.uid for one in going if one.entry.place not in accepted]
        desk.archive.journal.mark_back(account, refused, desk.now())
        self._sent = [one.uid for one in going if one.entry.place in accepted]

    def finish(self) -> None:
        """End the session, and write down what that says of the deletions."""
        desk = self._desk
        desk.tell(PhaseEntered(desk.account.id, Phase.FINISHING))
        try:
            agreed = desk.maildrop.finish()
        except (MaildropFailed, MaildropStopped):
            self._unknown()
            raise
        if not agreed:
            self._unknown()
            return
        if self._sent:
            ids = desk.archive.journal.confirm(
                desk.account.id, self._sent, desk.now(), CONFIRMING_WORDS
            )
            desk.tally.deleted.extend(self._sent)
            desk.tell(DeletionsConfirmed(desk.account.id, tuple(ids)))
            self._sent = []

    def abandon(self) -> None:
        """The session broke before its end was asked for: nothing is deleted."""
        if self._sent:
            account = self._desk.account.id
            self._desk.archive.journal.mark_back(account, self._sent, self._desk.now())
            self._sent = []

    def _unknown(self) -> None:
        if self._sent:
            desk = self._desk
            desk.archive.journal.mark_unknown(desk.account.id, self._sent, desk.now())
            desk.notice(NoticeKind.DELETION_UNKNOWN, len(self._sent))
            self._sent = []

    def _is_wanted(self, uid: UniqueId) -> bool:
        line = self._ledger.get(uid)
        return line is not None and line.verdict is not None and line.verdict.deletes

    def _trusted(self, saved: Iterable[Named]) -> list[Named]:
        """No rule deletes what came too short; a person may."""
        return [
            one
            for one in saved
            if one.uid not in self._short or self._is_wanted(one.uid)
        ]

    def _proven(self, saved: Iterable[Named]) -> list[Named]:
        rows = {one.uid: self._row(one.uid) for one in saved}
        known = [row for row in rows.values() if row is not None]
        proven = self._desk.archive.contents.prove(known)
        return [one for one in saved if rows[one.uid] in proven]

    def _row(self, uid: UniqueId) -> MessageId | None:
        if uid in self._stored:
            return self._stored[uid]
        line = self._ledger.get(uid)
        return line.message if line is not None and line.saved_at is not None else None

    def _same_on_server(self, proven: Sequence[Named]) -> list[Named]:
        """Leave out what the server no longer has as we saved it."""
        earlier = [one for one in proven if one.uid not in self._stored]
        heads = read_heads(self._desk.maildrop, [one.entry for one in earlier], 0)
        doubtful = [
            one
            for one in earlier
            if one.entry.place not in heads
            or header_identity(heads[one.entry.place]) != self._ledger[one.uid].identity
        ]
        differing = set(doubtful) - set(self._compared_whole(doubtful))
        return [one for one in proven if one not in differing]

    def _as_seen(self, unsaved: Sequence[Named]) -> list[Named]:
        """Leave out what no longer is the message whose first lines a person saw."""
        seen = {
            one.entry.place: line.identity
            for one in unsaved
            if (line := self._ledger.get(one.uid)) is not None and line.identity
        }
        entries = [one.entry for one in unsaved if one.entry.place in seen]
        heads = read_heads(self._desk.maildrop, entries, 0)
        other = {
            place
            for place, identity in seen.items()
            if place not in heads or header_identity(heads[place]) != identity
        }
        return [one for one in unsaved if one.entry.place not in other]

    def _compared_whole(self, doubtful: Sequence[Named]) -> list[Named]:
        """Where first lines could not tell: retrieve again and compare with ours."""
        by_place = {
            one.entry.place: one
            for one in doubtful
            if (one.entry.octets or 0) <= LARGEST_TO_COMPARE
        }
        same: list[Named] = []
        octets = bytearray()
        entries = [one.entry for one in by_place.values()]
        for item in self._desk.maildrop.retrieve(entries):
            if isinstance(item, Refusal):
                continue
            if len(octets) <= LARGEST_TO_COMPARE:
                octets += item.octets
            if item.last:
                one = by_place[item.place]
                ours = self._desk.archive.contents.read(self._ledger[one.uid].message)
                if _same_message(bytes(octets), ours):
                    same.append(one)
                octets.clear()
        return same


def _same_message(theirs: bytes, ours: bytes) -> bool:
    """Equal but for header fields that servers write."""
    if theirs == ours:
        return True
    _, _, their_body = theirs.partition(b"\r\n\r\n")
    _, _, our_body = ours.partition(b"\r\n\r\n")
    return their_body == our_body and header_identity(theirs) == header_identity(ours)
