"""Finding words in a text on show: the next place, and which of how many it is."""

from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextBrowser

# More places than these are not counted.
MOST_PLACES = 999


def find_in(view: QTextBrowser, words: str, *, backwards: bool) -> tuple[int, int]:
    """Mark the next place, from the other end where there is no more.

    Gives its number from 1 and how many there are; (0, 0) where there is none.
    """
    if not words:
        cursor = view.textCursor()
        cursor.clearSelection()
        view.setTextCursor(cursor)
        return 0, 0
    flags = QTextDocument.FindFlag
    way = flags.FindBackward if backwards else flags(0)
    if not view.find(words, way):
        ends = QTextCursor.MoveOperation
        view.moveCursor(ends.End if backwards else ends.Start)
        if not view.find(words, way):
            return 0, 0
    places = places_of(view.document(), words)
    start = view.textCursor().selectionStart()
    return sum(place <= start for place in places), len(places)


def places_of(document: QTextDocument, words: str) -> list[int]:
    places: list[int] = []
    cursor = document.find(words)
    while not cursor.isNull() and len(places) < MOST_PLACES:
        places.append(cursor.selectionStart())
        cursor = document.find(words, cursor)
    return places
