"""Servers that go wrong while the line holds: the engine makes the best of each.

Every run is judged by `support.oracle`; what is asserted here is what is done beyond
losing nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest

from hudhud.domain.events import NoticeKind
from hudhud.domain.failures import FailureKind
from hudhud.domain.identifiers import UniqueId
from hudhud.domain.retention import AskForEach, DeleteOnceSaved, KeepAll, Verdict
from hudhud.sync.plan import Job
from support.bad_framing import (
    ClosesAfterErrors,
    ExtraReply,
    GluedEnd,
    Late,
    MissingReply,
    MixesAnswers,
    Slow,
    Unstuffed,
)
from support.letters import ODD_UNIQUE_IDS, dotted, letter, letter_of, many
from support.misbehaving import Misbehaviour
from support.misbehaviours import (
    Doubled,
    EmptyRetr,
    IgnoresDele,
    KeepsAtQuit,
    LineFeedsOnly,
    MalformedLines,
    NumbersAsUniqueIds,
    Refuses,
    Say,
    ServerFields,
    SessionUniqueIds,
    Shrunken,
    WholeTop,
    Without,
    WrongSizes,
)
from support.trial import Setting, Trial, kind_of

ALIKE = tuple(many(5, 300))
OF_ALL_SIZES = tuple(letter_of(300 + 10 * number, number) for number in range(1, 7))
TWINS = Setting(uids=("twin", "twin", "other", "other", "other"))
IMPATIENT = Setting(timeout_s=0.3)
NEVER_AGAIN = Without(("PIPELINING",))
FIRST, SECOND = frozenset({1}), frozenset({2})


@dataclass(frozen=True, slots=True)
class Odd:
    """A server that is odd and yet gives and deletes everything."""

    name: str
    wrong: Sequence[Misbehaviour]
    setting: Setting = Setting()
    messages: Sequence[bytes] = ALIKE


HARMLESS = (
    Odd("nothing wrong", ()),
    Odd("no CAPA", [Without(("CAPA",))]),
    Odd("no UIDL", [Without(("UIDL",))]),
    Odd("no TOP", [Without(("TOP",))]),
    Odd("no UIDL and no TOP", [Without(("UIDL", "TOP"))]),
    Odd("none of the three", [Without(("CAPA", "UIDL", "TOP"))]),
    Odd(
        "none of the three, closes after errors",
        [ClosesAfterErrors(5), Without(("CAPA", "UIDL", "TOP"))],
    ),
    Odd("no UIDL and equal messages", [Without(("UIDL",))], messages=ALIKE[:1] * 4),
    Odd("equal messages", (), messages=ALIKE[:1] * 4),
    Odd("shared unique-ids", (), TWINS),
    Odd("shared unique-ids, no TOP", [Without(("TOP",))], TWINS),
    Odd(
        "one unique-id for equal messages", (), Setting(uids=("a",) * 4), ALIKE[:1] * 4
    ),
    Odd("empty unique-ids", (), Setting(uids=("", "", "x"))),
    Odd("odd unique-ids", (), Setting(uids=ODD_UNIQUE_IDS)),
    Odd("message-numbers as unique-ids", [NumbersAsUniqueIds()]),
    Odd("malformed UIDL lines", [MalformedLines("UIDL")]),
    Odd("malformed LIST lines", [MalformedLines("LIST")]),
    Odd("+OK before UIDL lines", [Doubled("UIDL")]),
    Odd("+OK before LIST lines", [Doubled("LIST")]),
    Odd("three blanks", [Doubled("UIDL", before=b"", between=b"   ")]),
    Odd("sizes a little too large", [WrongSizes(3)]),
    Odd("sizes too small", [WrongSizes(-250)]),
    Odd("sizes of zero", [WrongSizes(exactly=0)]),
    Odd("sizes that change", [WrongSizes(5, sessions=SECOND)]),
    Odd("TOP gives everything", [WholeTop()], TWINS),
    Odd("TOP is cut", [WholeTop(50)], TWINS),
    Odd("TOP is refused for one", [Refuses(2, "TOP")]),
    Odd("mixed answers to STAT", [MixesAnswers("STAT")]),
    Odd("mixed answers to UIDL", [MixesAnswers("UIDL")]),
    Odd("mixed answers to RETR", [MixesAnswers("RETR")], messages=OF_ALL_SIZES),
    Odd("mixed answers to DELE", [MixesAnswers("DELE")]),
    Odd("one more reply at RETR", [ExtraReply("RETR")], messages=OF_ALL_SIZES),
    Odd("STAT refused", [Say("STAT", b"-ERR\r\n")]),
    Odd("STAT without a size", [Say("STAT", b"+OK 5\r\n")]),
    Odd("slow", [Slow(200, 0.001)]),
    Odd("late", [Late(0.05, "RETR")], messages=ALIKE[:3]),
)


@pytest.mark.parametrize("odd", HARMLESS, ids=lambda odd: odd.name)
def test_everything_is_saved_once_and_deleted_all_the_same(
    odd: Odd, quick_path: Path
) -> None:
    with Trial(quick_path, odd.messages, *odd.wrong, setting=odd.setting) as trial:
        assert trial.run(KeepAll()).failure is None
        trial.judge_complete()
        assert trial.run(KeepAll()).saved == ()
        assert trial.run(DeleteOnceSaved()).failure is None
        trial.judge_complete(emptied=True)


@pytest.mark.parametrize("keyword", ["STAT", "UIDL", "RETR"])
def test_mixed_answers_are_never_risked_again(keyword: str, quick_path: Path) -> None:
    with Trial(quick_path, OF_ALL_SIZES, MixesAnswers(keyword)) as trial:
        trial.run()
        sessions = len(trial.server.record.ends)
        assert sessions == 2
        trial.run()
        assert len(trial.server.record.ends) == sessions + 1


def test_an_answer_that_never_came_puts_no_message_under_a_foreign_name(
    quick_path: Path,
) -> None:
    lost = MissingReply("RETR", times=1)
    with Trial(quick_path, OF_ALL_SIZES, lost, setting=IMPATIENT) as trial:
        report = trial.run()
        assert report.failure is None
        trial.judge_complete()


@pytest.mark.parametrize("pipelining", [[], [NEVER_AGAIN]], ids=["deep", "lock-step"])
def test_an_end_glued_to_the_text_sets_one_message_aside(
    pipelining: list[Misbehaviour], quick_path: Path
) -> None:
    wrong = [GluedEnd(2), *pipelining]
    with Trial(quick_path, OF_ALL_SIZES, *wrong, setting=IMPATIENT) as trial:
        report = trial.run(DeleteOnceSaved())
        assert report.set_aside == ("uid-2",)
        assert [one.uid for one in trial.maildrop.letters] == ["uid-2"]


@pytest.mark.parametrize("octets", [40, 400_000])
@pytest.mark.parametrize("place", [0, 2])
@pytest.mark.parametrize("pipelining", [[], [NEVER_AGAIN]], ids=["deep", "lock-step"])
def test_a_message_that_ends_itself_is_set_aside_and_never_deleted(
    pipelining: list[Misbehaviour], place: int, octets: int, quick_path: Path
) -> None:
    """Without byte-stuffing its own dot line ends it."""
    rest = "the rest of it\r\n" * (octets // 16)
    messages = list(OF_ALL_SIZES[:2])
    messages.insert(place, letter("Dot", f"before\r\n.\r\n{rest}", 9))
    with Trial(quick_path, messages, Unstuffed(), *pipelining) as trial:
        report = trial.run(DeleteOnceSaved())
        assert report.set_aside == (f"uid-{place + 1}",)
        assert len(trial.maildrop.letters) == 1


def test_new_unique_ids_in_each_session_double_nothing(quick_path: Path) -> None:
    with Trial(quick_path, ALIKE, SessionUniqueIds()) as trial:
        trial.run()
        for _ in range(3):
            report = trial.run(DeleteOnceSaved())
            assert report.saved == report.deleted == ()
            assert NoticeKind.RENUMBERED in report.notices
        trial.judge_complete()
        trial.behave()
        trial.run(DeleteOnceSaved())
        trial.run(DeleteOnceSaved())
        trial.judge_complete(emptied=True)


def test_a_renumbered_maildrop_keeps_what_was_known(quick_path: Path) -> None:
    with Trial(quick_path, ALIKE) as trial:
        trial.run()
        trial.maildrop.renumber(lambda number, letter: f"new-{number}")
        assert NoticeKind.RENUMBERED in trial.run(DeleteOnceSaved()).notices
        trial.judge_complete()
        trial.run(DeleteOnceSaved())
        trial.judge_complete(emptied=True)


def test_an_id_reused_for_new_mail_is_saved_before_it_is_deleted(
    quick_path: Path,
) -> None:
    with Trial(quick_path, ALIKE[:1]) as trial:
        trial.run(DeleteOnceSaved())
        trial.deliver(ALIKE[1], "uid-1")
        trial.run(DeleteOnceSaved())
        trial.run(DeleteOnceSaved())
        trial.judge_complete(emptied=True)


@pytest.mark.parametrize("keep", [0, 1, 2])
def test_a_listing_that_shrinks_once_changes_nothing(
    keep: int, quick_path: Path
) -> None:
    """Promise 3."""
    with Trial(quick_path, ALIKE, Shrunken(keep, sessions=SECOND)) as trial:
        trial.run()
        report = trial.run(DeleteOnceSaved())
        assert NoticeKind.LISTING_SHRANK in report.notices
        assert report.deleted == ()
        trial.run(DeleteOnceSaved())
        trial.judge_complete(emptied=True)


def test_a_small_listing_is_believed_in_the_end_whatever_the_clock_says(
    quick_path: Path,
) -> None:
    with Trial(quick_path, ALIKE) as trial:
        trial.run()
        trial.maildrop.put(trial.maildrop.letters[4:])
        trial.now -= timedelta(days=400)
        assert trial.run(DeleteOnceSaved()).deleted == ()
        assert trial.run(DeleteOnceSaved()).deleted == ("uid-5",)


def test_unique_ids_refused_for_once_forget_no_decision(quick_path: Path) -> None:
    refused = Say("UIDL", b"-ERR [SYS/TEMP] not now\r\n", sessions=SECOND)
    with Trial(quick_path, ALIKE, refused) as trial:
        trial.run(AskForEach(), Job(peek_lines=1))
        trial.decide(Verdict.SAVE_THEN_DELETE, "uid-1")
        trial.decide(Verdict.SAVE, "uid-2")
        assert kind_of(trial.run(AskForEach())) is FailureKind.SERVER_TROUBLE
        report = trial.run(AskForEach())
        assert report.saved == ("uid-1", "uid-2")
        assert report.deleted == ("uid-1",)


def test_far_fewer_octets_than_listed_are_never_the_licence_to_delete(
    quick_path: Path,
) -> None:
    with Trial(quick_path, ALIKE, WrongSizes(exactly=100_000)) as trial:
        assert trial.run(DeleteOnceSaved()).deleted == ()
        trial.judge_complete()


def test_line_feeds_alone_are_kept_as_they_came(quick_path: Path) -> None:
    setting = Setting(same=lambda octets: octets.replace(b"\r\n", b"\n"))
    messages = [*ALIKE, dotted()]
    with Trial(quick_path, messages, LineFeedsOnly(), setting=setting) as trial:
        trial.run(DeleteOnceSaved())
        trial.judge_complete(emptied=True)
        assert all(b"\r" not in octets for octets in trial.saved())


@pytest.mark.parametrize("wrong", [EmptyRetr(2), Refuses(2)], ids=["empty", "refused"])
def test_a_message_that_does_not_come_is_set_aside_and_left_there(
    wrong: Misbehaviour, quick_path: Path
) -> None:
    with Trial(quick_path, ALIKE, wrong) as trial:
        report = trial.run(DeleteOnceSaved())
        assert report.set_aside == ("uid-2",)
        assert len(report.deleted) == 4
        trial.behave()
        trial.run(job=Job(only=frozenset({UniqueId("uid-2")})))
        trial.run(DeleteOnceSaved())
        trial.judge_complete(emptied=True)


def test_deletions_that_are_ignored_are_told_of_and_do_not_loop(
    quick_path: Path,
) -> None:
    with Trial(quick_path, ALIKE, IgnoresDele()) as trial:
        trial.run(DeleteOnceSaved())
        for _ in range(2):
            report = trial.run(DeleteOnceSaved())
            assert NoticeKind.DELETION_IGNORED in report.notices
            assert report.deleted == report.saved == ()
        trial.judge_complete()


def test_what_quit_could_not_delete_is_deleted_the_next_time(quick_path: Path) -> None:
    with Trial(quick_path, ALIKE, KeepsAtQuit((1, 2), sessions=FIRST)) as trial:
        report = trial.run(DeleteOnceSaved())
        assert NoticeKind.DELETION_UNKNOWN in report.notices
        assert report.deleted == ()
        trial.run(DeleteOnceSaved())
        trial.judge_complete(emptied=True)


def test_a_refused_dele_leaves_that_message_alone(quick_path: Path) -> None:
    with Trial(quick_path, ALIKE, Refuses(2, "DELE", times=1)) as trial:
        assert len(trial.run(DeleteOnceSaved()).deleted) == 4
        trial.run(DeleteOnceSaved())
        trial.judge_complete(emptied=True)


def test_status_fields_that_a_server_writes_make_no_new_message(
    quick_path: Path,
) -> None:
    setting = Setting(same=without_server_fields)
    with Trial(quick_path, ALIKE, ServerFields(), setting=setting) as trial:
        assert len(trial.run().saved) == 5
        assert trial.run().saved == ()
        assert len(trial.run(DeleteOnceSaved()).deleted) == 5
        trial.judge_complete(emptied=True)


def without_server_fields(octets: bytes) -> bytes:
    lines = octets.split(b"\r\n")
    written = (b"Status:", b"X-UIDL:")
    return b"\r\n".join(line for line in lines if not line.startswith(written))


def test_rounds_bring_home_what_a_provider_hands_out_bit_by_bit(
    quick_path: Path,
) -> None:
    """As Gmail does: what was retrieved is hidden from the next session."""
    setting = Setting(in_rounds=True)
    with Trial(quick_path, OF_ALL_SIZES, Shrunken(4), setting=setting) as trial:
        trial.run(DeleteOnceSaved())
        trial.judge_complete(emptied=True)


def test_a_message_given_up_is_not_another_one_under_its_name(
    quick_path: Path,
) -> None:
    """Promise 1: what a person confirmed to lose is exactly what was shown."""
    with Trial(quick_path, ALIKE[:1]) as trial:
        trial.run(AskForEach(), Job(peek_lines=1))
        trial.decide(Verdict.DELETE, "uid-1")
        trial.maildrop.empty()
        trial.deliver(ALIKE[1], "uid-1")
        trial.run(AskForEach())
        assert [one.octets for one in trial.maildrop.letters] == [ALIKE[1]]
