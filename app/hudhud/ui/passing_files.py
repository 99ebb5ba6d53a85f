"""Copies for other programs: opened with one, or dragged into one.

They lie in a folder of this person alone, which goes when the program ends.
"""

import atexit
import shutil
from functools import cache
from pathlib import Path
from tempfile import mkdtemp


def passing_folder() -> Path:
    """A new and empty one, so that a file in it keeps its name."""
    return Path(mkdtemp(dir=_home()))


@cache
def _home() -> Path:
    home = Path(mkdtemp(prefix="hudhud-"))
    atexit.register(shutil.rmtree, home, ignore_errors=True)
    return home
