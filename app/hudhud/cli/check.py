"""`hudhud check`: has new mail come? Nothing is retrieved."""

import argparse

from hudhud.cli.console import Json
from hudhud.cli.exits import CommandFailed, Exit, exit_for
from hudhud.cli.phrases import count_text, failure_sentence, size_text
from hudhud.cli.workbench import Workbench, stoppable
from hudhud.domain.failures import Failure
from hudhud.sync.look import Look


def add_parser(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    check = verbs.add_parser(
        "check", help="has new mail come? status 0: yes, 1: no; retrieves nothing"
    )
    check.add_argument("names", nargs="*", metavar="NAME")
    check.set_defaults(run=_run)


def _run(words: argparse.Namespace, bench: Workbench) -> Exit:
    failures: list[Failure] = []
    report: list[Json] = []
    new = 0
    with stoppable(bench.stop):
        for account in bench.accounts(words.names):
            look = bench.engine().look(account, bench.stop)
            if bench.stop.is_set():
                raise CommandFailed("Stopped.", Exit.STOPPED)
            new += look.new
            report.append(_json(account.name, look))
            if look.failure is not None:
                failures.append(look.failure)
                bench.console.error(f"{account.name}: {failure_sentence(look.failure)}")
            else:
                bench.console.line(f"{account.name}: {_sentence(look)}")
    bench.console.document({"accounts": report})
    if failures:
        return exit_for(failures)
    return Exit.DONE if new else Exit.NOTHING


def _json(name: str, look: Look) -> Json:
    return {
        "name": name,
        "new": look.new,
        "new_octets": look.new_octets,
        "messages": look.messages,
        "octets": look.octets,
        "error": failure_sentence(look.failure) if look.failure else None,
    }


def _sentence(look: Look) -> str:
    there = f"{count_text(look.messages, 'message')}, {size_text(look.octets)}, there"
    if not look.new:
        return f"no new mail ({there})"
    return (
        f"{count_text(look.new, 'new message')}, {size_text(look.new_octets)} ({there})"
    )
