"""The first words of a message, as one line that says something new."""

import re

from hudhud.mime.limits import PREVIEW_CHARACTERS
from hudhud.mime.visible import one_line

# Nearly always the beginning is enough; what opens with a long quotation is not.
SEARCHED_FIRST = 2_000
SEARCHED_CHARACTERS = 20_000
ENOUGH_CHARACTERS = PREVIEW_CHARACTERS + 100
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
    own = _joined(_own_lines(text[:SEARCHED_FIRST].split("\n")))
    if len(text) <= SEARCHED_FIRST:
        return own or _unquoted(text)
    if len(own) < PREVIEW_CHARACTERS - 20:
        own = _joined(_own_lines(text[:SEARCHED_CHARACTERS].split("\n")))
    return own or _unquoted(text[:SEARCHED_CHARACTERS])


def announces_quotation(bare: list[str], index: int) -> bool:
    """Whether a quotation follows a line, which may be broken in two.

    `bare` are the lines without the blanks around them.
    """
    line = bare[index]
    after = bare[index + 1 : index + 4]
    following = next(filter(None, after), "")
    if line.endswith(_COLONS):
        return following.startswith(">") or bool(_ATTRIBUTION.match(line))
    if not following.endswith(_COLONS):
        return False
    return bool(_ATTRIBUTION.match(f"{line} {following}"))


def _unquoted(text: str) -> str:
    return _joined([line.lstrip("> ") for line in text.split("\n")])


def _own_lines(lines: list[str]) -> list[str]:
    bare = [line.strip() for line in lines]
    colons = [index for index, line in enumerate(bare) if line.endswith(_COLONS)]
    before_colon = {index - ahead for index in colons for ahead in range(4)}
    kept: list[str] = []
    characters = 0
    for index, line in enumerate(bare):
        if not line:
            continue
        if characters > ENOUGH_CHARACTERS:
            break
        # A line that begins with a letter is neither quoted nor a rule.
        is_marked = not line[0].isalnum()
        if is_marked and characters and _END.match(line):
            break
        if is_marked and _is_quote_or_rule(line):
            continue
        if index in before_colon and announces_quotation(bare, index):
            continue
        if not _is_overhang(lines, index):
            kept.append(line)
            # Links are left out afterwards.
            characters += 0 if "://" in line else len(line)
    return kept


def _is_quote_or_rule(line: str) -> bool:
    return line[0] == ">" or bool(_END.match(line) or _RULE.match(line))


def _is_overhang(lines: list[str], index: int) -> bool:
    """The end of a quoted line that somebody's mailer broke without a new mark."""
    return (
        index > 0
        and lines[index - 1].startswith(">")
        and len(lines[index - 1]) > OVERHANGS_AFTER
        and index + 1 < len(lines)
        and lines[index + 1].startswith(">")
    )


def _joined(lines: list[str]) -> str:
    text = one_line(" ".join(lines))
    if "://" in text:
        text = one_line(_LINK.sub(" ", text)) or text
    if len(text) <= PREVIEW_CHARACTERS:
        return text
    cut = text[:PREVIEW_CHARACTERS]
    words = cut.rpartition(" ")[0]
    return words if len(words) > PREVIEW_CHARACTERS // 2 else cut
