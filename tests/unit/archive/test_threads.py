"""Which messages may belong to one conversation."""

from dataclasses import replace

from hudhud.archive.archive import Archive
from hudhud.domain.identifiers import MessageId
from support.archiving import SESHAT, arrival, list_them, store, summary


def stored(archive: Archive, *subjects: str) -> list[MessageId]:
    names = [f"u{number}" for number in range(len(subjects))]
    list_them(archive, names)
    about = zip(names, subjects, strict=True)
    return store(archive, *(arrival(n, about=summary(subject)) for n, subject in about))


def test_answers_are_found_by_the_subject_behind_their_prefix(archive: Archive) -> None:
    first, answer, arabic, _ = stored(
        archive, "Papyrus", "Re: Papyrus", "رد: Papyrus", "Reed"
    )
    assert set(archive.threads.candidates(answer)) == {first, answer, arabic}


def test_what_decides_comes_with_them(archive: Archive) -> None:
    about = replace(
        summary("Re: Papyrus"), message_id="<b@x>", thread=("<a@x>", "<c@x>")
    )
    list_them(archive, ["u1"])
    (message,) = store(archive, arrival("u1", about=about))
    found = archive.threads.candidates(message)[message]
    assert found == replace(about, recipients=())


def test_messages_without_a_subject_are_no_conversation(archive: Archive) -> None:
    one, _ = stored(archive, "", "")
    assert archive.threads.candidates(one) == {}


def test_another_account_has_its_own_conversations(archive: Archive) -> None:
    (message,) = stored(archive, "Papyrus")
    (other,) = store(archive, arrival("v1", about=summary("Papyrus"), account=SESHAT))
    assert set(archive.threads.candidates(message)) == {message}
    assert set(archive.threads.candidates(other)) == {other}


def test_a_message_that_is_gone_has_no_conversation(archive: Archive) -> None:
    assert archive.threads.candidates(MessageId(999)) == {}
