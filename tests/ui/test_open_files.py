"""Letters from files: which are shown, and what is said of the others."""

import os
import sys
from pathlib import Path

import pytest

from hudhud.cli.open_letter import path_of, with_verb
from hudhud.ui.open_files import MOST_OCTETS, NotALetter, read_file
from support.letter_files import letter_with_files


def refusal(file: Path) -> str:
    with pytest.raises(NotALetter) as told:
        read_file(file)
    return str(told.value)


def test_a_letter_is_read_with_its_own_date(tmp_path: Path) -> None:
    file = tmp_path / "a.eml"
    file.write_bytes(letter_with_files())
    row = read_file(file).row
    assert (row.subject, row.date.day, row.attachments) == ("Three files", 23, 3)


def test_a_file_that_is_not_there_costs_a_sentence(tmp_path: Path) -> None:
    assert refusal(tmp_path / "a.eml").startswith("There is no file")


def test_a_folder_is_no_letter(tmp_path: Path) -> None:
    assert "is not a file" in refusal(tmp_path)


@pytest.mark.skipif(sys.platform == "win32", reason="pipes have no names there")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.eml")
    assert "is not a file" in refusal(tmp_path / "a.eml")


@pytest.mark.parametrize("octets", [b"", b"\x89PNG\r\n\x1a\n" + bytes(99), b"hello\n"])
def test_what_has_no_header_is_no_letter(octets: bytes, tmp_path: Path) -> None:
    file = tmp_path / "a.eml"
    file.write_bytes(octets)
    assert refusal(file) == "a.eml is not a letter."


def test_a_file_of_any_size_is_not_taken_into_memory(tmp_path: Path) -> None:
    file = tmp_path / "a.eml"
    with file.open("wb") as opened:
        opened.truncate(MOST_OCTETS + 1)
    assert "too large" in refusal(file)


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        (["a.eml"], ["open", "--double-clicked", "a.eml"]),
        (["file:///a%20b.eml"], ["open", "--double-clicked", "file:///a%20b.eml"]),
        (["fetch"], ["fetch"]),
        (["--demo"], ["--demo"]),
        ([], []),
    ],
)
def test_a_file_alone_means_to_open_it(words: list[str], meant: list[str]) -> None:
    assert with_verb(words) == meant


@pytest.mark.skipif(sys.platform == "win32", reason="a path of other systems")
def test_an_address_of_a_desktop_is_a_path() -> None:
    assert path_of("file:///tmp/a%20b.eml") == Path("/tmp/a b.eml")
