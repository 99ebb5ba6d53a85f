"""What the window says of runs: events, failures and reports in words.

Texts are sentences with %1 in them, looked up in the catalogue; values are put in by
`words.fill` alone, so that an address in an Arabic sentence stays readable.
"""

from PySide6.QtCore import QCoreApplication, QObject

from hudhud.archive.checkup import Verification
from hudhud.archive.rows import ViewKind
from hudhud.domain.events import NoticeKind, Phase, Progress, Report
from hudhud.domain.failures import SENTENCES, Failure, Sentences
from hudhud.domain.retention import Verdict
from hudhud.sync.look import Look
from hudhud.ui.verbs import Reason
from hudhud.ui.words import fill, machine, number_text, size_text


class Phrases(QObject):
    """No state; a QObject, since the translation tool sees plurals only there."""

    def failure(self, failure: Failure) -> Sentences:
        """What happened, what is safe, what to do: in the person's language."""
        source = SENTENCES[failure.kind]
        host = machine(failure.host) if failure.host else self.tr("the server")
        return Sentences(
            fill(_failure_text(source.happened), host),
            fill(_failure_text(source.safe), host),
            fill(_failure_text(source.advice), host),
        )

    def phase(self, phase: Phase) -> str:
        return {
            Phase.CONNECTING: self.tr("Connecting…"),
            Phase.SIGNING_IN: self.tr("Signing in…"),
            Phase.LISTING: self.tr("Looking at the list…"),
            Phase.PEEKING: self.tr("Reading first lines…"),
            Phase.SAVING: self.tr("Saving…"),
            Phase.DELETING: self.tr("Deleting from server…"),
            Phase.FINISHING: self.tr("Finishing…"),
        }[phase]

    def progress(self, progress: Progress) -> str:
        done, total = number_text(progress.done), number_text(progress.total)
        if not progress.total:
            return self.phase(progress.phase)
        match progress.phase:
            case Phase.PEEKING:
                return fill(self.tr("Reading first lines, %1 of %2"), done, total)
            case Phase.SAVING if progress.total_octets:
                text = self.tr("Saving %1 of %2 · %3 of %4")
                octets = size_text(progress.octets), size_text(progress.total_octets)
                return fill(text, done, total, *octets)
            case Phase.SAVING:
                return fill(self.tr("Saving %1 of %2"), done, total)
            case Phase.DELETING:
                return fill(self.tr("Deleting from server, %1 of %2"), done, total)
        return self.phase(progress.phase)

    def of_account(self, account: str, text: str) -> str:
        """A text of the status strip, said of one account."""
        return fill(self.tr("%1: %2"), account, text)

    def notice(self, kind: NoticeKind, count: int) -> str:
        match kind:
            case NoticeKind.RENUMBERED:
                return self.tr(
                    "The server renumbered all messages. Hudhud matched them by"
                    " content. Saved mail is safe, and nothing was deleted."
                )
            case NoticeKind.LISTING_SHRANK:
                return self.tr(
                    "The server lists %n message(s) fewer than last time. Nothing was"
                    " forgotten, and nothing is deleted until the next check agrees.",
                    "",
                    count,
                )
            case NoticeKind.DELETION_UNKNOWN:
                return self.tr(
                    "The connection dropped before the server confirmed. The messages"
                    " may still be there. The next check will tell."
                )
            case NoticeKind.DELETION_IGNORED:
                return self.tr(
                    "The provider did not delete %n message(s). Its own rules apply.",
                    "",
                    count,
                )
            case NoticeKind.NO_UNIQUE_IDS:
                return self.tr(
                    "This server gives its messages no lasting names. Hudhud"
                    " recognises them by their content."
                )
            case NoticeKind.UNENCRYPTED:
                return self.tr(
                    "The connection is not encrypted. Anyone on the network could read"
                    " your mail."
                )

    def report(self, report: Report, new: int = 0) -> str:
        """One line for the status strip after a run that did not fail.

        `new` were never listed before; they are told of where none was saved.
        """
        told = [self.tr("Stopped.")] if report.stopped else []
        saved, deleted = len(report.saved), len(report.deleted)
        if new and not saved:
            told.append(self.tr("%n new message(s).", "", new))
        if saved:
            told.append(self.tr("%n message(s) saved.", "", saved))
        if deleted:
            told.append(self.tr("%n message(s) deleted from the server.", "", deleted))
        if report.set_aside:
            aside = len(report.set_aside)
            told.append(self.tr("%n message(s) could not be read.", "", aside))
        if report.stopped and not deleted:
            told.append(self.tr("Nothing was deleted."))
        if not told:
            told.append(self.tr("Nothing new."))
        return " ".join(told)

    def view_title(self, kind: ViewKind) -> str:
        return {
            ViewKind.ALL: self.tr("All mail"),
            ViewKind.WAITING: self.tr("Waiting on server"),
            ViewKind.SAVED: self.tr("Saved here"),
            ViewKind.TO_BE_DELETED: self.tr("To be deleted"),
            ViewKind.SET_ASIDE: self.tr("Could not be saved"),
        }[kind]

    def reason(self, reason: Reason) -> str:
        """Why a verb is disabled: its tooltip."""
        return {
            Reason.NONE_CHOSEN: self.tr("Choose a message first."),
            Reason.NOT_ONE_CHOSEN: self.tr("Choose one message only."),
            Reason.NO_ACCOUNT: self.tr("Its account is no longer set up here."),
            Reason.NOT_ON_SERVER: self.tr("There is no copy on the server any more."),
            Reason.ALREADY_SAVED: self.tr("This is saved here already."),
            Reason.ALREADY_STAGED: self.tr("This will be deleted already."),
            Reason.NOT_STAGED: self.tr("No deletion is planned for this."),
            Reason.NOT_SAVED: self.tr("Save the message here first."),
            Reason.NOTHING_MORE: self.tr("The whole message is here."),
            Reason.ALREADY_SO: self.tr("It is so already."),
        }[reason]

    def look(self, look: Look) -> str:
        """What a sign-in test found."""
        waiting = self.tr("%n message(s) on the server.", "", look.messages)
        size = fill(self.tr("%1 in all."), size_text(look.octets))
        told = [self.tr("Signed in."), waiting, size]
        if not look.secured:
            told.append(self.tr("The connection is not encrypted."))
        return " ".join(told)

    def decided(self, verdict: Verdict | None, count: int) -> str:
        """The toast after a decision; None is a decision taken back."""
        match verdict:
            case Verdict.SAVE:
                return self.tr("%n message(s) will be saved here.", "", count)
            case Verdict.SAVE_THEN_DELETE:
                return self.tr(
                    "%n message(s) will be saved here, then deleted from the server.",
                    "",
                    count,
                )
            case Verdict.DELETE:
                return self.tr(
                    "%n message(s) will be deleted from the server.", "", count
                )
            case Verdict.KEEP:
                return self.tr("%n message(s) will stay on the server.", "", count)
            case None:
                return self.tr("%n deletion(s) cancelled.", "", count)

    def undone(self, count: int) -> str:
        return self.tr("Taken back for %n message(s).", "", count)

    def no_keyring(self) -> str:
        return self.tr(
            "This computer's password store is not available. Passwords are kept only"
            " until you quit."
        )

    def verifying(self) -> str:
        return self.tr("Checking the saved copies…")

    def verified(self, found: Verification) -> str:
        whole = self.tr("%n saved message(s) were read back.", "", found.messages)
        if found.ok:
            return f"{whole} " + self.tr("Every one is as it came.")
        damaged = len(found.damaged)
        bad = self.tr("%n message(s) are damaged.", "", damaged)
        return f"{whole} {bad} " + self.tr("The details are in the log file.")

    def too_late(self, was_saved: bool) -> str:
        """What undo says once the server has carried a deletion out."""
        if was_saved:
            return self.tr(
                "Already deleted from the server. The saved copy is still here."
            )
        return self.tr("This message was not saved and cannot be brought back.")


def _failure_text(source: str) -> str:
    return QCoreApplication.translate("Failure", source)
