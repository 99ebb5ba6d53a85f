"""The first words of a message, as one line that says something new."""

import re

from hudhud.mime.limits import PREVIEW_CHARACTERS
from hudhud.mime.visible import one_line

SEARCHED_CHARACTERS = 20_000
# Links are left out afterwards, so more is gathered than is shown.
ENOUGH_CHARACTERS = 2_000
OVERHANGS_AFTER = 50

_ATTRIBUTION = re.compile(
    r"(?:^(?:On|Le|Am|El|Il|Em|Op|Den|W dniu) .{4,200}(?:wrote|écrit|schrieb|escribió|"
    r"scritto|escreveu|schreef|skrev|napisał\(?a?\)?)\s*:"
    r"|^(?:في|بتاريخ) .{4,200}(?:كتب|كتبت)[^\n]{0,120}:"
    r"|^.{4,200}(?:пишет|написал(?:\(а\))?|写道|のメッセージ)\s*[:：])\s*$"
)
_END = re.compile(
    r"^(?:-{2,}\s*(?:Original Message|Forwarded message|الرسالة الأصلية|"
    r"رسالة معاد توجيهها)"
    r"|_{20,}$|-- ?$)",
    re.IGNORECASE,
)
_COLONS = (":", "：")
_RULE = re.compile(r"^[\W_]{3,}$")
_LINK = re.compile(r"[<\[(]?https?://\S+[>\])]?")


def preview_of(text: str) -> str:
    """At most 300 characters; quoted text, signatures and rules left out.

    A message that is all quotation is shown by its quotation.
    """
    lines = text[:SEARCHED_CHARACTERS].split("\n")
    own = _joined(_own_lines(lines))
    return own or _joined([line.lstrip("> ") for line in lines])


def _own_lines(lines: list[str]) -> list[str]:
    kept: list[str] = []
    before, characters = "", 0
    for index, line in enumerate(lines):
        if characters > ENOUGH_CHARACTERS:
            break
        if characters and _END.match(line.strip()):
            break
        after = lines[index + 1 : index + 4]
        if not _is_repeated(line, after) and not _is_overhang(before, line, after):
            kept.append(line)
            characters += len(line.strip())
        before = line
    return kept


def _is_repeated(line: str, after: list[str]) -> bool:
    """Quoted, or the line that announces a quotation (it may be broken in two)."""
    stripped = line.strip()
    if stripped.startswith(">") or _END.match(stripped) or _RULE.match(stripped):
        return True
    if not stripped:
        return False
    following = next((text.strip() for text in after if text.strip()), "")
    if stripped.endswith(_COLONS):
        return following.startswith(">") or bool(_ATTRIBUTION.match(stripped))
    if not following.endswith(_COLONS):
        return False
    return bool(_ATTRIBUTION.match(f"{stripped} {following}"))


def _is_overhang(before: str, line: str, after: list[str]) -> bool:
    """The end of a quoted line that somebody's mailer broke without a new mark."""
    return (
        before.startswith(">")
        and len(before) > OVERHANGS_AFTER
        and bool(line.strip())
        and bool(after)
        and after[0].startswith(">")
    )


def _joined(lines: list[str]) -> str:
    text = one_line(" ".join(lines))
    without_links = one_line(_LINK.sub(" ", text))
    text = without_links or text
    if len(text) <= PREVIEW_CHARACTERS:
        return text
    cut = text[:PREVIEW_CHARACTERS]
    words = cut.rpartition(" ")[0]
    return words if len(words) > PREVIEW_CHARACTERS // 2 else cut
