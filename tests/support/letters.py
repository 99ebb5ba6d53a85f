"""Small messages for tests. Every function returns octets with CRLF line ends."""

from base64 import encodebytes
from collections.abc import Iterable

from hudhud.demo.maildrop import Letter, Maildrop, as_served
from hudhud.domain.identifiers import UniqueId

ODD_UNIQUE_IDS = ("inner  blanks here", "\xfc\xe9\xff", "x" * 2048, "-", "a" * 71)
"""What RFC 1939 forbids and servers send: one octet is one character."""


def letter(
    subject: str = "A letter", body: str = "Hello.\r\n", number: int = 1
) -> bytes:
    """A plain one. `number` goes into sender, date and Message-ID."""
    return head(subject, number) + b"\r\n" + body.encode("utf-8")


def head(subject: str = "A letter", number: int = 1, more: str = "") -> bytes:
    """The header block without its blank line; `more` are whole fields."""
    fields = (
        f"From: Sender {number} <sender{number}@example.org>\r\n"
        "To: Noor <noor@example.org>\r\n"
        f"Date: Mon, 05 Jan 2026 10:{number % 60:02}:00 +0000\r\n"
        f"Message-ID: <letter-{number}@example.org>\r\n"
        f"Subject: {subject}\r\n{more}"
    )
    return fields.encode("utf-8")


def letter_of(octets: int, number: int = 1) -> bytes:
    """A letter of exactly so many octets, at least some 250."""
    begun = letter(f"letter {number}", "", number)
    missing = octets - len(begun)
    if missing < 2:
        raise ValueError(f"a letter is at least {len(begun) + 2} octets")
    whole, rest = divmod(missing, 78)
    lines = (b"%06d" % number + b"a" * 70 + b"\r\n") * whole
    last = b"b" * (rest - 2) + b"\r\n" if rest > 1 else b""
    if rest == 1:
        last, lines = b"c\r\n", lines[:-4] + b"\r\n"
    return begun + lines + last


def dotted() -> bytes:
    return letter("Dots", ".\r\n..\r\n.dot at start\r\nabc\r\n.\r\nend\r\n")


def long_line(octets: int = 9000) -> bytes:
    return letter("A long line", "x" * octets + "\r\nafter it\r\n")


def eight_bit() -> bytes:
    """UTF-8 and octets that are no UTF-8, undeclared."""
    return letter("8-bit", "äöü €\r\n") + b"\xff\xfe raw\r\n"


def unended() -> bytes:
    """Its last line has no end; a server must add it."""
    return letter("No end", "the last line")


def empty_body() -> bytes:
    return letter("Empty", "")


def header_only() -> bytes:
    """Not even the blank line."""
    return head("Header only")


def line_feed_dot() -> bytes:
    """LF "." LF inside: content, never an end."""
    return letter("Bare line feeds", "before\n.\nafter\r\n")


def with_nul() -> bytes:
    return letter("NUL", "a\0b\r\n")


def arabic_undeclared() -> bytes:
    """Arabic in windows-1256, header and body, and nothing says so."""
    fields = "From: مكتب السفر <info@example.org>\r\nSubject: عرض الربيع\r\n"
    return (fields + "\r\nتحية طيبة وبعد\r\n").encode("windows-1256")


def html_letter(html: str = "<p>Hello <b>Noor</b></p>") -> bytes:
    fields = "MIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n"
    return head("HTML", more=fields) + f"\r\n{html}\r\n".encode()


def with_attachment(
    octets: bytes = b"%PDF-1.4", name: str = "paper.pdf", number: int = 1
) -> bytes:
    boundary = "=_parts"
    more = (
        f'MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="{boundary}"\r\n'
    )
    encoded = encodebytes(octets).replace(b"\n", b"\r\n")
    text = (
        f"\r\n--{boundary}\r\nContent-Type: text/plain\r\n\r\nSee the paper.\r\n"
        f"--{boundary}\r\nContent-Type: application/octet-stream\r\n"
        f'Content-Disposition: attachment; filename="{name}"\r\n'
        "Content-Transfer-Encoding: base64\r\n\r\n"
    )
    ended = f"--{boundary}--\r\n".encode()
    return head("A paper", number, more) + text.encode() + encoded + ended


def odd_letters() -> tuple[bytes, ...]:
    """Everything above that a client must bring home octet for octet."""
    return (
        letter(),
        dotted(),
        long_line(),
        eight_bit(),
        unended(),
        empty_body(),
        header_only(),
        line_feed_dot(),
        with_nul(),
        arabic_undeclared(),
        html_letter(),
        with_attachment(bytes(range(256)) * 40),
    )


def many(count: int, octets: int = 400) -> list[bytes]:
    return [letter_of(octets, number) for number in range(1, count + 1)]


def maildrop_of(messages: Iterable[bytes], uids: Iterable[str] = ()) -> Maildrop:
    """Unique-ids are `uids` as far as they go, then "uid-N"."""
    given = list(uids)
    return Maildrop(
        Letter(
            UniqueId(given[place] if place < len(given) else f"uid-{place + 1}"),
            as_served(octets),
        )
        for place, octets in enumerate(messages)
    )
