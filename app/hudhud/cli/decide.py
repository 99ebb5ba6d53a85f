"""`hudhud decide`: say what shall happen to single messages at the next fetch."""

import argparse
from datetime import UTC, datetime

from hudhud.cli.exits import CommandFailed, Exit
from hudhud.cli.phrases import count_text
from hudhud.cli.workbench import Workbench
from hudhud.domain.identifiers import UniqueId
from hudhud.domain.retention import Verdict


def add_parser(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    decide = verbs.add_parser(
        "decide",
        help="decide for single messages; carried out by the next fetch",
        usage="hudhud decide NAME {save,save-delete,delete,keep} UID ...\n"
        "       hudhud decide NAME --clear UID ...",
    )
    decide.add_argument("name")
    decide.add_argument("--clear", action="store_true", help="take decisions back")
    decide.add_argument("words", nargs="+", metavar="VERDICT UID")
    decide.set_defaults(run=_run)


def _read(words: argparse.Namespace) -> tuple[Verdict | None, list[UniqueId]]:
    if words.clear:
        return None, [UniqueId(word) for word in words.words]
    first, *rest = words.words
    if first not in [verdict.value for verdict in Verdict]:
        raise CommandFailed(
            f"Not a decision: {first!r}; say save, save-delete, delete or keep.",
            Exit.USAGE,
        )
    if not rest:
        raise CommandFailed("Name at least one message by its unique-id.", Exit.USAGE)
    return Verdict(first), [UniqueId(word) for word in rest]


def _run(words: argparse.Namespace, bench: Workbench) -> Exit:
    account = bench.account(words.name)
    verdict, uids = _read(words)
    now = datetime.now(UTC)
    with bench.writing(), bench.archive() as archive:
        known = archive.ledger.lines(account.id)
        unknown = [uid for uid in uids if uid not in known]
        meant = [uid for uid in uids if uid in known]
        if verdict is None:
            archive.decisions.clear(account.id, meant, now)
        else:
            archive.decisions.decide(account.id, meant, verdict, now, now)
            archive.ledger.reset_failures(account.id, meant)
    bench.console.document(
        {
            "name": account.name,
            "decision": verdict.value if verdict else None,
            "decided": list(meant),
            "unknown": list(unknown),
        }
    )
    deed = f"decided ({verdict.value})" if verdict else "cleared"
    bench.console.line(f"{account.name}: {count_text(len(meant), 'message')} {deed}.")
    if unknown:
        raise_unknown(unknown)
    return Exit.DONE


def raise_unknown(unknown: list[UniqueId]) -> None:
    raise CommandFailed(
        f"Unknown unique-id: {', '.join(unknown)}. `hudhud list` shows them.",
        Exit.FAILED,
    )
