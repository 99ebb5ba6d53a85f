"""`hudhud fetch`: save what the policy and the decisions say, delete what is proven."""

import argparse
from contextlib import suppress
from dataclasses import dataclass

from hudhud.archive.errors import DiskFull
from hudhud.cli.console import Json
from hudhud.cli.exits import CommandFailed, Exit, exit_for
from hudhud.cli.phrases import count_text, failure_sentence, notice_sentence, size_text
from hudhud.cli.runs import run_and_watch
from hudhud.cli.workbench import Workbench
from hudhud.domain.accounts import Account
from hudhud.domain.events import Report
from hudhud.domain.identifiers import UniqueId
from hudhud.domain.retention import parse_policy
from hudhud.sync.indexer import index_pending
from hudhud.sync.plan import Job

INDEX_FLIGHT = 1000


@dataclass(frozen=True, slots=True)
class Fetched:
    account: Account
    report: Report
    dry_run: bool


def add_parser(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    fetch = verbs.add_parser("fetch", help="bring mail home and free the server")
    fetch.add_argument("names", nargs="*", metavar="NAME")
    fetch.add_argument("--policy", metavar="POLICY", help="for this run only")
    fetch.add_argument("--only", nargs="+", metavar="UID", help="save just these")
    fetch.add_argument("--dry-run", action="store_true", help="say what would be done")
    fetch.add_argument("--limit", type=int, metavar="N", help="save at most N")
    fetch.set_defaults(run=_run)


def _job(words: argparse.Namespace) -> Job:
    if words.limit is not None and words.limit < 0:
        raise CommandFailed("--limit takes a whole number.", Exit.USAGE)
    try:
        policy = parse_policy(words.policy) if words.policy else None
    except ValueError as error:
        raise CommandFailed(str(error), Exit.USAGE) from error
    only = frozenset(map(UniqueId, words.only)) if words.only else None
    return Job(only=only, limit=words.limit, policy=policy, dry_run=words.dry_run)


def _run(words: argparse.Namespace, bench: Workbench) -> Exit:
    job = _job(words)
    accounts = bench.accounts(words.names)
    fetched: list[Fetched] = []
    with bench.writing():
        for account in accounts:
            report = run_and_watch(bench, account, job).report
            fetched.append(Fetched(account, report, job.dry_run))
            _print(bench, fetched[-1])
            if report.stopped:
                break
        if not job.dry_run:
            _index(bench)
    bench.console.document({"accounts": [_json(one) for one in fetched]})
    if any(one.report.stopped for one in fetched):
        return Exit.STOPPED
    failures = [one.report.failure for one in fetched if one.report.failure]
    if not failures and any(one.report.set_aside for one in fetched):
        return Exit.FAILED
    return exit_for(failures)


def _index(bench: Workbench) -> None:
    """What a stop or a full disk leaves unread is read after the next fetch."""
    with suppress(DiskFull), bench.archive() as archive:
        while not bench.stop.is_set():
            if not index_pending(archive, INDEX_FLIGHT, bench.stop.is_set):
                return


def _print(bench: Workbench, fetched: Fetched) -> None:
    name, report = fetched.account.name, fetched.report
    would = "would be " if fetched.dry_run else ""
    parts = [
        f"{count_text(len(report.saved), 'message')} {would}saved "
        f"({size_text(report.octets)})",
        f"{len(report.deleted)} {would}deleted from the server",
        f"{report.kept} kept there",
    ]
    if report.set_aside:
        parts.append(f"{len(report.set_aside)} set aside")
    bench.console.line(f"{name}: {', '.join(parts)}.")
    if report.stopped:
        bench.console.error(f"{name}: Stopped. What is saved is complete.")
    if report.failure is not None:
        bench.console.error(f"{name}: {failure_sentence(report.failure)}")


def _json(fetched: Fetched) -> Json:
    report = fetched.report
    return {
        "name": fetched.account.name,
        "dry_run": fetched.dry_run,
        "saved": len(report.saved),
        "deleted": len(report.deleted),
        "kept": report.kept,
        "set_aside": len(report.set_aside),
        "octets": report.octets,
        "stopped": report.stopped,
        "errors": [failure_sentence(report.failure)] if report.failure else [],
        "notices": [notice_sentence(kind) for kind in report.notices],
        "unique_ids": {
            "saved": list(report.saved),
            "deleted": list(report.deleted),
            "set_aside": list(report.set_aside),
        },
    }
