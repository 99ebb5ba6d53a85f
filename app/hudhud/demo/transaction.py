"""The TRANSACTION state, and UPDATE, which only its QUIT enters (RFC 1939)."""

from collections.abc import Callable, Iterable, Mapping

from hudhud.demo.capabilities import after_sign_in
from hudhud.demo.commands import (
    Refused,
    no_argument,
    parse_number,
    parse_two_numbers,
    required,
)
from hudhud.demo.maildrop import Letter, Maildrop


def stuffed(octets: bytes) -> bytes:
    """Double the dot that begins a line (RFC 1939 section 3)."""
    doubled = octets.replace(b"\r\n.", b"\r\n..")
    return b"." + doubled if doubled.startswith(b".") else doubled


def head_and_lines(octets: bytes, lines: int) -> bytes:
    """The header block, the blank line, and so many lines of the body."""
    blank = octets.find(b"\r\n\r\n")
    if blank < 0:
        return octets
    end = blank + 4
    for _ in range(lines):
        line_end = octets.find(b"\r\n", end)
        if line_end < 0:
            return octets
        end = line_end + 2
    return octets[:end]


class Transaction:
    """One signed-in session's view: `letters` as they were at the sign-in.

    `deleted` holds the numbers marked by DELE; they go at QUIT and only there.
    """

    def __init__(self, maildrop: Maildrop) -> None:
        self._maildrop = maildrop
        self.letters = list(maildrop.letters)
        self.deleted: set[int] = set()
        self.removed: tuple[Letter, ...] = ()
        self.quitting = False
        self.commands: Mapping[str, Callable[[str | None], bytes]] = {
            "CAPA": self._capa,
            "STAT": self._stat,
            "LIST": self._list,
            "UIDL": self._uidl,
            "RETR": self._retrieve,
            "TOP": self._top,
            "DELE": self._delete,
            "RSET": self._reset,
            "NOOP": self._noop,
            "QUIT": self._quit,
        }

    def _capa(self, argument: str | None) -> bytes:
        no_argument(argument)
        return after_sign_in()

    def _stat(self, argument: str | None) -> bytes:
        no_argument(argument)
        count, octets = self._drop_listing()
        return b"+OK %d %d\r\n" % (count, octets)

    def _list(self, argument: str | None) -> bytes:
        if argument is None:
            count, octets = self._drop_listing()
            return self._lines(b"+OK %d messages (%d octets)" % (count, octets), scan)
        return b"+OK " + scan(*self._one(argument))

    def _uidl(self, argument: str | None) -> bytes:
        if argument is None:
            return self._lines(b"+OK unique-ids follow", unique_id)
        return b"+OK " + unique_id(*self._one(argument))

    def _retrieve(self, argument: str | None) -> bytes:
        _, letter = self._one(argument)
        if letter.refusal:
            raise Refused(letter.refusal)
        body = stuffed(letter.octets)
        return b"+OK %d octets\r\n%b.\r\n" % (len(letter.octets), body)

    def _top(self, argument: str | None) -> bytes:
        number, lines = parse_two_numbers(required(argument))
        letter = self._letter(number)
        shown = stuffed(head_and_lines(letter.octets, lines))
        return b"+OK the top follows\r\n%b.\r\n" % shown

    def _delete(self, argument: str | None) -> bytes:
        number, _ = self._one(argument)
        self.deleted.add(number)
        return b"+OK message %d marked\r\n" % number

    def _reset(self, argument: str | None) -> bytes:
        no_argument(argument)
        self.deleted.clear()
        return b"+OK no message is marked\r\n"

    def _noop(self, argument: str | None) -> bytes:
        no_argument(argument)
        return b"+OK\r\n"

    def _quit(self, argument: str | None) -> bytes:
        no_argument(argument)
        self.quitting = True
        marked = [self.letters[number - 1] for number in sorted(self.deleted)]
        self.removed = self._maildrop.remove(marked) if marked else ()
        if len(self.removed) < len(marked):
            raise Refused("some deleted messages were not removed")
        return b"+OK %d messages removed\r\n" % len(marked)

    def _listed(self) -> Iterable[tuple[int, Letter]]:
        for number, letter in enumerate(self.letters, start=1):
            if number not in self.deleted:
                yield number, letter

    def _drop_listing(self) -> tuple[int, int]:
        sizes = [len(letter.octets) for _, letter in self._listed()]
        return len(sizes), sum(sizes)

    def _lines(self, status: bytes, line: Callable[[int, Letter], bytes]) -> bytes:
        listed = b"".join(line(number, letter) for number, letter in self._listed())
        return b"%b\r\n%b.\r\n" % (status, listed)

    def _one(self, argument: str | None) -> tuple[int, Letter]:
        number = parse_number(required(argument))
        return number, self._letter(number)

    def _letter(self, number: int) -> Letter:
        if not 1 <= number <= len(self.letters):
            raise Refused("no such message")
        if number in self.deleted:
            raise Refused("that message is marked as deleted")
        return self.letters[number - 1]


def scan(number: int, letter: Letter) -> bytes:
    return b"%d %d\r\n" % (number, len(letter.octets))


def unique_id(number: int, letter: Letter) -> bytes:
    return b"%d %b\r\n" % (number, letter.uid.encode("latin-1"))
