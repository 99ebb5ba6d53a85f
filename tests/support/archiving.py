"""Small values to fill an archive with."""

import hashlib
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from hudhud.archive.archive import Archive
from hudhud.archive.intake import Arrival, PeekedRow
from hudhud.archive.large import LargeContent
from hudhud.archive.ledger import ListedLine
from hudhud.domain.identifiers import AccountId, MessageId, UniqueId
from hudhud.domain.messages import Correspondent, Summary

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
LATER = NOW + timedelta(hours=1)
THOTH = AccountId("thoth")
SESHAT = AccountId("seshat")


def letter(text: str = "Hello.", subject: str = "Papyrus") -> bytes:
    return (
        b"From: Ani <ani@example.org>\r\nTo: scribe@example.org\r\n"
        b"Subject: %b\r\n\r\n%b\r\n" % (subject.encode(), text.encode())
    )


def summary(
    subject: str = "Papyrus",
    sender: str = "Ani",
    sent_at: datetime | None = NOW,
    preview: str = "",
) -> Summary:
    return Summary(
        sender=Correspondent(sender, f"{sender.lower()}@example.org"),
        recipients=(Correspondent("", "scribe@example.org"),),
        subject=subject,
        sent_at=sent_at,
        message_id=f"<{subject}@example.org>",
        thread=(),
        preview=preview,
    )


def identity(octets: bytes) -> bytes:
    return hashlib.sha256(octets.partition(b"\r\n\r\n")[0]).digest()


def arrival(
    uid: str,
    octets: bytes | LargeContent | None = None,
    account: AccountId = THOTH,
    about: Summary | None = None,
) -> Arrival:
    body = letter(uid) if octets is None else octets
    return Arrival(
        account=account,
        uid=UniqueId(uid),
        octets=body,
        summary=about or summary(uid),
        identity=identity(body) if isinstance(body, bytes) else b"i" * 32,
        listed_octets=len(body) if isinstance(body, bytes) else body.octets,
    )


def peeked(uid: str, first_lines: bytes = b"Subject: x\r\n\r\n") -> PeekedRow:
    return PeekedRow(
        account=THOTH,
        uid=UniqueId(uid),
        summary=summary(uid, preview="The first lines."),
        identity=identity(first_lines),
        listed_octets=400,
        first_lines=first_lines,
    )


def uids(*names: str) -> list[UniqueId]:
    return [UniqueId(name) for name in names]


def list_them(
    archive: Archive, names: Iterable[str], at: datetime = NOW, octets: int = 100
) -> None:
    lines = [ListedLine(UniqueId(name), octets) for name in names]
    archive.ledger.record_listing(THOTH, lines, (len(lines), octets * len(lines)), at)


def store(archive: Archive, *arrivals: Arrival) -> list[MessageId]:
    return archive.intake.store(arrivals, NOW)
