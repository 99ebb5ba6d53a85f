"""Manners that no other tool holds: imports, names, docstrings, words left over."""

import ast
import io
import tokenize
from pathlib import Path

from house.tree import ROOT, classes, functions, parsed, python_files

# A name like these says where code was put, not what it does.
NO_NAMES = frozenset(
    {"utils", "util", "helpers", "helper", "common", "manager", "misc"}
)
NO_CLASS_ENDS = ("Manager", "Helper", "Util", "Utils")
# Split, so that this file may pass its own test.
NO_WORDS = ("TO" + "DO", "FIX" + "ME", "XX" + "X", "HA" + "CK", "for " + "now")

# The command line runs on a machine without Qt: the window is imported when opened.
MAY_IMPORT_INLINE = frozenset({Path("app/hudhud/__main__.py")})

Documented = ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef


def comments(path: Path) -> list[str]:
    text = (ROOT / path).read_text(encoding="utf-8")
    tokens = tokenize.generate_tokens(io.StringIO(text).readline)
    return [each.string for each in tokens if each.type == tokenize.COMMENT]


def docstrings(tree: ast.Module) -> list[str]:
    nodes = [node for node in ast.walk(tree) if isinstance(node, Documented)]
    return [text for node in nodes if (text := ast.get_docstring(node)) is not None]


def inline_imports(path: Path) -> list[str]:
    return [
        f"{path}:{node.lineno}"
        for function in functions(parsed(path))
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]


def test_imports_stand_at_the_top() -> None:
    bound = [path for path in python_files() if path not in MAY_IMPORT_INLINE]
    assert [place for path in bound for place in inline_imports(path)] == []


def test_imports_are_absolute_and_by_name() -> None:
    froms = [
        (path, node)
        for path in python_files()
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.ImportFrom)
    ]
    loose = [(p, n.lineno) for p, n in froms if n.level or n.names[0].name == "*"]
    assert loose == []


def test_every_module_says_what_it_is() -> None:
    assert [str(p) for p in python_files() if not ast.get_docstring(parsed(p))] == []


def test_modules_are_named_for_what_they_do() -> None:
    parts = {path: path.with_suffix("").parts for path in python_files()}
    assert [str(path) for path, each in parts.items() if NO_NAMES & set(each)] == []


def test_classes_are_named_for_what_they_do() -> None:
    names = {f"{p}: {each.name}" for p in python_files() for each in classes(parsed(p))}
    assert [name for name in names if name.endswith(NO_CLASS_ENDS)] == []


def test_nothing_is_left_for_later() -> None:
    said = [
        (str(path), text)
        for path in python_files()
        for text in comments(path) + docstrings(parsed(path))
    ]
    assert [each for each in said if any(word in each[1] for word in NO_WORDS)] == []
