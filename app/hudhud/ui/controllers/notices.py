"""Decisions in words: the toast with its undo, and sentences in strip and banner."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Slot

from hudhud.archive.checkup import Verification
from hudhud.domain.failures import Failure, FailureKind
from hudhud.domain.retention import Verdict
from hudhud.ui.archive_reader import VerificationWanted
from hudhud.ui.archive_thread import Answer, ArchiveThread
from hudhud.ui.controllers.undo import Step
from hudhud.ui.panes.banner import Banner
from hudhud.ui.panes.status_strip import StatusStrip
from hudhud.ui.panes.toast import Toast
from hudhud.ui.phrases import Phrases


class NoticesController(QObject):
    def __init__(
        self,
        toast: Toast,
        banner: Banner,
        strip: StatusStrip,
        clock: Callable[[], datetime],
    ) -> None:
        super().__init__(banner)
        self._toast = toast
        self._banner = banner
        self._strip = strip
        self._clock = clock
        self._phrases = Phrases(self)

    def listen_to(self, reader: ArchiveThread, writer: ArchiveThread) -> None:
        self._reader = reader
        reader.answered.connect(self._hear)
        for thread in (reader, writer):
            thread.failed.connect(self._hear_failure)

    @Slot()
    def verify(self) -> None:
        """Read every saved message back, on the reader thread."""
        self._strip.show_rest(self._phrases.verifying())
        self._reader.ask(VerificationWanted())

    @Slot(object)
    def show_decided(self, step: Step) -> None:
        """A toast where there is a while to take it back, else a line in the strip."""
        text = self._phrases.decided(step.verdict, len(step.before))
        left_s = round((step.not_before - self._clock()).total_seconds())
        if step.verdict in (None, Verdict.SAVE) or left_s <= 0:
            self._strip.show_rest(text)
        else:
            self._toast.show_undo(text, left_s)

    @Slot(object)
    def show_undone(self, step: Step) -> None:
        self._toast.dismiss()
        self._strip.show_rest(self._phrases.undone(len(step.before)))

    @Slot(object)
    def show_too_late(self, step: Step) -> None:
        self._toast.dismiss()
        was_saved = all(one.saved for one in step.before)
        saves = step.verdict is Verdict.SAVE_THEN_DELETE
        self._banner.show_note(self._phrases.too_late(was_saved or saves))

    @Slot(str)
    def show_note(self, text: str) -> None:
        self._banner.show_note(text)

    @Slot(str)
    def show_line(self, text: str) -> None:
        self._strip.show_rest(text)

    @Slot()
    def show_unexpected(self) -> None:
        """Something of ours went wrong: the log has it, the mail is safe."""
        told = self._phrases.failure(Failure(FailureKind.UNEXPECTED))
        self._banner.show_failure(told, "")

    @Slot()
    def show_no_keyring(self) -> None:
        self._banner.show_note(self._phrases.no_keyring())

    @Slot(object)
    def _hear(self, answer: Answer) -> None:
        if isinstance(answer.question, VerificationWanted):
            assert isinstance(answer.value, Verification)
            self._strip.show_rest("")
            self._banner.show_note(self._phrases.verified(answer.value))

    @Slot(object)
    def _hear_failure(self, answer: Answer) -> None:
        if answer.failure is not None:
            told = self._phrases.failure(answer.failure)
            self._banner.show_failure(told, answer.failure.detail)
