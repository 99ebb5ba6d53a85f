"""What the person chooses for the letters of a sender: kept first, then shown."""

from PySide6.QtCore import QObject, Signal, Slot

from hudhud.domain.choices import TextDirection
from hudhud.ui.archive_reader import OpenedLetter
from hudhud.ui.archive_thread import Answer, ArchiveThread
from hudhud.ui.archive_writer import AllowImages, TurnText
from hudhud.ui.direction import direction_of
from hudhud.ui.panes.letter_sheet import RTL


class ChoosingController(QObject):
    """`chosen` carries the messages that are to be opened again."""

    chosen = Signal(object)

    def __init__(self, writer: ArchiveThread, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._writer = writer
        self._letter: OpenedLetter | None = None
        writer.answered.connect(self._hear)

    @Slot(object)
    def show(self, letter: OpenedLetter | None) -> None:
        """The letter whose sender is meant."""
        self._letter = letter

    @Slot(bool)
    def always_images(self, allowed: bool) -> None:
        address = self._address()
        if address:
            self._writer.ask(AllowImages(address, allowed))

    @Slot()
    def switch_direction(self) -> None:
        """The other direction for this sender, or back to what each letter states."""
        letter, address = self._letter, self._address()
        if letter is None or letter.letter is None or not address:
            return
        if letter.choices.direction is not None:
            self._writer.ask(TurnText(address, None))
            return
        is_right = direction_of(letter.letter.text) == RTL
        sides = TextDirection.LEFT_TO_RIGHT, TextDirection.RIGHT_TO_LEFT
        self._writer.ask(TurnText(address, sides[not is_right]))

    def _address(self) -> str:
        sender = self._letter.row.sender if self._letter else None
        return sender.address if sender else ""

    @Slot(object)
    def _hear(self, answer: Answer) -> None:
        if isinstance(answer.question, AllowImages | TurnText) and self._letter:
            self.chosen.emit([self._letter.row.id])
