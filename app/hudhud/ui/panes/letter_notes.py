"""The bars between a letter's head and its body: what was kept from it, and why."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hudhud.domain.messages import MessageRow
from hudhud.mime.letter import Letter
from hudhud.mime.limits import Note
from hudhud.ui.panes.buttons import Button
from hudhud.ui.panes.manner import Manner
from hudhud.ui.panes.note_bar import NoteBar
from hudhud.ui.sender_facts import WARNINGS, FactKind, SenderFact
from hudhud.ui.typography import Type
from hudhud.ui.words import fill, machine


class LetterNotes(QWidget):
    """`always_requested` carries whether the sender's pictures are always shown."""

    images_requested = Signal()
    always_requested = Signal(bool)
    formatted_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.show_button = Button("", type_kind=Type.SMALL_STRONG)
        self.always_button = Button("", type_kind=Type.SMALL)
        self.never_button = Button("", type_kind=Type.SMALL)
        self.formatted_button = Button("", type_kind=Type.SMALL)
        # Where nobody fetches pictures they are not offered.
        self.can_fetch = False
        buttons = (self.show_button, self.always_button, self.never_button)
        self.warning = NoteBar("warning")
        self.images = NoteBar("shield", buttons)
        self.plain = NoteBar("letter-open", (self.formatted_button,))
        self.show_button.clicked.connect(self.images_requested)
        self.always_button.clicked.connect(lambda: self.always_requested.emit(True))
        self.never_button.clicked.connect(lambda: self.always_requested.emit(False))
        self.formatted_button.clicked.connect(self.formatted_requested)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for bar in (self.warning, self.images, self.plain):
            column.addWidget(bar)
        self.show_of(None, None, Manner())

    def show_of(
        self, row: MessageRow | None, letter: Letter | None, manner: Manner
    ) -> None:
        self._retranslate()
        address = row.sender.address if row and row.sender else ""
        shown = (
            self._show_sender(address, manner),
            letter is not None and self._show_images(address, letter, manner),
            manner.as_plain_text and self._show_plain(),
        )
        bars = (self.warning, self.images, self.plain)
        for bar, visible in zip(bars, shown, strict=True):
            bar.setVisible(visible)
        self.setVisible(any(shown))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def fact_text(self, fact: SenderFact, address: str) -> str:
        domain = machine(fact.name)
        match fact.kind:
            case FactKind.SEVERAL_SENDERS:
                return self.tr("This letter names several senders.")
            case FactKind.NAME_IS_ADDRESS:
                text = self.tr("The name looks like %1, but the letter is from %2.")
                return fill(text, domain, machine(address))
            case FactKind.UNPROVEN:
                text = self.tr(
                    "Your mail server could not confirm that this is from %1."
                    " Be careful with links and attachments."
                )
                return fill(text, domain)
            case FactKind.PROVEN:
                text = self.tr("Your mail server confirmed that this is from %1.")
                return fill(text, domain)

    def _show_sender(self, address: str, manner: Manner) -> bool:
        warnings = [fact for fact in manner.facts if fact.kind in WARNINGS]
        text = "\n".join(self.fact_text(fact, address) for fact in warnings)
        self.warning.show_note("warning", "warn", text)
        return bool(warnings)

    def _show_images(self, address: str, letter: Letter, manner: Manner) -> bool:
        trackers = letter.tracking_pixels
        agreed = manner.remote is not None
        pictures = 0 if agreed else letter.blocked_images - trackers
        # Anybody may write one more sender; whose choice would it be?
        known = bool(address) and Note.SEVERAL_SENDERS not in letter.notes
        offered = self.can_fetch and pictures > 0
        self.show_button.setVisible(offered)
        self.always_button.setVisible(known and offered)
        self.never_button.setVisible(self.can_fetch and manner.always_images)
        parts = []
        if pictures:
            text = self.tr(
                "%n picture(s) not loaded, to protect your privacy", "", pictures
            )
            parts.append(text)
        if manner.always_images:
            parts.append(self.tr("Pictures from this sender are always shown"))
        if trackers:
            parts.append(self.tr("%n tracking pixel(s) removed", "", trackers))
        self.images.show_note("shield", "dim", "\n".join(parts))
        return bool(parts) and not manner.as_plain_text

    def _show_plain(self) -> bool:
        text = self.tr("You see the plain text of this letter.")
        self.plain.show_note("letter-open", "dim", text)
        return True

    def _retranslate(self) -> None:
        self.show_button.setText(self.tr("Show images"))
        self.always_button.setText(self.tr("Always from this sender"))
        self.never_button.setText(self.tr("No longer"))
        self.formatted_button.setText(self.tr("Show with formatting"))
