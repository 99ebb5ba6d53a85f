"""The misbehaving server does wrong what it is told to, and nothing else."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from hudhud.demo.maildrop import Maildrop
from hudhud.demo.terms import Terms
from hudhud.domain.servers import Security
from support.bad_framing import (
    BehindStls,
    ClosesAfterErrors,
    Endless,
    ExtraReply,
    GluedEnd,
    Late,
    MissingReply,
    MixesAnswers,
    Slow,
    Unstuffed,
)
from support.certificates import Certificates
from support.letters import ODD_UNIQUE_IDS, dotted, maildrop_of, many
from support.misbehaving import MisbehavingServer, Misbehaviour
from support.misbehaviours import (
    LOGIN_DELAY,
    SYS_TEMP,
    Doubled,
    EmptyRetr,
    IgnoresDele,
    KeepsAtQuit,
    LineFeedsOnly,
    MalformedLines,
    NumbersAsUniqueIds,
    Refuses,
    RefusesSignIn,
    Say,
    ServerFields,
    SessionUniqueIds,
    Shrunken,
    WholeTop,
    Without,
    WrongSizes,
    greeting,
)
from support.raw_client import RawClient

OCTETS = 300


@contextmanager
def talking(
    *wrong: Misbehaviour, maildrop: Maildrop | None = None
) -> Iterator[RawClient]:
    """A client, not yet signed in, at a server with three letters."""
    held = maildrop or maildrop_of(many(3, OCTETS))
    with MisbehavingServer(held, *wrong) as server, RawClient(server.port) as client:
        yield client


@contextmanager
def signed_in(
    *wrong: Misbehaviour, maildrop: Maildrop | None = None
) -> Iterator[RawClient]:
    with talking(*wrong, maildrop=maildrop) as client:
        assert client.sign_in().startswith("+OK")
        yield client


def test_without_misbehaviour_it_behaves() -> None:
    with signed_in() as client:
        assert client.ask("STAT") == f"+OK 3 {3 * OCTETS}"
        assert len(client.retrieve(1)) == OCTETS
        assert client.ask("QUIT").startswith("+OK")


def test_another_protocol_may_greet() -> None:
    with talking(greeting(b"* OK IMAP4rev1 ready\r\n")) as client:
        assert client.greeting == "* OK IMAP4rev1 ready"


@pytest.mark.parametrize("command", ["CAPA", "UIDL", "TOP 1 0"])
def test_a_command_may_be_missing(command: str) -> None:
    with signed_in(Without((command.split()[0],))) as client:
        assert client.ask(command).startswith("-ERR")


def test_what_is_missing_is_not_announced() -> None:
    with talking(Without(("UIDL", "PIPELINING"))) as client:
        assert not {"UIDL", "PIPELINING"} & set(client.ask_lines("CAPA"))


@pytest.mark.parametrize("words", [LOGIN_DELAY, SYS_TEMP])
def test_a_sign_in_may_be_refused_once(words: str) -> None:
    with talking(RefusesSignIn(words, times=1)) as client:
        assert client.sign_in() == f"-ERR {words}"
        assert client.sign_in().startswith("+OK")


def test_a_listing_may_be_empty_in_one_session_only() -> None:
    maildrop = maildrop_of(many(3, OCTETS))
    empty = Shrunken(0, sessions=frozenset({2}))
    listed = []
    with MisbehavingServer(maildrop, empty) as server:
        for session in range(1, 4):
            with RawClient(server.port) as client:
                client.sign_in()
                listed.append((client.ask("STAT"), len(client.ask_lines("UIDL"))))
                assert client.ask_lines("LIST") == client.ask_lines("LIST")
                client.ask("QUIT")
            assert server.record.wait_for_ends(session)
    assert listed == [("+OK 3 900", 3), ("+OK 0 0", 0), ("+OK 3 900", 3)]


def test_a_listing_may_shrink() -> None:
    with signed_in(Shrunken(1)) as client:
        assert client.ask_lines("UIDL") == ["1 uid-1"]
        assert client.ask_lines("LIST") == ["1 300"]


@pytest.mark.parametrize("keyword", ["UIDL", "LIST"])
def test_lines_of_a_listing_may_be_malformed(keyword: str) -> None:
    with signed_in(MalformedLines(keyword)) as client:
        lines = client.ask_lines(keyword)
    assert len(lines) == 8
    assert "abc" in lines


def test_a_listing_may_say_ok_before_every_line() -> None:
    with signed_in(Doubled()) as client:
        assert client.ask_lines("UIDL")[0] == "+OK 1 uid-1"


def test_a_listing_may_hold_blanks_in_a_row() -> None:
    with signed_in(Doubled(before=b"", between=b"   ")) as client:
        assert client.ask_lines("UIDL")[0] == "1   uid-1"


def test_sizes_may_be_wrong() -> None:
    with signed_in(WrongSizes(by=-2)) as client:
        assert client.ask_lines("LIST")[0] == "1 298"
    with signed_in(WrongSizes(exactly=0)) as client:
        assert client.ask_lines("LIST")[0] == "1 0"


def test_unique_ids_may_be_odd() -> None:
    maildrop = maildrop_of(many(6), [*ODD_UNIQUE_IDS, ""])
    with signed_in(maildrop=maildrop) as client:
        lines = client.ask_lines("UIDL")
    assert lines == [f"{n} {uid}" for n, uid in enumerate([*ODD_UNIQUE_IDS, ""], 1)]


def test_unique_ids_may_change_with_the_session() -> None:
    with signed_in(SessionUniqueIds()) as client:
        assert client.ask_lines("UIDL") == ["1 s1.1", "2 s1.2", "3 s1.3"]


def test_unique_ids_may_be_numbers() -> None:
    with signed_in(NumbersAsUniqueIds()) as client:
        assert client.ask_lines("UIDL") == ["1 1", "2 2", "3 3"]


def test_all_lines_may_end_in_a_line_feed() -> None:
    with (
        MisbehavingServer(maildrop_of(many(1)), LineFeedsOnly()) as server,
        socket.create_connection(("127.0.0.1", server.port)) as line,
    ):
        assert line.recv(512).endswith(b"ready\n")


def test_top_may_be_the_whole_message_or_be_cut() -> None:
    with signed_in(WholeTop()) as client:
        assert len(client.ask_long("TOP 1 0")) == OCTETS
    with signed_in(WholeTop(octets=100)) as client:
        assert len(client.ask_long("TOP 1 0")) < 110


def test_one_message_may_be_refused() -> None:
    with signed_in(Refuses(2)) as client:
        assert client.ask("RETR 2") == "-ERR message not available"
        assert len(client.retrieve(3)) == OCTETS


def test_one_message_may_be_empty() -> None:
    with signed_in(EmptyRetr(2)) as client:
        assert client.retrieve(2) == b""


def test_dele_may_be_ignored() -> None:
    maildrop = maildrop_of(many(3))
    with signed_in(IgnoresDele(), maildrop=maildrop) as client:
        assert client.ask("DELE 1").startswith("+OK")
        assert client.ask("QUIT").startswith("+OK")
    assert len(maildrop.letters) == 3


def test_some_may_be_kept_at_quit() -> None:
    maildrop = maildrop_of(many(3))
    with signed_in(KeepsAtQuit((2,)), maildrop=maildrop) as client:
        client.ask("DELE 1")
        client.ask("DELE 2")
        assert client.ask("QUIT").startswith("-ERR")
    assert [letter.uid for letter in maildrop.letters] == ["uid-2", "uid-3"]


def test_the_server_may_write_fields_into_messages() -> None:
    maildrop = maildrop_of(many(1, OCTETS))
    with signed_in(ServerFields(), maildrop=maildrop) as client:
        assert client.ask_lines("LIST") == ["1 300"]
        client.ask_lines("UIDL")
        assert client.ask_lines("LIST") == ["1 315"]
        assert b"\r\nX-UIDL: uid-1\r\n\r\n" in client.retrieve(1)
        client.ask("QUIT")
    assert b"\r\nStatus: O\r\n\r\n" in maildrop.letters[0].octets


def test_a_message_with_written_fields_can_still_be_deleted() -> None:
    maildrop = maildrop_of(many(2))
    with signed_in(ServerFields(), maildrop=maildrop) as client:
        client.ask_lines("UIDL")
        client.ask("DELE 1")
        assert client.ask("QUIT").startswith("+OK")
    assert [letter.uid for letter in maildrop.letters] == ["uid-2"]


def test_answers_are_mixed_in_a_pipeline_only() -> None:
    with signed_in(MixesAnswers()) as client:
        whole = client.retrieve(1)
        client.say(b"RETR 1\r\nRETR 2\r\n")
        client.line()
        assert client.payload() != whole
        client.line()
        assert client.payload() == whole


def test_a_reply_too_many_or_too_few() -> None:
    with signed_in(ExtraReply("NOOP"), MissingReply("RSET")) as client:
        client.say(b"NOOP\r\nRSET\r\nSTAT\r\n")
        said = [client.line() for _ in range(3)]
    assert said == ["+OK", "+OK and one more", "+OK 3 900"]


def test_a_message_may_come_without_stuffing() -> None:
    with signed_in(Unstuffed(), maildrop=maildrop_of([dotted()])) as client:
        assert b"dot at start" not in client.ask_long("RETR 1")


def test_the_end_may_be_glued_to_the_text() -> None:
    with signed_in(GluedEnd(1)) as client:
        client.say(b"RETR 1\r\nQUIT\r\n")
        octets = client.rest()
    assert b"\r\n.\r\n" not in octets
    assert b"b.\r\n+OK" in octets


def test_a_listing_may_be_endless() -> None:
    with signed_in(Endless("UIDL", piece=b"1 x\r\n", octets=5000)) as client:
        client.say(b"UIDL\r\nQUIT\r\n")
        assert client.rest().count(b"1 x\r\n") == 1000


def test_a_slow_server_says_the_same() -> None:
    with signed_in(Slow(octets=3, pause_s=0.0005), Late(0.001, "STAT")) as client:
        assert client.ask("STAT") == "+OK 3 900"


def test_it_may_close_after_errors() -> None:
    with signed_in(ClosesAfterErrors(2)) as client:
        assert client.ask("NONE").startswith("-ERR")
        assert client.ask("NONE").startswith("-ERR")
        assert client.line() == ""


def test_octets_in_the_clear_may_follow_stls(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    certificates = Certificates(tmp_path_factory.mktemp("certificates"))
    terms = Terms(security=Security.STARTTLS, tls=certificates.server())
    wrong = BehindStls(b"+OK injected\r\n")
    with (
        MisbehavingServer(Maildrop(), wrong, terms=terms) as server,
        RawClient(server.port) as client,
    ):
        assert client.ask("STLS").startswith("+OK")
        assert client.line() == "+OK injected"


def test_a_canned_answer_once_in_a_session() -> None:
    with signed_in(Say("STAT", b"+OK -1\r\n", at=2)) as client:
        said = [client.ask("STAT") for _ in range(3)]
    assert said == ["+OK 3 900", "+OK -1", "+OK 3 900"]


def test_misbehaviours_can_be_taken_back() -> None:
    with MisbehavingServer(maildrop_of(many(1)), Without(("CAPA",))) as server:
        with RawClient(server.port) as client:
            assert client.ask("CAPA").startswith("-ERR")
        server.misbehaviours = ()
        with RawClient(server.port) as client:
            assert client.ask_lines("CAPA")
