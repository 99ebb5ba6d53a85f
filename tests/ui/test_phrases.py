"""Everything a run may say has words, in both languages, with its values isolated."""

import pytest
from PySide6.QtWidgets import QApplication

from hudhud.archive.checkup import Verification
from hudhud.archive.rows import ViewKind
from hudhud.domain.events import NoticeKind, Phase, Progress, Report
from hudhud.domain.failures import Failure, FailureKind
from hudhud.domain.identifiers import AccountId, MessageId, UniqueId
from hudhud.domain.retention import Verdict
from hudhud.sync.look import Look
from hudhud.ui.language import install_language
from hudhud.ui.phrases import Phrases
from hudhud.ui.verbs import Reason
from hudhud.ui.words import strip_isolates

WORK = AccountId("work")


@pytest.fixture
def phrases(dressed: QApplication) -> Phrases:
    return Phrases()


def uids(count: int) -> tuple[UniqueId, ...]:
    return tuple(UniqueId(str(number)) for number in range(count))


@pytest.mark.parametrize("kind", list(FailureKind))
def test_a_failure_is_told_in_three_sentences_with_the_server_in_them(
    phrases: Phrases, kind: FailureKind
) -> None:
    told = phrases.failure(Failure(kind, "pop.example.org"))
    parts = (told.happened, told.safe, told.advice)
    assert all(part.endswith(".") and "%" not in part for part in parts)


def test_a_failure_speaks_the_persons_language(
    phrases: Phrases, dressed: QApplication
) -> None:
    install_language(dressed, "ar")
    told = phrases.failure(Failure(FailureKind.UNREACHABLE, "pop.example.org"))
    assert strip_isolates(told.happened) == "تعذّر الوصول إلى pop.example.org."
    assert "\N{LEFT-TO-RIGHT ISOLATE}pop.example.org" in told.happened


def test_a_failure_without_a_host_still_reads_as_a_sentence(phrases: Phrases) -> None:
    told = phrases.failure(Failure(FailureKind.TIMED_OUT))
    assert "the server" in strip_isolates(told.happened)


@pytest.mark.parametrize("phase", list(Phase))
def test_every_phase_has_words_with_and_without_numbers(
    phrases: Phrases, phase: Phase
) -> None:
    assert phrases.phase(phase)
    told = phrases.progress(Progress(WORK, phase, 3, 9, 5_000, 20_000))
    assert "%" not in told


@pytest.mark.parametrize("kind", list(NoticeKind))
def test_every_notice_is_a_sentence(phrases: Phrases, kind: NoticeKind) -> None:
    assert phrases.notice(kind, 3).endswith(".")


@pytest.mark.parametrize("reason", list(Reason))
def test_every_reason_has_words(phrases: Phrases, reason: Reason) -> None:
    assert phrases.reason(reason)


@pytest.mark.parametrize("kind", list(ViewKind))
def test_every_view_has_a_title(phrases: Phrases, kind: ViewKind) -> None:
    assert phrases.view_title(kind)


@pytest.mark.parametrize("verdict", [*Verdict, None])
def test_every_decision_has_words_and_a_number(
    phrases: Phrases, verdict: Verdict | None
) -> None:
    assert "3" in phrases.decided(verdict, 3)


@pytest.mark.parametrize(
    ("report", "new", "told"),
    [
        (Report(), 0, "Nothing new."),
        (Report(), 4, "4 new messages."),
        (Report(saved=uids(1)), 4, "1 message saved."),
        (
            Report(saved=uids(2), deleted=uids(1)),
            0,
            "2 messages saved. 1 message deleted from the server.",
        ),
        (Report(stopped=True), 0, "Stopped. Nothing was deleted."),
        (
            Report(saved=uids(3), set_aside=uids(1)),
            0,
            "3 messages saved. 1 message could not be read.",
        ),
    ],
)
def test_a_report_is_one_honest_line(
    phrases: Phrases, report: Report, new: int, told: str
) -> None:
    assert phrases.report(report, new) == told


def test_a_sign_in_test_says_what_waits_and_whether_it_was_encrypted(
    phrases: Phrases,
) -> None:
    told = strip_isolates(phrases.look(Look(messages=3, octets=2_100_000)))
    assert told.startswith("Signed in. 3 messages on the server.")
    assert told.endswith("not encrypted.")
    assert "encrypted" not in phrases.look(Look(secured="TLSv1.3"))


def test_a_verification_says_how_many_are_whole(phrases: Phrases) -> None:
    good = Verification(5, 5000, (), (), complete=True)
    bad = Verification(5, 5000, (MessageId(2),), (), complete=True)
    assert "Every one" in phrases.verified(good)
    assert "1 message" in phrases.verified(bad)
