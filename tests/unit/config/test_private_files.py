"""Private files: whole or not at all, and nobody else's."""

import os
import stat
from pathlib import Path

import pytest

from hudhud.config.private_files import open_privately, write_privately

POSIX_ONLY = pytest.mark.skipif(os.name == "nt", reason="permissions are POSIX's")


def mode_of(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_what_is_written_is_what_is_there(tmp_path: Path) -> None:
    write_privately(tmp_path / "file", b"one\ntwo\n")
    assert (tmp_path / "file").read_bytes() == b"one\ntwo\n"


def test_nothing_else_is_left_beside_it(tmp_path: Path) -> None:
    write_privately(tmp_path / "file", b"one")
    write_privately(tmp_path / "file", b"two")
    assert os.listdir(tmp_path) == ["file"]


@POSIX_ONLY
@pytest.mark.parametrize("umask", [0o000, 0o022, 0o777])
def test_the_file_is_the_owners_alone_whatever_the_umask(
    tmp_path: Path, umask: int
) -> None:
    before = os.umask(umask)
    try:
        write_privately(tmp_path / "file", b"secret enough")
    finally:
        os.umask(before)
    assert mode_of(tmp_path / "file") == 0o600


@POSIX_ONLY
def test_a_file_others_could_read_is_narrowed(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"old")
    (tmp_path / "file").chmod(0o644)
    write_privately(tmp_path / "file", b"new")
    assert mode_of(tmp_path / "file") == 0o600


def test_a_write_that_fails_leaves_the_old_file_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_privately(tmp_path / "file", b"old")

    def no_space_left(number: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", no_space_left)
    with pytest.raises(OSError, match="No space left"):
        write_privately(tmp_path / "file", b"new")
    assert (tmp_path / "file").read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["file"]


@POSIX_ONLY
def test_a_symbolic_link_stays_one(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "elsewhere" / "file")
    write_privately(tmp_path / "link", b"kept elsewhere")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "elsewhere" / "file").read_bytes() == b"kept elsewhere"


@POSIX_ONLY
@pytest.mark.parametrize("umask", [0o000, 0o177, 0o777])
def test_an_opened_file_is_private_whatever_the_umask(
    tmp_path: Path, umask: int
) -> None:
    before = os.umask(umask)
    try:
        with open(tmp_path / "file", "a", opener=open_privately) as file:
            file.write("line\n")
    finally:
        os.umask(before)
    assert mode_of(tmp_path / "file") == 0o600
