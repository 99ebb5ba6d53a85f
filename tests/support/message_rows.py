"""Rows of messages as the archive would give them, for the tests of the window."""

from array import array
from collections.abc import Sequence
from datetime import UTC, datetime

from hudhud.domain.identifiers import AccountId, MessageId, UniqueId
from hudhud.domain.messages import Correspondent, MessageRow, State, Summary
from hudhud.mime.attachments import Attachment
from hudhud.mime.letter import Letter

NOW = datetime(2026, 11, 23, 11, 5, tzinfo=UTC)
LAYLA = Correspondent("Layla Hassan", "layla@northwind.example")


def clock() -> datetime:
    return NOW


def row(number: int = 1, subject: str = "Invoice for October") -> MessageRow:
    return MessageRow(
        id=MessageId(number),
        account=AccountId("a"),
        uid=UniqueId(str(number)),
        state=State.ON_SERVER,
        sender=LAYLA,
        subject=subject,
        preview="Please find attached the invoice.",
        date=NOW,
        octets=24_000,
        attachments=1,
        saved=False,
        read=False,
        starred=False,
        verdict=None,
        set_aside=False,
    )


def letter(text: str = "Hello", html: str | None = None) -> Letter:
    return Letter(
        summary=Summary(LAYLA, (LAYLA,), "Invoice", NOW, "", ()),
        headers=(),
        text=text,
        html=html,
        attachments=(),
        notes=(),
        blocked_images=0,
    )


def attachment(index: int = 0, name: str = "invoice.pdf") -> Attachment:
    return Attachment(index, name, "application/pdf", 2_000, "", inline=False)


def ids(*numbers: int) -> "array[int]":
    return array("q", numbers)


class Pages:
    """A `load_page` that makes a row of every id, and counts what it was asked."""

    def __init__(self) -> None:
        self.asked: list[Sequence[int]] = []
        self.rows: dict[int, MessageRow] = {}

    def __call__(self, wanted: Sequence[int]) -> list[MessageRow]:
        self.asked.append(list(wanted))
        return [self.rows.get(number, row(number)) for number in wanted]
