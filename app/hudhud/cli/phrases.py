"""Sentences of the command line: what happened, what is safe, what to do."""

from hudhud.domain.events import NoticeKind
from hudhud.domain.failures import SENTENCES, Failure

NOTICES = {
    NoticeKind.RENUMBERED: "The server renumbered all messages. They were matched with "
    "saved mail by content; nothing was deleted.",
    NoticeKind.LISTING_SHRANK: "Far fewer messages are listed than last time. Nothing "
    "was forgotten, and nothing is deleted until the next check agrees.",
    NoticeKind.DELETION_UNKNOWN: "The connection dropped before the server confirmed "
    "the deletion. The next check tells whether it happened.",
    NoticeKind.DELETION_IGNORED: "The provider lists messages it said it deleted. They "
    "are saved here; its own rules apply.",
    NoticeKind.NO_UNIQUE_IDS: "This server gives messages no lasting names; Hudhud "
    "knows them by their headers.",
    NoticeKind.UNENCRYPTED: "This connection is not encrypted: anyone on the network "
    "can read it.",
}


def failure_sentence(failure: Failure) -> str:
    """All three parts in one line, with the server's own words behind."""
    parts = SENTENCES[failure.kind]
    told = " ".join((parts.happened, parts.safe, parts.advice))
    told = told.replace("%1", failure.host or "the server")
    return f"{told} ({failure.detail})" if failure.detail else told


def notice_sentence(kind: NoticeKind) -> str:
    return NOTICES[kind]


def size_text(octets: int) -> str:
    """Decimal units, as providers state mailbox limits."""
    size = float(octets)
    for unit in ("B", "KB", "MB"):
        if size < 1000:
            return f"{size:.0f} {unit}" if unit == "B" else f"{size:.1f} {unit}"
        size /= 1000
    return f"{size:.2f} GB"


def count_text(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
