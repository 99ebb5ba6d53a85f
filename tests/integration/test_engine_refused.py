"""Servers that let nobody in, speak something else, or never come to an end."""

from pathlib import Path

import pytest

from hudhud.domain.failures import FailureKind
from hudhud.domain.retention import DeleteOnceSaved
from support.bad_framing import Endless
from support.letters import many
from support.misbehaviours import (
    AUTH,
    IN_USE,
    LOCK_IN_WORDS,
    LOGIN_DELAY,
    NO_WORDS,
    SYS_PERM,
    SYS_TEMP,
    RefusesSignIn,
    greeting,
)
from support.trial import Setting, Trial, kind_of

LETTERS = many(5, 300)
IMPATIENT = Setting(timeout_s=0.3)

REFUSALS = {
    IN_USE: FailureKind.IN_USE,
    LOCK_IN_WORDS: FailureKind.IN_USE,
    LOGIN_DELAY: FailureKind.LOGIN_DELAY,
    SYS_TEMP: FailureKind.SERVER_TROUBLE,
    SYS_PERM: FailureKind.SERVER_TROUBLE,
    AUTH: FailureKind.SIGN_IN_REFUSED,
    NO_WORDS: FailureKind.SIGN_IN_REFUSED,
}


@pytest.mark.parametrize(("words", "kind"), REFUSALS.items())
def test_a_refused_sign_in_is_named_and_passes(
    words: str, kind: FailureKind, quick_path: Path
) -> None:
    with Trial(quick_path, LETTERS, RefusesSignIn(words)) as trial:
        report = trial.run(DeleteOnceSaved())
        assert kind_of(report) is kind
        assert report.failure is not None
        assert report.failure.detail == words
        trial.behave()
        trial.run(DeleteOnceSaved())
        trial.judge_complete(emptied=True)


GREETINGS = {
    b"* OK IMAP4rev1 ready\r\n": FailureKind.NOT_POP3,
    b"220 mail.example.org ESMTP\r\n": FailureKind.NOT_POP3,
    b"HTTP/1.1 400 Bad Request\r\n": FailureKind.NOT_POP3,
    b"\x00\xff\x1b[2J\r\n": FailureKind.NOT_POP3,
    b"-ERR [SYS/TEMP] not now\r\n": FailureKind.SERVER_TROUBLE,
    b"+OK <" + b"<" * 20_000 + b"\r\n": FailureKind.OUT_OF_STEP,
    b"@" * 20_000: FailureKind.OUT_OF_STEP,
}


@pytest.mark.parametrize(("octets", "kind"), GREETINGS.items(), ids=range(7))
def test_a_greeting_that_is_none_ends_the_run(
    octets: bytes, kind: FailureKind, quick_path: Path
) -> None:
    with Trial(quick_path, LETTERS, greeting(octets), setting=IMPATIENT) as trial:
        assert kind_of(trial.run()) is kind
        assert "PASS" not in trial.commands()


@pytest.mark.parametrize("keyword", ["CAPA", "UIDL", "LIST"])
def test_a_listing_without_an_end_has_its_limits(
    keyword: str, quick_path: Path
) -> None:
    with Trial(quick_path, LETTERS, Endless(keyword)) as trial:
        assert kind_of(trial.run()) is FailureKind.OUT_OF_STEP
        trial.behave()
        trial.run(DeleteOnceSaved())
        trial.judge_complete(emptied=True)


def test_a_unique_id_of_any_length_is_refused_before_it_fills_the_memory(
    quick_path: Path,
) -> None:
    with Trial(quick_path, LETTERS, setting=Setting(uids=("x" * 9000,))) as trial:
        assert kind_of(trial.run()) is FailureKind.OUT_OF_STEP
