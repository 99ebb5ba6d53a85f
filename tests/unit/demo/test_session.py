"""The protocol of the demo server, without a socket."""

from base64 import b64encode

import pytest

from hudhud.demo.maildrop import Maildrop
from hudhud.demo.record import Record
from hudhud.demo.session import Session, State
from hudhud.demo.terms import Terms
from support.letters import dotted, empty_body, letter, maildrop_of, many


def session_on(maildrop: Maildrop, number: int = 1) -> Session:
    return Session(number, maildrop, Terms(), Record())


def signed_in(maildrop: Maildrop) -> Session:
    session = session_on(maildrop)
    ask(session, "USER demo")
    assert ask(session, "PASS demo").startswith("+OK")
    return session


def ask(session: Session, command: str) -> str:
    return session.answer(f"{command}\r\n".encode("latin-1")).decode("latin-1")


def plain(user: str, password: str, identity: str = "") -> str:
    return b64encode(f"{identity}\0{user}\0{password}".encode()).decode("ascii")


def test_a_session_signs_in_with_user_and_pass() -> None:
    session = session_on(Maildrop())
    assert ask(session, "USER demo").startswith("+OK")
    assert ask(session, "PASS demo").startswith("+OK")
    assert session.state is State.TRANSACTION


def test_a_session_signs_in_with_plain_at_once() -> None:
    session = session_on(Maildrop())
    assert ask(session, f"AUTH PLAIN {plain('demo', 'demo')}").startswith("+OK")


def test_a_session_signs_in_with_plain_after_a_challenge() -> None:
    session = session_on(Maildrop())
    assert ask(session, "AUTH PLAIN") == "+ \r\n"
    assert ask(session, plain("demo", "demo")).startswith("+OK")


def test_a_long_response_is_taken_where_a_long_command_is_not() -> None:
    session = session_on(Maildrop())
    ask(session, "AUTH PLAIN")
    assert ask(session, plain("demo", "x" * 600)).startswith("-ERR [AUTH]")
    assert "255" in ask(session, f"AUTH PLAIN {plain('demo', 'x' * 600)}")


def test_plain_can_be_cancelled() -> None:
    session = session_on(Maildrop())
    ask(session, "AUTH PLAIN")
    assert ask(session, "*") == "-ERR cancelled\r\n"
    assert session.record.violations == ()


@pytest.mark.parametrize("response", ["????", b64encode(b"only one").decode(), "="])
def test_a_broken_plain_response_is_malformed(response: str) -> None:
    session = session_on(Maildrop())
    ask(session, "AUTH PLAIN")
    assert ask(session, response).startswith("-ERR")
    assert session.record.violations


def test_plain_may_not_act_for_another() -> None:
    session = session_on(Maildrop())
    reply = ask(session, f"AUTH PLAIN {plain('demo', 'demo', 'somebody')}")
    assert reply.startswith("-ERR [AUTH]")


def test_a_wrong_password_has_its_response_code() -> None:
    session = session_on(Maildrop())
    ask(session, "USER demo")
    assert ask(session, "PASS wrong").startswith("-ERR [AUTH]")
    assert session.state is State.AUTHORIZATION


def test_pass_is_refused_without_user_right_before_it() -> None:
    session = session_on(Maildrop())
    assert ask(session, "PASS demo").startswith("-ERR")
    ask(session, "USER demo")
    ask(session, "CAPA")
    assert ask(session, "PASS demo").startswith("-ERR")


def test_a_password_may_hold_blanks() -> None:
    terms = Terms(password=" two words ")
    session = Session(1, Maildrop(), terms, Record())
    ask(session, "USER demo")
    assert ask(session, "PASS  two words ").startswith("+OK")


@pytest.mark.parametrize(
    "line",
    [
        b"NOOP\n",
        b"NOOP \r\n",
        b" NOOP\r\n",
        b"NO\r\n",
        b"NOOPS\r\n",
        b"\r\n",
        b"NOOP\tx\r\n",
        b"NO\rOP\r\n",
        b"USER \xc3\xa4\r\n",
        b"NOOP x\r\n",
        b"STAT 1\r\n",
        b"RETR\r\n",
        b"RETR x\r\n",
        b"RETR 01\r\n",
        b"RETR +1\r\n",
        b"RETR  1\r\n",
        b"RETR 1 \r\n",
        b"RETR 1 2\r\n",
        b"TOP 1\r\n",
        b"TOP 1 -1\r\n",
        b"TOP 1  1\r\n",
        b"XTND\r\n",
        b"NOOP " + b"x" * 249 + b"\r\n",
    ],
)
def test_what_the_rfcs_do_not_allow_is_refused_and_noted(line: bytes) -> None:
    session = signed_in(maildrop_of([letter()]))
    assert session.answer(line).startswith(b"-ERR")
    assert len(session.record.violations) == 1


@pytest.mark.parametrize("command", ["STAT", "RETR 1", "DELE 1", "NOOP", "RSET"])
def test_the_maildrop_is_closed_before_the_sign_in(command: str) -> None:
    session = session_on(maildrop_of([letter()]))
    assert ask(session, command).startswith("-ERR")


@pytest.mark.parametrize("command", ["USER demo", "PASS demo", "STLS", "AUTH PLAIN"])
def test_nobody_signs_in_twice(command: str) -> None:
    assert ask(signed_in(Maildrop()), command).startswith("-ERR")


def test_keywords_are_case_blind() -> None:
    assert ask(signed_in(Maildrop()), "stat") == "+OK 0 0\r\n"


def test_listings_leave_out_what_is_marked() -> None:
    session = signed_in(maildrop_of(many(3, 300)))
    ask(session, "DELE 2")
    assert ask(session, "STAT") == "+OK 2 600\r\n"
    assert ask(session, "LIST").splitlines()[1:] == ["1 300", "3 300", "."]
    assert ask(session, "UIDL").splitlines()[1:] == ["1 uid-1", "3 uid-3", "."]


def test_one_line_of_a_listing_can_be_asked_for() -> None:
    session = signed_in(maildrop_of(many(2, 300)))
    assert ask(session, "LIST 2") == "+OK 2 300\r\n"
    assert ask(session, "UIDL 2") == "+OK 2 uid-2\r\n"


@pytest.mark.parametrize("command", ["RETR", "DELE", "LIST", "UIDL"])
@pytest.mark.parametrize("number", [0, 2, 3, 4_000_000_000])
def test_a_number_that_is_not_there_is_refused(command: str, number: int) -> None:
    session = signed_in(maildrop_of(many(2)))
    ask(session, "DELE 2")
    assert ask(session, f"{command} {number}").startswith("-ERR")
    assert session.record.violations == ()


def test_dots_are_stuffed() -> None:
    session = signed_in(maildrop_of([dotted()]))
    reply = ask(session, "RETR 1")
    assert reply.endswith(
        "\r\n..\r\n...\r\n..dot at start\r\nabc\r\n..\r\nend\r\n.\r\n"
    )


def test_a_message_that_begins_with_a_dot_is_stuffed() -> None:
    session = signed_in(maildrop_of([b".\r\n"]))
    assert ask(session, "RETR 1") == "+OK 3 octets\r\n..\r\n.\r\n"


def test_top_gives_the_header_block_and_so_many_lines() -> None:
    session = signed_in(maildrop_of([letter(body="one\r\n.two\r\nthree\r\n")]))
    assert ask(session, "TOP 1 0").endswith("A letter\r\n\r\n.\r\n")
    assert ask(session, "TOP 1 2").endswith("\r\n\r\none\r\n..two\r\n.\r\n")
    assert ask(session, "TOP 1 99").endswith("three\r\n.\r\n")


def test_top_of_an_empty_body_is_the_header_block() -> None:
    session = signed_in(maildrop_of([empty_body()]))
    assert ask(session, "TOP 1 5").endswith("Empty\r\n\r\n.\r\n")


def test_rset_takes_back_every_mark() -> None:
    maildrop = maildrop_of(many(2))
    session = signed_in(maildrop)
    ask(session, "DELE 1")
    ask(session, "RSET")
    ask(session, "QUIT")
    assert len(maildrop.letters) == 2


def test_only_quit_in_transaction_removes_what_is_marked() -> None:
    maildrop = maildrop_of(many(3))
    session = signed_in(maildrop)
    ask(session, "DELE 1")
    ask(session, "DELE 3")
    assert len(maildrop.letters) == 3
    assert ask(session, "QUIT").startswith("+OK")
    assert session.state is State.UPDATE
    assert [held.uid for held in maildrop.letters] == ["uid-2"]
    assert [gone.uid for gone in session.removed] == ["uid-1", "uid-3"]


def test_any_other_end_removes_nothing() -> None:
    maildrop = maildrop_of(many(2))
    session = signed_in(maildrop)
    ask(session, "DELE 1")
    session.end()
    assert len(maildrop.letters) == 2


def test_quit_before_the_sign_in_does_nothing() -> None:
    maildrop = maildrop_of(many(2))
    session = session_on(maildrop)
    assert ask(session, "QUIT").startswith("+OK")
    assert session.state is State.CLOSED


def test_a_maildrop_has_one_session_at_a_time() -> None:
    maildrop = maildrop_of(many(1))
    first, second = signed_in(maildrop), session_on(maildrop, 2)
    ask(second, "USER demo")
    assert ask(second, "PASS demo").startswith("-ERR [IN-USE]")
    second.end()
    first.end()
    assert signed_in(maildrop).state is State.TRANSACTION


def test_new_mail_waits_for_the_next_session() -> None:
    maildrop = maildrop_of(many(1, 300))
    session = signed_in(maildrop)
    maildrop.deliver(letter())
    assert ask(session, "STAT") == "+OK 1 300\r\n"


def test_quit_says_so_when_others_changed_the_maildrop() -> None:
    maildrop = maildrop_of(many(2))
    session = signed_in(maildrop)
    ask(session, "DELE 1")
    maildrop.empty()
    assert ask(session, "QUIT").startswith("-ERR")


def test_a_letter_with_a_refusal_is_listed_and_refused() -> None:
    maildrop = maildrop_of([letter()])
    (held,) = maildrop.letters
    maildrop.put([type(held)(held.uid, held.octets, "[SYS/PERM] unreadable")])
    session = signed_in(maildrop)
    assert "1 uid-1" in ask(session, "UIDL")
    assert ask(session, "RETR 1") == "-ERR [SYS/PERM] unreadable\r\n"


def test_capabilities_before_and_after_the_sign_in() -> None:
    before = ask(session_on(Maildrop()), "CAPA").splitlines()
    after = ask(signed_in(Maildrop()), "CAPA").splitlines()
    always = {"TOP", "UIDL", "RESP-CODES", "AUTH-RESP-CODE", "PIPELINING"}
    assert always | {"USER", "SASL PLAIN"} <= set(before)
    assert always <= set(after)
    assert not {"USER", "SASL PLAIN", "STLS"} & set(after)
