"""Which packages of Debian the real servers need, and where the others are unpacked.

The POP3 servers of Debian exclude one another, so all but Dovecot are downloaded and
unpacked into a folder of their own, and only what they link to is installed:

    apt-get install -y --no-install-recommends $(PACKAGES)
    python -c "from support.real.packages import prepare, cache; prepare(cache())"

Nothing here installs anything.
"""

import os
import shutil
import subprocess
from pathlib import Path

PACKAGES = (
    "dovecot-pop3d",
    "courier-authlib",
    "courier-authlib-userdb",
    "courier-base",
    "cyrus-common",
    "libsasl2-modules",
    "libsasl2-modules-db",
    "libwrap0",
    "sasl2-bin",
    "libgsasl18",
    "libmailutils9",
    "libmu-dbm9",
    "mailutils-common",
    "liblockfile1",
    "util-linux",
)
"""To be installed."""

UNPACKED = (
    "courier-pop",
    "cyrus-pop3d",
    "mailutils-pop3d",
    "popa3d",
    "solid-pop3d",
)
"""To be downloaded and unpacked by `prepare`."""

FOLDER_VARIABLE = "HUDHUD_TEST_SERVERS"


def cache() -> Path:
    """Where `prepare` puts them, and the tests look for them."""
    named = os.environ.get(FOLDER_VARIABLE)
    return Path(named) if named else Path.home() / ".cache" / "hudhud-test-servers"


def prepare(folder: Path) -> None:
    """Download and unpack what is not there yet. Raises CalledProcessError."""
    folder.mkdir(parents=True, exist_ok=True)
    for package in UNPACKED:
        place = folder / package
        if place.is_dir():
            continue
        subprocess.run(["apt-get", "download", package], cwd=folder, check=True)
        archive = next(folder.glob(f"{package}_*.deb"))
        # Unpacked beside its place and moved, so that a broken run leaves no half.
        half = folder / f"{package}.half"
        subprocess.run(["dpkg", "-x", str(archive), str(half)], check=True)
        half.rename(place)
        archive.unlink()


def missing() -> tuple[str, ...]:
    """What the real servers lack here, in words; empty when all can start."""
    if os.name != "posix" or os.geteuid() != 0:
        return ("the rights of root",)
    if shutil.which("dpkg-query") is None:
        return ("Debian's dpkg",)
    absent = [package for package in PACKAGES if not is_installed(package)]
    folder = cache()
    absent += [name for name in UNPACKED if not (folder / name).is_dir()]
    if not absent and not namespaces_work():
        absent = ["mount and process namespaces"]
    return tuple(absent)


def is_installed(package: str) -> bool:
    told = subprocess.run(
        ["dpkg-query", "-W", "-f", "${db:Status-Status}", package],
        capture_output=True,
        check=False,
    )
    return told.stdout == b"installed"


def namespaces_work() -> bool:
    tried = subprocess.run(
        ["unshare", "--mount", "--pid", "--fork", "--mount-proc", "true"],
        capture_output=True,
        check=False,
    )
    return tried.returncode == 0
