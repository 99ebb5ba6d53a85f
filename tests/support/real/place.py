"""A place of its own for a server of the system: users, mail spool, /etc and /run.

The server runs in mount and process namespaces. There its folder is /mnt, what was
unpacked for it is /mnt/unpacked, and /etc, /run, /var/lib and /var/mail are private,
so that nothing of the machine is changed and paths are short enough for sockets. The
end of the namespace is the end of every process in it.
"""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from string import Template
from time import monotonic, sleep

LOOPBACK = "127.0.0.1"
USER = "poptest"
PASSWORD = "test-pass-1"
USER_ID = 4242
MAIL_GROUP_ID = 8
START_LIMIT_S = 20.0

# Of PASSWORD; made once with openssl passwd -6 and -1.
SHA512_HASH = (
    "$6$hudhudhudhud$gUePRwSFB3VknE2N2nbOd2tg9MBDuloi2iaVHWGhpYsR"
    "62Ar4iMbQqLGJutVKwxYjArU1n8dz.kyKYt8.XZyB0"
)
MD5_HASH = "$1$hudhud$BOX2LSrimcYxAR60EgKaK/"

TEMPLATES = Path(__file__).parent / "templates"
INETD = Path(__file__).parent / "inetd.py"

PUBLIC_ETC = (
    "alternatives",
    "courier",
    "group",
    "hosts",
    "ld.so.cache",
    "ld.so.conf",
    "ld.so.conf.d",
    "localtime",
    "login.defs",
    "nsswitch.conf",
    "passwd",
    "perl",
    "protocols",
    "security",
    "services",
)
"""What of /etc a server may see; nothing secret is among it."""

USERS = (
    f"{USER}:x:{USER_ID}:{USER_ID}::/mnt/home:/bin/sh",
    "popa3d:x:4243:4243::/var/lib/popa3d:/usr/sbin/nologin",
    "spop3d:x:4244:4244::/nonexistent:/usr/sbin/nologin",
)
GROUPS = (f"{USER}:x:{USER_ID}:", "popa3d:x:4243:", "spop3d:x:4244:")
PAM_SERVICES = ("gnu-pop3d", "other", "pop", "pop3", "popa3d", "solid-pop3d")
PAM = (
    "auth required pam_unix.so\n"
    "account required pam_unix.so\n"
    "session required pam_permit.so\n"
)


class DidNotStart(Exception):
    """The server ended, or was silent for too long; its log is in the text."""


@dataclass(frozen=True, slots=True)
class Service:
    """A program that is run for every connection to a listening socket."""

    listener: socket.socket
    command: tuple[str, ...]
    environment: Mapping[str, str]


class Place:
    """Files of one server in `folder`, which is new and not yet there."""

    def __init__(self, folder: Path, unpacked: Path | None = None) -> None:
        self.folder = folder
        self._unpacked = unpacked
        for name in ("", "etc", "home", "mail", "lib", "run", "unpacked"):
            (folder / name).mkdir(parents=True)
            (folder / name).chmod(0o755)
        (folder / "mail").chmod(0o1777)
        self._write_etc()

    @property
    def log(self) -> Path:
        return self.folder / "log"

    def write_template(self, template: str, name: str, **words: object) -> None:
        """Fill a template; it becomes /mnt/NAME for the server."""
        text = (TEMPLATES / template).read_text(encoding="utf-8")
        (self.folder / name).write_text(Template(text).substitute(words), "utf-8")

    def copy(self, file: Path) -> None:
        """Put a file in the place, under its own name."""
        shutil.copy(file, self.folder / file.name)

    def own(self, name: str, user_id: int, group_id: int) -> None:
        """Give a file or a folder with all in it to a user."""
        top = self.folder / name
        for path in (top, *top.rglob("*")):
            os.chown(path, user_id, group_id)

    def run(
        self, command: Sequence[str], listeners: Sequence[socket.socket] = ()
    ) -> "Running":
        """Start a command inside. It is /bin/sh with /mnt as its working folder."""
        with self.log.open("ab") as log:
            process = subprocess.Popen(
                [*OUTSIDE, "/bin/sh", str(TEMPLATES / "enter.sh"), str(self.folder)]
                + [str(self._unpacked or ""), *command],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
                pass_fds=[listener.fileno() for listener in listeners],
            )
        return Running(process, self.log)

    def run_services(
        self, services: Sequence[Service], before: Sequence[str] = ()
    ) -> "Running":
        """Start programs that want an inetd; `before` ends by running the rest."""
        table = [
            {
                "fd": service.listener.fileno(),
                "command": service.command,
                "environment": dict(service.environment),
            }
            for service in services
        ]
        (self.folder / "services.json").write_text(json.dumps(table), "utf-8")
        self.copy(INETD)
        inetd = [sys.executable, "-I", "/mnt/inetd.py", "/mnt/services.json"]
        listeners = [service.listener for service in services]
        running = self.run([*before, *inetd], listeners)
        for listener in listeners:
            listener.close()
        return running

    def _write_etc(self) -> None:
        etc = self.folder / "etc"
        for name in PUBLIC_ETC:
            copy_public(Path("/etc") / name, etc / name)
        for name, lines in (("passwd", USERS), ("group", GROUPS)):
            with (etc / name).open("a", encoding="utf-8") as file:
                file.write("".join(f"{line}\n" for line in lines))
        shadow = f"{USER}:{SHA512_HASH}:20000:0:99999:7:::\n"
        (etc / "shadow").write_text(shadow, "utf-8")
        (etc / "shadow").chmod(0o600)
        (etc / "pam.d").mkdir()
        for service in PAM_SERVICES:
            (etc / "pam.d" / service).write_text(PAM, "utf-8")


OUTSIDE = (
    # Nothing survives a test run that was itself killed.
    "setpriv",
    "--pdeathsig=KILL",
    "unshare",
    "--mount",
    "--pid",
    "--fork",
    "--kill-child=KILL",
    "--mount-proc",
)


class Running:
    """A server's process, and with it all it started."""

    def __init__(self, process: "subprocess.Popen[bytes]", log: Path) -> None:
        self._process = process
        self._log = log

    def wait_for_greeting(self, port: int) -> None:
        """Wait until a server says +OK at this port. Raises DidNotStart."""
        self.wait_until(lambda: greets(port))

    def wait_until(self, is_ready: Callable[[], bool]) -> None:
        limit = monotonic() + START_LIMIT_S
        while not is_ready():
            if self._process.poll() is not None or monotonic() > limit:
                self.stop()
                raise DidNotStart(self._log.read_text("utf-8", "replace")[-2000:])
            sleep(0.02)

    def stop(self) -> None:
        """Kill the first process of the namespace, and so all in it. Idempotent."""
        if self._process.poll() is None:
            for child in children(self._process.pid):
                os.kill(child, signal.SIGKILL)
            # It waits for that child and ends itself, so that no dead one is left.
            with suppress(subprocess.TimeoutExpired):
                self._process.wait(timeout=5.0)
        if self._process.poll() is None:
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()


def children(process: int) -> list[int]:
    file = Path(f"/proc/{process}/task/{process}/children")
    return [int(child) for child in file.read_text("ascii").split()]


def greets(port: int) -> bool:
    try:
        with socket.create_connection((LOOPBACK, port), timeout=2.0) as line:
            return line.recv(512).startswith(b"+OK")
    except OSError:
        return False


def listener() -> socket.socket:
    """A listening socket on a port that the system chose."""
    return socket.create_server((LOOPBACK, 0), backlog=64)


def free_port() -> int:
    """A port that was free just now, for servers that cannot inherit a socket."""
    with listener() as one:
        port: int = one.getsockname()[1]
    return port


def copy_public(source: Path, target: Path) -> None:
    if source.is_dir():
        shutil.copytree(source, target, symlinks=True)
    elif source.exists():
        shutil.copy(source, target)
