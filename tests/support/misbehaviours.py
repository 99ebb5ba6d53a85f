"""What servers do wrong while the line holds: values for `MisbehavingServer`.

Unique-ids that are duplicate, empty, odd or reused need no misbehaviour: give the
letters of the maildrop such unique-ids (`support.letters.ODD_UNIQUE_IDS`), or change
them between sessions with `Maildrop.renumber`. A letter whose RETR is refused for
ever is one with a `refusal`.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from hudhud.demo.maildrop import Letter
from hudhud.demo.transaction import Transaction
from support.misbehaving import GREETING, Act, Asked, Misbehaviour

IN_USE = "[IN-USE] your maildrop is locked by another session"
LOCK_IN_WORDS = "unable to lock maildrop, please wait"
LOGIN_DELAY = "[LOGIN-DELAY] minimum time between sessions not yet over"
SYS_TEMP = "[SYS/TEMP] the storage is not available now"
SYS_PERM = "[SYS/PERM] this maildrop is damaged"
AUTH = "[AUTH] wrong user or password"
NO_WORDS = ""

STATUS_END = b"\r\n"


@dataclass(frozen=True, slots=True)
class Say(Misbehaviour):
    """Answer one command with these octets; the server acts only if `acts`.

    `at` is the occurrence in the session, None is all of them. The greeting is the
    command GREETING.
    """

    keyword: str
    octets: bytes
    at: int | None = None
    acts: bool = False

    def concerns(self, asked: Asked) -> bool:
        return asked.keyword == self.keyword and self.at in (None, asked.occurrence)

    def answer(self, asked: Asked, act: Act) -> bytes:
        if self.acts:
            act()
        return self.octets


def greeting(octets: bytes) -> Say:
    """Another greeting, of another protocol perhaps."""
    return Say(GREETING, octets)


@dataclass(frozen=True, slots=True)
class Without(Misbehaviour):
    """Neither announces nor obeys these: CAPA, UIDL, TOP, STLS, PIPELINING, SASL ..."""

    words: tuple[str, ...]

    def answer(self, asked: Asked, act: Act) -> bytes:
        if asked.keyword in self.words:
            return b"-ERR unknown command\r\n"
        reply = act()
        return without_lines(reply, self.words) if asked.keyword == "CAPA" else reply


@dataclass(frozen=True, slots=True)
class RefusesSignIn(Misbehaviour):
    """PASS and AUTH get `-ERR` with these words, whatever the password."""

    words: str = IN_USE

    def concerns(self, asked: Asked) -> bool:
        return asked.keyword in ("PASS", "AUTH")

    def answer(self, asked: Asked, act: Act) -> bytes:
        return f"-ERR {self.words}".rstrip().encode() + STATUS_END


@dataclass(frozen=True, slots=True)
class Shrunken(Misbehaviour):
    """STAT, LIST and UIDL know only the first `keep` messages; 0 is an empty drop."""

    keep: int = 0

    def concerns(self, asked: Asked) -> bool:
        return asked.keyword in ("STAT", "LIST", "UIDL") and asked.argument is None

    def answer(self, asked: Asked, act: Act) -> bytes:
        reply = act()
        if asked.keyword == "STAT":
            kept = [len(letter.octets) for letter in held(asked).letters[: self.keep]]
            return b"+OK %d %d\r\n" % (len(kept), sum(kept))
        return each_line(reply, lambda n, line: line if n <= self.keep else b"")


@dataclass(frozen=True, slots=True)
class MalformedLines(Misbehaviour):
    """Lines that are no listing, put among those of LIST or UIDL."""

    keyword: str = "UIDL"
    lines: tuple[bytes, ...] = (b"", b"abc", b"7", b"-1 x", b"99999999999999999999 y")

    def concerns(self, asked: Asked) -> bool:
        return asked.keyword == self.keyword and asked.argument is None

    def answer(self, asked: Asked, act: Act) -> bytes:
        status, end, listed = act().partition(STATUS_END)
        added = b"".join(line + STATUS_END for line in self.lines)
        return status + end + added + listed


@dataclass(frozen=True, slots=True)
class Doubled(Misbehaviour):
    """`+OK` before every line of a listing, or blanks in a row between its words."""

    keyword: str = "UIDL"
    before: bytes = b"+OK "
    between: bytes = b" "

    def concerns(self, asked: Asked) -> bool:
        return asked.keyword == self.keyword and asked.argument is None

    def answer(self, asked: Asked, act: Act) -> bytes:
        return each_line(
            act(), lambda n, line: self.before + line.replace(b" ", self.between, 1)
        )


@dataclass(frozen=True, slots=True)
class WrongSizes(Misbehaviour):
    """LIST is wrong by so many octets, or says one size for all."""

    by: int = 0
    exactly: int | None = None

    def concerns(self, asked: Asked) -> bool:
        return asked.keyword == "LIST" and asked.argument is None

    def answer(self, asked: Asked, act: Act) -> bytes:
        def lie(number: int, line: bytes) -> bytes:
            told = int(line.split()[1]) + self.by
            octets = told if self.exactly is None else self.exactly
            return b"%d %d\r\n" % (number, octets)

        return each_line(act(), lie)


@dataclass(frozen=True, slots=True)
class SessionUniqueIds(Misbehaviour):
    """Other unique-ids in every session, for the same messages."""

    def concerns(self, asked: Asked) -> bool:
        return asked.keyword == "UIDL" and asked.argument is None

    def answer(self, asked: Asked, act: Act) -> bytes:
        session = asked.session.number
        return each_line(act(), lambda n, line: b"%d s%d.%d\r\n" % (n, session, n))


@dataclass(frozen=True, slots=True)
class NumbersAsUniqueIds(Misbehaviour):
    """The unique-id is the message-number: given to another once one is deleted."""

    def concerns(self, asked: Asked) -> bool:
        return asked.keyword == "UIDL" and asked.argument is None

    def answer(self, asked: Asked, act: Act) -> bytes:
        return each_line(act(), lambda n, line: b"%d %d\r\n" % (n, n))


@dataclass(frozen=True, slots=True)
class LineFeedsOnly(Misbehaviour):
    """The whole server ends its lines in a bare LF."""

    def answer(self, asked: Asked, act: Act) -> bytes:
        return act().replace(b"\r\n", b"\n")


@dataclass(frozen=True, slots=True)
class WholeTop(Misbehaviour):
    """TOP gives the whole message, or only its first `octets`."""

    octets: int | None = None

    def concerns(self, asked: Asked) -> bool:
        return asked.keyword == "TOP" and asked.argument is not None

    def answer(self, asked: Asked, act: Act) -> bytes:
        number = (asked.argument or "").partition(" ")[0]
        reply = held(asked).commands["RETR"](number)
        if self.octets is None:
            return reply
        return reply[:-3][: self.octets] + b"\r\n.\r\n"


@dataclass(frozen=True, slots=True)
class Refuses(Misbehaviour):
    """`-ERR` to one message-number at RETR or another command."""

    number: int
    keyword: str = "RETR"
    words: str = "message not available"

    def concerns(self, asked: Asked) -> bool:
        first = (asked.argument or "").partition(" ")[0]
        return asked.keyword == self.keyword and first == str(self.number)

    def answer(self, asked: Asked, act: Act) -> bytes:
        return f"-ERR {self.words}\r\n".encode()


@dataclass(frozen=True, slots=True)
class EmptyRetr(Misbehaviour):
    """RETR of one number is properly framed and empty."""

    number: int

    def concerns(self, asked: Asked) -> bool:
        return asked.keyword == "RETR" and asked.argument == str(self.number)

    def answer(self, asked: Asked, act: Act) -> bytes:
        return b"+OK 0 octets\r\n.\r\n"


@dataclass(frozen=True, slots=True)
class IgnoresDele(Misbehaviour):
    """DELE says +OK and marks nothing; QUIT then says +OK as well."""

    def concerns(self, asked: Asked) -> bool:
        return asked.keyword == "DELE"

    def answer(self, asked: Asked, act: Act) -> bytes:
        return b"+OK marked\r\n"


@dataclass(frozen=True, slots=True)
class KeepsAtQuit(Misbehaviour):
    """At QUIT these numbers are not removed, and it says -ERR (RFC 1939 section 6)."""

    numbers: tuple[int, ...]

    def concerns(self, asked: Asked) -> bool:
        return asked.keyword == "QUIT" and asked.session.transaction is not None

    def answer(self, asked: Asked, act: Act) -> bytes:
        held(asked).deleted.difference_update(self.numbers)
        act()
        return b"-ERR some deleted messages not removed\r\n"


@dataclass(frozen=True, slots=True)
class ServerFields(Misbehaviour):
    """Writes X-UIDL into messages at UIDL and Status at QUIT, as Mailutils does.

    So octets and sizes change within a session and between sessions.
    """

    def concerns(self, asked: Asked) -> bool:
        return asked.session.transaction is not None

    def answer(self, asked: Asked, act: Act) -> bytes:
        if asked.keyword == "UIDL":
            reply = act()
            rewrite(asked, lambda letter: with_field(letter, "X-UIDL", letter.uid))
            return reply
        if asked.keyword == "QUIT":
            rewrite(asked, lambda letter: with_field(letter, "Status", "O"))
        return act()


def held(asked: Asked) -> Transaction:
    if asked.session.transaction is None:
        raise AssertionError(f"{asked.keyword} outside TRANSACTION")
    return asked.session.transaction


def rewrite(asked: Asked, change: Callable[[Letter], Letter]) -> None:
    letters = held(asked).letters
    for place, old in enumerate(letters):
        letters[place] = change(old)
        asked.session.maildrop.exchange(old, letters[place])


def with_field(letter: Letter, name: str, value: str) -> Letter:
    """The letter with one field more at the end of its header block, unless there."""
    written = f"\r\n{name}: {value}".encode("latin-1")
    block, blank, body = letter.octets.partition(b"\r\n\r\n")
    if not blank or f"\r\n{name}:".encode() in block:
        return letter
    return replace(letter, octets=block + written + blank + body)


def each_line(reply: bytes, change: Callable[[int, bytes], bytes]) -> bytes:
    """Change the lines of a listing; each begins with its number, ends in CRLF."""
    if not reply.startswith(b"+OK"):
        return reply
    status, *lines, dot, _ = reply.split(STATUS_END)
    changed = [change(int(line.split()[0]), line + STATUS_END) for line in lines]
    return status + STATUS_END + b"".join(changed) + dot + STATUS_END


def without_lines(reply: bytes, words: tuple[str, ...]) -> bytes:
    lines = reply.split(STATUS_END)
    kept = [line for line in lines if line.partition(b" ")[0].decode() not in words]
    return STATUS_END.join(kept)
