"""What can go wrong with the archive.

    ArchiveError
        ArchiveInUse        another process writes to it: close that first
        ArchiveMissing      there is none to read
        ArchiveTooNew       a later Hudhud made it: use that one
        ArchiveDamaged      what is on the disk is not what was written
            MessageDamaged  one message is, the rest may be whole
        DiskFull            free some space, then go on
        ArchiveUnwritable   the disk or the rights to it fail; nothing was committed
            ArchiveBusy     another writer held it for too long: try again
        NotSaved            the octets of this message are not here

The text of each is a sentence for people; `detail` is for the log.
"""

import errno
import os
from types import MappingProxyType

import apsw

NO_SPACE = frozenset({errno.ENOSPC, errno.EDQUOT})


class ArchiveError(Exception):
    sentence = "The archive cannot be used."

    def __init__(self, detail: str = "") -> None:
        super().__init__(self.sentence)
        self.detail = detail


class ArchiveInUse(ArchiveError):
    """`pid` is the process that holds it, where that is known."""

    sentence = "Hudhud is already open with this archive."

    def __init__(self, pid: int | None = None) -> None:
        super().__init__(f"held by process {pid}" if pid else "")
        self.pid = pid

    def __str__(self) -> str:
        return (
            f"{self.sentence[:-1]} (process {self.pid})."
            if self.pid
            else super().__str__()
        )


class ArchiveMissing(ArchiveError):
    sentence = "There is no archive in this folder yet."


class ArchiveTooNew(ArchiveError):
    sentence = (
        "This archive was made by a newer Hudhud. Please update Hudhud to open it."
    )


class ArchiveDamaged(ArchiveError):
    sentence = "The archive's file is damaged. Keep it, and restore a backup beside it."


class MessageDamaged(ArchiveDamaged):
    sentence = "The saved copy of this message is damaged."


class DiskFull(ArchiveError):
    sentence = "There is no room left on the disk. What was saved before is complete."


class ArchiveUnwritable(ArchiveError):
    sentence = "The archive could not be read or written. Please check the disk."


class ArchiveBusy(ArchiveUnwritable):
    sentence = "Something else is writing to the archive. Try again in a moment."


class NotSaved(ArchiveError):
    sentence = "This message is not saved on this computer."


_BY_SQLITE = MappingProxyType(
    {
        apsw.FullError: DiskFull,
        apsw.IOError: ArchiveUnwritable,
        apsw.ReadOnlyError: ArchiveUnwritable,
        apsw.CantOpenError: ArchiveUnwritable,
        apsw.PermissionsError: ArchiveUnwritable,
        apsw.AuthError: ArchiveUnwritable,
        apsw.BusyError: ArchiveBusy,
        apsw.LockedError: ArchiveBusy,
        apsw.NotADBError: ArchiveDamaged,
        apsw.CorruptError: ArchiveDamaged,
    }
)


def translated(error: apsw.Error, system_errno: int = 0) -> Exception:
    """Ours for a failure of disk or file; `error` itself where our code is at fault."""
    kind = _BY_SQLITE.get(type(error))
    if kind is None:
        return error
    # A shared-memory file that cannot grow is reported as an I/O error.
    if kind is ArchiveUnwritable and system_errno in NO_SPACE:
        kind = DiskFull
    return kind(str(error))


def translated_os(error: OSError) -> ArchiveError:
    if error.errno in NO_SPACE:
        return DiskFull(os.strerror(error.errno or 0))
    return ArchiveUnwritable(str(error))
