"""Files and folders that only their owner can read, whatever the umask says."""

import os
import stat
import tempfile
from contextlib import suppress
from pathlib import Path

PRIVATE_FOLDER = 0o700
PRIVATE_FILE = 0o600


def make_private_folder(folder: Path) -> None:
    """Make it, and what is missing above it, for the owner alone.

    One that is there is narrowed; what is above it is left alone, for other programs
    may share it. Raises OSError.
    """
    if not folder.parent.exists():
        make_private_folder(folder.parent)
    folder.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)
    # mkdir's mode passes through the umask, and the folder may be of another making.
    if stat.S_IMODE(folder.stat().st_mode) != PRIVATE_FOLDER:
        # A file system without permissions refuses; there is nothing to hide there.
        with suppress(OSError):
            folder.chmod(PRIVATE_FOLDER)


def write_privately(path: Path, octets: bytes) -> None:
    """Replace the file whole: after a crash it is the old one or the new one.

    A symbolic link stays one; what it points to is replaced. Raises OSError.
    """
    target = path.resolve()
    # mkstemp gives 0600 less the umask; no other process ever sees it wider.
    number, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    try:
        with os.fdopen(number, "wb") as file:
            os.chmod(name, PRIVATE_FILE)
            file.write(octets)
            file.flush()
            os.fsync(file.fileno())
        os.replace(name, target)
    except BaseException:
        with suppress(OSError):
            os.unlink(name)
        raise
    _sync_folder(target.parent)


def _sync_folder(folder: Path) -> None:
    """Make the new name itself lasting; systems that cannot open a folder need not."""
    try:
        number = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        with suppress(OSError):
            os.fsync(number)
    finally:
        os.close(number)


def open_privately(path: str, flags: int) -> int:
    """An `opener` for `open()`: made for the owner alone, and narrowed if it was not.

    Raises OSError.
    """
    number = os.open(path, flags, PRIVATE_FILE)
    if stat.S_IMODE(os.fstat(number).st_mode) != PRIVATE_FILE:
        with suppress(OSError):
            os.chmod(path, PRIVATE_FILE)
    return number
