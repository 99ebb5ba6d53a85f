"""README.md agrees with the tree."""

import re
from pathlib import Path

from house.tree import PACKAGE, ROOT, files, rooms

# They need no line of explanation.
NOT_ON_THE_MAP = frozenset({"README.md", "LICENSE"})

LINE = re.compile(r"(?P<indent> *)(?P<name>[\w./-]+)(?: {2,}(?P<what>\S.*))?")


def readme() -> str:
    return (ROOT / "README.md").read_text(encoding="utf-8")


def block_of_the_map() -> list[str]:
    """The lines of the code block, fenced or indented, under the heading."""
    section = re.split(r"^## ", readme(), flags=re.MULTILINE)
    [text] = [part for part in section if part.startswith("The map\n")]
    fenced = re.search(r"^```\w*\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    lines = fenced[1].splitlines() if fenced else text.splitlines()
    return [line for line in lines if fenced or line.startswith("    ")]


def the_map() -> dict[Path, str]:
    """Path and what is said of it; a line further in is inside the one above it."""
    found: dict[Path, str] = {}
    above: list[tuple[int, Path]] = []
    for line in block_of_the_map():
        entry = LINE.fullmatch(line)
        if entry is None:
            continue
        indent = len(entry["indent"])
        above = [(depth, path) for depth, path in above if depth < indent]
        path = (above[-1][1] if above else Path()) / entry["name"]
        above.append((indent, path))
        found[path] = entry["what"] or ""
    return found


def test_everything_on_the_map_is_there() -> None:
    assert [path for path in the_map() if not (ROOT / path).exists()] == []


def test_everything_on_the_map_is_explained() -> None:
    assert [path for path, what in the_map().items() if not what] == []


def test_everything_at_the_top_is_on_the_map() -> None:
    top = {path.parts[0] for path in files() if not path.parts[0].startswith(".")}
    mapped = {path.parts[0] for path in the_map()}
    assert top - NOT_ON_THE_MAP - mapped == set()


def test_every_room_is_on_the_map_and_no_other() -> None:
    inside = PACKAGE.relative_to(ROOT)
    mapped = {path.name for path in the_map() if path.parent == inside}
    assert mapped == set(rooms())


def test_every_kind_of_test_is_named_on_the_map() -> None:
    kinds = {path.parts[1] for path in files() if path.parts[0] == "tests"}
    told = the_map()[Path("tests")]
    folders = {kind for kind in kinds if (ROOT / "tests" / kind).is_dir()}
    assert {kind for kind in folders if kind not in told} == set()


def test_every_file_that_is_spoken_of_is_there() -> None:
    spoken = re.findall(r"`((?:app|packaging|resources|tests)/[\w./-]+)`", readme())
    shown = re.findall(r"!?\[[^]]*\]\((?!\w+:)([^)#]+)\)", readme())
    named = [*spoken, *shown]
    assert [each for each in named if not (ROOT / each).exists()] == []
