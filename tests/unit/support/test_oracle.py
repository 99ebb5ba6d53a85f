"""The judge sees each of the wrongs it is there to see."""

from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import apsw
import pytest

from hudhud.archive.archive import open_archive
from hudhud.archive.intake import Arrival
from hudhud.domain.events import Report
from hudhud.domain.failures import Failure, FailureKind
from hudhud.domain.identifiers import AccountId, UniqueId
from hudhud.mime.identity import header_identity
from hudhud.mime.summary import summarize_header
from support.letters import many
from support.oracle import LONGEST_RUN_S, Evidence, judge, judge_report

ACCOUNT = AccountId("a1")
NOW = datetime(2026, 11, 23, tzinfo=UTC)
FIRST, SECOND = many(2)


def save(folder: Path, **messages: bytes) -> None:
    arrivals = [
        Arrival(
            account=ACCOUNT,
            uid=UniqueId(uid),
            octets=octets,
            summary=summarize_header(octets),
            identity=header_identity(octets),
            listed_octets=len(octets),
        )
        for uid, octets in messages.items()
    ]
    with closing(open_archive(folder)) as archive:
        archive.accounts.note(ACCOUNT, "Work")
        archive.intake.store(arrivals, NOW)


def test_what_is_in_order_passes(tmp_path: Path) -> None:
    save(tmp_path, u1=FIRST)
    judge(tmp_path, ACCOUNT, Evidence((FIRST, SECOND), (("u1", FIRST),)))


def test_octets_the_server_never_had_are_seen(tmp_path: Path) -> None:
    save(tmp_path, u1=FIRST[:-2])
    with pytest.raises(AssertionError, match="never had"):
        judge(tmp_path, ACCOUNT, Evidence((FIRST,)))


def test_a_message_saved_twice_is_seen(tmp_path: Path) -> None:
    save(tmp_path, u1=FIRST, u2=SECOND)
    with closing(apsw.Connection(str(tmp_path / "archive.db"))) as db:
        db.execute("UPDATE message SET content = (SELECT min(id) FROM content)")
    with pytest.raises(AssertionError, match="twice"):
        judge(tmp_path, ACCOUNT, Evidence((FIRST, SECOND)))


def test_a_deletion_of_what_is_not_saved_is_seen(tmp_path: Path) -> None:
    save(tmp_path, u1=FIRST)
    deleted = (("u2", SECOND),)
    with pytest.raises(AssertionError, match="deleted"):
        judge(tmp_path, ACCOUNT, Evidence((FIRST, SECOND), deleted))
    given_up = frozenset({"u2"})
    judge(tmp_path, ACCOUNT, Evidence((FIRST, SECOND), deleted, given_up))


def test_a_damaged_message_is_seen(tmp_path: Path) -> None:
    save(tmp_path, u1=FIRST)
    with closing(apsw.Connection(str(tmp_path / "archive.db"))) as db:
        db.execute("UPDATE content SET raw = zeroblob(length(raw))")
    with pytest.raises(AssertionError, match="damaged"):
        judge(tmp_path, ACCOUNT, Evidence((FIRST,)))


def test_a_run_without_an_end_in_time_is_seen() -> None:
    report = Report(failure=Failure(FailureKind.TIMED_OUT))
    judge_report(report, LONGEST_RUN_S - 1)
    with pytest.raises(AssertionError):
        judge_report(report, LONGEST_RUN_S)
