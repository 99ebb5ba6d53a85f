"""Fetching many small messages from a real Dovecot, beside mpop in the same run.

One line a figure. `HUDHUD_BENCH_MESSAGES` (default 10000) is the size of the mailbox.
"""

import os
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "app"), str(ROOT / "tests")]

from bench import peers  # noqa: E402
from bench.mailbox import deliver  # noqa: E402
from hudhud.domain.accounts import Account  # noqa: E402
from hudhud.domain.events import Event, MessagesStored, RowsPeeked  # noqa: E402
from hudhud.domain.identifiers import AccountId  # noqa: E402
from hudhud.domain.servers import Security, ServerAddress  # noqa: E402
from hudhud.pop3.transport import Stop  # noqa: E402
from hudhud.sync.engine import Engine  # noqa: E402
from hudhud.sync.plan import Job  # noqa: E402
from support.delay import delay_process  # noqa: E402
from support.real.server import RealServer  # noqa: E402
from support.real_servers import start  # noqa: E402

MESSAGES = int(os.environ.get("HUDHUD_BENCH_MESSAGES", "10000"))
ROUND_TRIPS_MS = (0, 20, 100)
RUNS = 3
POPLIB_SAMPLE = 100


def figure(name: str, value: float, unit: str, compared: str = "") -> None:
    print(f"{name:<52} {value:>10.2f} {unit:<10} {compared}", flush=True)


def account_at(port: int) -> Account:
    return Account(
        id=AccountId("bench"),
        name="bench",
        address="bench@example.org",
        server=ServerAddress("127.0.0.1", port, Security.NONE),
        user="poptest",
    )


class Timed:
    """Seconds to the first rows, and to the end."""

    def __init__(self, server: RealServer, port: int, folder: Path, job: Job) -> None:
        shutil.rmtree(folder, ignore_errors=True)
        self.first = 0.0
        self._began = time.perf_counter()
        engine = Engine(folder, lambda _: server.password)
        self.report = engine.run(account_at(port), job, self._hear, Stop())
        self.total = time.perf_counter() - self._began
        if self.report.failure is not None:
            raise SystemExit(f"bench: {self.report.failure}")

    def _hear(self, event: Event) -> None:
        if isinstance(event, RowsPeeked | MessagesStored) and not self.first:
            self.first = time.perf_counter() - self._began


def compare(server: RealServer, port: int, trip_ms: int, folder: Path) -> None:
    label = f"{MESSAGES} messages, {trip_ms} ms"
    runs = [Timed(server, port, folder / "archive", Job()) for _ in range(RUNS)]
    ours = statistics.median(run.total for run in runs)
    figure(f"save, {label}: Hudhud", ours, "s", f"{MESSAGES / ours:.0f} messages/s")
    limit = statistics.median(
        peers.bare_socket(port, server.user, server.password, MESSAGES)
        for _ in range(RUNS)
    )
    figure(
        f"save, {label}: bare socket", limit, "s", f"Hudhud {ours / limit:.2f} times"
    )
    theirs = peers.mpop(port, server.user, server.password, folder / "mpop")
    if theirs is not None:
        ratio = f"Hudhud {theirs / ours:.1f} times as fast"
        figure(f"save, {label}: mpop to Maildir", theirs, "s", ratio)
    loop = peers.poplib_loop(
        port, server.user, server.password, POPLIB_SAMPLE, MESSAGES
    )
    ratio = f"from {POPLIB_SAMPLE}; Hudhud {loop / ours:.0f} times as fast"
    figure(f"save, {label}: poplib loop", loop, "s", ratio)
    peek = Timed(
        server, port, folder / "peeked", Job(peek_lines=20, save=False, delete=False)
    )
    figure(f"first rows with previews, {label}", peek.first, "s")
    figure(f"all rows with previews, {label}", peek.total, "s")
    engine = Engine(folder / "archive", lambda _: server.password)
    began = time.perf_counter()
    engine.run(account_at(port), Job(), lambda _: None, Stop())
    figure(f"second check, nothing new, {label}", time.perf_counter() - began, "s")


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="hudhud-bench-") as name:
        folder = Path(name)
        with start("dovecot", folder / "dovecot", 0) as server:
            deliver(server, MESSAGES)
            for trip_ms in ROUND_TRIPS_MS:
                if not trip_ms:
                    compare(server, server.port, 0, folder)
                    continue
                with delay_process(server.port, trip_ms / 1000) as port:
                    compare(server, port, trip_ms, folder)


if __name__ == "__main__":
    main()
