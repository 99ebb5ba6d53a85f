"""The program as a process: how a script or a person at a terminal would use it."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
ENOUGH_S = 100


@dataclass(frozen=True, slots=True)
class Ended:
    status: int
    out: bytes
    err: str

    @property
    def text(self) -> str:
        return self.out.decode()

    @property
    def document(self) -> Any:
        return json.loads(self.out)


@dataclass(frozen=True, slots=True)
class Program:
    profile: Path

    def command(self, *words: str) -> list[str]:
        return [sys.executable, "-m", "hudhud", "--profile", str(self.profile), *words]

    def __call__(self, *words: str, stdin: str = "") -> Ended:
        done = subprocess.run(
            self.command(*words),
            input=stdin.encode(),
            capture_output=True,
            check=False,
            timeout=ENOUGH_S,
            env=environment(),
        )
        return Ended(done.returncode, done.stdout, done.stderr.decode())

    def json(self, *words: str) -> Any:
        return self("--json", *words).document

    def start(self, *words: str) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            self.command(*words),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment(),
        )

    def add_account(self, port: int, *more: str, **chosen: str) -> Ended:
        words = {
            "host": "127.0.0.1",
            "security": "none",
            "user": "poptest",
            "name": "work",
            "password": "test-pass-1",
            **chosen,
        }
        return self(
            "account", "add", "poptest@example.org", "--host", words["host"],
            "--port", str(port), "--security", words["security"],
            "--user", words["user"], "--name", words["name"],
            "--password-command", f"echo {words['password']}", *more,
        )  # fmt: skip


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT / "app"), "PYTHONWARNINGS": "error"}


@contextmanager
def running(process: subprocess.Popen[bytes]) -> Iterator[subprocess.Popen[bytes]]:
    try:
        yield process
    finally:
        process.kill()
        process.communicate()
