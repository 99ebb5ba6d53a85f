"""Letters that may be built to cost much are read in a process of their own.

Two seconds and 200 MB are enough for everything that people send. What takes more is
ended from outside (nothing else stops a native parser), and the reader is shown the
source with a note. Ordinary letters never come here: they are read where they are.

In a frozen bundle `sys.executable` is not a Python: whoever puts this together there
hands in a command that ends up in `parser_worker.main`.
"""

import os
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from contextlib import suppress
from types import TracebackType

from hudhud.mime.letter import Letter, read_letter, unread_letter
from hudhud.sync.parser_frames import (
    ANSWER_OCTETS,
    READY,
    BrokenFrame,
    Wanted,
    letter_of,
    read_frame,
)

LIMIT_S = 2.0
# A large letter takes its time for the pipe alone.
OCTETS_A_SECOND = 20_000_000
START_S = 20.0

ORDINARY_OCTETS = 262_144
ORDINARY_HEADER = 65_536
# More than this many tags that nothing closes are nested to be deep.
OPEN_TAGS = 2_000

PROGRAM = "from hudhud.sync.parser_worker import main; main()"


def is_ordinary(octets: bytes) -> bool:
    """Whether a letter can only be quick to read, by its size and shape."""
    if len(octets) > ORDINARY_OCTETS:
        return False
    header_end = octets.find(b"\n\n"), octets.find(b"\r\n\r\n")
    if min((at for at in header_end if at >= 0), default=len(octets)) > ORDINARY_HEADER:
        return False
    return octets.count(b"<") - 2 * octets.count(b"</") <= OPEN_TAGS


def checkout_command() -> list[str]:
    """How a process is started where Python itself is at hand."""
    return [sys.executable, "-c", PROGRAM]


class ParserProcess:
    """Starts with the first letter that needs it, and again after it was ended.

    `command` starts another program than the one of a checkout or a wheel; `limit_s`
    is the time for one letter. May be asked from any thread, one letter at a time.
    """

    def __init__(
        self, command: Sequence[str] | None = None, *, limit_s: float = LIMIT_S
    ) -> None:
        self._command = list(command) if command else checkout_command()
        self._limit_s = limit_s
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> "ParserProcess":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def read_letter_safely(
        self, octets: bytes, *, remote_images: bool = False
    ) -> Letter:
        """As `read_letter`; of a letter that costs too much only its source."""
        if is_ordinary(octets):
            return read_letter(octets, remote_images=remote_images)
        with self._lock:
            answer = self._answer(Wanted(octets, remote_images))
        return unread_letter(octets) if answer is None else answer

    def close(self) -> None:
        with self._lock:
            self._end()

    def _answer(self, wanted: Wanted) -> Letter | None:
        process = self._running()
        if process is None:
            return None
        limit_s = self._limit_s + len(wanted.octets) / OCTETS_A_SECOND
        frame = _asked(process, wanted, limit_s)
        try:
            if frame is not None:
                return letter_of(frame)
        except BrokenFrame:
            pass
        self._end()
        return None

    def _running(self) -> subprocess.Popen[bytes] | None:
        """The process, ready; None where it cannot be started."""
        if self._process is not None and self._process.poll() is None:
            return self._process
        self._end()
        try:
            self._process = subprocess.Popen(
                self._command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=environment(os.environ),
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError:
            return None
        if _asked(self._process, None, START_S) == READY:
            return self._process
        self._end()
        return None

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            # What is still in the buffer of a pipe to a dead process is lost.
            with suppress(OSError):
                if pipe is not None:
                    pipe.close()


def environment(around: Mapping[str, str]) -> dict[str, str]:
    """The process finds our modules, and keeps its few arenas small."""
    path = os.pathsep.join(filter(None, sys.path))
    return {**around, "PYTHONPATH": path, "PYTHONIOENCODING": "utf-8"}


def _asked(
    process: "subprocess.Popen[bytes]", wanted: Wanted | None, limit_s: float
) -> bytes | None:
    """Its next frame, after it was given a letter; None where it ended or was ended."""
    assert process.stdin is not None
    assert process.stdout is not None
    # Whichever pipe we hang on, its end lets go of us.
    alarm = threading.Timer(limit_s, process.kill)
    alarm.start()
    try:
        if wanted is not None:
            wanted.send(process.stdin)
        return read_frame(process.stdout, ANSWER_OCTETS)
    except (OSError, ValueError, BrokenFrame):
        return None
    finally:
        alarm.cancel()
        alarm.join()
