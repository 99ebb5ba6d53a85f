"""Letters that cost much are read elsewhere, or not at all: in time, within memory."""

import io
import os
import pickle
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from time import perf_counter, process_time

import pytest

from hudhud.mime.letter import read_letter, unread_letter
from hudhud.mime.limits import Note
from hudhud.sync.parser_frames import (
    BrokenFrame,
    Wanted,
    letter_of,
    read_frame,
    write_frame,
)
from hudhud.sync.parser_process import ORDINARY_OCTETS, ParserProcess, is_ordinary
from support.mime_bombs import BOMBS
from support.mime_letters import letter, multipart, part, plain_letter

SECONDS = 2.0
MEMORY_KB = 200 * 1024
SERVE = (
    "from hudhud.sync.parser_worker import *; import sys, time; "
    "from hudhud.mime.letter import read_letter; "
)


def program(code: str) -> list[str]:
    return [sys.executable, "-c", SERVE + code]


def behaving(reading: str) -> list[str]:
    """A parser process with something else in the place of `read_letter`."""
    return program(
        "import hudhud.sync.parser_worker as worker; "
        f"worker.read_letter = {reading}; main()"
    )


@pytest.fixture(scope="module")
def parser() -> Iterator[ParserProcess]:
    with ParserProcess() as process:
        yield process


def large(words: str = "Hello.") -> bytes:
    attached = part("application/pdf", b"0123456789" * 100_000, encoding="base64")
    return letter(multipart("mixed", [part("text/plain", words), attached]))


def test_an_ordinary_letter_starts_no_process() -> None:
    with ParserProcess(["no such program"]) as process:
        found = process.read_letter_safely(plain_letter("Hello."))
    assert found.text == "Hello."


def test_a_letter_comes_back_as_it_would_be_read_here(parser: ParserProcess) -> None:
    octets = large("مرحبا")
    assert parser.read_letter_safely(octets) == read_letter(octets)


def test_remote_images_can_be_asked_for(parser: ParserProcess) -> None:
    html = "<img src='http://far.example/a'>" + "x" * ORDINARY_OCTETS
    octets = letter(part("text/html", html))
    found = parser.read_letter_safely(octets, remote_images=True)
    assert found.remote_images == ("http://far.example/a",)


@pytest.mark.parametrize(
    "octets",
    [
        bytes(ORDINARY_OCTETS + 1),
        b"X: " + b"y" * 70_000 + b"\r\n\r\nx",
        b"\n\n" + b"<div>" * 5_000,
    ],
)
def test_size_and_shape_send_a_letter_there(octets: bytes) -> None:
    assert not is_ordinary(octets)


@pytest.mark.parametrize("build", BOMBS.values(), ids=BOMBS.keys())
def test_a_bomb_that_is_read_in_this_process_is_small_enough(
    build: Callable[[], bytes],
) -> None:
    octets = build()[:ORDINARY_OCTETS]
    if is_ordinary(octets):
        started = process_time()
        read_letter(octets)
        assert process_time() - started < SECONDS / 2


@pytest.mark.parametrize("build", BOMBS.values(), ids=BOMBS.keys())
def test_a_bomb_opens_or_is_refused_in_time(
    parser: ParserProcess, build: Callable[[], bytes]
) -> None:
    octets = build()
    parser.read_letter_safely(large())
    started = perf_counter()
    parser.read_letter_safely(octets)
    assert perf_counter() - started < SECONDS + 0.5


MEASURING = program(
    "import hudhud.sync.parser_worker as worker, re, dataclasses; real = read_letter; "
    "taken = lambda: re.search('VmHWM: *\\t? *([0-9]+)',"
    " open('/proc/self/status').read())[1]; "
    "worker.read_letter = lambda o, **k:"
    " dataclasses.replace(real(o, **k), text=taken()); main()"
)


@pytest.mark.skipif(sys.platform != "linux", reason="Linux alone tells the memory")
@pytest.mark.parametrize("build", BOMBS.values(), ids=BOMBS.keys())
def test_a_bomb_takes_no_more_memory_than_it_may(build: Callable[[], bytes]) -> None:
    octets = build()
    if is_ordinary(octets):
        octets += bytes(ORDINARY_OCTETS)
    with ParserProcess(MEASURING) as process:
        found = process.read_letter_safely(octets)
    was_refused = Note.PARSE_STOPPED in found.notes
    assert was_refused or int(found.text) <= MEMORY_KB


def test_a_letter_that_takes_too_long_shows_its_source() -> None:
    with ParserProcess(behaving("lambda *a, **k: time.sleep(60)"), limit_s=0.2) as one:
        started = perf_counter()
        octets = large()
        assert one.read_letter_safely(octets) == unread_letter(octets)
        assert perf_counter() - started < 10.0


def test_a_letter_that_takes_too_much_memory_shows_its_source() -> None:
    hungry = "lambda *a, **k: bytes(10 ** 9)"
    with ParserProcess(behaving(hungry)) as process:
        found = process.read_letter_safely(large())
    assert found.notes == (Note.PARSE_STOPPED,)


@pytest.mark.parametrize(
    "reading",
    [
        "lambda *a, **k: sys.exit(1)",
        "lambda *a, **k: 1 / 0",
        "lambda *a, **k: 'no letter'",
        "lambda *a, **k: sys.stdout.buffer.write(b'?' * 99) and sys.exit()",
    ],
)
def test_a_process_that_fails_in_another_way_shows_the_source(reading: str) -> None:
    with ParserProcess(behaving(reading)) as process:
        found = process.read_letter_safely(large())
    assert found.notes == (Note.PARSE_STOPPED,)


def test_after_a_failure_the_next_letter_is_read() -> None:
    failing_once = (
        "lambda o, **k: sys.exit() if b'fail' in o[:999]"
        " else __import__('hudhud.mime.letter', fromlist=['x']).read_letter(o, **k)"
    )
    with ParserProcess(behaving(failing_once)) as process:
        failed = process.read_letter_safely(large("fail"))
        after = process.read_letter_safely(large("go on"))
    assert (failed.notes, after.text) == ((Note.PARSE_STOPPED,), "go on")


@pytest.mark.parametrize("command", [["/no/such/program"], program("sys.exit()")])
def test_where_no_process_starts_the_source_is_shown(command: list[str]) -> None:
    with ParserProcess(command) as process:
        found = process.read_letter_safely(large())
    assert found.notes == (Note.PARSE_STOPPED,)
    assert found.summary.subject == "Subject"


class Evil:
    def __reduce__(self) -> tuple[Callable[[str], int], tuple[str]]:
        return os.system, ("echo taken over",)


def test_a_pickle_of_anything_else_makes_nothing() -> None:
    mixed = replace(read_letter(plain_letter("x")), text=Evil())  # type: ignore[arg-type]
    for value in (Evil(), mixed, "text", None, os.system):
        with pytest.raises(BrokenFrame):
            letter_of(pickle.dumps(value))


def test_a_class_that_a_module_of_ours_only_imports_is_not_made() -> None:
    borrowed = b"chudhud.mime.html_clean\nCSSInliner\n."
    with pytest.raises(BrokenFrame):
        letter_of(borrowed)


def test_scraps_are_no_letter() -> None:
    for frame in (b"", b"\x80", b"\x80\x05."):
        with pytest.raises(BrokenFrame):
            letter_of(frame)


def test_a_frame_that_ends_too_early_is_none() -> None:
    pipe = io.BytesIO()
    write_frame(pipe, b"frame")
    whole = pipe.getvalue()
    assert read_frame(io.BytesIO(whole)) == b"frame"
    assert [read_frame(io.BytesIO(whole[:end])) for end in range(len(whole))] == [
        None
    ] * len(whole)


def test_a_frame_over_the_limit_is_not_read() -> None:
    with pytest.raises(BrokenFrame):
        read_frame(io.BytesIO((10**9).to_bytes(8, "big")), 10**6)


def test_what_is_wanted_comes_over_whole() -> None:
    pipe = io.BytesIO()
    wanted = Wanted(b"octets", remote_images=True)
    wanted.send(pipe)
    frame = read_frame(io.BytesIO(pipe.getvalue()))
    assert frame is not None
    assert Wanted.of(frame) == wanted
