"""Where words go: results to stdout, everything else to stderr."""

import json
import sys
import unicodedata
from collections.abc import Mapping

from rich.console import Console as RichConsole
from rich.progress import (
    BarColumn,
    DownloadColumn,
    MofNCompleteColumn,
    Progress,
    TextColumn,
    TimeRemainingColumn,
)

Json = str | int | float | bool | None | list["Json"] | Mapping[str, "Json"]


def harmless(text: str) -> str:
    """Text from a server or a letter, unable to steer the terminal."""
    return "".join(
        "\N{REPLACEMENT CHARACTER}"
        if unicodedata.category(character) in ("Cc", "Cs")
        or character in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
        else character
        for character in text.replace("\t", " ")
    )


class Console:
    def __init__(self, as_json: bool) -> None:
        self.as_json = as_json
        self._errors = RichConsole(stderr=True, markup=False, highlight=False)

    def line(self, text: str = "") -> None:
        """One line of the result, for people; silent where a document is printed."""
        if not self.as_json:
            sys.stdout.write(harmless(text) + "\n")

    def document(self, value: Json) -> None:
        """The whole result, for programs; silent where people read."""
        if self.as_json:
            json.dump(value, sys.stdout, ensure_ascii=False, indent=2)
            sys.stdout.write("\n")

    def octets(self, octets: bytes) -> None:
        sys.stdout.flush()
        sys.stdout.buffer.write(octets)
        sys.stdout.buffer.flush()

    def error(self, sentence: str) -> None:
        sys.stderr.write(f"hudhud: {harmless(sentence)}\n")
        sys.stderr.flush()

    def note(self, sentence: str) -> None:
        sys.stderr.write(f"{harmless(sentence)}\n")
        sys.stderr.flush()

    def progress(self, sized: bool) -> Progress:
        """A bar on stderr; it shows nothing where that is not a terminal."""
        amount = DownloadColumn() if sized else MofNCompleteColumn()
        return Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            amount,
            TimeRemainingColumn(),
            console=self._errors,
            transient=True,
            disable=not self._errors.is_terminal,
        )
