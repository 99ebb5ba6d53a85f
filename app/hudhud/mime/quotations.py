"""Which lines of a text are quoted from other letters, and which are a signature.

So that a reader can fold them. The line that announces a quotation belongs to it.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from hudhud.mime.preview import announces_quotation

SIGNATURE_LINES = 20
ANNOUNCED_WITHIN = 5
LINES = 100_000

_FORWARDED = re.compile(
    r"-{2,}\s*(?:Original Message|Forwarded message|Ursprüngliche Nachricht|"
    r"Weitergeleitete Nachricht|Message d'origine|Message transféré|"
    r"الرسالة الأصلية|رسالة معاد توجيهها|رسالة مُعاد توجيهها)\s*-*\s*$"
    r"|Begin forwarded message:$",
    re.IGNORECASE,
)
_OUTLOOK_RULE = re.compile(r"_{20,}$")
_HEAD = re.compile(r"\*?(?:From|Von|De|من)\s*:\*?\s*\S", re.IGNORECASE)


class Repeated(StrEnum):
    QUOTATION = "quotation"
    SIGNATURE = "signature"


@dataclass(frozen=True, slots=True)
class Fold:
    """Lines `start` up to, not including, `end`, counted from 0."""

    kind: Repeated
    start: int
    end: int


def folds_of(text: str) -> tuple[Fold, ...]:
    """What can be folded, in order, without overlap. None where all would be folded."""
    lines = [line.strip() for line in text.split("\n")[:LINES]]
    found: list[Fold] = []
    at = 0
    while at < len(lines):
        fold = _fold_at(lines, at)
        if fold is None:
            at += 1
        else:
            found.append(fold)
            at = fold.end
    folded = {line for fold in found for line in range(fold.start, fold.end)}
    is_all = all(at in folded for at, line in enumerate(lines) if line)
    return () if is_all else tuple(found)


def _fold_at(lines: list[str], at: int) -> Fold | None:
    line = lines[at]
    if not line:
        return None
    if line.startswith(">"):
        return Fold(Repeated.QUOTATION, at, _quotation_end(lines, at))
    if _FORWARDED.match(line) or _is_outlook_head(lines, at):
        return Fold(Repeated.QUOTATION, at, len(lines))
    if line == "--" and (end := _signature_end(lines, at)):
        return Fold(Repeated.SIGNATURE, at, end)
    if line[-1] not in ">" and announces_quotation(lines, at):
        near = range(at, min(at + ANNOUNCED_WITHIN, len(lines)))
        first = next((n for n in near if lines[n][:1] == ">"), None)
        if first is not None:
            return Fold(Repeated.QUOTATION, at, _quotation_end(lines, first))
    return None


def _quotation_end(lines: list[str], at: int) -> int:
    """After the last quoted line; blank lines between quoted ones belong to it."""
    end = at
    for number in range(at, len(lines)):
        if lines[number].startswith(">"):
            end = number + 1
        elif lines[number]:
            break
    return end


def _is_outlook_head(lines: list[str], at: int) -> bool:
    """A rule, and below it the letter that is answered, which is not marked at all."""
    if not _OUTLOOK_RULE.match(lines[at]):
        return False
    after = next((line for line in lines[at + 1 : at + 4] if line), "")
    return bool(_HEAD.match(after))


def _signature_end(lines: list[str], at: int) -> int:
    """Up to a quotation that follows it, else the end of the text; 0 if too long."""
    latest = at + SIGNATURE_LINES + 2
    following = range(at + 1, min(latest, len(lines)))
    quoted = next((n for n in following if lines[n].startswith(">")), 0)
    return quoted or (len(lines) if len(lines) < latest else 0)
