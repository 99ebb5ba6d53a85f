"""Mail can be had back without Hudhud, as the README beside the schema tells."""

import hashlib
import re
import sqlite3
from contextlib import closing
from importlib import resources
from pathlib import Path

import pytest
import zstandard

from hudhud.archive.archive import ARCHIVE_FILE, open_archive
from hudhud.archive.database import Database
from hudhud.archive.states import CODES
from support.archiving import arrival, letter, store

README = (resources.files("hudhud.archive") / "README.md").read_text(encoding="utf-8")
NOISE = hashlib.shake_128(b"noise")

LETTERS = {
    "short": letter("Hi."),
    "long": letter("A long letter. " * 900),
    "large": letter("A large letter. " * 300_000),
    "large noise": NOISE.digest(2_500_000),
    "empty": b"",
}


def documented_query() -> str:
    found = re.search(r"^    (SELECT c\.codec.*?)\n\n", README + "\n\n", re.M | re.S)
    assert found is not None
    return found.group(1)


def take_out(path: Path, message: int) -> bytes:
    """With the standard library and zstd alone."""
    with closing(sqlite3.connect(path)) as db:
        rows = db.execute(documented_query(), (message,)).fetchall()
    packed = b"".join(data or b"" for _, data, _ in rows)
    octets = packed
    if rows[0][0] == "zstd":
        reader = zstandard.ZstdDecompressor().stream_reader(
            packed, read_across_frames=True
        )
        octets = reader.read()
    assert hashlib.sha256(octets).digest() == rows[0][2]
    return octets


@pytest.mark.parametrize("name", LETTERS)
def test_any_message_can_be_taken_out_with_other_tools(folder: Path, name: str) -> None:
    with closing(open_archive(folder)) as archive:
        ids = store(archive, *[arrival(uid, body) for uid, body in LETTERS.items()])
    stored = dict(zip(LETTERS, ids, strict=True))
    assert take_out(folder / ARCHIVE_FILE, stored[name]) == LETTERS[name]


def test_every_table_is_documented(folder: Path) -> None:
    open_archive(folder).close()
    with closing(Database(folder / ARCHIVE_FILE)) as db:
        tables = db.rows(
            "SELECT name FROM sqlite_schema WHERE type = 'table'"
            " AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'words_%'"
        )
    missing = [name for (name,) in tables if f"`{name}`" not in README]
    assert missing == []


def test_the_states_are_documented_by_their_numbers() -> None:
    listed = re.search(r"`state` (1 .*?) \|", README)
    assert listed is not None
    assert [int(n) for n in re.findall(r"\d", listed.group(1))] == sorted(
        CODES.values()
    )
