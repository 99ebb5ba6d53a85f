"""The sample letters as they are written down: `letters.toml` and the texts by it."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from pathlib import Path
from typing import Any

AGE = re.compile(r"(\d+)d (\d\d):(\d\d)")


class Form(StrEnum):
    """How the letter is put together; most are ordinary MIME."""

    MIME = "mime"
    UNDECLARED = "undeclared"
    RAW_HEADER = "raw-header"


@dataclass(frozen=True, slots=True)
class Source:
    """One letter before it has a date. `answers` names another; texts may be None."""

    name: str
    sender: str
    to: str
    cc: tuple[str, ...]
    subject: str
    age: timedelta
    answers: str | None
    form: Form
    charset: str
    encoding: str
    flowed: bool
    attach: tuple[str, ...]
    inline: tuple[str, ...]
    headers: Mapping[str, str]
    refusal: str
    text: str | None
    html: str | None
    invitation: str | None


def read_sources(folder: Path) -> tuple[Source, ...]:
    """All letters, oldest first."""
    page = tomllib.loads((folder / "letters.toml").read_text(encoding="utf-8"))
    sources = [parse_source(table, page["owner"], folder) for table in page["letter"]]
    return tuple(sorted(sources, key=lambda source: source.age, reverse=True))


# What tomllib returns is of any shape; a table that lacks a field is a KeyError.
def parse_source(table: Mapping[str, Any], owner: str, folder: Path) -> Source:
    name = table["name"]
    return Source(
        name=name,
        sender=table["from"],
        to=table.get("to", owner),
        cc=tuple(table.get("cc", ())),
        subject=table["subject"],
        age=parse_age(table["age"]),
        answers=table.get("answers"),
        form=Form(table.get("form", Form.MIME)),
        charset=table.get("charset", "utf-8"),
        encoding=table.get("encoding", "quoted-printable"),
        flowed=table.get("flowed", False),
        attach=tuple(table.get("attach", ())),
        inline=tuple(table.get("inline", ())),
        headers=table.get("headers", {}),
        refusal=table.get("refusal", ""),
        text=text_of(folder / f"{name}.txt"),
        html=text_of(folder / f"{name}.html"),
        invitation=text_of(folder / f"{name}.ics"),
    )


def parse_age(text: str) -> timedelta:
    match = AGE.fullmatch(text)
    if match is None:
        raise ValueError(f"not an age: {text!r}")
    days, hours, minutes = (int(part) for part in match.groups())
    return timedelta(days=days, hours=hours, minutes=minutes)


def text_of(file: Path) -> str | None:
    return file.read_text(encoding="utf-8") if file.is_file() else None
