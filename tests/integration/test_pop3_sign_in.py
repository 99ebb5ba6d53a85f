"""Signing in on a plain line: what is said, waited for, refused and never shown."""

from base64 import b64encode
from threading import Event, Timer

import pytest

from hudhud.pop3.client import Connection, Pop3Client
from hudhud.pop3.errors import MaildropInUse, ServerTrouble, SignInRefused
from hudhud.pop3.transport import Stop
from support.pop3_sessions import CAPABLE, PASSWORD, USER, client_of, opened
from support.scripted_pop3 import (
    ScriptedServer,
    happened,
    hear,
    hear_the_end,
    say,
    wait_for,
)


@pytest.mark.parametrize(
    ("reply", "kind"),
    [
        (b"-ERR [AUTH] wrong\r\n", SignInRefused),
        (b"-ERR wrong\r\n", SignInRefused),
        (b"-ERR [IN-USE] wait\r\n", MaildropInUse),
        (b"-ERR [SYS/TEMP] later\r\n", ServerTrouble),
    ],
)
def test_a_refused_password_is_told_by_its_kind(
    reply: bytes, kind: type[Exception]
) -> None:
    steps = [hear(f"USER {USER}"), say(b"+OK\r\n"), hear(f"PASS {PASSWORD}")]
    server = ScriptedServer(*opened(), *steps, say(reply))
    with server, client_of(server) as client:
        client.open()
        with pytest.raises(kind):
            client.sign_in(USER, PASSWORD)


def test_a_password_is_waited_for_longer_than_anything_else() -> None:
    heard, go_on = Event(), Event()
    server = ScriptedServer(
        *opened(),
        hear(f"USER {USER}"),
        say(b"+OK\r\n"),
        hear(f"PASS {PASSWORD}"),
        happened(heard),
        wait_for(go_on),
        say(b"+OK\r\n"),
        hear("CAPA"),
        say(CAPABLE),
    )
    # The server thinks for several times as long as it may be silent elsewhere.
    thinking = Timer(0.4, go_on.set)
    with server, client_of(server, timeout_s=0.1) as client:
        client.open()
        thinking.start()
        client.sign_in(USER, PASSWORD)
    assert heard.is_set()


@pytest.mark.parametrize("octet", ["\r", "\n", "\0"])
def test_a_password_with_a_line_break_is_never_said(octet: str) -> None:
    server = ScriptedServer(*opened(), hear_the_end)
    with server, client_of(server) as client:
        client.open()
        with pytest.raises(SignInRefused):
            client.sign_in(USER, f"{PASSWORD}{octet}DELE 1")
        client.close()
    assert server.heard_plain == b"CAPA\r\n"


def test_the_trace_of_a_session_holds_no_secret() -> None:
    trace: list[str] = []
    forms = (PASSWORD, b64encode(PASSWORD.encode()).decode())
    echo = f"-ERR you said PASS {forms[0]} {forms[1]}\r\n".encode()
    steps = [hear(f"USER {USER}"), say(b"+OK\r\n"), hear(f"PASS {PASSWORD}"), say(echo)]
    with ScriptedServer(*opened(), *steps) as server:
        client = Pop3Client(Connection(server.address, 10, None), Stop(), trace.append)
        client.open()
        with pytest.raises(SignInRefused) as caught:
            client.sign_in(USER, PASSWORD)
        client.close()
    shown = "\n".join(trace) + repr(caught.value) + str(caught.value)
    assert "C: PASS ***" in trace
    assert not any(form in shown for form in forms)
