"""Files that leave the archive: what they never overwrite, and how they are marked."""

import os
import sys
from pathlib import Path

import pytest

from hudhud.ui.mark_of_origin import origin
from hudhud.ui.outgoing_files import write_new, write_over

MESSAGE_ID = "<a1@example.org>"


def test_a_name_that_is_taken_gets_a_number(tmp_path: Path) -> None:
    names = [write_new(tmp_path, "a.pdf", [b"x"], "").name for _ in range(3)]
    assert names == ["a.pdf", "a (2).pdf", "a (3).pdf"]


def test_a_name_cannot_leave_its_folder(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    written = write_new(folder, "../../.bashrc", [b"x"], "")
    assert written.parent == folder
    assert not written.name.startswith(".")


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_nothing_is_written_through_a_link(tmp_path: Path) -> None:
    target = tmp_path / "target"
    target.write_bytes(b"precious")
    (tmp_path / "a.txt").symlink_to(target)
    assert write_new(tmp_path, "a.txt", [b"x"], "").name == "a (2).txt"
    assert write_over(tmp_path / "a.txt", [b"y"], "").read_bytes() == b"y"
    assert target.read_bytes() == b"precious"


def test_what_fails_in_between_leaves_nothing(tmp_path: Path) -> None:
    def pieces() -> object:
        yield b"x"
        raise OSError("gone")

    with pytest.raises(OSError, match="gone"):
        write_over(tmp_path / "a", pieces(), "")  # type: ignore[arg-type]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform != "linux", reason="extended attributes of Linux")
def test_a_file_says_which_letter_brought_it(tmp_path: Path) -> None:
    written = write_new(tmp_path, "a.pdf", [b"x"], MESSAGE_ID)
    try:
        mark = os.getxattr(written, "user.xdg.origin.url")
    except OSError:
        pytest.skip("no extended attributes in this folder")
    assert mark == b"mid:a1@example.org"


def test_an_origin_holds_nothing_but_an_address() -> None:
    assert origin("<a b\r\n@x>") == "mid:a%20b%0D%0A@x"
