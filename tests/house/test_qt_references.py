"""PySide6 6.12.0 loses a reference of None at every call on Python before 3.12.

Some thousands of calls later the process dies, long after a short test has passed.
"""

import subprocess
import sys

import pytest

CALLS = 500

# Left by os._exit: with the fault, an ordinary exit would die before it can report.
COUNT_LOST_REFERENCES = f"""
import os, sys
from PySide6.QtCore import QObject

target = QObject()
before = sys.getrefcount(None)
for _ in range({CALLS}):
    target.setObjectName("x")
os.write(1, str(before - sys.getrefcount(None)).encode())
os._exit(0)
"""


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is never freed there")
def test_calls_into_qt_lose_no_references_of_none() -> None:
    done = subprocess.run(
        [sys.executable, "-c", COUNT_LOST_REFERENCES],
        capture_output=True,
        text=True,
        check=True,
    )
    assert abs(int(done.stdout)) < CALLS // 10
