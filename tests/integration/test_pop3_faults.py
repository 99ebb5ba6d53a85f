"""Servers that are silent, hang up or are no POP3 servers; and people who stop."""

import socket
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from threading import Event, Thread
from time import monotonic

import pytest

from hudhud.domain.servers import Security, ServerAddress
from hudhud.pop3.client import Connection, Pop3Client, Wanted
from hudhud.pop3.errors import (
    ConnectionLost,
    LoginDelay,
    MaildropInUse,
    NotPop3,
    OutOfStep,
    Pop3Error,
    ServerTrouble,
    Stopped,
    TimedOut,
    Unreachable,
)
from hudhud.pop3.transport import Stop
from support.pop3_sessions import (
    GREETS,
    PASSWORD,
    USER,
    client_of,
    opened,
    signed_in,
)
from support.scripted_pop3 import (
    ScriptedServer,
    Step,
    hang_up,
    happened,
    hear,
    hear_octets,
    hear_the_end,
    reset,
    say,
)

STOP_WITHIN_S = 1.0

Act = Callable[[Pop3Client], None]


def open_only(client: Pop3Client) -> None:
    client.open()


def open_and_sign_in(client: Pop3Client) -> None:
    client.open()
    client.sign_in(USER, PASSWORD)


def open_and_list(client: Pop3Client) -> None:
    open_and_sign_in(client)
    client.listings()


def open_and_retrieve(client: Pop3Client) -> None:
    open_and_sign_in(client)
    assert list(client.retrieve([Wanted(1, 100), Wanted(2, 100)])) == []


def open_and_delete(client: Pop3Client) -> None:
    open_and_sign_in(client)
    client.delete([1])


# Where a session may be when something goes wrong: the step, the way there, the deed.
PLACES: list[tuple[str, list[Step], Act]] = [
    ("greeting", [], open_only),
    ("greeting", [say(b"+OK rea")], open_only),
    ("CAPA", [GREETS, hear("CAPA")], open_only),
    ("CAPA", [GREETS, hear("CAPA"), say(b"+OK\r\nTOP\r\n.\r")], open_only),
    ("USER", [*opened(), hear(f"USER {USER}")], open_and_sign_in),
    ("STAT", [*signed_in(), hear("STAT", "UIDL", "LIST")], open_and_list),
    (
        "UIDL",
        [*signed_in(), hear("STAT"), say(b"+OK 1 2\r\n+OK\r\n1 a")],
        open_and_list,
    ),
    ("RETR", [*signed_in(), hear("RETR 1", "RETR 2")], open_and_retrieve),
    ("RETR", [*signed_in(), hear("RETR 1"), say(b"+OK\r\nhalf")], open_and_retrieve),
    ("RETR", [*signed_in(), hear("RETR 1"), say(b"+OK\r\nx\r\n.")], open_and_retrieve),
    ("DELE", [*signed_in(), hear("DELE 1")], open_and_delete),
]


SPOKEN_TO = [place for place in PLACES if place[0] != "greeting"]


@pytest.mark.parametrize(("step", "way", "act"), PLACES)
def test_a_server_that_hangs_up_leaves_an_error_that_tells_where(
    step: str, way: list[Step], act: Act
) -> None:
    server = ScriptedServer(*way, hang_up)
    with server, client_of(server) as client:
        with pytest.raises(ConnectionLost) as caught:
            act(client)
        assert caught.value.step == step


@pytest.mark.parametrize(("step", "way", "act"), SPOKEN_TO)
def test_a_server_that_resets_leaves_an_error_that_tells_where(
    step: str, way: list[Step], act: Act
) -> None:
    server = ScriptedServer(*way, reset)
    with server, client_of(server) as client:
        with pytest.raises(ConnectionLost) as caught:
            act(client)
        assert caught.value.step == step


def test_a_reset_in_place_of_a_greeting_is_told_as_the_system_tells_it() -> None:
    server = ScriptedServer(reset)
    with (
        server,
        client_of(server) as client,
        pytest.raises((ConnectionLost, Unreachable)),
    ):
        client.open()


@pytest.mark.parametrize(
    ("step", "way", "act"), [place for place in PLACES if place[0] != "USER"]
)
def test_a_server_that_falls_silent_times_out_where_it_did(
    step: str, way: list[Step], act: Act
) -> None:
    server = ScriptedServer(*way, hear_the_end)
    with server, client_of(server, timeout_s=0.1) as client:
        with pytest.raises(TimedOut) as caught:
            act(client)
        assert caught.value.step == step


def test_a_server_that_hangs_on_capa_can_be_asked_without_it() -> None:
    steps = [GREETS, hear(f"USER {USER}"), say(b"+OK\r\n"), hear(f"PASS {PASSWORD}")]
    with ScriptedServer(*steps, say(b"+OK\r\n"), hear("QUIT"), hang_up) as server:
        client = Pop3Client(
            Connection(server.address, 10, None), Stop(), ask_capabilities=False
        )
        client.open()
        client.sign_in(USER, PASSWORD)
        with pytest.raises(ConnectionLost):
            client.quit()


@pytest.mark.parametrize(
    ("greeting", "kind"),
    [
        (b"-ERR [SYS/TEMP] try later\r\n", ServerTrouble),
        (b"-ERR go away\r\n", ServerTrouble),
        (b"-ERR [IN-USE] busy\r\n", MaildropInUse),
        (b"-ERR [LOGIN-DELAY] too soon\r\n", LoginDelay),
        (b"* OK IMAP4rev1 ready\r\n", NotPop3),
        (b"220 mail.example ESMTP\r\n", NotPop3),
        (b"HTTP/1.1 400 Bad Request\r\n\r\n<html>", NotPop3),
        (b"\x15\x03\x03\x00\x02\x02\x0a", NotPop3),
        (b"+OK " + b"<@" * 100_000, OutOfStep),
    ],
)
def test_a_greeting_that_is_no_welcome_ends_the_session(
    greeting: bytes, kind: type[Pop3Error]
) -> None:
    server = ScriptedServer(say(greeting), hang_up)
    with server, client_of(server) as client:
        with pytest.raises(kind) as caught:
            client.open()
        assert caught.value.step == "greeting"
    assert server.heard_plain == b""


def test_the_last_words_of_a_server_are_heard_before_its_hanging_up() -> None:
    server = ScriptedServer(
        *signed_in(), hear("RETR 1"), say(b"-ERR too many errors\r\n"), hang_up
    )
    with server, client_of(server) as client:
        open_and_sign_in(client)
        items = client.retrieve([Wanted(number, 100) for number in range(1, 500)])
        assert next(items).number == 1
        with pytest.raises(ConnectionLost):
            next(items)


def test_a_port_where_nobody_listens_is_unreachable() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    client = Pop3Client(_connection(port), Stop())
    with pytest.raises(Unreachable, match=r"127\.0\.0\.1") as caught:
        client.open()
    assert caught.value.step == "connect"


def _connection(port: int, security: Security = Security.NONE) -> Connection:
    return Connection(ServerAddress("127.0.0.1", port, security), 60, None)


@contextmanager
def crowded_port() -> Iterator[int]:
    """A port whose queue is full, so that a further connection gets no answer."""
    with ExitStack() as lines:
        listener = lines.enter_context(socket.socket())
        listener.bind(("127.0.0.1", 0))
        listener.listen(0)
        for _ in range(4):
            line = lines.enter_context(socket.socket())
            line.setblocking(False)
            line.connect_ex(listener.getsockname())
        yield listener.getsockname()[1]


class Run:
    """A session on a thread of its own, and how it ended."""

    def __init__(self, client: Pop3Client, act: Act) -> None:
        self._client = client
        self._act = act
        self._thread = Thread(target=self._run)
        self.is_under_way = Event()
        self.error: Exception | None = None
        self._thread.start()

    def seconds_to_end(self) -> float:
        began = monotonic()
        self._thread.join(30)
        assert not self._thread.is_alive()
        return monotonic() - began

    def _run(self) -> None:
        self.is_under_way.set()
        try:
            self._act(self._client)
        except Pop3Error as error:
            self.error = error
        finally:
            self._client.close()


@pytest.mark.parametrize(("step", "way", "act"), PLACES)
def test_stopping_ends_a_run_at_once_whatever_it_waits_for(
    step: str, way: list[Step], act: Act
) -> None:
    reached, stop = Event(), Stop()
    with ScriptedServer(*way, happened(reached), hear_the_end) as server:
        run = Run(Pop3Client(Connection(server.address, 60, None), stop), act)
        assert reached.wait(10)
        stop.set()
        assert run.seconds_to_end() < STOP_WITHIN_S
    assert isinstance(run.error, Stopped)


def test_stopping_ends_a_handshake_that_stalls() -> None:
    reached, stop = Event(), Stop()
    steps = [hear_octets, happened(reached), hear_the_end]
    with ScriptedServer(*steps, security=Security.TLS) as server:
        run = Run(Pop3Client(Connection(server.address, 60, None), stop), open_only)
        assert reached.wait(10)
        stop.set()
        assert run.seconds_to_end() < STOP_WITHIN_S
    assert isinstance(run.error, Stopped)


def test_stopping_ends_a_connection_that_gets_no_answer() -> None:
    stop = Stop()
    with crowded_port() as port:
        run = Run(Pop3Client(_connection(port), stop), open_only)
        assert run.is_under_way.wait(10)
        stop.set()
        assert run.seconds_to_end() < STOP_WITHIN_S
    assert isinstance(run.error, Stopped)


def test_a_stop_that_was_set_before_lets_nothing_begin() -> None:
    stop = Stop()
    stop.set()
    with crowded_port() as port, pytest.raises(Stopped):
        Pop3Client(_connection(port), stop).open()


def test_one_stop_serves_several_sessions_in_turn() -> None:
    stop = Stop()
    for _ in range(2):
        server = ScriptedServer(*opened(), hear_the_end)
        with server, client_of(server, stop=stop) as client:
            client.open()
    stop.set()
