"""Finding: words in, rows out, the newest first."""

from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hudhud.archive.archive import ARCHIVE_FILE, Archive, open_archive
from hudhud.archive.database import Database
from hudhud.archive.index import IndexEntry
from hudhud.domain.identifiers import MessageId, UniqueId
from support.archiving import LATER, NOW, THOTH, arrival, list_them, peeked, summary
from support.archiving import store as store_all

BODIES = {
    "grain": "The granaries of Memphis are meeting their limits.",
    "cafe": "Un café à Genève, s'il vous plaît.",
    "arabic": "وصلت رسالتك إلى الإدارة، والحساب جاهز بتاريخ ١٢ مارس.",
    "tokyo": "東京都の天気は晴れです。",
    "marks": "محمّد كتب الرسائل",
}


def entry(message: MessageId, body: str, subject: str = "") -> IndexEntry:
    return IndexEntry(
        message=message,
        sender="Ani ani@example.org",
        recipients="Scribe scribe@example.net",
        subject=subject,
        body=body,
        files="papyrus.pdf",
        summary=None,
    )


@pytest.fixture
def filled(archive: Archive) -> Archive:
    list_them(archive, BODIES)
    ids = store_all(archive, *[arrival(uid) for uid in BODIES])
    bodies = zip(ids, BODIES.items(), strict=True)
    archive.index.put([entry(message, body, uid) for message, (uid, body) in bodies])
    return archive


def found(archive: Archive, query: str, typing: bool = False) -> set[str | None]:
    ids = archive.index.search(query, typing=typing)
    return {row.uid for row in archive.rows.page(ids)}


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("memphis", {"grain"}),
        ("MEMPHIS limit", {"grain"}),
        ("meet", {"grain"}),
        ("memphis geneve", set()),
        ("memphis OR geneve", {"grain", "cafe"}),
        ("cafe", {"cafe"}),
        ("CAFÉ genève", {"cafe"}),
        ('"granaries of memphis"', {"grain"}),
        ('"memphis of granaries"', set()),
        ("ani -memphis -cafe", {"arabic", "tokyo", "marks"}),
        ("-ani", set()),
        ("-memphis", {"cafe", "arabic", "tokyo", "marks"}),
        ("from:ani subject:cafe", {"cafe"}),
        ("to:ani", set()),
        ("to:scribe@example.net body:東京", {"tokyo"}),
        ("file:papyrus.pdf arabic", {"arabic"}),
        ("gran*", {"grain"}),
        ("gran", set()),
        ("الرسالة", {"arabic"}),
        ("رسائل", {"marks"}),
        ("حساب", {"arabic"}),
        ("محمد", {"marks"}),
        ("12", {"arabic"}),
        ("للإدارة", {"arabic"}),
        ("نص:حسابات", {"arabic"}),
        ("東京", {"tokyo"}),
        ("京都", {"tokyo"}),
        ("天気は晴", {"tokyo"}),
        ("都", {"tokyo"}),
        ("す", {"tokyo"}),
        ("大阪", set()),
        ("", set()),
        ("-", set()),
    ],
)
def test_words_find_their_messages(
    filled: Archive, query: str, names: set[str]
) -> None:
    assert found(filled, query) == names


def test_while_typing_a_beginning_is_enough(filled: Archive) -> None:
    assert found(filled, "memphis gran", typing=True) == {"grain"}
    assert found(filled, "رسا", typing=True) == {"arabic", "marks"}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.text(max_size=40))
def test_nothing_typed_is_an_error(filled: Archive, query: str) -> None:
    filled.index.search(query, 10, typing=True)


def test_what_cannot_be_typed_is_no_error(filled: Archive) -> None:
    assert found(filled, "memphis\0 \ud800 \ue000") == {"grain"}
    assert found(filled, "\0") == found(filled, "-\ue000") == set()
    assert found(filled, "memphis\0") == {"grain"}


def test_a_pasted_page_is_no_error(filled: Archive) -> None:
    assert list(filled.index.search("memphis " * 3000)) != []
    assert list(filled.index.search(" ".join(map(str, range(3000))))) == []


def test_the_newest_come_first_and_a_limit_holds(archive: Archive) -> None:
    names = [f"m{n}" for n in range(30)]
    list_them(archive, names)
    arrivals = [
        arrival(name, about=summary(sent_at=NOW + timedelta(hours=n * 7 % 30)))
        for n, name in enumerate(names)
    ]
    ids = store_all(archive, *arrivals)
    archive.index.put([entry(message, "common") for message in ids])
    everything = archive.index.search("common")
    dates = [row.date for row in archive.rows.page(everything)]
    assert dates == sorted(dates, reverse=True)
    for limit in (1, 5, 30, 99):
        assert archive.index.search("common", limit) == everything[:limit]


def test_very_many_are_found_by_asking_the_newest(archive: Archive) -> None:
    names = [f"m{n}" for n in range(3000)]
    list_them(archive, names)
    ids = [archive.rows.page([n])[0].id for n in range(1, 3001)]
    archive.index.put([entry(m, "common odd" if m % 2 else "common") for m in ids])
    for query in ("common", "odd", "common -odd", "odd -absent"):
        everything = archive.index.search(query)
        assert archive.index.search(query, 5) == everything[:5]


def test_those_that_stopped_coming_are_still_found(archive: Archive) -> None:
    list_them(archive, [f"m{n}" for n in range(3000)])
    old = [entry(MessageId(m), "bygone") for m in range(1, 2001)]
    archive.index.put(old)
    assert archive.index.search("bygone", 5) == archive.index.search("bygone")[:5]


def test_what_is_stored_is_pending_until_its_words_are_put(archive: Archive) -> None:
    one, two = store_all(archive, arrival("a"), arrival("b"))
    assert archive.index.pending(10) == [two, one]
    assert archive.index.pending(1) == [two]
    archive.index.put([entry(two, "x")])
    assert archive.index.pending(10) == [one]


def test_words_put_again_replace_the_former(archive: Archive) -> None:
    [message] = store_all(archive, arrival("a"))
    archive.index.put([entry(message, "former")])
    archive.index.put([entry(message, "latter")])
    assert found(archive, "former") == set()
    assert found(archive, "latter") == {"a"}


def test_one_stored_while_its_words_were_read_stays_pending(archive: Archive) -> None:
    [message] = store_all(archive, arrival("a"))
    assert archive.index.pending(1) == [message]
    archive.index.rebuild()
    with_new_turn = archive.index.pending(1)
    archive.index.put([entry(message, "x")])
    assert with_new_turn == [message]
    assert archive.index.pending(1) == []


def test_words_of_a_row_that_is_gone_are_not_kept(archive: Archive) -> None:
    archive.index.put([entry(MessageId(77), "ghost")])
    assert list(archive.index.search("ghost")) == []


def test_a_whole_message_completes_its_row(archive: Archive) -> None:
    [message] = store_all(archive, arrival("a"))
    about = summary("Whole", preview="Dear scribe")
    whole = IndexEntry(message, "", "", "", "", "", about)
    archive.index.put([whole])
    row = archive.rows.row(message)
    assert row is not None
    assert (row.subject, row.preview) == ("Whole", "Dear scribe")
    assert row.date == NOW


def test_peeked_rows_are_found_by_what_is_known_of_them(archive: Archive) -> None:
    archive.intake.peeked([peeked("tax"), peeked("barley")], NOW)
    assert archive.index.pending(10) == []
    assert archive.index.put_peeked(1) == 1
    assert archive.index.put_peeked(10) == 1
    assert archive.index.put_peeked(10) == 0
    assert found(archive, "subject:tax") == {"tax"}
    assert found(archive, "first lines from:ani") == {"tax", "barley"}


def test_a_peeked_row_that_is_stored_is_read_whole(archive: Archive) -> None:
    archive.intake.peeked([peeked("a")], NOW)
    [message] = store_all(archive, arrival("a"))
    assert archive.index.put_peeked(10) == 0
    assert archive.index.pending(10) == [message]


def test_a_row_that_was_taken_over_is_found_no_more(archive: Archive) -> None:
    list_them(archive, ["old"])
    store_all(archive, arrival("old", b"same"))
    list_them(archive, ["new"], LATER)
    archive.intake.peeked([peeked("new")], LATER)
    archive.index.put_peeked(10)
    assert found(archive, "new") == {"new"}
    archive.ledger.rebind(THOTH, [(UniqueId("old"), UniqueId("new"))], LATER)
    assert list(archive.index.search("new")) == []


def test_rebuilding_queues_everything_again(filled: Archive) -> None:
    filled.intake.peeked([peeked("p")], NOW)
    filled.index.put_peeked(10)
    filled.index.rebuild()
    assert list(filled.index.search("memphis")) == []
    assert len(filled.index.pending(100)) == len(BODIES)
    assert filled.index.put_peeked(10) == 1


def test_other_rules_of_spelling_call_for_a_new_index(folder: Path) -> None:
    with closing(open_archive(folder)) as archive:
        [message] = store_all(archive, arrival("a"))
        archive.index.put([entry(message, "x")])
    with closing(Database(folder / ARCHIVE_FILE)) as db, db.transaction():
        db.run("UPDATE setting SET value = '0' WHERE name = 'normaliser'")
    with closing(open_archive(folder)) as archive:
        assert archive.index.pending(10) == [message]
    with closing(open_archive(folder)) as archive:
        archive.index.put([entry(message, "x")])
        assert archive.index.pending(10) == []
