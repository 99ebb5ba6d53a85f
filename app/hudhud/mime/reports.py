"""Reports of the mail system: what became of a message, in words a program wrote.

Delivery status notifications (RFC 3464), disposition notifications (RFC 8098) and
feedback reports (RFC 5965). What a person is to read stands in another part.
"""

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType

from hudhud.mime.charsets import decode_text
from hudhud.mime.encoded_words import header_text
from hudhud.mime.parts import Part
from hudhud.mime.transfer import decode_base64
from hudhud.mime.visible import paragraphs

REPORT_OCTETS = 262_144
RECIPIENTS = 200

_BLANK_LINES = re.compile(rb"\n(?:[ \t]*\r*\n)+")
_FIELD = re.compile(rb"^([!-9;-~]{1,200})[ \t]*:([^\n]*(?:\n[ \t][^\n]*)*)", re.M)
_TYPED = re.compile(r"^\s*[\w-]+\s*;\s*")
_STATUS = re.compile(r"[245]\.\d{1,3}\.\d{1,3}")
_ABOUT_A_RECIPIENT = frozenset({"final-recipient", "original-recipient", "action"})

_Fields = dict[str, str]


class ReportKind(StrEnum):
    DELIVERY = "delivery"
    DISPOSITION = "disposition"
    FEEDBACK = "feedback"


KINDS = MappingProxyType(
    {
        "message/delivery-status": ReportKind.DELIVERY,
        "message/global-delivery-status": ReportKind.DELIVERY,
        "message/disposition-notification": ReportKind.DISPOSITION,
        "message/global-disposition-notification": ReportKind.DISPOSITION,
        "message/feedback-report": ReportKind.FEEDBACK,
    }
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a message for one recipient.

    `action` in lower case: `failed`, `delayed`, `delivered`, `displayed`, `abuse`.
    `status` is an enhanced code such as `5.1.1`, or empty. `diagnostic` are the words
    of the server that refused.
    """

    recipient: str
    action: str
    status: str = ""
    diagnostic: str = ""
    remote_server: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """`words` is what stands where the outcomes should: some servers do that."""

    kind: ReportKind
    reporter: str
    outcomes: tuple[Outcome, ...]
    words: str = ""

    def text(self) -> str:
        """For a report that came without words for people."""
        lines = [_line(one) for one in self.outcomes]
        return "\n".join(filter(None, (self.words, *lines)))


def report_of(root: Part) -> Report | None:
    """The report that the letter itself carries; of several, one with outcomes."""
    found = [
        _report(KINDS[part.content.word], part.decoded(REPORT_OCTETS))
        for part in root.own_parts()
        if part.content.word in KINDS
    ]
    if not found:
        return None
    best = next((one for one in found if one.outcomes), found[0])
    words = next((one.words for one in found if one.words), "")
    return replace(best, words=words)


def _line(outcome: Outcome) -> str:
    said = " ".join(filter(None, (outcome.action, outcome.status)))
    line = ": ".join(filter(None, (outcome.recipient, said)))
    return f"{line}\n    {outcome.diagnostic}" if outcome.diagnostic else line


def _report(kind: ReportKind, octets: bytes) -> Report:
    groups = _groups(octets)[: RECIPIENTS + 1]
    general: _Fields = {}
    for fields in groups:
        general = {**fields, **general}
    if not general:
        return Report(kind, "", (), paragraphs(decode_text(octets)).strip())
    if kind is ReportKind.DELIVERY:
        about = [one for one in groups if _ABOUT_A_RECIPIENT & one.keys()]
        outcomes = tuple(_delivery(fields) for fields in about)
    else:
        outcomes = (_other(kind, general),)
    return Report(kind, _reporter(general), outcomes)


def _groups(octets: bytes) -> list[_Fields]:
    """Fields apart by blank lines. Exchange encodes what follows the first ones."""
    blocks = _BLANK_LINES.split(octets)
    groups: list[_Fields] = []
    for number, block in enumerate(blocks):
        fields = _fields(block)
        if fields:
            groups.append(fields)
        if fields.get("content-transfer-encoding", "").lower() == "base64":
            rest = decode_base64(b"\n".join(blocks[number + 1 :]))
            return groups + [_fields(one) for one in _BLANK_LINES.split(rest)]
    return groups


def _fields(block: bytes) -> _Fields:
    """The first of each name."""
    found: _Fields = {}
    for name, value in _FIELD.findall(block):
        found.setdefault(name.decode("ascii").lower(), header_text(value))
    return found


def _reporter(general: _Fields) -> str:
    names = ("reporting-mta", "reporting-ua", "user-agent")
    said = next((general[name] for name in names if name in general), "")
    return _TYPED.sub("", said)


def _delivery(fields: _Fields) -> Outcome:
    diagnostic = _TYPED.sub("", fields.get("diagnostic-code", ""))
    status = _STATUS.search(fields.get("status", "")) or _STATUS.search(diagnostic)
    return Outcome(
        recipient=_recipient(fields),
        action=fields.get("action", "").split(" ")[0].lower(),
        status=status[0] if status else "",
        diagnostic=diagnostic,
        remote_server=_TYPED.sub("", fields.get("remote-mta", "")),
    )


def _other(kind: ReportKind, fields: _Fields) -> Outcome:
    if kind is ReportKind.FEEDBACK:
        recipient = fields.get("original-rcpt-to", "").strip("<>")
        return Outcome(recipient, fields.get("feedback-type", "").lower())
    disposition = fields.get("disposition", "").rpartition(";")[2]
    diagnostic = fields.get("error", "") or fields.get("failure", "")
    action = disposition.partition("/")[0].strip().lower()
    return Outcome(_recipient(fields), action, diagnostic=diagnostic)


def _recipient(fields: _Fields) -> str:
    said = fields.get("original-recipient", "") or fields.get("final-recipient", "")
    return _TYPED.sub("", said).strip("<>")
