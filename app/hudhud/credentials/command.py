"""A password printed by a program of the person's choice, such as `pass show mail`.

The program is started without a shell; who wants one writes `sh -c '...'`. It gets no
input, and what it says beside the password is not ours to keep: its error output is
dropped, its arguments are never repeated.
"""

import os
import shlex
import subprocess
from pathlib import Path

from hudhud.credentials.errors import CommandFailed

USUAL_TIMEOUT_S = 60.0


def password_from(command: str, timeout_s: float = USUAL_TIMEOUT_S) -> str:
    """The first line that the command prints, without its line end.

    Raises CommandFailed, also where that line is empty or the command itself failed.
    """
    output = _output(_arguments(command), timeout_s)
    line = output.split(b"\n", 1)[0].removesuffix(b"\r")
    if not line:
        raise CommandFailed("The password command printed nothing.")
    try:
        return line.decode()
    except UnicodeDecodeError:
        # Its own error carries the line with it.
        raise CommandFailed("The password command printed no UTF-8 text.") from None


def _arguments(command: str) -> str | list[str]:
    if os.name == "nt":
        # There programs take their command line apart themselves.
        return command
    try:
        words = shlex.split(command)
    except ValueError as error:
        text = f"The password command cannot be read: {error}."
        raise CommandFailed(text) from None
    if not words:
        raise CommandFailed("The password command is empty.")
    return [os.path.expanduser(words[0]), *words[1:]]


def _output(arguments: str | list[str], timeout_s: float) -> bytes:
    try:
        done = subprocess.run(
            arguments,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=timeout_s,
            check=False,
            # A window of Windows must not open a console for a moment.
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except subprocess.TimeoutExpired:
        # Its own error carries what was printed so far.
        text = f"The password command did not end within {timeout_s:g} seconds."
        raise CommandFailed(text) from None
    except (OSError, ValueError) as error:
        text = f"The password command could not be started{_program(arguments)}."
        raise CommandFailed(text) from error
    if done.returncode != 0:
        text = f"The password command failed with status {done.returncode}."
        raise CommandFailed(text)
    return done.stdout


def _program(arguments: str | list[str]) -> str:
    if isinstance(arguments, str):
        return ""
    return f": {Path(arguments[0]).name}"
