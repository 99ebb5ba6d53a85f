"""The delay proxy adds its round trip once for each wait, and loses nothing."""

from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic

from hudhud.demo.maildrop import Maildrop
from hudhud.demo.server import DemoServer
from support.delay import DelayProxy, delay_process
from support.letters import maildrop_of, many
from support.raw_client import RawClient

ROUND_TRIP_S = 0.04


@contextmanager
def delayed(maildrop: Maildrop) -> Iterator[RawClient]:
    with (
        DemoServer(maildrop) as server,
        DelayProxy(server.port, ROUND_TRIP_S) as proxy,
        RawClient(proxy.port) as client,
    ):
        yield client


def test_every_wait_for_an_answer_costs_a_round_trip() -> None:
    with delayed(maildrop_of(many(1))) as client:
        begin = monotonic()
        client.sign_in()
        client.ask("STAT")
        assert monotonic() - begin >= 3 * ROUND_TRIP_S


def test_a_pipeline_waits_once_and_comes_whole() -> None:
    commands = b"".join(b"RETR %d\r\n" % number for number in range(1, 51))
    with delayed(maildrop_of(many(50, 20_000))) as client:
        client.sign_in()
        begin = monotonic()
        client.say(commands + b"QUIT\r\n")
        octets = client.rest()
        took = monotonic() - begin
    assert octets.count(b"+OK 20000 octets") == 50
    assert took < 25 * ROUND_TRIP_S


def test_a_lost_client_is_lost_at_the_server_too() -> None:
    with DemoServer(maildrop_of(many(1))) as server:
        with DelayProxy(server.port, 0.001) as proxy, RawClient(proxy.port):
            pass
        assert server.record.wait_for_ends(1)


def test_it_runs_in_a_process_of_its_own() -> None:
    with (
        DemoServer(maildrop_of(many(1))) as server,
        delay_process(server.port, 0.001) as port,
        RawClient(port) as client,
    ):
        assert client.sign_in().startswith("+OK")
