"""The real window under a real screen, used by keys and mouse from first to last.

An account is added, mail looked at, saved, saved and deleted, deleted unsaved after a
question; the window is closed and opened again with the server gone, and everything
saved is read and found. What happened is read from the archive, not from the pixels.
"""

import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest

from hudhud.archive.archive import open_archive
from hudhud.config.paths import profile_at
from support.program import Program, environment, running
from support.screen import Screen, require_screen, screen, wait_for

pytestmark = pytest.mark.timeout(240)

# In the window of its first start: the button of the empty list, and the second row.
ADD_ACCOUNT = (453, 493)
SECOND_ROW = (480, 400)


@pytest.fixture
def desk() -> Iterator[Screen]:
    require_screen()
    with screen() as desk:
        yield desk


@contextmanager
def window_of(program: Program, desk: Screen) -> Iterator[subprocess.Popen[bytes]]:
    process = subprocess.Popen(
        program.command(),
        env={**environment(), **desk.environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    with running(process):
        yield process


def quit_by_key(desk: Screen, process: subprocess.Popen[bytes]) -> None:
    desk.key("ctrl+q")
    assert process.wait(timeout=20) == 0
    assert process.stderr is not None
    assert b"Traceback" not in process.stderr.read()


def states(program: Program) -> dict[str, int]:
    """How many messages there are in each state."""
    folder = profile_at(program.profile).archive_folder
    if not (folder / "archive.db").exists():
        return {}
    with closing(open_archive(folder, read_only=True)) as archive:
        counts = archive.rows.counts()
        found = counts.get(None)
        return (
            {}
            if found is None
            else {
                "all": found.all,
                "waiting": found.waiting,
                "saved": found.saved,
                "to-be-deleted": found.to_be_deleted,
            }
        )


def has(program: Program, **wanted: int) -> bool:
    found = states(program)
    return all(found.get(name.replace("_", "-")) == n for name, n in wanted.items())


def type_account(desk: Screen, port: bytes) -> None:
    """Field by field, as Tab goes: address, password, name, host, security, port."""
    desk.window("Add account")
    desk.type("demo@example.org")
    desk.key("Tab")
    desk.type("demo")
    desk.key("Tab", "Tab")
    desk.type("Demo")
    desk.key("Tab")
    desk.type("127.0.0.1")
    desk.key("Tab", "End", "Tab", "ctrl+a")
    desk.type(port.decode())
    desk.key("Tab", "ctrl+a")
    desk.type("demo")
    # The last of the four policies: let me decide message by message.
    desk.key("Tab", "Down", "Down", "Down", "Return")


def messages(program: Program, *words: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = program.json("archive", *words)["messages"]
    return found


def test_the_whole_job_by_keys_and_mouse(desk: Screen, tmp_path: Path) -> None:
    program = Program(tmp_path / "profile")
    with running(Program(tmp_path / "server").start("demo-server")) as server:
        assert server.stdout is not None
        port = server.stdout.readline().split()[1]
        with window_of(program, desk) as process:
            window = desk.window("Hudhud")
            desk.click(window, *ADD_ACCOUNT)
            type_account(desk, port)
            allow_without_encryption(desk)
            wait_for(lambda: has(program, all=34, waiting=34), "the first check")
            decide_four(desk, window, program)
            quit_by_key(desk, process)
    with window_of(program, desk) as process:
        desk.window("Hudhud")
        desk.key("ctrl+f")
        desk.type("weekend")
        desk.key("Down")
        quit_by_key(desk, process)
    assert len(messages(program, "list")) == 3
    (letter,) = messages(program, "search", "weekend")
    assert program("archive", "show", str(letter["id"]), "--text").status == 0
    assert program("archive", "verify").status == 0


def allow_without_encryption(desk: Screen) -> None:
    """Asked once, with Cancel as the answer of a hurried Enter."""
    wait_for(
        lambda: not desk.has_window("Add account") or desk_asks(desk), "a question"
    )
    if desk_asks(desk):
        desk.key("Tab", "Return")
    wait_for(lambda: not desk.has_window("Add account"), "the account to be kept")


def desk_asks(desk: Screen) -> bool:
    return desk.count_windows("Hudhud") > 1


def decide_four(desk: Screen, window: str, program: Program) -> None:
    desk.window("Hudhud")
    desk.click(window, *SECOND_ROW)
    desk.key("ctrl+s")
    wait_for(lambda: has(program, saved=1), "the first letter to be saved")
    desk.key("Down", "ctrl+s")
    wait_for(lambda: has(program, saved=2), "the second letter to be saved")
    desk.key("Down", "ctrl+shift+s")
    wait_for(lambda: has(program, saved=3), "the third letter to be saved")
    desk.key("Down", "Delete")
    wait_for(lambda: desk_asks(desk), "the question whether to lose it")
    desk.key("Tab", "Return")
    wait_for(lambda: has(program, waiting=30), "the fourth letter to be staged")
    # Both deletions can be undone for ten seconds, and then they are sent.
    wait_for(lambda: has(program, to_be_deleted=0), "the deletions", patience_s=40)
