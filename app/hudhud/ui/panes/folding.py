"""Quoted text folded away: the lines that are shown, and which stand for others."""

from collections.abc import Collection
from dataclasses import dataclass

from hudhud.mime.quotations import Repeated, folds_of

# A short quotation tells what the words below it answer.
SHORTEST_FOLD = 4


@dataclass(frozen=True, slots=True)
class Line:
    """`fold` is the number of the quotation that the line stands for, if any."""

    text: str
    fold: int | None = None


def folded_lines(text: str, opened: Collection[int]) -> list[Line]:
    """`opened` has the numbers of the quotations that are shown after all."""
    lines = text.split("\n")
    shown: list[Line] = []
    at = 0
    for number, fold in enumerate(folds_of(text)):
        is_short = fold.end - fold.start < SHORTEST_FOLD
        if fold.kind is not Repeated.QUOTATION or is_short or number in opened:
            continue
        shown += map(Line, lines[at : fold.start])
        shown.append(Line("", number))
        at = fold.end
    return [*shown, *map(Line, lines[at:])]
