"""Promise 9: reading a letter contacts nobody until the person asks."""

import os
import re
import shutil
from pathlib import Path

import pytest

from hudhud.ui.web.engine import NO_NETWORK
from support.html_tricks import loading_tricks
from support.listening import listening
from support.web_program import run_program

# So many of the tricks work in an engine that nothing holds back.
WORKING_TRICKS = 40
# Chromium asks the system, not the network, whether there is a way for IPv6: a datagram
# socket is connected and nothing is sent.
WAY_FOR_IPV6 = "2001:4860:4860::8888"
# The flag is there, so nobody adds it, but not as a flag.
UNGUARDED = f"--disable-gpu no{NO_NETWORK}"
NAME_LOOKUP = re.compile(r"sin6?_port=htons\(53\)")

needs_strace = pytest.mark.skipif(
    shutil.which("strace") is None, reason="strace is not installed"
)


def tricks(place: str) -> list[str]:
    """Each by itself, and all in one letter."""
    each = loading_tricks(place)
    return [*each, "".join(each)]


def traced(file: Path) -> tuple[str, ...]:
    calls = "trace=connect,sendto,sendmsg,sendmmsg"
    return ("strace", "-f", "--seccomp-bpf", "-qq", "-e", calls, "-o", str(file))


def internet_calls(file: Path) -> list[str]:
    lines = file.read_text(encoding="utf-8", errors="replace").splitlines()
    return [line for line in lines if "AF_INET" in line and WAY_FOR_IPV6 not in line]


def test_an_engine_without_guards_does_connect() -> None:
    """What shows that the tests below count something."""
    flags = UNGUARDED
    with listening() as listener:
        run_program("load_unguarded", sources=tricks(listener.place), flags=flags)
        assert listener.connections > WORKING_TRICKS


def test_the_engine_connects_to_nobody_for_cleaned_letters_nor_for_raw_ones() -> None:
    with listening() as listener:
        letters = tricks(listener.place)
        told = run_program("load_in_engine", letters=letters, sources=letters)
        assert listener.connections == 0
        assert told["links"] == []


def test_the_flags_alone_keep_the_engine_off_the_network() -> None:
    with listening() as listener:
        sources = tricks(listener.place)
        run_program("load_unguarded", sources=sources, flags="--disable-gpu")
        assert listener.connections == 0


def test_the_simple_view_connects_to_nobody() -> None:
    with listening() as listener:
        run_program("load_in_simple_view", letters=tricks(listener.place))
        assert listener.connections == 0


@needs_strace
def test_for_cleaned_letters_the_engine_asks_the_system_for_no_connection(
    tmp_path: Path,
) -> None:
    calls = tmp_path / "calls"
    letters = loading_tricks("http://leak.example")
    run_program("load_in_engine", *traced(calls), letters=letters)
    assert internet_calls(calls) == []


@needs_strace
def test_for_raw_letters_the_engine_looks_up_no_name(tmp_path: Path) -> None:
    calls = tmp_path / "calls"
    sources = [each for each in loading_tricks("http://leak.example") if "link" in each]
    run_program("load_in_engine", *traced(calls), sources=sources)
    assert internet_calls(calls) == []


@needs_strace
def test_the_simple_view_asks_the_system_for_no_connection(tmp_path: Path) -> None:
    calls = tmp_path / "calls"
    letters = tricks("http://leak.example")
    run_program("load_in_simple_view", *traced(calls), letters=letters)
    assert internet_calls(calls) == []


@needs_strace
@pytest.mark.skipif(not os.path.exists("/etc/resolv.conf"), reason="no resolver")
def test_an_engine_without_guards_does_look_up_names(tmp_path: Path) -> None:
    calls = tmp_path / "calls"
    sources = [each for each in loading_tricks("http://leak.example") if "link" in each]
    flags = UNGUARDED
    run_program("load_unguarded", *traced(calls), sources=sources, flags=flags)
    assert any(NAME_LOOKUP.search(call) for call in internet_calls(calls))
