"""What a person chose for the letters of one sender."""

from dataclasses import dataclass
from enum import StrEnum


class TextDirection(StrEnum):
    LEFT_TO_RIGHT = "left-to-right"
    RIGHT_TO_LEFT = "right-to-left"


@dataclass(frozen=True, slots=True)
class SenderChoices:
    """`images`: remote pictures are fetched unasked. `direction`: of every letter,
    whatever it states; None leaves each to itself.
    """

    images: bool = False
    direction: TextDirection | None = None
