"""`hudhud VERB ...`: reads the words, runs the verb, ends with its status."""

import argparse
import logging
import os
import sys
from pathlib import Path

from hudhud import __version__
from hudhud.archive.errors import ArchiveError
from hudhud.cli import (
    account,
    archive,
    check,
    decide,
    demo_server,
    fetch,
    open_letter,
    waiting,
)
from hudhud.cli.console import Console
from hudhud.cli.exits import CommandFailed, Exit
from hudhud.cli.workbench import workbench
from hudhud.config.errors import ConfigError
from hudhud.config.logs import start_logging
from hudhud.config.paths import profile_at
from hudhud.credentials.errors import CredentialError

log = logging.getLogger("hudhud.cli")

VERBS = (account, check, waiting, fetch, decide, archive, open_letter, demo_server)


def parser() -> argparse.ArgumentParser:
    top = argparse.ArgumentParser(
        prog="hudhud",
        description="Brings your mail home over POP3. Without a verb: the window.",
        epilog="Exit status: 0 done, 1 nothing there, 2 wrong usage, 3 something "
        "failed, 4 you must act (sign-in, certificate), 130 stopped.",
    )
    top.add_argument("--profile", type=Path, metavar="DIR", help="keep all files there")
    top.add_argument("--json", action="store_true", help="print one JSON document")
    top.add_argument("--demo", action="store_true", help="open the sample mailbox")
    top.add_argument("--version", action="version", version=f"hudhud {__version__}")
    verbs = top.add_subparsers(dest="verb", metavar="VERB")
    for verb in VERBS:
        verb.add_parser(verbs)
    return top


def main(words: list[str]) -> int:
    """Run one verb; every ending is a status and, when it is bad, one sentence."""
    chosen = parser().parse_args(words)
    console = Console(chosen.json)
    try:
        profile = profile_at(chosen.profile)
        start_logging(profile)
        return int(chosen.run(chosen, workbench(profile, console)))
    except BrokenPipeError:
        # The reader of our output has gone; there is nobody left to tell.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return int(Exit.FAILED)
    # The one broad catch of this front end: no traceback reaches a person.
    except (KeyboardInterrupt, Exception) as error:  # noqa: BLE001
        ending = _ending(error)
    console.document({"error": ending.sentence})
    console.error(ending.sentence)
    return int(ending.status)


def _ending(error: BaseException) -> CommandFailed:
    match error:
        case CommandFailed():
            return error
        case KeyboardInterrupt():
            return CommandFailed("Stopped.", Exit.STOPPED)
        case CredentialError():
            return CommandFailed(str(error), Exit.PERSON_MUST_ACT)
        case ArchiveError() | ConfigError() | OSError():
            log.info("%s", error)
            return CommandFailed(str(error))
    log.error("unexpected", exc_info=error)
    return CommandFailed(
        "Something went wrong inside Hudhud. Nothing unproven was deleted. "
        f"Details: {_log_place()}"
    )


def _log_place() -> str:
    files = [
        handler.baseFilename
        for handler in logging.getLogger("hudhud").handlers
        if isinstance(handler, logging.FileHandler)
    ]
    return files[0] if files else "none"
