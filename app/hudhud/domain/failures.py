"""How a run may end badly: what happened, what is safe, what to do.

The English sentences here are the source of every translation: `ui` looks them up in
its catalogue, the command line prints them as they are. `%1` is the server's name.
"""

from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: N802
    """Mark a sentence for the translation tool, which knows it by this name."""
    return text


class FailureKind(StrEnum):
    UNREACHABLE = "unreachable"
    TIMED_OUT = "timed-out"
    CERTIFICATE = "certificate"
    NO_ENCRYPTION = "no-encryption"
    INJECTED = "injected"
    NOT_POP3 = "not-pop3"
    SIGN_IN_REFUSED = "sign-in-refused"
    NO_PASSWORD = "no-password"
    IN_USE = "in-use"
    LOGIN_DELAY = "login-delay"
    SERVER_TROUBLE = "server-trouble"
    OUT_OF_STEP = "out-of-step"
    CONNECTION_LOST = "connection-lost"
    DISK_FULL = "disk-full"
    ARCHIVE_TROUBLE = "archive-trouble"
    ARCHIVE_IN_USE = "archive-in-use"
    UNEXPECTED = "unexpected"


# These wait for the person; every other failure mends itself or is tried again.
NEEDS_PERSON = frozenset(
    {
        FailureKind.CERTIFICATE,
        FailureKind.NO_ENCRYPTION,
        FailureKind.SIGN_IN_REFUSED,
        FailureKind.NO_PASSWORD,
    }
)


@dataclass(frozen=True, slots=True)
class Failure:
    """`detail` is for the log and the command line: server words, made harmless."""

    kind: FailureKind
    host: str = ""
    detail: str = ""

    @property
    def needs_person(self) -> bool:
        return self.kind in NEEDS_PERSON


@dataclass(frozen=True, slots=True)
class Sentences:
    happened: str
    safe: str
    advice: str


def _three(happened: str, safe: str, advice: str) -> Sentences:
    return Sentences(happened, safe, advice)


_NOTHING_CHANGED = QT_TRANSLATE_NOOP("Failure", "No mail was changed.")
_SAVED_COMPLETE = QT_TRANSLATE_NOOP(
    "Failure", "Messages already saved are complete. Nothing unproven was deleted."
)
_UNAFFECTED = QT_TRANSLATE_NOOP("Failure", "Your saved mail is unaffected.")
_NOT_SENT = QT_TRANSLATE_NOOP("Failure", "Your password was not sent.")
_NOTHING_DELETED = QT_TRANSLATE_NOOP("Failure", "Nothing was deleted from the server.")
_AGAIN = QT_TRANSLATE_NOOP("Failure", "Try again in a few minutes.")

SENTENCES = MappingProxyType(
    {
        FailureKind.UNREACHABLE: _three(
            QT_TRANSLATE_NOOP("Failure", "Hudhud could not reach %1."),
            _UNAFFECTED,
            QT_TRANSLATE_NOOP(
                "Failure", "Check the internet connection, then try again."
            ),
        ),
        FailureKind.TIMED_OUT: _three(
            QT_TRANSLATE_NOOP("Failure", "The server %1 took too long to answer."),
            _SAVED_COMPLETE,
            _AGAIN,
        ),
        FailureKind.CERTIFICATE: _three(
            QT_TRANSLATE_NOOP("Failure", "The server %1 could not prove who it is."),
            _NOT_SENT,
            QT_TRANSLATE_NOOP(
                "Failure", "Do not continue on public Wi-Fi. Ask your provider."
            ),
        ),
        FailureKind.NO_ENCRYPTION: _three(
            QT_TRANSLATE_NOOP(
                "Failure", "The server %1 offers no encryption in the way you chose."
            ),
            _NOT_SENT,
            QT_TRANSLATE_NOOP(
                "Failure",
                "Choose TLS on port 995 in the account, or ask your provider.",
            ),
        ),
        FailureKind.INJECTED: _three(
            QT_TRANSLATE_NOOP(
                "Failure", "Somebody on the line tampered with the connection to %1."
            ),
            _NOT_SENT,
            QT_TRANSLATE_NOOP("Failure", "Use another network, and TLS on port 995."),
        ),
        FailureKind.NOT_POP3: _three(
            QT_TRANSLATE_NOOP("Failure", "%1 answered, but not as a POP3 server does."),
            _NOT_SENT,
            QT_TRANSLATE_NOOP(
                "Failure", "Check the host and the port: 995 for TLS, 110 otherwise."
            ),
        ),
        FailureKind.SIGN_IN_REFUSED: _three(
            QT_TRANSLATE_NOOP(
                "Failure", "The server %1 refused the login name or password."
            ),
            _NOTHING_CHANGED,
            QT_TRANSLATE_NOOP(
                "Failure",
                "Enter it again. Gmail, Yahoo and others need an app password.",
            ),
        ),
        FailureKind.NO_PASSWORD: _three(
            QT_TRANSLATE_NOOP("Failure", "Hudhud has no password for %1."),
            _NOTHING_CHANGED,
            QT_TRANSLATE_NOOP("Failure", "Enter the password in the account."),
        ),
        FailureKind.IN_USE: _three(
            QT_TRANSLATE_NOOP(
                "Failure", "Another program is collecting from this mailbox on %1."
            ),
            QT_TRANSLATE_NOOP("Failure", "Nothing was lost."),
            _AGAIN,
        ),
        FailureKind.LOGIN_DELAY: _three(
            QT_TRANSLATE_NOOP("Failure", "%1 allows checks only now and then."),
            QT_TRANSLATE_NOOP("Failure", "Nothing was lost."),
            _AGAIN,
        ),
        FailureKind.SERVER_TROUBLE: _three(
            QT_TRANSLATE_NOOP("Failure", "The server %1 has trouble of its own."),
            _SAVED_COMPLETE,
            _AGAIN,
        ),
        FailureKind.OUT_OF_STEP: _three(
            QT_TRANSLATE_NOOP(
                "Failure", "The server %1 gave answers that make no sense."
            ),
            _SAVED_COMPLETE,
            QT_TRANSLATE_NOOP(
                "Failure", "Try again. If it stays so, the details help your provider."
            ),
        ),
        FailureKind.CONNECTION_LOST: _three(
            QT_TRANSLATE_NOOP("Failure", "The connection to %1 was lost."),
            _SAVED_COMPLETE,
            QT_TRANSLATE_NOOP("Failure", "Try again. The rest is fetched then."),
        ),
        FailureKind.DISK_FULL: _three(
            QT_TRANSLATE_NOOP("Failure", "There is no room on this computer."),
            _NOTHING_DELETED,
            QT_TRANSLATE_NOOP(
                "Failure", "Free some space, then try again. Hudhud stopped saving."
            ),
        ),
        FailureKind.ARCHIVE_TROUBLE: _three(
            QT_TRANSLATE_NOOP("Failure", "The archive could not be written or read."),
            _NOTHING_DELETED,
            QT_TRANSLATE_NOOP(
                "Failure", "Check the disk, then run the archive's verification."
            ),
        ),
        FailureKind.ARCHIVE_IN_USE: _three(
            QT_TRANSLATE_NOOP("Failure", "Hudhud is already open with this archive."),
            _UNAFFECTED,
            QT_TRANSLATE_NOOP("Failure", "Use its window, or close it first."),
        ),
        FailureKind.UNEXPECTED: _three(
            QT_TRANSLATE_NOOP("Failure", "Something went wrong inside Hudhud."),
            _SAVED_COMPLETE,
            QT_TRANSLATE_NOOP("Failure", "Try again. The details are in the log file."),
        ),
    }
)
