"""What the tests and the window need of the system, by Debian's package names."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

POLICY = Path("/usr/sbin/policy-rc.d")


@dataclass(frozen=True)
class Group:
    """`without` says what is left out where a package of it is missing."""

    packages: tuple[str, ...]
    without: str


# The first line is what Qt needs to load, the second to show windows under X.
WINDOW = Group(
    (
        *("libgl1", "libegl1", "libxkbcommon0", "libglib2.0-0", "libfontconfig1"),
        *("libdbus-1-3", "libgssapi-krb5-2"),
        *("libxcb-cursor0", "libxkbcommon-x11-0", "libxcb-icccm4"),
        *("libxcb-keysyms1", "libxcb-shape0", "fonts-noto-core"),
    ),
    "the window, its tests and the check of the translations",
)
WEB = Group(
    (
        *("libnss3", "libnspr4", "libasound2", "libxcomposite1", "libxdamage1"),
        *("libxrandr2", "libxtst6", "libxkbfile1"),
    ),
    "HTML letters in the browser engine; they are shown more plainly",
)
SCREEN = Group(
    ("xvfb", "xauth", "openbox", "xdotool", "x11-utils", "imagemagick", "strace"),
    "tests of a real window with real keys, and the pictures of it",
)
KEYRING = Group(
    ("dbus", "gnome-keyring", "libglib2.0-bin"), "tests against a real keyring"
)
PEERS = Group(("mpop",), "the comparison with mpop")


def servers(packages: Sequence[str]) -> Group:
    return Group(tuple(packages), "tests against real mail servers")


def is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def has_apt() -> bool:
    return shutil.which("apt-get") is not None


def provide(groups: Sequence[Group]) -> None:
    """Install what is missing where we may; else say what will be left out."""
    missing = _missing(groups)
    if missing and has_apt() and is_root():
        install([package for group in missing for package in group.packages])
        missing = _missing(missing)
    if missing:
        _tell(missing)


def install(packages: Sequence[str]) -> bool:
    """As root, through apt-get, twice if need be: mirrors have their moments."""
    print(f"Installing system packages: {' '.join(packages)}", flush=True)
    with _no_service_started():
        for _ in range(2):
            if update() and _apt(*INSTALL, *packages):
                return True
        # One that this release does not have should not hold up the others.
        return all([_apt(*INSTALL, package) for package in packages])


def update() -> bool:
    return _apt("update")


INSTALL = ("install", "--yes", "--no-install-recommends")


def _apt(*words: str) -> bool:
    done = subprocess.run(
        ["apt-get", "-qq", "-o", "DPkg::Lock::Timeout=300", *words],
        env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        check=False,
    )
    if done.returncode != 0:
        print(f"apt-get {words[0]} failed:\n{last_words(done.stdout)}", flush=True)
    return done.returncode == 0


def last_words(output: str, lines: int = 8) -> str:
    """The end of what a program printed, without the addresses of any mirror."""
    kept = "\n".join(output.rstrip().splitlines()[-lines:])
    kept = re.sub(r"\b\w+://\S+", "(address)", kept)
    return re.sub(r"(?i)(host='|resolve ')[^']*'", r"\1(address)'", kept)


@contextmanager
def _no_service_started() -> Iterator[None]:
    """Debian starts a mail server when it is installed; tests start their own."""
    ours = not POLICY.exists()
    if ours:
        POLICY.write_text("#!/bin/sh\nexit 101\n", encoding="utf-8")
        POLICY.chmod(0o755)
    try:
        yield
    finally:
        if ours:
            POLICY.unlink()


def _missing(groups: Sequence[Group]) -> list[Group]:
    """Groups of what is missing only; none where nobody can tell."""
    if not shutil.which("dpkg-query"):
        return []
    there = _installed()
    narrowed = [
        Group(
            tuple(each for each in group.packages if each not in there), group.without
        )
        for group in groups
    ]
    return [group for group in narrowed if group.packages]


def _installed() -> frozenset[str]:
    """With what they provide: newer releases have renamed some of the libraries."""
    form = "${db:Status-Status} ${Package} ${Provides}\n"
    listed = subprocess.run(
        ["dpkg-query", "--show", "--showformat", form],
        stdout=subprocess.PIPE,
        text=True,
        check=False,
    )
    found: set[str] = set()
    for line in listed.stdout.splitlines():
        state, _, names = line.partition(" ")
        if state == "installed":
            found.update(re.sub(r"\([^)]*\)|,", " ", names).split())
    return frozenset(found)


def _tell(missing: Sequence[Group]) -> None:
    packages = [package for group in missing for package in group.packages]
    print("Some system packages are missing. To install them:")
    print(f"    sudo apt-get install {' '.join(packages)}")
    for group in missing:
        print(f"Without them is skipped or fails: {group.without}")
    print(flush=True)
