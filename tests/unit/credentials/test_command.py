"""A password from a program."""

import os
import shlex
import sys
import traceback
from pathlib import Path

import pytest

from hudhud.credentials.command import password_from
from hudhud.credentials.errors import CommandFailed

pytestmark = pytest.mark.skipif(os.name == "nt", reason="commands are quoted otherwise")


def python(program: str) -> str:
    return shlex.join([sys.executable, "-c", program])


@pytest.mark.parametrize(
    ("printed", "password"),
    [
        ("open sesame\n", "open sesame"),
        ("open sesame", "open sesame"),
        ("open sesame\r\n", "open sesame"),
        ("open sesame\nuser: sana\n", "open sesame"),
        ("  spaces count  \n", "  spaces count  "),
        ("مفتاح 🔑\n", "مفتاح 🔑"),
    ],
)
def test_the_first_line_is_the_password(printed: str, password: str) -> None:
    program = f"import sys; sys.stdout.buffer.write({printed.encode()!r})"
    assert password_from(python(program)) == password


def test_words_are_quoted_as_in_a_shell_but_nothing_is_expanded() -> None:
    assert password_from("echo 'a  b' \"c\" $HOME '*'") == "a  b c $HOME *"


def test_who_wants_a_shell_names_one() -> None:
    assert password_from("sh -c 'printf one; printf two | tr o 0'") == "onetw0"


def test_a_program_of_the_home_folder_may_be_named_with_a_tilde(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "secret"
    program.write_text("#!/bin/sh\necho open sesame\n")
    program.chmod(0o700)
    monkeypatch.setenv("HOME", str(tmp_path))
    assert password_from("~/secret") == "open sesame"


def test_the_program_has_no_input_to_wait_for() -> None:
    program = "import sys; print(len(sys.stdin.read()))"
    assert password_from(python(program)) == "0"


FAILURES = [
    ("true", "printed nothing"),
    ("echo", "printed nothing"),
    ("", "is empty"),
    ("   ", "is empty"),
    ("pass 'show", "cannot be read"),
    ("no-such-program-anywhere --token sesame", "started: no-such-program-anywhere"),
    ("sh -c 'echo sesame; echo sesame >&2; exit 3'", "failed with status 3"),
    ("sh -c 'kill -9 $$'", "failed with status -9"),
    (r"printf 'sesame\377\n'", "no UTF-8"),
    ("echo \0sesame", "could not be started"),
]


@pytest.mark.parametrize(("command", "sentence"), FAILURES)
def test_a_command_that_gives_no_password_is_reported(
    command: str, sentence: str
) -> None:
    with pytest.raises(CommandFailed, match=sentence):
        password_from(command)


@pytest.mark.parametrize(("command", "sentence"), FAILURES)
def test_no_failure_repeats_what_was_printed_or_an_argument(
    command: str, sentence: str
) -> None:
    with pytest.raises(CommandFailed) as raised:
        password_from(command)
    assert "sesame" not in "".join(traceback.format_exception(raised.value))


def test_a_command_that_does_not_end_is_ended() -> None:
    program = "import time; print('sesame', flush=True); time.sleep(60)"
    with pytest.raises(CommandFailed, match=r"within 0\.5 seconds") as raised:
        password_from(python(program), timeout_s=0.5)
    assert raised.value.__cause__ is None


def test_its_error_output_goes_nowhere(capfd: pytest.CaptureFixture[str]) -> None:
    password_from("sh -c 'echo open; echo the secret is sesame >&2'")
    assert capfd.readouterr().err == ""
