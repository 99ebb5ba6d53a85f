"""The rooms: each told of, and none reaching where it may not."""

import ast
import os
import sys
from pathlib import Path
from subprocess import run

from house.tree import PACKAGE, ROOT, parsed, rooms

LEAST_LINES = 3


def front_door(room: str) -> ast.Module:
    return parsed((PACKAGE / room / "__init__.py").relative_to(ROOT))


def told_of(room: str) -> str:
    return ast.get_docstring(front_door(room)) or ""


def test_every_room_tells_what_it_does() -> None:
    lines = {room: len(told_of(room).splitlines()) for room in rooms()}
    assert [room for room, count in lines.items() if count < LEAST_LINES] == []


def test_a_room_has_nothing_but_words_at_its_door() -> None:
    assert [room for room in rooms() if len(front_door(room).body) != 1] == []


def test_the_list_of_rooms_names_every_room_and_no_other() -> None:
    told = ast.get_docstring(parsed(Path("app/hudhud/__init__.py"))) or ""
    listed = {line.split("  ")[0] for line in told.splitlines() if "  " in line.strip()}
    assert listed == set(rooms())


def test_no_import_crosses_a_wall() -> None:
    done = run(
        [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT / "app")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
