"""What goes through the pipes of the parser process: frames, each with its length."""

import io
import pickle
from dataclasses import dataclass
from typing import IO

from hudhud.mime.letter import Letter

LENGTH_OCTETS = 8
READY = b"ready"
# No letter is shown that says more.
ANSWER_OCTETS = 134_217_728

_PLAIN, _WITH_IMAGES = b"\x00", b"\x01"
# Values are made of these; the process that sends them has read hostile octets.
_ROOMS = ("hudhud.mime.", "hudhud.domain.")
_ALLOWED = frozenset(
    {("datetime", "datetime"), ("datetime", "timezone"), ("datetime", "timedelta")}
)


class BrokenFrame(Exception):
    """The other end said something that it could not mean."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A letter to be read, as `mime.letter.read_letter` takes it."""

    octets: bytes
    remote_images: bool = False

    @classmethod
    def of(cls, frame: bytes) -> "Wanted":
        return cls(frame[1:], frame[:1] == _WITH_IMAGES)

    def send(self, target: IO[bytes]) -> None:
        """Without joining the pieces: the letter may be large."""
        mark = _WITH_IMAGES if self.remote_images else _PLAIN
        length = len(self.octets) + len(mark)
        target.write(length.to_bytes(LENGTH_OCTETS, "big") + mark)
        target.write(self.octets)
        target.flush()


def write_frame(target: IO[bytes], frame: bytes) -> None:
    target.write(len(frame).to_bytes(LENGTH_OCTETS, "big"))
    target.write(frame)
    target.flush()


def read_frame(source: IO[bytes], most: int | None = None) -> bytes | None:
    """The next frame, or None where the pipe was closed before its end."""
    head = source.read(LENGTH_OCTETS)
    if len(head) < LENGTH_OCTETS:
        return None
    length = int.from_bytes(head, "big")
    if most is not None and length > most:
        raise BrokenFrame(f"{length} octets")
    frame = source.read(length)
    return frame if len(frame) == length else None


def letter_of(frame: bytes) -> Letter:
    """The letter in an answer; raises BrokenFrame for anything else.

    Only values of ours are made: a parser that was taken over could send any pickle.
    """
    try:
        letter = _Unpickler(io.BytesIO(frame)).load()
    except Exception as error:  # noqa: BLE001 - a bad pickle raises what it likes
        raise BrokenFrame(str(error)) from error
    if not isinstance(letter, Letter):
        raise BrokenFrame(type(letter).__name__)
    return letter


class _Unpickler(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> object:
        is_ours = module.startswith(_ROOMS) and "." not in name
        if (module, name) not in _ALLOWED and not is_ours:
            raise BrokenFrame(f"{module}.{name}")
        found = super().find_class(module, name)
        # What a module only imports is not its own to make.
        if not isinstance(found, type) or found.__module__ != module:
            raise BrokenFrame(f"{module}.{name}")
        return found
