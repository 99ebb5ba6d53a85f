"""Retrieving: octets stream from the maildrop into the archive, a commit per batch.

Between two reads of the socket no transaction is open (promise 11). What has arrived
whole is committed even when the session then breaks; what has not never shows.
"""

import time
from collections.abc import Sequence

from hudhud.archive.intake import Arrival
from hudhud.archive.large import LargeIntake
from hudhud.domain.events import MessageSetAside, MessagesStored, Phase, Progress
from hudhud.domain.failures import FailureKind
from hudhud.domain.identifiers import MessageId, UniqueId
from hudhud.mime.identity import header_identity
from hudhud.mime.summary import summarize_header
from hudhud.sync.desk import Desk
from hudhud.sync.maildrop import MaildropFailed, MaildropStopped, Part, Refusal
from hudhud.sync.naming import Named
from hudhud.sync.plan import TRIES

BATCH_MESSAGES = 512
BATCH_OCTETS = 4 * 1024 * 1024
BATCH_SECONDS = 1.0
TELL_SECONDS = 0.1

# From here on a message streams to the archive in pieces, never whole in memory.
LARGE_OCTETS = 1024 * 1024
HEADER_OCTETS = 256 * 1024

EMPTY = "the server sent an empty message"

# These may be the fault of the message under way; it gets one more try.
MAYBE_ITS_FAULT = frozenset(
    {FailureKind.TIMED_OUT, FailureKind.CONNECTION_LOST, FailureKind.OUT_OF_STEP}
)


class Retrieval:
    """Saves the planned messages; afterwards `stored` maps each to its row."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.stored: dict[UniqueId, MessageId] = {}
        self._batch: list[Arrival] = []
        self._batch_octets = 0
        self._batch_since = 0.0
        self._told = 0.0
        self._head = bytearray()
        self._large: LargeIntake | None = None
        self._total = (0, 0)

    def save(self, wanted: Sequence[Named]) -> None:
        """Two passes: a message the server refused is asked for once more."""
        self._total = (len(wanted), sum(one.entry.octets or 0 for one in wanted))
        refused = self._pass(wanted)
        if refused:
            self._pass(refused)

    def _pass(self, wanted: Sequence[Named]) -> list[Named]:
        by_place = {one.entry.place: one for one in wanted}
        outstanding = dict.fromkeys(by_place)
        refused: list[Named] = []
        self._batch_since = time.monotonic()
        try:
            for item in self._desk.maildrop.retrieve([one.entry for one in wanted]):
                one = by_place[item.place]
                if not self._take(one, item):
                    refused.append(one)
                if isinstance(item, Refusal) or item.last:
                    outstanding.pop(item.place, None)
        except (MaildropFailed, MaildropStopped) as ending:
            self._drop_partial()
            self._commit()
            if isinstance(ending, MaildropFailed) and outstanding:
                self._blame(by_place[next(iter(outstanding))], ending)
            raise
        self._commit()
        return refused

    def _take(self, one: Named, item: Part | Refusal) -> bool:
        """False where the message was refused and may be asked for again."""
        if isinstance(item, Refusal):
            return not self._failed(one, item.words)
        if item.last and self._large is None and not self._head:
            return self._whole(one, item.octets)
        self._piece(item.octets)
        if not item.last:
            self._tell_progress()
            return True
        if self._large is None:
            octets = bytes(self._head)
            self._head.clear()
            return self._whole(one, octets)
        self._finish_large(one)
        return True

    def _whole(self, one: Named, octets: bytes) -> bool:
        if not octets:
            return not self._failed(one, EMPTY)
        end = octets.find(b"\r\n\r\n")
        header = octets[: end + 4] if end >= 0 else octets
        self._batch.append(
            Arrival(
                account=self._desk.account.id,
                uid=one.uid,
                octets=octets,
                summary=summarize_header(header),
                identity=header_identity(header),
                listed_octets=one.entry.octets,
            )
        )
        self._batch_octets += len(octets)
        if (
            self._batch_octets >= BATCH_OCTETS
            or len(self._batch) >= BATCH_MESSAGES
            or time.monotonic() - self._batch_since >= BATCH_SECONDS
        ):
            self._commit()
        return True

    def _piece(self, octets: bytes) -> None:
        if self._large is not None:
            self._large.write(octets)
            self._desk.tally.octets += len(octets)
            if len(self._head) < HEADER_OCTETS:
                self._head += octets[: HEADER_OCTETS - len(self._head)]
            return
        self._head += octets
        if len(self._head) > LARGE_OCTETS:
            self._commit()
            self._large = self._desk.archive.intake.open_large()
            self._large.write(bytes(self._head))
            self._desk.tally.octets += len(self._head)
            del self._head[HEADER_OCTETS:]

    def _finish_large(self, one: Named) -> None:
        large, self._large = self._large, None
        assert large is not None
        head = bytes(self._head)
        self._head.clear()
        content = large.finish()
        self._batch.append(
            Arrival(
                account=self._desk.account.id,
                uid=one.uid,
                octets=content,
                summary=summarize_header(head),
                identity=header_identity(head),
                listed_octets=one.entry.octets,
            )
        )
        self._commit()

    def _commit(self) -> None:
        if self._batch:
            arrivals, self._batch = self._batch, []
            ids = self._desk.archive.intake.store(arrivals, self._desk.now())
            names = [arrival.uid for arrival in arrivals]
            self.stored.update(zip(names, ids, strict=True))
            self._desk.tally.saved.extend(names)
            self._desk.tally.octets += self._batch_octets
            self._batch_octets = 0
            self._desk.tell(MessagesStored(self._desk.account.id, tuple(ids)))
            self._tell_progress(at_once=True)
        self._batch_since = time.monotonic()

    def _drop_partial(self) -> None:
        self._head.clear()
        if self._large is not None:
            self._large.abort()
            self._large = None

    def _failed(self, one: Named, reason: str) -> bool:
        """Count it; True where it may be tried once more."""
        desk = self._desk
        account = desk.account.id
        if desk.archive.intake.failed(account, one.uid, reason, desk.now()) < TRIES:
            return True
        if one.uid not in desk.tally.set_aside:
            desk.tally.set_aside.append(one.uid)
        row = desk.archive.rows.by_uid(account, one.uid)
        if row is not None:
            desk.tell(MessageSetAside(account, row.id, one.uid, reason))
        return False

    def _blame(self, one: Named, ending: MaildropFailed) -> None:
        if ending.failure.kind in MAYBE_ITS_FAULT:
            self._failed(one, ending.failure.detail or ending.failure.kind.value)

    def _tell_progress(self, at_once: bool = False) -> None:
        now = time.monotonic()
        if at_once or now - self._told >= TELL_SECONDS:
            self._told = now
            tally = self._desk.tally
            self._desk.tell(
                Progress(
                    self._desk.account.id,
                    Phase.SAVING,
                    len(self.stored),
                    self._total[0],
                    tally.octets,
                    self._total[1],
                )
            )
