"""The program of the parser process: letters in by one pipe, values out by another.

It is given nothing but octets: no archive, no password, no network. `parser_process.py`
starts it, and ends it when a letter takes too long; memory it limits for itself.
"""

import importlib
import pickle
import sys
from types import ModuleType
from typing import IO

from hudhud.mime.letter import read_letter
from hudhud.sync.parser_frames import READY, Wanted, read_frame, write_frame

MEMORY_OCTETS = 200 * 1024 * 1024
# A letter this large is large by what it attaches; it may take its size a few times.
LARGE_OCTETS = 16 * 1024 * 1024
TIMES_ITS_SIZE = 4


def main() -> None:
    """Read letters until the pipe is closed."""
    serve(sys.stdin.buffer, sys.stdout.buffer)


def serve(source: IO[bytes], target: IO[bytes]) -> None:
    resource = resource_module()
    limit_memory(resource, 0)
    write_frame(target, READY)
    while (frame := read_frame(source)) is not None:
        wanted = Wanted.of(frame)
        del frame
        limit_memory(resource, len(wanted.octets))
        letter = read_letter(wanted.octets, remote_images=wanted.remote_images)
        write_frame(target, pickle.dumps(letter, pickle.HIGHEST_PROTOCOL))


def resource_module() -> ModuleType | None:
    """Windows has none; there only the time is limited."""
    try:
        return importlib.import_module("resource")
    except ImportError:
        return None


def limit_memory(resource: ModuleType | None, octets: int) -> None:
    """All the memory there may be while a letter of this size is read."""
    if resource is None:
        return
    extra = max(octets - LARGE_OCTETS, 0) * TIMES_ITS_SIZE
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    wanted = MEMORY_OCTETS + extra
    if hard != resource.RLIM_INFINITY:
        wanted = min(wanted, hard)
    resource.setrlimit(resource.RLIMIT_AS, (wanted, hard))
