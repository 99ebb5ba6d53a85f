"""However a stream is cut on its way, the events are the same when joined."""

from dataclasses import dataclass, replace

from hypothesis import given
from hypothesis import strategies as st

from hudhud.pop3 import commands
from hudhud.pop3.conversation import (
    Conversation,
    End,
    Event,
    Piece,
    Reply,
)
from hudhud.pop3.states import State

# Rich in what framing is about.
CONTENT = st.lists(
    st.sampled_from([b".", b"\r", b"\n", b"\r\n", b"\r\n.", b"\n.", b"a", b"\0\xff"]),
    max_size=30,
).map(b"".join)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server says to one RETR; None as content is a refusal."""

    content: bytes | None

    def on_the_wire(self, line_end: bytes) -> bytes:
        if self.content is None:
            return b"-ERR no" + line_end
        lines = self.content.split(line_end)
        stuffed = [b"." + line if line[:1] == b"." else line for line in lines]
        return b"+OK" + line_end + line_end.join(stuffed) + b"." + line_end


def answers(line_end: bytes) -> st.SearchStrategy[list[Answer]]:
    messages = CONTENT.map(lambda content: Answer(content + line_end))
    return st.lists(st.one_of(messages, st.just(Answer(None))), min_size=1, max_size=5)


def asking(count: int, line_end: bytes) -> Conversation:
    conversation = Conversation()
    conversation.receive(b"+OK ready" + line_end)
    conversation.next_event()
    conversation.state = State.TRANSACTION
    for number in range(1, count + 1):
        conversation.send(commands.retrieve(number))
    return conversation


def heard(conversation: Conversation, stream: bytes, cuts: list[int]) -> list[Event]:
    """Feed the stream cut at these places; pieces that follow one another joined."""
    events: list[Event] = []
    places = [0, *sorted(cuts), len(stream)]
    for start, stop in zip(places, places[1:], strict=False):
        conversation.receive(stream[start:stop])
        while (event := conversation.next_event()) is not None:
            last = events[-1] if events else None
            if isinstance(event, Piece) and isinstance(last, Piece):
                events[-1] = replace(last, octets=last.octets + event.octets)
            else:
                events.append(event)
    return events


def expected(replies: list[Answer]) -> list[Event]:
    events: list[Event] = []
    for number, answer in enumerate(replies, start=1):
        command = commands.retrieve(number)
        if answer.content is None:
            events.append(Reply(command, False, "no", ""))
            continue
        events.append(Reply(command, True, "", ""))
        if answer.content:
            events.append(Piece(command, answer.content))
        events.append(End(command))
    return events


def check(replies: list[Answer], line_end: bytes, data: st.DataObject) -> None:
    stream = b"".join(answer.on_the_wire(line_end) for answer in replies)
    cuts = data.draw(st.lists(st.integers(0, len(stream)), max_size=len(stream)))
    wanted = expected(replies)
    one_by_one = list(range(1, len(stream)))
    for places in (cuts, [], one_by_one):
        conversation = asking(len(replies), line_end)
        assert heard(conversation, stream, places) == wanted
        assert conversation.is_idle


@given(replies=answers(b"\r\n"), data=st.data())
def test_any_chunking_gives_the_same_events_and_the_very_octets(
    replies: list[Answer], data: st.DataObject
) -> None:
    check(replies, b"\r\n", data)


@given(replies=answers(b"\n"), data=st.data())
def test_any_chunking_gives_the_same_events_in_line_feed_mode(
    replies: list[Answer], data: st.DataObject
) -> None:
    check(replies, b"\n", data)


@given(content=CONTENT, cut=st.integers(0, 200))
def test_a_pipeline_cut_anywhere_gives_no_end_too_early(
    content: bytes, cut: int
) -> None:
    stream = Answer(content + b"\r\n").on_the_wire(b"\r\n")[:-1][:cut]
    events = heard(asking(1, b"\r\n"), stream, [])
    assert not any(isinstance(event, End) for event in events)
