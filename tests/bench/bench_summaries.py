"""Header block to row, first lines to row, and letters to the reading pane.

Beside the standard library on the same octets, where it has something of the kind.
One line a figure.
"""

import sys
import time
from collections.abc import Callable
from email.message import EmailMessage
from email.parser import BytesHeaderParser, BytesParser
from email.policy import default
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "app"), str(ROOT / "tests")]

from hudhud.mime.identity import header_identity  # noqa: E402
from hudhud.mime.letter import read_letter  # noqa: E402
from hudhud.mime.summary import summarize, summarize_header  # noqa: E402
from hudhud.sync.parser_process import ParserProcess  # noqa: E402
from support.mime_letters import encoded_word, field, multipart, part  # noqa: E402

RUNS = 5
SECONDS_A_RUN = 0.3
ORDINARY = (
    field("Return-Path", "<news@example.org>")
    + field(
        "Received",
        "from mx1.example.net (mx1.example.net [192.0.2.10])\r\n"
        "\tby mail.example.com (Postfix) with ESMTPS id 4F1A2B3C4D\r\n"
        "\tfor <noor@example.com>; Mon, 24 Nov 2025 10:00:00 +0300 (AST)",
    )
    + field("DKIM-Signature", "v=1; a=rsa-sha256; d=example.org;\r\n\tb=" + "QUJD" * 80)
    + field("X-Spam-Status", "No, score=-2.1 required=5.0")
    + field("From", '"News of the Week" <news@example.org>')
    + field("To", "Noor <noor@example.com>, salim@example.com")
    + field("Cc", '"Third, A" <third@example.com>')
    + field("Subject", "Your weekly report for November is ready")
    + field("Date", "Mon, 24 Nov 2025 10:00:00 +0300")
    + field("Message-ID", "<20251124100000.4F1A2B@example.org>")
    + field("In-Reply-To", "<a1@example.com>")
    + field("References", "<a0@example.com>\r\n <a1@example.com>")
    + field("MIME-Version", "1.0")
    + field("Content-Type", 'multipart/alternative; boundary="=_abc"')
    + field("List-Unsubscribe", "<https://example.org/unsubscribe>")
    + b"\r\n"
)
ARABIC = ORDINARY.replace(
    b"Your weekly report for November is ready",
    encoded_word("تقريركم الأسبوعي لشهر نوفمبر"),
).replace(b'"News of the Week"', encoded_word("أخبار الأسبوع"))


LINES = 60
TEXT = "".join(
    f"Line {n} of a letter that says something new, as letters do.\r\n"
    for n in range(LINES)
)
REPLY = f"On Monday, Noor wrote:\r\n> {TEXT.splitlines()[0]}\r\n\r\n{TEXT}"
# As a table of a newsletter: a row takes about 450 octets.
ROW = (
    "<tr><td style='padding:4px;color:#333'><a href='https://news.example/{n}'>"
    "<img src='https://news.example/{n}.png' width=120 alt='Picture {n}'></a></td>"
    "<td class=story><h3>Story number {n}</h3><p>Some words about what happened, and "
    "some more of them, so that there is something to read.</p></td></tr>"
)
STYLE = "<style>.story{font-family:sans-serif;font-size:14px}h3{color:#204080}</style>"


def with_body(content: bytes) -> bytes:
    """The ordinary header around MIME fields and a body."""
    version = field("MIME-Version", "1.0")
    return ORDINARY.partition(version)[0] + version + content


def newsletter(octets: int) -> bytes:
    rows = "".join(ROW.format(n=n) for n in range(octets // 450))
    html = f"<html><head>{STYLE}</head><body><table>{rows}</table></body></html>"
    forms = [
        part("text/plain; charset=utf-8", TEXT),
        part("text/html; charset=utf-8", html),
    ]
    return with_body(multipart("alternative", forms))


def with_file(octets: int) -> bytes:
    pdf = part(
        "application/pdf",
        b"%PDF" + bytes(octets * 3 // 4),
        encoding="base64",
        disposition='attachment; filename="a.pdf"',
    )
    return with_body(multipart("mixed", [part("text/plain", TEXT), pdf]))


PEEKED = {
    "plain": with_body(part("text/plain; charset=utf-8", TEXT)),
    "reply": with_body(part("text/plain; charset=utf-8", REPLY)),
    "HTML": with_body(part("text/html; charset=utf-8", ROW.format(n=1) * LINES)),
}
LETTERS = {
    "plain, 4 KB": PEEKED["plain"],
    "newsletter, 75 KB": newsletter(75_000),
    "plain with a file, 5 MB": with_file(5_000_000),
}


def policy_default(header: bytes) -> object:
    message = BytesHeaderParser(policy=default).parsebytes(header)
    people = (*message["from"].addresses, *message["to"].addresses)
    return (
        [(who.display_name, who.addr_spec) for who in people],
        [(who.display_name, who.addr_spec) for who in message["cc"].addresses],
        str(message["subject"]),
        message["date"].datetime,
        str(message["message-id"]),
        str(message["references"]),
        str(message["in-reply-to"]),
    )


def first_text(octets: bytes) -> object:
    """What the standard library needs for the text of a row."""
    message = BytesParser(policy=default).parsebytes(octets)
    assert isinstance(message, EmailMessage)
    body = message.get_body(("plain", "html"))
    return str(message["subject"]), str(message["from"]), body and body.get_content()


def rate(read: Callable[[bytes], object], header: bytes) -> float:
    """Calls a second, the best of a few runs."""
    best = 0.0
    for _ in range(RUNS):
        calls, started = 0, time.perf_counter()
        while (taken := time.perf_counter() - started) < SECONDS_A_RUN:
            for _ in range(100):
                read(header)
            calls += 100
        best = max(best, calls / taken)
    return best


def milliseconds(read: Callable[[bytes], object], octets: bytes) -> float:
    """For one call, the best of a few."""
    taken = []
    for _ in range(RUNS):
        started = time.perf_counter()
        read(octets)
        taken.append(time.perf_counter() - started)
    return min(taken) * 1000


def figure(name: str, value: float, unit: str, compared: str = "") -> None:
    print(f"{name:<52} {value:>10.1f} {unit:<10} {compared}", flush=True)


def main() -> None:
    for name, header in (("plain", ORDINARY), ("Arabic", ARABIC)):
        ours, theirs = rate(summarize_header, header), rate(policy_default, header)
        figure(f"summaries, {name} header of {len(header)} octets", ours, "/s")
        figure("the same, email policy.default", theirs, "/s")
        figure("ratio", ours / theirs, "times", "target: at least 8")
    figure("identities", rate(header_identity, ORDINARY), "/s")
    peeked()
    letters()


def peeked() -> None:
    for name, octets in PEEKED.items():
        ours, theirs = rate(summarize, octets), rate(first_text, octets)
        figure(f"first lines to row, {name}, {len(octets)} octets", ours, "/s")
        figure("the same, email policy.default, text alone", theirs, "/s")
        figure("ratio", ours / theirs, "times")


def letters() -> None:
    with ParserProcess() as process:
        process.read_letter_safely(LETTERS["plain with a file, 5 MB"])
        for name, octets in LETTERS.items():
            figure(
                f"letter to first text, {name}", milliseconds(summarize, octets), "ms"
            )
            figure("the same, to all of it", milliseconds(read_letter, octets), "ms")
            safely = milliseconds(process.read_letter_safely, octets)
            figure("the same, in its process if it is large", safely, "ms")


if __name__ == "__main__":
    main()
