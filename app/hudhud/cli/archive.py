"""`hudhud archive list | search | show | export | verify`."""

import argparse
import os
from collections.abc import Sequence
from pathlib import Path

from hudhud.archive.archive import Archive
from hudhud.archive.errors import ArchiveInUse
from hudhud.archive.rows import View, ViewKind
from hudhud.cli.exits import CommandFailed, Exit
from hudhud.cli.messages import message_json
from hudhud.cli.phrases import count_text, size_text
from hudhud.cli.workbench import Workbench, stoppable
from hudhud.domain.identifiers import MessageId
from hudhud.domain.messages import MessageRow
from hudhud.mime.letter import read_letter
from hudhud.sync.indexer import index_pending

DEFAULT_LIMIT = 50
PAGE = 200


def add_parser(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    archive = verbs.add_parser("archive", help="read, search and verify saved mail")
    deeds = archive.add_subparsers(dest="deed", required=True, metavar="DEED")
    listing = deeds.add_parser("list", help="the newest saved messages")
    listing.add_argument("--limit", type=int, default=DEFAULT_LIMIT)
    listing.set_defaults(run=_list)
    search = deeds.add_parser("search", help="find saved messages by words")
    search.add_argument("query", nargs="+")
    search.add_argument("--limit", type=int, default=DEFAULT_LIMIT)
    search.set_defaults(run=_search)
    show = deeds.add_parser("show", help="print one message")
    show.add_argument("id", type=int)
    how = show.add_mutually_exclusive_group()
    how.add_argument("--raw", action="store_true", help="the exact stored octets")
    how.add_argument("--text", action="store_true", help="the text alone")
    how.add_argument("--headers", action="store_true", help="all headers")
    show.set_defaults(run=_show)
    export = deeds.add_parser("export", help="write one message to a file")
    export.add_argument("id", type=int)
    export.add_argument("file", type=Path)
    export.set_defaults(run=_export)
    verify = deeds.add_parser("verify", help="re-read and hash every stored message")
    verify.set_defaults(run=_verify)


def _list(words: argparse.Namespace, bench: Workbench) -> Exit:
    with bench.archive() as archive:
        ids = archive.rows.ids(View(kind=ViewKind.SAVED))
        return _print_rows(bench, archive, ids[: words.limit])


def _search(words: argparse.Namespace, bench: Workbench) -> Exit:
    with bench.archive() as archive:
        _index_rest(bench, archive)
        found = archive.index.search(" ".join(words.query))
        return _print_rows(bench, archive, _first_saved(archive, found, words.limit))


def _first_saved(archive: Archive, found: Sequence[int], limit: int) -> list[int]:
    """The index also knows what waits on a server; the archive is what is here."""
    saved: list[int] = []
    for start in range(0, len(found), PAGE):
        page = archive.rows.page(found[start : start + PAGE])
        saved += [row.id for row in page if row.saved]
        if len(saved) >= limit:
            break
    return saved[:limit]


def _index_rest(bench: Workbench, archive: Archive) -> None:
    """A fetch that was cut short left words unread; whoever may write reads them."""
    if not archive.index.pending(1):
        return
    try:
        with bench.writing(), stoppable(bench.stop):
            while index_pending(archive, 1000, bench.stop.is_set):
                pass
    except ArchiveInUse:
        bench.console.note("The newest mail is still being indexed by the window.")


def _print_rows(bench: Workbench, archive: Archive, ids: Sequence[int]) -> Exit:
    rows = archive.rows.page(ids)
    bench.console.document({"messages": [message_json(archive, row) for row in rows]})
    for row in rows:
        bench.console.line(_row_line(row))
    return Exit.DONE if rows else Exit.NOTHING


def _row_line(row: MessageRow) -> str:
    date = row.date.astimezone().strftime("%Y-%m-%d %H:%M")
    sender = (row.sender.name or row.sender.address) if row.sender else "?"
    subject = row.subject or "(no subject)"
    return (
        f"{row.id:>7}  {date}  {size_text(row.octets):>9}  {sender[:24]:<24}  {subject}"
    )


def _saved_row(archive: Archive, number: int) -> MessageRow:
    row = archive.rows.row(MessageId(number))
    if row is None or not row.saved:
        raise CommandFailed(f"There is no saved message {number}.", Exit.NOTHING)
    return row


def _show(words: argparse.Namespace, bench: Workbench) -> Exit:
    with bench.archive() as archive:
        row = _saved_row(archive, words.id)
        octets = archive.contents.read(row.id)
        told = message_json(archive, row)
    if words.raw:
        bench.console.octets(octets)
        return Exit.DONE
    letter = read_letter(octets)
    headers = [f"{name}: {value}" for name, value in letter.headers]
    main = [line for line in headers if line.lower().startswith(MAIN_HEADERS)]
    files = [
        f"[{one.name}, {one.content_type}, {size_text(one.octets)}]"
        for one in letter.attachments
    ]
    bench.console.document(
        {
            **told,
            "headers": [[name, value] for name, value in letter.headers],
            "text": letter.text,
            "files": [one.name for one in letter.attachments],
        }
    )
    if words.headers:
        shown = headers
    else:
        text = letter.text.splitlines()
        shown = text if words.text else [*main, "", *text, "", *files]
    for line in shown:
        bench.console.line(line)
    return Exit.DONE


MAIN_HEADERS = ("from:", "to:", "cc:", "date:", "subject:")


def _export(words: argparse.Namespace, bench: Workbench) -> Exit:
    with bench.archive() as archive:
        row = _saved_row(archive, words.id)
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
        try:
            handle = os.open(words.file, flags, 0o600)
        except FileExistsError as error:
            sentence = f"{words.file} exists already; nothing was overwritten."
            raise CommandFailed(sentence) from error
        with os.fdopen(handle, "wb") as file:
            for piece in archive.contents.pieces(row.id):
                file.write(piece)
    bench.console.line(f"Wrote {size_text(row.octets)} to {words.file}.")
    bench.console.document({"id": row.id, "file": str(words.file)})
    return Exit.DONE


def _verify(words: argparse.Namespace, bench: Workbench) -> Exit:
    with (
        bench.archive() as archive,
        stoppable(bench.stop),
        bench.console.progress(sized=False) as bar,
    ):
        task = bar.add_task("verifying", total=None)
        found = archive.checkup.verify(
            lambda done, total: bar.update(task, completed=done, total=total),
            bench.stop.is_set,
        )
    bench.console.document(
        {
            "ok": found.ok,
            "messages": found.messages,
            "octets": found.octets,
            "damaged": list(found.damaged),
            "integrity": list(found.integrity),
        }
    )
    if bench.stop.is_set():
        raise CommandFailed("Stopped before everything was read.", Exit.STOPPED)
    bench.console.line(
        f"{count_text(found.messages, 'message')}, {size_text(found.octets)}, re-read: "
        + ("all whole." if found.ok else "NOT all whole.")
    )
    for message in found.damaged:
        bench.console.error(f"Message {message} is damaged; its server copy is kept.")
    for complaint in found.integrity:
        bench.console.error(complaint)
    return Exit.DONE if found.ok else Exit.FAILED
