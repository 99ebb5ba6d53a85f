"""One session after another against a script: the client must say, the server says."""

from collections.abc import Sequence

import pytest

from hudhud.pop3.client import Connection, Piece, Pop3Client, Refused, Wanted
from hudhud.pop3.errors import (
    ConnectionLost,
    OutOfStep,
    ServerTrouble,
    TimedOut,
    WrongState,
)
from hudhud.pop3.replies import DropListing, Listings, ScanLine, UniqueIdLine
from hudhud.pop3.transport import Stop
from support.pop3_sessions import (
    CAPABLE,
    PASSWORD,
    PLAINER,
    USER,
    client_of,
    opened,
    session,
    signed_in,
)
from support.scripted_pop3 import (
    Peer,
    ScriptedServer,
    Step,
    hang_up,
    hear,
    hear_the_end,
    reset,
    say,
)


def wanted(*numbers: int) -> Sequence[Wanted]:
    return [Wanted(number, 100) for number in numbers]


def message(number: int) -> bytes:
    return b"+OK\r\nmessage %d\r\n.\r\n" % number


def whole(number: int) -> Piece:
    return Piece(number, b"message %d\r\n" % number, last=True)


def alone(line: str) -> Step:
    """Hear this line and nothing behind it."""

    def step(peer: Peer) -> None:
        hear(line)(peer)
        assert not peer.has_more()

    return step


def test_a_whole_session_from_greeting_to_quit() -> None:
    with session(
        hear("STAT", "UIDL", "LIST"),
        say(b"+OK 2 220\r\n+OK\r\n1 aa\r\n2 bb\r\n.\r\n+OK\r\n1 100\r\n2 120\r\n.\r\n"),
        hear("RETR 1", "RETR 2"),
        say(message(1) + message(2)),
        hear("DELE 2", "DELE 1"),
        say(b"+OK\r\n+OK\r\n"),
        hear("QUIT"),
        say(b"+OK bye\r\n"),
    ) as client:
        assert client.secured == ""
        assert client.listings() == Listings(
            DropListing(2, 220),
            (ScanLine(1, 100), ScanLine(2, 120)),
            (UniqueIdLine(1, b"aa"), UniqueIdLine(2, b"bb")),
            malformed=0,
        )
        assert list(client.retrieve(wanted(1, 2))) == [whole(1), whole(2)]
        assert client.delete([1, 2]) == {2: True, 1: True}
        assert client.quit()


@pytest.mark.parametrize("lock_step", [True, False])
def test_without_pipelining_every_command_waits_for_its_reply(lock_step: bool) -> None:
    capabilities = CAPABLE if lock_step else PLAINER
    with session(
        alone("STAT"),
        say(b"+OK 1 100\r\n"),
        alone("UIDL"),
        say(b"+OK\r\n1 aa\r\n.\r\n"),
        alone("LIST"),
        say(b"+OK\r\n1 100\r\n.\r\n"),
        alone("RETR 1"),
        say(message(1)),
        alone("RETR 2"),
        say(message(2)),
        alone("DELE 2"),
        say(b"+OK\r\n"),
        alone("DELE 1"),
        say(b"-ERR\r\n"),
        capabilities=capabilities,
        lock_step=lock_step,
    ) as client:
        client.listings()
        assert list(client.retrieve(wanted(1, 2))) == [whole(1), whole(2)]
        assert client.delete([1, 2]) == {2: True, 1: False}


def test_a_server_without_capa_is_served_in_lock_step_and_not_asked_again() -> None:
    with session(
        alone("RETR 1"),
        say(message(1)),
        alone("RETR 2"),
        say(message(2)),
        capabilities=b"-ERR unknown command\r\n",
    ) as client:
        assert not client.capabilities.known
        assert list(client.retrieve(wanted(1, 2))) == [whole(1), whole(2)]


def test_one_refused_message_does_not_stop_the_others() -> None:
    with session(
        hear("RETR 1", "RETR 2", "RETR 3"),
        say(message(1) + b"-ERR it's gone\r\n" + message(3)),
    ) as client:
        items = list(client.retrieve(wanted(1, 2, 3)))
        assert items == [whole(1), Refused(2, "it's gone"), whole(3)]


def test_a_server_that_does_not_read_while_it_writes_is_no_deadlock() -> None:
    count, content = 4000, b"x" * 998 + b"\r\n"

    def serve(peer: Peer) -> None:
        for number in range(1, count + 1):
            assert peer.read_line() == f"RETR {number}"
            peer.say(b"+OK\r\n" + content * 10 + b".\r\n")

    with session(serve) as client:
        asked = [Wanted(number, len(content) * 10) for number in range(1, count + 1)]
        items = list(client.retrieve(asked))
    assert items == [Piece(line.number, content * 10, last=True) for line in asked]


def test_a_caller_may_rest_between_two_messages() -> None:
    with session(
        hear("RETR 1", "RETR 2"), say(message(1)), say(message(2)), hear("NOOP")
    ) as client:
        items = client.retrieve(wanted(1, 2))
        assert next(items) == whole(1)
        assert list(items) == [whole(2)]
        with pytest.raises(ConnectionLost):
            client.keep_alive(idle_s=0)


def test_a_connection_that_was_just_heard_needs_no_noop() -> None:
    with session(hear("QUIT"), say(b"+OK\r\n")) as client:
        client.keep_alive()
        client.quit()


def test_an_idle_connection_is_kept_alive() -> None:
    with session(hear("NOOP"), say(b"-ERR what?\r\n")) as client:
        client.keep_alive(idle_s=0)


def test_marks_can_be_taken_back() -> None:
    with session(hear("RSET"), say(b"+OK\r\n"), hear("RSET"), say(b"-ERR\r\n")) as it:
        it.reset()
        with pytest.raises(ServerTrouble):
            it.reset()


def test_a_refused_unique_id_listing_is_none_and_no_failure() -> None:
    with session(
        hear("STAT", "UIDL", "LIST"),
        say(b"+OK 1 100\r\n-ERR\r\n+OK\r\n1 100\r\nnonsense\r\n.\r\n"),
    ) as client:
        assert client.listings() == Listings(
            DropListing(1, 100), (ScanLine(1, 100),), None, malformed=1
        )


def test_an_empty_maildrop_may_refuse_to_be_listed() -> None:
    with session(
        hear("STAT", "UIDL", "LIST"), say(b"+OK 0 0\r\n-ERR none\r\n-ERR none\r\n")
    ) as client:
        assert client.listings() == Listings(DropListing(0, 0), (), (), malformed=0)


def test_a_drop_listing_without_sense_is_not_needed() -> None:
    with session(
        hear("STAT", "UIDL", "LIST"),
        say(b"+OK -1\r\n+OK\r\n1 aa\r\n.\r\n+OK\r\n1 100\r\n.\r\n"),
    ) as client:
        assert client.listings().drop is None


def test_a_refused_scan_listing_ends_the_session() -> None:
    with session(
        hear("STAT", "UIDL", "LIST"),
        say(b"+OK 1 100\r\n+OK\r\n1 aa\r\n.\r\n-ERR [SYS/TEMP] no\r\n"),
    ) as client:
        with pytest.raises(ServerTrouble) as caught:
            client.listings()
        assert caught.value.step == "LIST"


def test_first_lines_are_asked_for_with_top() -> None:
    with session(hear("TOP 2 20", "TOP 1 20"), say(message(2) + message(1))) as client:
        assert list(client.top(wanted(2, 1), 20)) == [whole(2), whole(1)]


def test_top_is_not_asked_of_a_server_that_does_not_announce_it() -> None:
    with session(capabilities=b"+OK\r\nUIDL\r\n.\r\n") as client:
        items = list(client.top(wanted(1, 2), 20))
        assert [type(item) for item in items] == [Refused, Refused]


def test_a_server_that_refuses_top_twice_is_not_asked_a_third_time() -> None:
    with session(
        hear("TOP 1 20"),
        say(b"-ERR\r\n"),
        hear("TOP 2 20"),
        say(b"-ERR\r\n"),
        capabilities=b"-ERR\r\n",
    ) as client:
        items = list(client.top(wanted(1, 2, 3, 4), 20))
        assert [item.number for item in items] == [1, 2, 3, 4]
        assert not client.capabilities.has_top


def test_a_server_that_knows_top_is_asked_on() -> None:
    with session(
        hear("TOP 1 20"),
        say(b"-ERR gone\r\n"),
        hear("TOP 2 20"),
        say(message(2)),
        hear("TOP 3 20"),
        say(b"-ERR gone\r\n"),
        capabilities=b"-ERR\r\n",
    ) as client:
        items = list(client.top(wanted(1, 2, 3), 20))
        assert items == [Refused(1, "gone"), whole(2), Refused(3, "gone")]


def test_the_answer_to_quit_may_be_a_refusal() -> None:
    with session(hear("QUIT"), say(b"-ERR some were not removed\r\n")) as client:
        assert not client.quit()


@pytest.mark.parametrize("ending", [hang_up, reset])
def test_a_lost_answer_to_quit_is_told(ending: Step) -> None:
    with session(hear("QUIT"), ending) as client:
        with pytest.raises(ConnectionLost) as caught:
            client.quit()
        assert caught.value.step == "QUIT"


def test_a_server_that_never_answers_quit_times_out() -> None:
    server = ScriptedServer(*signed_in(), hear("QUIT"), hear_the_end)
    with server, client_of(server, timeout_s=0.2) as client:
        client.open()
        client.sign_in(USER, PASSWORD)
        with pytest.raises(TimedOut):
            client.quit()


def test_octets_that_nobody_asked_for_end_the_session() -> None:
    with session(hear("STAT", "UIDL", "LIST"), say(b"\r\n")) as client:
        with pytest.raises(OutOfStep) as caught:
            client.listings()
        assert caught.value.step == "STAT"


def test_a_client_that_is_not_open_can_only_be_closed() -> None:
    with ScriptedServer(*opened(), hear_the_end) as server:
        client = Pop3Client(Connection(server.address, 10, None), Stop())
        client.close()
        with pytest.raises(WrongState):
            client.listings()
        client.open()
        client.close()
        client.close()
        with pytest.raises(WrongState):
            client.quit()
        with pytest.raises(WrongState):
            client.open()
