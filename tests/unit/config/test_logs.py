"""The log file."""

import logging
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from hudhud.config.logs import start_logging, stop_logging
from hudhud.config.paths import Profile, profile_at

log = logging.getLogger("hudhud.sync")


@pytest.fixture
def profile(tmp_path: Path) -> Profile:
    return profile_at(tmp_path)


@contextmanager
def logging_to(profile: Profile, level: int = logging.INFO) -> Iterator[None]:
    handler = start_logging(profile, level)
    try:
        yield
    finally:
        stop_logging(handler)


def test_what_a_room_says_stands_in_the_file(profile: Profile) -> None:
    with logging_to(profile):
        log.info("saved %d messages", 12)
    line = profile.log_file.read_text(encoding="utf-8")
    assert line.endswith("INFO hudhud.sync saved 12 messages\n")


def test_the_file_is_added_to_at_the_next_start(profile: Profile) -> None:
    for word in ("first", "second"):
        with logging_to(profile):
            log.info(word)
    assert len(profile.log_file.read_text().splitlines()) == 2


@pytest.mark.parametrize(("level", "lines"), [(logging.INFO, 0), (logging.DEBUG, 1)])
def test_details_are_written_when_asked_for(
    profile: Profile, level: int, lines: int
) -> None:
    with logging_to(profile, level):
        log.debug("C: UIDL")
    assert len(profile.log_file.read_text().splitlines()) == lines


def test_a_server_cannot_forge_a_line(profile: Profile) -> None:
    with logging_to(profile):
        log.info("the server said %s", "no\r\nINFO all is well\x1b[2J\x85")
    lines = profile.log_file.read_text(encoding="utf-8").splitlines()
    assert len(lines) == 1
    assert r"no\x0d\x0aINFO all is well\x1b[2J\x85" in lines[0]


def test_a_traceback_keeps_its_lines(profile: Profile) -> None:
    with logging_to(profile):
        try:
            raise LookupError("nothing here")
        except LookupError:
            log.exception("a run ended")
    assert "\nLookupError: nothing here\n" in profile.log_file.read_text()


@pytest.mark.skipif(os.name == "nt", reason="permissions are POSIX's")
def test_the_file_and_its_older_ones_are_the_owners_alone(
    profile: Profile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hudhud.config.logs.OCTETS_A_FILE", 200)
    before = os.umask(0)
    try:
        with logging_to(profile):
            for number in range(10):
                log.info("line %d of some length, so that the file is turned", number)
    finally:
        os.umask(before)
    modes = {
        each.name: stat.S_IMODE(each.stat().st_mode) for each in profile.state.iterdir()
    }
    assert set(modes) == {"hudhud.log"} | {f"hudhud.log.{n}" for n in (1, 2, 3)}
    assert set(modes.values()) == {0o600}


def test_a_log_that_cannot_be_opened_stops_nothing(profile: Profile) -> None:
    profile.log_file.mkdir()
    with logging_to(profile):
        log.info("unheard")
    assert list(profile.log_file.iterdir()) == []


def test_a_full_disk_prints_nothing(
    profile: Profile,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def no_space_left(record: logging.LogRecord) -> str:
        raise OSError(28, "No space left on device")

    handler = start_logging(profile)
    monkeypatch.setattr(handler, "format", no_space_left)
    log.info("lost")
    stop_logging(handler)
    assert capsys.readouterr().err == ""


def test_nothing_is_written_after_the_end(profile: Profile) -> None:
    with logging_to(profile):
        log.info("before")
    log.info("after")
    assert "after" not in profile.log_file.read_text()
