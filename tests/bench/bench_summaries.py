"""Header block to row, beside the standard library's policy.default on the same octets.

One line a figure.
"""

import sys
import time
from collections.abc import Callable
from email.parser import BytesHeaderParser
from email.policy import default
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "app"), str(ROOT / "tests")]

from hudhud.mime.identity import header_identity  # noqa: E402
from hudhud.mime.summary import summarize_header  # noqa: E402
from support.mime_letters import encoded_word, field  # noqa: E402

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


def figure(name: str, value: float, unit: str, compared: str = "") -> None:
    print(f"{name:<52} {value:>10.1f} {unit:<10} {compared}", flush=True)


def main() -> None:
    for name, header in (("plain", ORDINARY), ("Arabic", ARABIC)):
        ours, theirs = rate(summarize_header, header), rate(policy_default, header)
        figure(f"summaries, {name} header of {len(header)} octets", ours, "/s")
        figure("the same, email policy.default", theirs, "/s")
        figure("ratio", ours / theirs, "times", "target: at least 8")
    figure("identities", rate(header_identity, ORDINARY), "/s")


if __name__ == "__main__":
    main()
