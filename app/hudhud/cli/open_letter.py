"""`hudhud open FILE.eml ...`: letters from files, each in a window of its own.

The words are read here; the window is opened where Qt is at hand, in `__main__`.
"""

import argparse
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

from hudhud.cli.exits import CommandFailed, Exit
from hudhud.cli.workbench import Workbench

VERB = "open"
LETTER_ENDINGS = (".eml", ".mht", ".mhtml")


def add_parser(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    one = verbs.add_parser(VERB, help="show letters from files, each in a window")
    one.add_argument("files", nargs="+", type=path_of, metavar="FILE.eml")
    one.add_argument("--double-clicked", action="store_true", help=argparse.SUPPRESS)
    one.set_defaults(run=_run)


def path_of(word: str) -> Path:
    """A path, or the `file:` address that a desktop hands over."""
    if word.lower().startswith("file:"):
        return Path(url2pathname(urlsplit(word).path))
    return Path(word)


def with_verb(words: list[str]) -> list[str]:
    """A file alone, as a double click gives it, means to open it."""
    first = words[0].lower() if words else ""
    is_letter = first.startswith("file:") or first.endswith(LETTER_ENDINGS)
    if not is_letter or first.startswith("-"):
        return words
    return [VERB, "--double-clicked", *words]


def _run(_words: argparse.Namespace, _bench: Workbench) -> Exit:
    raise CommandFailed("A letter is opened in a window: start it as `hudhud open`.")
