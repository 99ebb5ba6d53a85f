"""No file, function or class outgrows a glance. Over it: split by idea."""

import ast

from house.tree import ROOT, Function, classes, functions, parsed, python_files

MAX_FILE_LINES = 400
MAX_FUNCTION_LINES = 40
MAX_CLASS_METHODS = 20


def length(function: Function) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


def is_ours(method: ast.stmt) -> bool:
    """Not what Python (`__init__`) or Qt (`rowCount`) asks a class to have."""
    if not isinstance(method, Function):
        return False
    is_special = method.name.startswith("__") and method.name.endswith("__")
    return not is_special and method.name == method.name.lower()


def test_files_are_short() -> None:
    lines = {
        str(path): (ROOT / path).read_text(encoding="utf-8").count("\n")
        for path in python_files()
    }
    assert {path: n for path, n in lines.items() if n > MAX_FILE_LINES} == {}


def test_functions_are_short() -> None:
    lines = {
        f"{path}: {function.name}": length(function)
        for path in python_files()
        for function in functions(parsed(path))
    }
    assert {name: n for name, n in lines.items() if n > MAX_FUNCTION_LINES} == {}


def test_classes_have_few_methods() -> None:
    methods = {
        f"{path}: {each.name}": sum(is_ours(node) for node in each.body)
        for path in python_files()
        for each in classes(parsed(path))
    }
    assert {name: n for name, n in methods.items() if n > MAX_CLASS_METHODS} == {}
