"""Plays scenarios with the browser engine, each in a process of its own.

The engine wants flags before there is an application, talks on the error stream and may
take the whole process with it.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

TESTS = Path(__file__).parents[1]
LIMIT_S = 100

# What goes to another process as JSON and comes from it has no closer type.
Facts = dict[str, Any]


def run_program(scenario: str, *before: str, **facts: object) -> Facts:
    """Play one of `web_scenarios.py`, behind the words of `before`, if any."""
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join((str(TESTS.parent / "app"), str(TESTS))),
        "QT_QPA_PLATFORM": "offscreen",
        "QTWEBENGINE_CHROMIUM_FLAGS": "--disable-gpu",
    }
    if os.geteuid() == 0:
        environment["QTWEBENGINE_DISABLE_SANDBOX"] = "1"
    done = subprocess.run(
        [*before, sys.executable, "-m", "support.web_scenarios", scenario],
        input=json.dumps(facts),
        env=environment,
        capture_output=True,
        text=True,
        errors="replace",
        timeout=LIMIT_S,
        check=False,
    )
    assert done.returncode == 0, f"{done.returncode} {done.stderr[-3000:]}"
    told: Facts = json.loads(done.stdout.splitlines()[-1])
    return {**told, "stderr": done.stderr}
