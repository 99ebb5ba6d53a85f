"""The mark that tells the system a file came from a stranger.

Where a file system has no room for it there is none: the file is written all the same.
"""

import ctypes
import os
import sys
import time
from pathlib import Path
from urllib.parse import quote

# Windows: zone 3 is the internet.
_ZONE = b"[ZoneTransfer]\r\nZoneId=3\r\n"
# macOS: downloaded by a program that quarantines, not yet looked at by the person.
_QUARANTINE_FLAGS = "0081"


def mark_origin(path: Path, message_id: str = "") -> None:
    """`message_id` names the letter that brought the file, by RFC 2392."""
    try:
        if sys.platform == "win32":
            Path(f"{path}:Zone.Identifier").write_bytes(_ZONE)
        elif sys.platform == "darwin":
            _quarantine(path)
        else:
            os.setxattr(path, "user.xdg.origin.url", origin(message_id).encode())
    except OSError:
        return


def origin(message_id: str) -> str:
    return "mid:" + quote(message_id.strip("<> "), safe="@")


def _quarantine(path: Path) -> None:
    value = f"{_QUARANTINE_FLAGS};{int(time.time()):x};Hudhud;".encode()
    system = ctypes.CDLL(None)
    system.setxattr(os.fsencode(path), b"com.apple.quarantine", value, len(value), 0, 0)
