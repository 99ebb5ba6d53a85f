"""`hudhud demo-server`: the sample mailbox on a real socket, until it is stopped."""

import argparse
import sys
from datetime import UTC, datetime

from hudhud.cli.exits import Exit
from hudhud.cli.workbench import Workbench, stoppable
from hudhud.demo.serve import sample_server

LOOK_S = 0.5


def add_parser(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    demo = verbs.add_parser("demo-server", help="serve the sample mailbox on loopback")
    demo.add_argument("--port", type=int, default=0)
    demo.set_defaults(run=_run)


def _run(words: argparse.Namespace, bench: Workbench) -> Exit:
    with (
        stoppable(bench.stop),
        sample_server(datetime.now(UTC), words.port) as server,
    ):
        terms = server.terms
        # Scripts read these two lines, so they are written whatever the form.
        sys.stdout.write(f"PORT {server.port}\nUSER {terms.user} {terms.password}\n")
        sys.stdout.flush()
        while not bench.stop.wait(LOOK_S):
            pass
    return Exit.DONE
