"""Whatever fails, a person is told what happened, what is safe and what to do."""

import pytest

from hudhud.domain.failures import NEEDS_PERSON, SENTENCES, Failure, FailureKind

UNSAID = frozenset(
    {
        FailureKind.CERTIFICATE,
        FailureKind.NO_ENCRYPTION,
        FailureKind.INJECTED,
        FailureKind.NOT_POP3,
    }
)


@pytest.mark.parametrize("kind", FailureKind)
def test_every_kind_has_three_sentences(kind: FailureKind) -> None:
    told = SENTENCES[kind]
    parts = (told.happened, told.safe, told.advice)
    for sentence in parts:
        assert sentence[0].isupper() or sentence.startswith("%1")
        assert sentence.endswith(".")
        assert not sentence.startswith(" ")
    assert len(set(parts)) == 3


@pytest.mark.parametrize("kind", FailureKind)
def test_only_the_first_sentence_names_the_server(kind: FailureKind) -> None:
    told = SENTENCES[kind]
    assert told.happened.count("%1") <= 1
    assert "%" not in told.happened.replace("%1", "")
    assert "%" not in told.safe + told.advice


@pytest.mark.parametrize("kind", FailureKind)
def test_lay_words_alone(kind: FailureKind) -> None:
    told = SENTENCES[kind]
    words = f"{told.happened} {told.safe} {told.advice}".split()
    jargon = {"UIDL", "RETR", "DELE", "STLS", "socket", "exception", "None"}
    assert not jargon & set(words)


@pytest.mark.parametrize("kind", sorted(UNSAID))
def test_before_verified_tls_it_says_that_no_password_was_sent(
    kind: FailureKind,
) -> None:
    assert SENTENCES[kind].safe == "Your password was not sent."


def test_what_waits_for_the_person_is_what_only_a_person_can_mend() -> None:
    waiting = {kind for kind in FailureKind if Failure(kind).needs_person}
    assert waiting == NEEDS_PERSON
    assert FailureKind.SIGN_IN_REFUSED in waiting
    assert FailureKind.CONNECTION_LOST not in waiting
