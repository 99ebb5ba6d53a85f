"""The folders of a profile."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from hudhud.config.paths import Profile, profile_at

POSIX_ONLY = pytest.mark.skipif(os.name == "nt", reason="permissions are POSIX's")


def mode_of(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def folders_of(profile: Profile) -> tuple[Path, ...]:
    return (profile.config, profile.data, profile.cache, profile.state)


@pytest.fixture(params=[0o000, 0o022, 0o277])
def under_umask(request: pytest.FixtureRequest) -> Iterator[None]:
    before = os.umask(request.param)
    yield
    os.umask(before)


def test_a_given_folder_holds_all_four(tmp_path: Path) -> None:
    profile = profile_at(tmp_path / "mine")
    assert {each.parent for each in folders_of(profile)} == {tmp_path / "mine"}


def test_the_four_folders_are_there_afterwards(tmp_path: Path) -> None:
    assert all(each.is_dir() for each in folders_of(profile_at(tmp_path / "a/b")))


def test_a_profile_can_be_opened_again(tmp_path: Path) -> None:
    assert profile_at(tmp_path) == profile_at(tmp_path)


@POSIX_ONLY
@pytest.mark.usefixtures("under_umask")
def test_new_folders_are_the_owners_alone_whatever_the_umask(tmp_path: Path) -> None:
    profile = profile_at(tmp_path / "above" / "mine")
    made = (tmp_path / "above", tmp_path / "above" / "mine", *folders_of(profile))
    assert {mode_of(each) for each in made} == {0o700}


@POSIX_ONLY
def test_a_folder_of_ours_that_others_could_read_is_narrowed(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir(mode=0o755)
    assert mode_of(profile_at(tmp_path).data) == 0o700


@POSIX_ONLY
def test_a_folder_that_holds_a_profile_is_left_as_it_was(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    profile_at(tmp_path)
    assert mode_of(tmp_path) == 0o755


def test_a_relative_folder_is_not_moved_by_a_change_of_working_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert profile_at(Path("mine")).data == tmp_path / "mine" / "data"


def test_a_tilde_is_the_home_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert profile_at(Path("~/mine")).data == tmp_path / "mine" / "data"


def test_a_file_in_the_place_of_a_folder_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("in the way")
    with pytest.raises(FileExistsError):
        profile_at(tmp_path)


def test_without_a_folder_the_systems_own_are_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("CONFIG", "DATA", "CACHE", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    if os.name == "nt" or os.uname().sysname == "Darwin":
        pytest.skip("these variables are of the XDG base directories")
    assert folders_of(profile_at(None)) == (
        tmp_path / "config" / "hudhud",
        tmp_path / "data" / "hudhud",
        tmp_path / "cache" / "hudhud",
        tmp_path / "state" / "hudhud",
    )


def test_no_two_files_of_a_profile_share_a_name(tmp_path: Path) -> None:
    one = Profile(tmp_path, tmp_path, tmp_path, tmp_path)
    files = {
        one.archive_folder,
        one.accounts_file,
        one.settings_file,
        one.log_file,
    }
    assert len(files) == 4
