"""`hudhud` alone opens the window, `hudhud VERB` runs the command line."""

import sys

from hudhud.cli.main import main as run_verb
from hudhud.cli.main import parser


def main() -> int:
    words = sys.argv[1:]
    chosen = parser().parse_args(words)
    if chosen.verb is not None:
        return run_verb(words)
    # The command line must run on a machine without Qt.
    from hudhud.ui.application import run_window

    return run_window(chosen.profile, demo=chosen.demo)


if __name__ == "__main__":
    sys.exit(main())
