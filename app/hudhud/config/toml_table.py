"""Taking a TOML table apart: each key once, each of the type it must be."""

import tomllib
from collections.abc import Mapping
from pathlib import Path

from hudhud.config.errors import ConfigBroken


class Fault(ValueError):
    """What is wrong with a table, as the middle of a sentence."""


class Table:
    """Keys are taken one by one; what is left over is what we do not know."""

    def __init__(self, pairs: Mapping[str, object]) -> None:
        self._pairs = dict(pairs)

    def text(self, key: str) -> str:
        found = self.text_or_none(key)
        if found is None:
            raise Fault(f"{key} is missing")
        return found

    def text_or_none(self, key: str) -> str | None:
        value = self._pairs.pop(key, None)
        if value is None or isinstance(value, str):
            return value
        raise Fault(f"{key} must be text in quotation marks")

    def whole_number(self, key: str, default: int) -> int:
        found = self.whole_number_or_none(key)
        return default if found is None else found

    def whole_number_or_none(self, key: str) -> int | None:
        value = self._pairs.pop(key, None)
        # In Python a bool is an int, in TOML it is not.
        if value is None or (isinstance(value, int) and not isinstance(value, bool)):
            return value
        raise Fault(f"{key} must be a whole number")

    def number(self, key: str, default: float) -> float:
        value = self._pairs.pop(key, default)
        if isinstance(value, int | float) and not isinstance(value, bool):
            return float(value)
        raise Fault(f"{key} must be a number")

    def is_set(self, key: str) -> bool:
        value = self._pairs.pop(key, False)
        if isinstance(value, bool):
            return value
        raise Fault(f"{key} must be true or false")

    def tables(self, key: str) -> list["Table"]:
        value = self._pairs.pop(key, [])
        if isinstance(value, list) and all(isinstance(each, dict) for each in value):
            return [Table(each) for each in value]
        raise Fault(f"{key} must be written as [[{key}]]")

    @property
    def left_over(self) -> tuple[str, ...]:
        return tuple(self._pairs)


def read_table(path: Path) -> Table:
    """The whole file, or an empty table where there is none; raises ConfigBroken."""
    try:
        # A text editor of Windows may have put a byte-order mark in front.
        text = path.read_bytes().decode("utf-8-sig")
        return Table(tomllib.loads(text))
    except FileNotFoundError:
        return Table({})
    except OSError as error:
        raise ConfigBroken(path, f"{error.strerror}") from error
    except UnicodeDecodeError as error:
        raise ConfigBroken(path, "it is not UTF-8 text") from error
    except tomllib.TOMLDecodeError as error:
        raise ConfigBroken(path, f"{error}") from error
