"""The log file: one logger a room under `hudhud`, in a file of the owner's alone.

Secrets never come here: who logs a conversation masks them first, by their place in
it. What did come from a server cannot forge a line, for controls are written out.
"""

import io
import logging
import logging.handlers
import os

from hudhud.config.paths import Profile
from hudhud.config.private_files import open_privately

ROOT_LOGGER = "hudhud"
OCTETS_A_FILE = 1_000_000
OLDER_FILES = 3

_CONTROLS = {number: f"\\x{number:02x}" for number in (*range(32), *range(127, 160))}


def start_logging(profile: Profile, level: int = logging.INFO) -> logging.Handler:
    """Write what the rooms say to the profile's log file until `stop_logging`.

    Mail is not held up by a log: where the file cannot be opened, nothing is logged.
    """
    handler = _handler(profile)
    handler.setFormatter(_OneLineFormatter())
    logger = logging.getLogger(ROOT_LOGGER)
    logger.setLevel(level)
    logger.addHandler(handler)
    # Else a library that sets up the root logger would print it on the terminal too.
    logger.propagate = False
    return handler


def stop_logging(handler: logging.Handler) -> None:
    logger = logging.getLogger(ROOT_LOGGER)
    logger.removeHandler(handler)
    logger.propagate = True
    logger.setLevel(logging.NOTSET)
    handler.close()


def _handler(profile: Profile) -> logging.Handler:
    try:
        return _PrivateFileHandler(
            profile.log_file,
            maxBytes=OCTETS_A_FILE,
            backupCount=OLDER_FILES,
            encoding="utf-8",
            errors="backslashreplace",
        )
    except OSError:
        return logging.NullHandler()


class _PrivateFileHandler(logging.handlers.RotatingFileHandler):
    def _open(self) -> io.TextIOWrapper:
        # Also called at every rotation, so each new file is private as well.
        return open(
            self.baseFilename,
            "a",
            encoding=self.encoding,
            errors=self.errors,
            opener=open_privately,
        )

    def handleError(self, record: logging.LogRecord) -> None:
        """A full disk is no reason to print tracebacks on the person's terminal."""


class _OneLineFormatter(logging.Formatter):
    def __init__(self) -> None:
        super().__init__(
            f"%(asctime)s {os.getpid()} %(levelname)s %(name)s %(message)s"
        )

    def formatMessage(self, record: logging.LogRecord) -> str:
        record.message = record.message.translate(_CONTROLS)
        return super().formatMessage(record)
