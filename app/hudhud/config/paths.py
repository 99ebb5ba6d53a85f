"""The four folders of a profile, where each system wants them.

`hudhud --profile DIR` moves all four under DIR, so an experiment or a test never
meets the person's own mail.
"""

from dataclasses import dataclass
from pathlib import Path

import platformdirs

from hudhud.config.private_files import make_private_folder

APPLICATION = "hudhud"


@dataclass(frozen=True, slots=True)
class Profile:
    """On some systems two of these are the same folder; no two files share a name."""

    config: Path
    data: Path
    cache: Path
    state: Path

    @property
    def archive_folder(self) -> Path:
        return self.data / "archive"

    @property
    def accounts_file(self) -> Path:
        return self.config / "accounts.toml"

    @property
    def settings_file(self) -> Path:
        return self.config / "settings.toml"

    @property
    def log_file(self) -> Path:
        return self.state / "hudhud.log"


def profile_at(folder: Path | None) -> Profile:
    """The profile under `folder`, or the person's own; its folders are there then.

    Raises OSError where a folder cannot be made.
    """
    profile = _persons_own() if folder is None else _under(folder.expanduser())
    for each in (profile.config, profile.data, profile.cache, profile.state):
        make_private_folder(each)
    return profile


def _persons_own() -> Profile:
    # appauthor=False: Windows would put a second folder of the same name around it.
    folders = platformdirs.PlatformDirs(APPLICATION, appauthor=False)
    return Profile(
        config=folders.user_config_path,
        data=folders.user_data_path,
        cache=folders.user_cache_path,
        state=folders.user_state_path,
    )


def _under(folder: Path) -> Profile:
    # Absolute, so that a later change of the working folder cannot move the mail.
    place = folder.absolute()
    return Profile(
        config=place / "config",
        data=place / "data",
        cache=place / "cache",
        state=place / "state",
    )
