"""`hudhud` alone opens the window, `hudhud VERB` runs the command line.

`hudhud open FILE` opens windows too, and so does `hudhud FILE`.
"""

import os
import sys

from hudhud.cli import open_letter
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
    words = open_letter.with_verb(sys.argv[1:])
    chosen = parser().parse_args(words)
    opens_files = chosen.verb == open_letter.VERB
    if chosen.verb is not None and not opens_files:
        return run_verb(words)
    if not has_display():
        sys.stderr.write(NO_DISPLAY)
        return Exit.FAILED
    try:
        # The command line must run on a machine without Qt.
        from hudhud.ui.application import run_window
        from hudhud.ui.open_files import run_letters
    except ImportError as error:
        sys.stderr.write(NO_QT.format(error.name))
        return Exit.FAILED
    if opens_files:
        return run_letters(chosen.files, double_clicked=chosen.double_clicked)
    return run_window(chosen.profile, demo=chosen.demo)


def has_display() -> bool:
    """Qt ends the whole process where it finds none, so it is not even asked."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))


if __name__ == "__main__":
    sys.exit(main())
