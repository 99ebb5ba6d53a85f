"""Whether Chromium could shut its renderer in a sandbox of its own on this system.

On Linux that takes a user namespace, which root may not be shut in, and which Ubuntu
and containers may forbid. Elsewhere the sandbox is always there.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

SYSTEM = Path("/proc/sys")
# What each file says where namespaces are forbidden to ordinary people.
FORBIDDING = (
    ("kernel/unprivileged_userns_clone", "0"),
    ("user/max_user_namespaces", "0"),
)
RESTRICTING = "kernel/apparmor_restrict_unprivileged_userns"
CONFINEMENT = Path("/proc/self/attr/current")
TRIAL = ("--user", "--net", "true")
TRIAL_S = 2.0


def has_sandbox() -> bool:
    if not sys.platform.startswith("linux"):
        return True
    if os.geteuid() == 0 or _is_forbidden() or _is_restricted():
        return False
    return _can_make_namespace()


def _is_forbidden() -> bool:
    return any(_text(SYSTEM / name) == word for name, word in FORBIDDING)


def _is_restricted() -> bool:
    """AppArmor lets only programs with a profile of their own."""
    confined = _text(CONFINEMENT) not in ("", "unconfined")
    return _text(SYSTEM / RESTRICTING) == "1" and not confined


def _can_make_namespace() -> bool:
    """Tried out, since a container may forbid it without a word anywhere."""
    unshare = shutil.which("unshare")
    if unshare is None:
        return True
    try:
        tried = subprocess.run(
            [unshare, *TRIAL],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=TRIAL_S,
            check=False,
        )
    except (OSError, subprocess.SubprocessError):
        return False
    return tried.returncode == 0


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace").strip("\x00\n ")
    except OSError:
        return ""
