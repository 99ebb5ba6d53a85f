"""A real screen: Xvfb, a window manager, and a person's keys and mouse.

with screen() as desk:
    process = program.start()          # with desk.environment
    window = desk.window("Hudhud")
    desk.key("F5")
"""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, sleep

import pytest

NEEDS = ("Xvfb", "openbox", "xdotool", "import")
SIZE = "1500x1000x24"
PATIENCE_S = 20.0
KEY_DELAY_MS = "12"


@dataclass(frozen=True, slots=True)
class Screen:
    display: str

    @property
    def environment(self) -> dict[str, str]:
        return {"DISPLAY": self.display, "QT_QPA_PLATFORM": "xcb"}

    def window(self, title: str) -> str:
        """The number of the visible window with exactly this title."""
        found: list[str] = []

        def is_there() -> bool:
            told = self._do("search", "--onlyvisible", "--name", f"^{title}$")
            found[:] = told.split()
            return bool(found)

        wait_for(is_there, f"a window named {title!r}")
        self._do("windowactivate", "--sync", found[-1])
        return found[-1]

    def has_window(self, title: str) -> bool:
        return self.count_windows(title) > 0

    def count_windows(self, title: str) -> int:
        return len(self._do("search", "--onlyvisible", "--name", f"^{title}$").split())

    def key(self, *keys: str) -> None:
        for one in keys:
            self._do("key", "--delay", KEY_DELAY_MS, one)
            sleep(0.15)

    def type(self, text: str) -> None:
        self._do("type", "--delay", KEY_DELAY_MS, text)
        sleep(0.15)

    def click(self, window: str, x: int, y: int) -> None:
        self._do("mousemove", "--window", window, str(x), str(y))
        sleep(0.3)
        self._do("click", "1")
        sleep(0.3)

    def shot(self, file: Path) -> None:
        file.parent.mkdir(parents=True, exist_ok=True)
        command = ["import", "-display", self.display, "-window", "root", str(file)]
        subprocess.run(command, check=True, timeout=30)

    def _do(self, *words: str) -> str:
        done = subprocess.run(
            ["xdotool", *words],
            env={**os.environ, **self.environment},
            capture_output=True,
            text=True,
            check=False,
            timeout=30,
        )
        return done.stdout


def wait_for(
    is_so: Callable[[], bool], what: str, patience_s: float = PATIENCE_S
) -> None:
    until = monotonic() + patience_s
    while not is_so():
        if monotonic() > until:
            raise AssertionError(f"waited {patience_s:.0f} s in vain for {what}")
        sleep(0.1)


def require_screen() -> None:
    """Without it: a failure where CI is set, elsewhere a skip that is seen."""
    absent = [name for name in NEEDS if shutil.which(name) is None]
    if absent and os.environ.get("CI"):
        pytest.fail(f"a real window needs {', '.join(absent)}")
    if absent:
        pytest.skip(f"a real window needs {', '.join(absent)}")


@contextmanager
def screen() -> Iterator[Screen]:
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", SIZE, "-nolisten", "tcp"],
        pass_fds=[writing],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as told:
        display = f":{told.readline().strip()}"
    manager = subprocess.Popen(
        ["openbox"],
        env={**os.environ, "DISPLAY": display},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield Screen(display)
    finally:
        for process in (manager, server):
            process.terminate()
            process.wait()
