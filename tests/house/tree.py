"""The checkout as the house tests see it: what git keeps, or would keep."""

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "app" / "hudhud"


@cache
def files() -> tuple[Path, ...]:
    """Tracked files, and new ones that git would not ignore, relative to ROOT."""
    # The checkout may belong to somebody else, which git asks to be told is right.
    listed = subprocess.run(
        ["git", "-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others"]
        + ["--exclude-standard"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        check=True,
    )
    names = {name.decode() for name in listed.stdout.split(b"\0") if name}
    return tuple(sorted(Path(name) for name in names if (ROOT / name).is_file()))


def python_files() -> tuple[Path, ...]:
    return tuple(each for each in files() if each.suffix == ".py")


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse((ROOT / path).read_text(encoding="utf-8"), str(path))


def rooms() -> tuple[str, ...]:
    return tuple(sorted(each.parent.name for each in PACKAGE.glob("*/__init__.py")))


Function = ast.FunctionDef | ast.AsyncFunctionDef


def functions(tree: ast.AST) -> Iterator[Function]:
    for node in ast.walk(tree):
        if isinstance(node, Function):
            yield node


def classes(tree: ast.AST) -> Iterator[ast.ClassDef]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            yield node
