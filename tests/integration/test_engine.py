"""The engine with a real archive: the promises, each under its own name."""

import hashlib
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import apsw
import pytest

from hudhud.domain.identifiers import UniqueId
from hudhud.domain.messages import State
from hudhud.domain.retention import (
    AskForEach,
    DeleteAfter,
    DeleteOnceSaved,
    Verdict,
)
from hudhud.sync.plan import Job
from support.world import World, mail


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path / "archive")


def uids(*numbers: int) -> list[str]:
    return [f"u{number}" for number in numbers]


def test_everything_is_saved_octet_for_octet_and_kept(world: World) -> None:
    report = world.run()
    assert list(report.saved) == uids(1, 2, 3, 4)
    assert world.stored() == dict(world.server.mail)
    assert world.server.deleted == []
    assert report.kept == 4
    assert world.state("u1") is State.SAVED_ON_SERVER


def test_a_second_run_retrieves_nothing(world: World) -> None:
    world.run()
    world.server.retrieved.clear()
    assert world.run().saved == ()
    assert world.server.retrieved == []


def test_a_large_message_streams_and_is_whole(world: World) -> None:
    world.server.put("big", mail(9, size=3_000_000))
    world.run(DeleteOnceSaved())
    assert hashlib.sha256(world.stored()["big"]).digest() == (
        hashlib.sha256(mail(9, size=3_000_000)).digest()
    )
    assert world.server.mail == {}


def test_delete_once_saved_empties_the_server_in_one_run(world: World) -> None:
    everything = dict(world.server.mail)
    report = world.run(DeleteOnceSaved())
    assert list(report.deleted) == uids(1, 2, 3, 4)
    assert world.server.mail == {}
    assert world.stored() == everything
    assert world.state("u1") is State.SAVED


def test_days_pass_before_a_saved_message_is_deleted(world: World) -> None:
    world.run(DeleteAfter(2))
    world.now += timedelta(days=1)
    assert world.run(DeleteAfter(2)).deleted == ()
    world.now += timedelta(days=1)
    assert len(world.run(DeleteAfter(2)).deleted) == 4


def test_ask_saves_and_deletes_only_what_was_decided(world: World) -> None:
    world.run(AskForEach(), Job(peek_lines=3))
    world.decide(Verdict.SAVE, "u1")
    world.decide(Verdict.SAVE_THEN_DELETE, "u2")
    world.decide(Verdict.DELETE, "u3")
    world.decide(Verdict.KEEP, "u4")
    report = world.run(AskForEach())
    assert list(report.saved) == uids(1, 2)
    assert sorted(world.server.deleted) == uids(2, 3)
    assert world.state("u3") is State.REMOVED
    assert world.state("u2") is State.SAVED
    assert world.state("u4") is State.ON_SERVER


def test_proof_before_deletion(world: World) -> None:
    """Promise 1: damaged octets are never the licence to delete."""
    world.run()

    zeroed = (
        "UPDATE content SET raw = zeroblob(length(raw))"
        " WHERE id = (SELECT min(id) FROM content)"
    )
    with closing(apsw.Connection(str(world.folder / "archive.db"))) as db:
        db.execute(zeroed)
    report = world.run(DeleteOnceSaved())
    assert list(report.deleted) == uids(2, 3, 4)
    assert list(world.server.mail) == ["u1"]


def test_an_id_reused_for_other_mail_is_not_deleted_unsaved(world: World) -> None:
    """Promise 1: a name is no proof; what the server has under it is compared."""
    world.run()
    other = mail(77).ljust(len(world.server.mail[UniqueId("u1")]), b"\n")
    other = other[: len(world.server.mail[UniqueId("u1")])]
    world.server.mail[UniqueId("u1")] = other
    world.run(DeleteOnceSaved())
    assert world.server.mail == {UniqueId("u1"): other}


def test_without_first_lines_the_whole_message_is_compared(world: World) -> None:
    world.server.has_first_lines = False
    world.run()
    assert len(world.run(DeleteOnceSaved()).deleted) == 4
