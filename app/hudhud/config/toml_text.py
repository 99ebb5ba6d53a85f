"""Writing the little of TOML that our files use; the standard library only reads it."""

from collections.abc import Iterable

Value = str | int | float | bool

# TOML 1.0: these have a short form, every other control character a \u one.
_ESCAPES = {
    "\\": "\\\\",
    '"': '\\"',
    "\b": "\\b",
    "\t": "\\t",
    "\n": "\\n",
    "\f": "\\f",
    "\r": "\\r",
}


def lines_of(pairs: Iterable[tuple[str, Value]]) -> str:
    """One `key = value` a line; keys are bare keys of ours, never quoted."""
    return "".join(f"{key} = {_value(value)}\n" for key, value in pairs)


def _value(value: Value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return '"' + "".join(map(_character, value)) + '"'
    # repr of a float reads back as the very same float, also in TOML.
    return repr(value)


def _character(character: str) -> str:
    if character in _ESCAPES:
        return _ESCAPES[character]
    if ord(character) < 0x20 or ord(character) == 0x7F:
        return f"\\u{ord(character):04X}"
    return character
