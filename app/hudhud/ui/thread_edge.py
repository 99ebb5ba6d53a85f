"""The edge of every thread of ours: nothing that goes wrong behind it is silent.

This is the one place of the window where anything at all is caught.
"""

import logging
from collections.abc import Callable

from hudhud.archive.errors import ArchiveError, DiskFull
from hudhud.domain.failures import Failure, FailureKind

log = logging.getLogger("hudhud.ui")


def attempt(work: Callable[[], None]) -> Failure | None:
    """Do the work; say how it failed, with the traceback in the log."""
    try:
        work()
    except DiskFull as error:
        log.warning("no room for the archive: %s", error)
        return Failure(FailureKind.DISK_FULL, detail=str(error))
    except ArchiveError as error:
        log.exception("the archive failed")
        return Failure(FailureKind.ARCHIVE_TROUBLE, detail=str(error))
    except Exception as error:
        log.exception("a thread of the window failed")
        return Failure(FailureKind.UNEXPECTED, detail=type(error).__name__)
    return None
