"""Files that leave the archive for the person's own folders.

Nothing is ever written through a link, or into a file that is there already; what the
person chose to replace is replaced whole. Rights are those of the person's other files.
"""

import os
import secrets
from collections.abc import Iterable, Iterator
from pathlib import Path

from hudhud.mime.safe_name import safe_file_name
from hudhud.ui.mark_of_origin import mark_origin

RIGHTS = 0o666
MOST_OF_ONE_NAME = 1_000
_NO_LINK = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)


def write_over(path: Path, pieces: Iterable[bytes], message_id: str) -> Path:
    """Whole or not at all. A file of that name is replaced, a link is not followed."""
    kept = path.parent / f".hudhud-{secrets.token_hex(8)}"
    _write(kept, pieces, message_id)
    try:
        kept.replace(path)
    except BaseException:
        kept.unlink(missing_ok=True)
        raise
    return path


def write_new(
    folder: Path, name: str, pieces: Iterable[bytes], message_id: str
) -> Path:
    """Under this name, or the first free one like it. Gives where it was written."""
    for path in _candidates(folder, safe_file_name(name)):
        try:
            _write(path, pieces, message_id)
        except FileExistsError:
            continue
        return path
    raise FileExistsError(folder / name)


def _candidates(folder: Path, name: str) -> Iterator[Path]:
    yield folder / name
    stem, suffix = Path(name).stem, Path(name).suffix
    for number in range(2, MOST_OF_ONE_NAME):
        yield folder / f"{stem} ({number}){suffix}"


def _write(path: Path, pieces: Iterable[bytes], message_id: str) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NO_LINK
    number = os.open(path, flags, RIGHTS)
    try:
        with os.fdopen(number, "wb") as file:
            for piece in pieces:
                file.write(piece)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    mark_origin(path, message_id)
