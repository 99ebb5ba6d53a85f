"""Retrieving: octets stream from the maildrop into the archive, a commit per batch.

Between two reads of the socket no transaction is open (promise 11). What has arrived
whole is committed even when the session then breaks; what has not never shows.
"""

import time
from collections.abc import Sequence

from hudhud.archive.intake import Arrival
from hudhud.archive.large import LargeContent, LargeIntake
from hudhud.domain.events import MessageSetAside, MessagesStored, Phase, Progress
from hudhud.domain.failures import Failure, FailureKind
from hudhud.domain.identifiers import MessageId, UniqueId
from hudhud.domain.ledger import is_short
from hudhud.mime.identity import header_identity
from hudhud.mime.summary import summarize_header
from hudhud.sync.desk import Desk
from hudhud.sync.maildrop import (
    Caution,
    MaildropFailed,
    MaildropStopped,
    Part,
    Refusal,
)
from hudhud.sync.naming import Named
from hudhud.sync.plan import TRIES
from hudhud.sync.sizes import MIXED_UP, Sizes

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
    """Saves the planned messages; afterwards `stored` maps each to its row.

    `short` are those of them that came with far fewer octets than listed.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.stored: dict[UniqueId, MessageId] = {}
        self.short: set[UniqueId] = set()
        self._batch: list[Arrival] = []
        self._batch_octets = 0
        self._batch_since = 0.0
        self._told = 0.0
        self._head = bytearray()
        self._large: LargeIntake | None = None
        self._sizes: Sizes | None = None
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
        one_at_a_time = Caution.LOCK_STEP in self._desk.cautions
        self._sizes = None if one_at_a_time else Sizes(wanted)
        self._batch_since = time.monotonic()
        try:
            for item in self._desk.maildrop.retrieve([one.entry for one in wanted]):
                one = by_place[item.place]
                if not self._take(one, item):
                    refused.append(one)
                if isinstance(item, Refusal) or item.last:
                    outstanding.pop(item.place, None)
            if self._batch and _octets(self._batch[-1]) < _listed(self._batch[-1]):
                # Had it ended itself early, the rest would answer the next question.
                self._desk.maildrop.ask_nothing()
        except MaildropStopped:
            self._drop_partial()
            self._commit()
            raise
        except MaildropFailed as ending:
            first = next(iter(outstanding), None)
            raise self._broken(ending, first and by_place[first].uid) from ending
        self._commit()
        return refused

    def _broken(
        self, ending: MaildropFailed, awaited: UniqueId | None
    ) -> MaildropFailed:
        """Keep what is whole, and say who may have broken the session."""
        self._drop_partial()
        doubted = self._drop_doubted(ending.failure.kind)
        self._commit()
        self._desk.archive.intake.abandon_large()
        suspect = doubted or awaited
        if suspect is not None and ending.failure.kind in MAYBE_ITS_FAULT:
            reason = ending.failure.detail or ending.failure.kind.value
            self._failed(suspect, reason)
        if self._sizes is not None and self._sizes.strayed:
            return MaildropFailed(ending.failure, Caution.LOCK_STEP)
        return ending

    def _drop_doubted(self, kind: FailureKind) -> UniqueId | None:
        """Let go what came last, where it may have ended itself early or be another
        message; gives its name where it may also have broken the session.

        Only what has another size than was listed is doubted.
        """
        is_cut = kind is FailureKind.OUT_OF_STEP
        is_another = kind is FailureKind.TIMED_OUT and self._sizes is not None
        if not self._batch or not (is_cut or is_another):
            return None
        last = self._batch[-1]
        if _octets(last) == _listed(last):
            return None
        del self._batch[-1]
        return last.uid if is_cut else None

    def _take(self, one: Named, item: Part | Refusal) -> bool:
        """False where the message was refused and may be asked for again."""
        if isinstance(item, Refusal):
            return not self._failed(one.uid, item.words)
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
            return not self._failed(one.uid, EMPTY)
        end = octets.find(b"\r\n\r\n")
        self._add(one, octets, octets[: end + 4] if end >= 0 else octets)
        return True

    def _add(self, one: Named, octets: bytes | LargeContent, header: bytes) -> None:
        arrival = Arrival(
            account=self._desk.account.id,
            uid=one.uid,
            octets=octets,
            summary=summarize_header(header),
            identity=header_identity(header),
            listed_octets=one.entry.octets,
        )
        self._check(one, _octets(arrival), header)
        self._batch.append(arrival)
        self._batch_octets += _octets_in_memory(arrival)
        if (
            self._batch_octets >= BATCH_OCTETS
            or len(self._batch) > BATCH_MESSAGES
            or time.monotonic() - self._batch_since >= BATCH_SECONDS
            or isinstance(octets, LargeContent)
        ):
            self._commit(held=1)

    def _check(self, one: Named, octets: int, header: bytes) -> None:
        """Raises MaildropFailed where answers were mixed up."""
        sizes, host = self._sizes, self._desk.account.server.host
        if sizes is not None and sizes.are_mixed_up(one.entry.place, octets, header):
            failure = Failure(FailureKind.OUT_OF_STEP, host, MIXED_UP)
            raise MaildropFailed(failure, Caution.LOCK_STEP)

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
        self._add(one, large.finish(), head)

    def _commit(self, held: int = 0) -> None:
        """Save the batch but for the last `held`: what follows tells if it is whole."""
        ready = len(self._batch) - held
        if ready > 0:
            arrivals, self._batch = self._batch[:ready], self._batch[ready:]
            ids = self._desk.archive.intake.store(arrivals, self._desk.now())
            names = [arrival.uid for arrival in arrivals]
            self.stored.update(zip(names, ids, strict=True))
            self.short.update(one.uid for one in arrivals if _is_short(one))
            self._desk.tally.saved.extend(names)
            self._desk.tally.octets += sum(map(_octets_in_memory, arrivals))
            self._desk.tell(MessagesStored(self._desk.account.id, tuple(ids)))
            self._tell_progress(at_once=True)
        self._batch_octets = sum(map(_octets_in_memory, self._batch))
        self._batch_since = time.monotonic()

    def _drop_partial(self) -> None:
        self._head.clear()
        if self._large is not None:
            self._large.abort()
            self._large = None

    def _failed(self, uid: UniqueId, reason: str) -> bool:
        """Count it; True where it may be tried once more."""
        desk = self._desk
        account = desk.account.id
        if desk.archive.intake.failed(account, uid, reason, desk.now()) < TRIES:
            return True
        if uid not in desk.tally.set_aside:
            desk.tally.set_aside.append(uid)
        row = desk.archive.rows.by_uid(account, uid)
        if row is not None:
            desk.tell(MessageSetAside(account, row.id, uid, reason))
        return False

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


def _octets(arrival: Arrival) -> int:
    octets = arrival.octets
    return octets.octets if isinstance(octets, LargeContent) else len(octets)


def _octets_in_memory(arrival: Arrival) -> int:
    return len(arrival.octets) if isinstance(arrival.octets, bytes) else 0


def _is_short(arrival: Arrival) -> bool:
    return is_short(arrival.listed_octets, _octets(arrival))


def _listed(arrival: Arrival) -> int:
    """Where the server gave no size, there is nothing to compare with."""
    known = arrival.listed_octets
    return _octets(arrival) if known is None else known
