"""Secrets in a real GNOME keyring, in a desktop session made for each question."""

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

PROGRAMS = ("dbus-run-session", "gnome-keyring-daemon", "gdbus")
MISSING = [program for program in PROGRAMS if shutil.which(program) is None]

# Where CI runs, a keyring that is missing is a failure and never a skip.
pytestmark = pytest.mark.skipif(
    bool(MISSING) and "CI" not in os.environ,
    reason=f"not installed: {', '.join(MISSING)}",
)

ROOT = Path(__file__).parents[2]
STEPS = ROOT / "tests" / "support" / "keyring_steps.py"
LONG = "".join(f"{number:04d}" for number in range(1000))

# The daemon is ended with the session; in the background it would outlive the test.
UNLOCKED = """
printf 'the keyring password' |
    gnome-keyring-daemon --foreground --unlock --components=secrets >/dev/null 2>&1 &
daemon=$!
gdbus wait --session --timeout 20 org.freedesktop.secrets
"$@"; status=$?
kill $daemon
exit $status
"""
LOCKED = """
gnome-keyring-daemon --foreground --components=secrets >/dev/null 2>&1 &
daemon=$!
gdbus wait --session --timeout 20 org.freedesktop.secrets
"$@"; status=$?
kill $daemon
exit $status
"""


@dataclass(frozen=True)
class Desktop:
    """A person's home folder, which lasts over several sessions."""

    home: Path

    def says(self, session: str, *steps: str) -> list[str | None]:
        command = ["dbus-run-session", "--", "sh", "-c", session, "sh"]
        return self._answers([*command, sys.executable, str(STEPS), *steps])

    def says_without_a_bus(self, *steps: str) -> list[str | None]:
        return self._answers([sys.executable, str(STEPS), *steps])

    def _answers(self, command: list[str]) -> list[str | None]:
        done = subprocess.run(
            command,
            env=self._environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=90,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return [json.loads(line) for line in done.stdout.splitlines()]

    def _environment(self) -> dict[str, str]:
        runtime = self.home / "run"
        runtime.mkdir(mode=0o700, exist_ok=True)
        return {
            "PATH": os.environ["PATH"],
            "HOME": str(self.home),
            "XDG_RUNTIME_DIR": str(runtime),
            "PYTHONPATH": str(ROOT / "app"),
            "LC_ALL": "C.UTF-8",
        }


@pytest.fixture
def desktop(tmp_path: Path) -> Desktop:
    return Desktop(tmp_path)


def test_the_secret_service_is_what_is_found(desktop: Desktop) -> None:
    assert desktop.says(UNLOCKED, "name") == ["keyring.backends.SecretService"]


@pytest.mark.parametrize(
    "secret",
    ["open sesame", "مفتاح الدار 🔑 «é»", LONG, "🐦" * 2000],
    ids=["plain", "not ASCII", "4,000 characters", "2,000 birds"],
)
def test_a_secret_is_kept_and_forgotten(desktop: Desktop, secret: str) -> None:
    steps = ("get", f"set={secret}", "get", "delete", "get")
    assert desktop.says(UNLOCKED, *steps) == [None, None, secret, None, None]


def test_a_secret_is_there_in_the_next_session(desktop: Desktop) -> None:
    desktop.says(UNLOCKED, f"set={LONG}")
    assert desktop.says(UNLOCKED, "get") == [LONG]


def test_a_secret_is_replaced(desktop: Desktop) -> None:
    steps = (f"set={LONG}", "set=short", "get", f"set={LONG[::-1]}", "get")
    assert desktop.says(UNLOCKED, *steps)[2::2] == ["short", LONG[::-1]]


def test_a_locked_keyring_says_so_and_loses_nothing(desktop: Desktop) -> None:
    desktop.says(UNLOCKED, "set=open sesame")
    assert desktop.says(LOCKED, "get", "set=other") == ["StoreLocked", "StoreLocked"]
    assert desktop.says(UNLOCKED, "get") == ["open sesame"]


def test_without_a_session_bus_there_is_no_store(desktop: Desktop) -> None:
    assert desktop.says_without_a_bus("get", "set=x") == ["NoStore", "NoStore"]


def test_no_secret_lies_readable_in_the_home_folder(desktop: Desktop) -> None:
    desktop.says(UNLOCKED, "set=open sesame")
    files = [each for each in desktop.home.rglob("*") if each.is_file()]
    assert files
    assert not any(b"sesame" in each.read_bytes() for each in files)
