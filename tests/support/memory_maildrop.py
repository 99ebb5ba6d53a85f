"""A maildrop in memory that keeps a server's promises, or breaks them as told."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from hudhud.domain.failures import Failure, FailureKind
from hudhud.domain.identifiers import UniqueId
from hudhud.sync.errand import Errand
from hudhud.sync.maildrop import Entry, Listing, MaildropFailed, Part, Refusal

LOST = Failure(FailureKind.CONNECTION_LOST, "mail.example.org", "")


@dataclass(slots=True)
class Server:
    """The mail that is really there. `break_at` names steps that lose the line, in
    their order and once each: connect, sign-in, list, retrieve:UID, delete, finish,
    finished (acted, but the answer was lost). `refuse` holds the unique-ids it will
    never give.
    """

    mail: dict[UniqueId, bytes] = field(default_factory=dict)
    break_at: list[str] = field(default_factory=list)
    refuse: set[UniqueId] = field(default_factory=set)
    names: Callable[[UniqueId], UniqueId | None] = lambda uid: uid
    has_first_lines: bool = True
    ignores_deletions: bool = False
    deleted: list[UniqueId] = field(default_factory=list)
    retrieved: list[UniqueId] = field(default_factory=list)
    sessions: int = 0
    listing: Callable[[Listing], Listing] = lambda listing: listing

    def connect(self, errand: Errand) -> "MemoryMaildrop":
        return MemoryMaildrop(self)

    def put(self, uid: str, octets: bytes) -> None:
        self.mail[UniqueId(uid)] = octets

    def step(self, name: str) -> None:
        if self.break_at[:1] == [name]:
            del self.break_at[0]
            raise MaildropFailed(LOST)


class MemoryMaildrop:
    secured = "TLSv1.3"

    def __init__(self, server: Server) -> None:
        self._server = server
        self._at: dict[int, UniqueId] = {}
        self._marked: set[UniqueId] = set()

    def connect(self) -> None:
        self._server.sessions += 1
        self._server.step("connect")

    def sign_in(self) -> None:
        self._server.step("sign-in")

    def list(self) -> Listing:
        self._server.step("list")
        self._at = dict(enumerate(self._server.mail, start=1))
        entries = tuple(
            Entry(place, self._server.names(uid), len(self._server.mail[uid]))
            for place, uid in self._at.items()
        )
        octets = sum(len(mail) for mail in self._server.mail.values())
        named = not entries or any(one.uid is not None for one in entries)
        listing = Listing(entries, octets, has_unique_ids=named)
        return self._server.listing(listing)

    def peek(self, entries: Sequence[Entry], lines: int) -> Iterator[Part | Refusal]:
        for entry in entries:
            if not self._server.has_first_lines:
                yield Refusal(entry.place, "no such command")
                continue
            head, _, body = self._server.mail[self._at[entry.place]].partition(
                b"\r\n\r\n"
            )
            shown = b"".join(body.splitlines(keepends=True)[:lines])
            yield Part(entry.place, head + b"\r\n\r\n" + shown, True)

    def retrieve(self, entries: Sequence[Entry]) -> Iterator[Part | Refusal]:
        for entry in entries:
            uid = self._at[entry.place]
            if uid in self._server.refuse:
                yield Refusal(entry.place, "this message is poisonous")
                continue
            octets = self._server.mail[uid]
            half = len(octets) // 2
            yield Part(entry.place, octets[:half], False)
            self._server.step(f"retrieve:{uid}")
            self._server.retrieved.append(uid)
            yield Part(entry.place, octets[half:], True)

    def ask_nothing(self) -> None:
        self._server.step("nothing")

    def delete(self, entries: Sequence[Entry]) -> frozenset[int]:
        for entry in entries:
            self._server.step("delete")
            self._marked.add(self._at[entry.place])
        return frozenset(entry.place for entry in entries)

    def finish(self) -> bool:
        self._server.step("finish")
        if not self._server.ignores_deletions:
            for uid in self._marked:
                del self._server.mail[uid]
                self._server.deleted.append(uid)
        self._server.step("finished")
        return True

    def close(self) -> None:
        self._marked.clear()
