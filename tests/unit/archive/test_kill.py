"""A killed process: what it acknowledged is there, and what is there is whole."""

import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from hudhud.archive.archive import open_archive
from support.archiving import THOTH

ROUNDS = 10
ACKNOWLEDGED_BEFORE_KILL = 40

STORE_FOR_EVER = """
import sys
from pathlib import Path
from support.archiving import NOW, arrival, letter
from hudhud.archive.archive import open_archive

archive = open_archive(Path(sys.argv[1]))
for n in range(1_000_000):
    name = f"{sys.argv[2]}-{n}"
    batch = [arrival(f"{name}-{m}", letter(f"{name}-{m}" * 90)) for m in range(3)]
    if n % 10 == 9:
        large = archive.intake.open_large()
        large.write(name.encode() * 400_000)
        batch.append(arrival(f"{name}-large", large.finish()))
    archive.intake.store(batch, NOW)
    for one in batch:
        print(one.uid, flush=True)
"""


def store_until_killed(folder: Path, name: str) -> list[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", STORE_FOR_EVER, str(folder), name],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert process.stdout is not None
    lines: list[str] = []
    with process:
        for line in process.stdout:
            lines.append(line.rstrip("\n"))
            if len(lines) == ACKNOWLEDGED_BEFORE_KILL:
                process.kill()
    # The last line may be cut short; the others are promises.
    return lines[:-1]


def test_killed_again_and_again_nothing_acknowledged_is_lost(folder: Path) -> None:
    acknowledged: set[str] = set()
    for n in range(ROUNDS):
        acknowledged.update(store_until_killed(folder, f"round{n}"))
        with closing(open_archive(folder)) as archive:
            lines = archive.ledger.lines(THOTH)
            saved = {uid for uid, line in lines.items() if line.saved_at is not None}
            assert acknowledged <= saved
    with closing(open_archive(folder)) as archive:
        ids = [line.message for line in archive.ledger.lines(THOTH).values()]
        assert archive.contents.prove(ids) == frozenset(ids)
        verification = archive.checkup.verify(None, lambda: False)
        assert (verification.ok, verification.integrity) == (True, ())
    assert len(acknowledged) > ROUNDS * ACKNOWLEDGED_BEFORE_KILL // 2
