"""`hudhud list NAME`: what waits on the server, with its first lines."""

import argparse
from collections.abc import Sequence

from hudhud.archive.archive import Archive
from hudhud.cli.console import Json
from hudhud.cli.exits import CommandFailed, Exit, exit_for
from hudhud.cli.messages import message_json
from hudhud.cli.phrases import failure_sentence, size_text
from hudhud.cli.runs import run_and_watch
from hudhud.cli.workbench import Workbench
from hudhud.domain.accounts import DEFAULT_PREVIEW_LINES, Account
from hudhud.domain.identifiers import UniqueId
from hudhud.domain.messages import MessageRow
from hudhud.mime.letter import read_letter
from hudhud.sync.plan import Job

SHOWN_LINES = 4

# Lines of a letter's form, before and between those of its text.
LINES_OF_FORM = 20


def add_parser(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    listing = verbs.add_parser("list", help="show what waits, with its first lines")
    listing.add_argument("name")
    listing.add_argument("--lines", type=int, default=DEFAULT_PREVIEW_LINES)
    listing.add_argument("--newest", type=int, metavar="N", help="only the newest N")
    listing.set_defaults(run=_run)


def _run(words: argparse.Namespace, bench: Workbench) -> Exit:
    if words.lines < 0 or (words.newest is not None and words.newest < 1):
        raise CommandFailed("--lines and --newest take a whole number.", Exit.USAGE)
    account = bench.account(words.name)
    raw_lines = 2 * words.lines + LINES_OF_FORM if words.lines else 0
    job = Job(peek_lines=raw_lines, newest=words.newest, save=False, delete=False)
    with bench.writing():
        watched = run_and_watch(bench, account, job)
        if watched.report.stopped:
            raise CommandFailed("Stopped.", Exit.STOPPED)
        failure = watched.report.failure
        numbered = list(enumerate(watched.unique_ids, start=1))
        if words.newest is not None:
            numbered = numbered[-words.newest :]
        with bench.archive() as archive:
            shown = _shown(archive, account, numbered, words.lines)
            told: list[Json] = [
                {
                    "number": number,
                    **message_json(archive, row),
                    "first_lines": [*lines],
                }
                for number, row, lines in shown
            ]
    bench.console.document(
        {
            "name": account.name,
            "messages": told,
            "error": failure_sentence(failure) if failure else None,
        }
    )
    for number, row, lines in shown:
        _print(bench, number, row, lines)
    if failure is not None:
        bench.console.error(failure_sentence(failure))
        return exit_for([failure])
    return Exit.DONE if shown else Exit.NOTHING


Shown = tuple[int, MessageRow, list[str]]


def _shown(
    archive: Archive,
    account: Account,
    numbered: Sequence[tuple[int, UniqueId]],
    lines: int,
) -> list[Shown]:
    rows = ((number, archive.rows.by_uid(account.id, uid)) for number, uid in numbered)
    return [
        (number, row, _first_lines(archive, row, lines))
        for number, row in rows
        if row is not None
    ]


def _first_lines(archive: Archive, row: MessageRow, lines: int) -> list[str]:
    octets = (
        archive.contents.read(row.id)
        if row.saved
        else archive.contents.first_lines(row.id)
    )
    if not octets or not lines:
        return []
    text = read_letter(octets).text
    return [line for line in text.splitlines() if line.strip()][:lines]


def _print(bench: Workbench, number: int, row: MessageRow, lines: list[str]) -> None:
    date = row.date.astimezone().strftime("%Y-%m-%d %H:%M")
    sender = str(row.sender) if row.sender else "(unknown sender)"
    bench.console.line(
        f"{number:>5}  {date}  {size_text(row.octets):>9}  {row.state.value:<16}"
        f"  {row.uid}"
    )
    bench.console.line(f"       {sender}")
    bench.console.line(f"       {row.subject or '(no subject)'}")
    for line in lines[:SHOWN_LINES]:
        bench.console.line(f"         {line[:100]}")
    bench.console.line()
