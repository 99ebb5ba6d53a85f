"""A program that draws letters with the browser engine and tells what came of it.

The engine wants flags before there is an application, talks on the error stream and may
take the whole process with it: each test runs it in a process of its own.
"""

import json
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

TESTS = Path(__file__).parents[1]
LIMIT_S = 90
WAIT_MS = 20_000
TICK_MS = 10

# What goes to and comes from another process as JSON has no closer type.
Facts = dict[str, Any]


def run_program(scenario: str, *before: str, **facts: object) -> Facts:
    """Play a scenario in a new process, behind the words of `before`, if any."""
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join((str(TESTS.parent / "app"), str(TESTS))),
        "QT_QPA_PLATFORM": "offscreen",
        "QTWEBENGINE_CHROMIUM_FLAGS": "--disable-gpu",
    }
    if os.geteuid() == 0:
        environment["QTWEBENGINE_DISABLE_SANDBOX"] = "1"
    done = subprocess.run(
        [*before, sys.executable, "-m", "support.web_program", scenario],
        input=json.dumps(facts),
        env=environment,
        capture_output=True,
        text=True,
        errors="replace",
        timeout=LIMIT_S,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    told: Facts = json.loads(done.stdout.splitlines()[-1])
    return {**told, "stderr": done.stderr}


def main() -> None:
    # Only the process that plays a scenario may load Qt this way.
    from support import web_scenarios  # noqa: PLC0415

    told = web_scenarios.play(sys.argv[1], json.loads(sys.stdin.read()))
    print(json.dumps(told), flush=True)


if __name__ == "__main__":
    main()
