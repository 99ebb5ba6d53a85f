"""Octets in, events out; fed one octet at a time, so every test covers every cut."""

from collections.abc import Callable

import pytest

from hudhud.pop3 import commands
from hudhud.pop3.commands import Command
from hudhud.pop3.conversation import (
    Continuation,
    Conversation,
    End,
    Event,
    Piece,
    Reply,
)
from hudhud.pop3.errors import ConnectionLost, NotPop3, OutOfStep, WrongState
from hudhud.pop3.states import State

RETRIEVE = commands.retrieve(1)


def hear(conversation: Conversation, octets: bytes) -> list[Event]:
    """Feed octets one at a time; pieces that follow one another are joined."""
    heard: list[Event] = []
    for octet in octets:
        conversation.receive(bytes([octet]))
        while (event := conversation.next_event()) is not None:
            last = heard[-1] if heard else None
            if isinstance(event, Piece) and isinstance(last, Piece):
                heard[-1] = Piece(event.command, last.octets + event.octets)
            else:
                heard.append(event)
    return heard


def greeted(greeting: bytes = b"+OK ready\r\n") -> Conversation:
    conversation = Conversation()
    hear(conversation, greeting)
    return conversation


def in_transaction(line_end: bytes = b"\r\n") -> Conversation:
    conversation = greeted(b"+OK ready" + line_end)
    conversation.send(commands.password("secret"))
    hear(conversation, b"+OK" + line_end)
    return conversation


def content_of(conversation: Conversation, octets: bytes) -> bytes:
    """What one RETR gives, or fails where it does not end with these octets."""
    conversation.send(RETRIEVE)
    first, *pieces, last = hear(conversation, octets)
    assert isinstance(first, Reply) and first.ok
    assert last == End(RETRIEVE)
    return b"".join(piece.octets for piece in pieces if isinstance(piece, Piece))


def test_the_greeting_is_the_first_reply() -> None:
    heard = hear(Conversation(), b"+OK ready <1.2@example>\r\n")
    assert heard == [Reply(commands.GREETING, True, "ready <1.2@example>", "")]


def test_nothing_is_sent_before_it_is_taken() -> None:
    conversation = greeted()
    conversation.send(commands.user("thoth"))
    assert conversation.octets_to_send() == b"USER thoth\r\n"
    assert conversation.octets_to_send() == b""


def test_a_refusal_carries_its_response_code() -> None:
    conversation = greeted()
    conversation.send(commands.password("secret"))
    assert hear(conversation, b"-ERR [in-use] locked\r\n") == [
        Reply(commands.password("secret"), False, "[in-use] locked", "IN-USE")
    ]


def test_a_doubled_dot_is_undone_and_a_lone_dot_ends_the_message() -> None:
    octets = b"+OK\r\n..dotted\r\nplain\r\n...\r\n.\r\n"
    assert content_of(in_transaction(), octets) == b".dotted\r\nplain\r\n..\r\n"


def test_a_dot_that_was_not_doubled_is_dropped_as_the_standard_says() -> None:
    assert content_of(in_transaction(), b"+OK\r\n.x\r\n.\r\n") == b"x\r\n"


def test_an_empty_message_has_no_octets() -> None:
    assert content_of(in_transaction(), b"+OK\r\n.\r\n") == b""


def test_an_empty_line_at_the_start_is_content() -> None:
    assert content_of(in_transaction(), b"+OK\r\n\r\n\r\n.\r\n") == b"\r\n\r\n"


@pytest.mark.parametrize(
    "content",
    [
        b"before\n.\nafter\r\n",
        b"before\n.\r\nafter\r\n",
        b"before\r.\r\nafter\r\n",
        b"\n.\n\r\n",
        b"bare\rcarriage\r\rreturns\r\n",
        b"nul \0 and 8-bit \xff\xfe\r\n",
    ],
)
def test_in_crlf_mode_only_crlf_dot_crlf_ends_a_message(content: bytes) -> None:
    assert content_of(in_transaction(), b"+OK\r\n" + content + b".\r\n") == content


def test_a_server_that_writes_bare_line_feeds_is_read_by_line_feeds() -> None:
    conversation = in_transaction(b"\n")
    assert content_of(conversation, b"+OK\n..dotted\nplain\n.\n") == b".dotted\nplain\n"


def test_in_line_feed_mode_a_carriage_return_before_the_end_is_tolerated() -> None:
    conversation = in_transaction(b"\n")
    assert content_of(conversation, b"+OK\r\nplain\r\n.\r\n") == b"plain\r\n"


def test_a_long_line_is_content_like_any_other() -> None:
    content = b"x" * 100_000 + b"\r\n"
    conversation = in_transaction()
    conversation.send(RETRIEVE)
    conversation.receive(b"+OK\r\n" + content + b".\r\n")
    events = [conversation.next_event() for _ in range(3)]
    assert events[1:] == [Piece(RETRIEVE, content), End(RETRIEVE)]


def test_a_message_that_is_whole_is_one_reply_one_piece_and_an_end() -> None:
    conversation = in_transaction()
    conversation.send(RETRIEVE)
    conversation.receive(b"+OK 6\r\n..a\r\nb\r\n.\r\n")
    assert [conversation.next_event() for _ in range(4)] == [
        Reply(RETRIEVE, True, "6", ""),
        Piece(RETRIEVE, b".a\r\nb\r\n"),
        End(RETRIEVE),
        None,
    ]


def test_replies_are_matched_to_commands_by_order() -> None:
    conversation = in_transaction()
    numbers = [commands.retrieve(number) for number in (1, 2, 3)]
    for command in numbers:
        conversation.send(command)
    heard = hear(
        conversation, b"+OK\r\none\r\n.\r\n-ERR expunged\r\n+OK\r\nthree\r\n.\r\n"
    )
    assert heard == [
        Reply(numbers[0], True, "", ""),
        Piece(numbers[0], b"one\r\n"),
        End(numbers[0]),
        Reply(numbers[1], False, "expunged", ""),
        Reply(numbers[2], True, "", ""),
        Piece(numbers[2], b"three\r\n"),
        End(numbers[2]),
    ]


@pytest.mark.parametrize("challenge", [b"+ YWJj\r\n", b"+ \r\n", b"+\r\n"])
def test_a_plus_asks_for_the_next_response(challenge: bytes) -> None:
    conversation = greeted()
    command = commands.authenticate("PLAIN")
    conversation.send(command)
    assert hear(conversation, challenge) == [
        Continuation(command, challenge[2:].strip())
    ]
    conversation.send(commands.sasl_response(b"AAAA"))
    assert conversation.octets_to_send().endswith(b"\r\nAAAA\r\n")


def test_ok_before_any_response_is_taken_for_a_plus() -> None:
    conversation = greeted()
    command = commands.authenticate("PLAIN")
    conversation.send(command)
    assert hear(conversation, b"+OK go on\r\n") == [Continuation(command, b"")]
    assert conversation.state is State.AUTHORIZATION


def test_ok_behind_an_initial_response_signs_in() -> None:
    conversation = greeted()
    conversation.send(commands.authenticate("PLAIN", b"AAAA"))
    hear(conversation, b"+OK\r\n")
    assert conversation.state is State.TRANSACTION


def test_a_plus_is_no_reply_to_anything_but_a_sasl_exchange() -> None:
    conversation = in_transaction()
    conversation.send(commands.DROP_LISTING)
    with pytest.raises(OutOfStep):
        hear(conversation, b"+ YWJj\r\n")


@pytest.mark.parametrize(
    ("greeting", "name"),
    [
        (b"* OK IMAP4rev1 ready\r\n", "IMAP"),
        (b"220 mail.example ESMTP\r\n", "SMTP"),
        (b"HTTP/1.1 400 Bad Request\r\n", "HTTP"),
        (b"SSH-2.0-OpenSSH_9.2\r\n", "SSH"),
        (b"+ POP2 mail.example\r\n", "POP2"),
    ],
)
def test_the_greeting_of_another_protocol_is_named(greeting: bytes, name: str) -> None:
    with pytest.raises(NotPop3, match=f"^{name} greeting") as caught:
        hear(Conversation(), greeting)
    assert caught.value.step == "greeting"


@pytest.mark.parametrize("octets", [b"\x15\x03\x01\x00\x02\x02\x28", b"SSH-2.0"])
def test_octets_that_are_no_greeting_are_judged_when_the_line_ends(
    octets: bytes,
) -> None:
    conversation = Conversation()
    conversation.receive(octets)
    assert conversation.next_event() is None
    conversation.receive_end()
    with pytest.raises(NotPop3, match="greeting"):
        conversation.next_event()


@pytest.mark.parametrize(
    "reply",
    [b"\r\n", b"OK\r\n", b"+O\r\n", b"+OKAY\r\n", b" +OK\r\n", b"-ERROR\r\n", b"x"],
)
def test_anything_but_a_status_line_is_out_of_step(reply: bytes) -> None:
    conversation = in_transaction()
    conversation.send(commands.delete(1))
    with pytest.raises(OutOfStep) as caught:
        hear(conversation, reply)
    assert caught.value.step == "DELE"


@pytest.mark.parametrize("reply", [b"+ok fine\r\n", b"+Ok fine\r\n", b"+OK\tfine\r\n"])
def test_a_status_indicator_is_read_case_blind(reply: bytes) -> None:
    conversation = in_transaction()
    conversation.send(commands.NO_OPERATION)
    [heard] = hear(conversation, reply)
    assert heard == Reply(commands.NO_OPERATION, True, "fine", "")


def test_a_reply_while_nothing_is_outstanding_is_out_of_step() -> None:
    with pytest.raises(OutOfStep, match="out of turn"):
        hear(in_transaction(), b"+OK\r\n")


def test_a_server_that_stops_writing_crlf_is_out_of_step() -> None:
    conversation = in_transaction()
    conversation.send(commands.NO_OPERATION)
    with pytest.raises(OutOfStep):
        hear(conversation, b"+OK fine\n")


def test_what_echoes_a_secret_is_not_quoted() -> None:
    conversation = greeted()
    conversation.send(commands.password("canary"))
    with pytest.raises(OutOfStep) as caught:
        hear(conversation, b"? PASS canary\r\n")
    assert "canary" not in caught.value.detail


@pytest.mark.parametrize(
    "octets", [b"", b"+O", b"+OK\r\n", b"+OK\r\nhalf\r\n", b"+OK\r\nhalf\r\n."]
)
def test_an_end_in_mid_reply_is_a_lost_connection(octets: bytes) -> None:
    conversation = in_transaction()
    conversation.send(RETRIEVE)
    hear(conversation, octets)
    conversation.receive_end()
    with pytest.raises(ConnectionLost) as caught:
        conversation.next_event()
    assert caught.value.step == "RETR"


def test_what_came_before_the_end_is_still_told() -> None:
    conversation = in_transaction()
    conversation.send(commands.NO_OPERATION)
    conversation.receive(b"-ERR going down\r\n")
    conversation.receive_end()
    event = conversation.next_event()
    assert event == Reply(commands.NO_OPERATION, False, "going down", "")


def test_an_end_after_quit_was_answered_is_no_failure() -> None:
    conversation = in_transaction()
    conversation.send(commands.QUIT)
    hear(conversation, b"+OK bye\r\n")
    conversation.receive_end()
    assert conversation.next_event() is None
    assert conversation.state is State.UPDATE


def test_a_bare_end_mark_is_believed_when_nothing_follows_it() -> None:
    conversation = in_transaction()
    conversation.send(RETRIEVE)
    heard = hear(conversation, b"+OK\r\none\ntwo\n.\r\n")
    assert heard[-1] == Piece(RETRIEVE, b"one\ntwo")
    assert conversation.receive_pause()
    assert conversation.next_event() == Piece(RETRIEVE, b"\n")
    assert conversation.next_event() == End(RETRIEVE)
    assert conversation.is_idle


def test_a_bare_end_mark_with_replies_outstanding_is_out_of_step() -> None:
    conversation = in_transaction()
    conversation.send(RETRIEVE)
    conversation.send(commands.retrieve(2))
    hear(conversation, b"+OK\r\none\n.\r\n")
    with pytest.raises(OutOfStep):
        conversation.receive_pause()


@pytest.mark.parametrize("octets", [b"+OK\r\none\r\n", b"+OK\r\none\n.", b"+O"])
def test_a_pause_elsewhere_means_nothing(octets: bytes) -> None:
    conversation = in_transaction()
    conversation.send(RETRIEVE)
    hear(conversation, octets)
    assert not conversation.receive_pause()


def test_a_command_is_refused_where_it_is_not_permitted() -> None:
    with pytest.raises(WrongState, match="RETR 1 is not permitted in AUTHORIZATION"):
        greeted().send(RETRIEVE)


@pytest.mark.parametrize(
    "first",
    [
        commands.START_TLS,
        commands.password("secret"),
        commands.authenticate("PLAIN"),
        commands.QUIT,
    ],
)
def test_nothing_is_sent_behind_a_command_that_changes_the_state(
    first: Command,
) -> None:
    conversation = greeted()
    conversation.send(first)
    with pytest.raises(WrongState):
        conversation.send(commands.CAPABILITIES)


@pytest.mark.parametrize(
    ("start", "second"),
    [
        (greeted, commands.START_TLS),
        (greeted, commands.password("secret")),
        (greeted, commands.authenticate("PLAIN")),
        (in_transaction, commands.QUIT),
    ],
)
def test_a_command_that_changes_the_state_is_not_sent_behind_others(
    start: Callable[[], Conversation], second: Command
) -> None:
    conversation = start()
    conversation.send(commands.CAPABILITIES)
    with pytest.raises(WrongState):
        conversation.send(second)


def test_nothing_is_said_before_the_greeting() -> None:
    with pytest.raises(WrongState, match="behind greeting"):
        Conversation().send(commands.CAPABILITIES)


def test_octets_behind_a_reply_make_the_line_busy() -> None:
    conversation = greeted()
    conversation.send(commands.START_TLS)
    conversation.receive(b"+OK\r\n+OK injected\r\n")
    conversation.next_event()
    assert not conversation.is_idle


def test_what_is_awaited_has_a_name() -> None:
    conversation = Conversation()
    assert conversation.awaited == "greeting"
    hear(conversation, b"+OK\r\n")
    assert conversation.awaited == ""
    conversation.send(commands.sasl_response(b"AAAA"))
    assert conversation.awaited == "AUTH"
