"""Each fault happens once, at its step, and the server is well afterwards."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from hudhud.demo.maildrop import Maildrop
from support.faults import GARBAGE, Fault, Kind, Point, Step, step_faults
from support.letters import maildrop_of, many
from support.misbehaving import MisbehavingServer
from support.raw_client import RawClient

OCTETS = 400
SESSION = (
    b"CAPA\r\nUSER demo\r\nPASS demo\r\nSTAT\r\nLIST\r\nUIDL\r\nTOP 1 1\r\n"
    b"RETR 1\r\nNOOP\r\nRSET\r\nDELE 1\r\nQUIT\r\n"
)
STEPS = tuple(step for step in Step if step not in (Step.STLS, Step.AUTH))
ENDING = tuple(
    fault
    for fault in step_faults(STEPS)
    if fault.kind not in (Kind.GARBAGE, Kind.REFUSE, Kind.STALL)
)


def heard(server: MisbehavingServer, octets: bytes = SESSION) -> bytes:
    """What one whole session hears, from the greeting until the line ends."""
    try:
        with RawClient(server.port) as client:
            client.say(octets)
            begin = client.greeting.encode("latin-1") + b"\r\n"
            return begin + client.rest()
    except ConnectionError:
        return b""


@contextmanager
def talking(fault: Fault) -> Iterator[RawClient]:
    maildrop = maildrop_of(many(2, OCTETS))
    with MisbehavingServer(maildrop, fault) as server, RawClient(server.port) as client:
        yield client


def uids(maildrop: Maildrop) -> list[str]:
    return [letter.uid for letter in maildrop.letters]


def test_there_is_a_fault_for_every_step_and_kind() -> None:
    faults = list(step_faults())
    assert len(faults) == len(set(faults)) == 15 * 7 + 5 * 4 * 3 + 7


@pytest.mark.parametrize("fault", ENDING, ids=str)
def test_a_fault_ends_the_session_and_the_next_one_is_whole(fault: Fault) -> None:
    maildrop = maildrop_of(many(2, OCTETS))
    with MisbehavingServer(maildrop, fault) as server:
        broken = heard(server)
        assert server.record.wait_for_ends(1)
        acted = fault.point is Point.ACTED
        assert ("uid-1" not in uids(maildrop)) == acted
        whole = heard(server)
    assert whole.count(b"+OK") == 13
    assert whole.endswith(b" removed\r\n")
    assert not broken.endswith(b" removed\r\n")


@pytest.mark.parametrize("point", [Point.FIRST, Point.MIDDLE, Point.LAST, Point.DOT])
def test_a_message_is_cut_where_it_was_said(point: Point) -> None:
    served = {Point.FIRST: 1, Point.MIDDLE: 200, Point.LAST: 399, Point.DOT: 400}
    fault = Fault(Step.RETR, Kind.CLOSE, point, at=2)
    with talking(fault) as client:
        client.sign_in()
        assert len(client.retrieve(1)) == OCTETS
        client.ask("RETR 2")
        assert len(client.rest()) == served[point]


def test_a_lost_answer_to_quit_leaves_the_letters_deleted() -> None:
    maildrop = maildrop_of(many(2))
    fault = Fault(Step.QUIT, Kind.RESET, Point.ACTED)
    with MisbehavingServer(maildrop, fault) as server:
        heard(server)
        assert server.record.wait_for_ends(1)
        assert [letter.uid for letter in server.record.deleted] == ["uid-1"]


def test_a_quit_that_was_not_acted_upon_leaves_the_letters_there() -> None:
    maildrop = maildrop_of(many(2))
    with MisbehavingServer(maildrop, Fault(Step.QUIT, Kind.CLOSE)) as server:
        heard(server)
        assert server.record.wait_for_ends(1)
    assert uids(maildrop) == ["uid-1", "uid-2"]


def test_a_stalled_server_says_nothing_and_can_be_stopped() -> None:
    server = MisbehavingServer(maildrop_of(many(1)), Fault(Step.STAT, Kind.STALL))
    with server, stalled(server) as client, pytest.raises(TimeoutError):
        client.ask("STAT")
    assert server.record.wait_for_ends(1)


@contextmanager
def stalled(server: MisbehavingServer) -> Iterator[RawClient]:
    with RawClient(server.port, timeout_s=0.05) as client:
        client.sign_in()
        yield client
        server.stop()


@pytest.mark.parametrize(
    ("kind", "said"), [(Kind.GARBAGE, GARBAGE), (Kind.REFUSE, b"-ERR out of order\r\n")]
)
def test_after_some_faults_the_session_goes_on(kind: Kind, said: bytes) -> None:
    with talking(Fault(Step.STAT, kind)) as client:
        client.sign_in()
        client.say(b"STAT\r\nSTAT\r\nQUIT\r\n")
        octets = client.rest()
    assert octets.startswith(said + b"+OK 2 ")


def test_a_fault_is_on_record_with_the_command_it_struck() -> None:
    with MisbehavingServer(
        maildrop_of(many(1)), Fault(Step.STAT, Kind.CLOSE)
    ) as server:
        heard(server)
        assert server.record.wait_for_ends(1)
        assert "STAT" in server.record.commands
