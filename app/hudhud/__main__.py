"""`hudhud` alone opens the window, `hudhud VERB` runs the command line."""

import os
import sys

from hudhud.cli.exits import Exit
from hudhud.cli.main import main as run_verb
from hudhud.cli.main import parser

NO_DISPLAY = (
    "hudhud: There is no display here to open a window on. The command line does the "
    "same work: see `hudhud --help`.\n"
)
NO_QT = (
    "hudhud: The window needs PySide6, which is not installed ({}). The command line "
    "works without it: see `hudhud --help`.\n"
)


def main() -> int:
    words = sys.argv[1:]
    chosen = parser().parse_args(words)
    if chosen.verb is not None:
        return run_verb(words)
    if not has_display():
        sys.stderr.write(NO_DISPLAY)
        return Exit.FAILED
    try:
        # The command line must run on a machine without Qt.
        from hudhud.ui.application import run_window
    except ImportError as error:
        sys.stderr.write(NO_QT.format(error.name))
        return Exit.FAILED
    return run_window(chosen.profile, demo=chosen.demo)


def has_display() -> bool:
    """Qt ends the whole process where it finds none, so it is not even asked."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))


if __name__ == "__main__":
    sys.exit(main())
