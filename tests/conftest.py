"""What holds for every test: no screen, no person's files, no person's secrets.

All of it is done on import, before pytest-qt or any test can have asked Qt, keyring
or platformdirs a question. Child processes inherit it.
"""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, settings

FOLDERS = {
    "HOME": "home",
    "XDG_CONFIG_HOME": "home/.config",
    "XDG_DATA_HOME": "home/.local/share",
    "XDG_CACHE_HOME": "home/.cache",
    "XDG_STATE_HOME": "home/.local/state",
    "XDG_RUNTIME_DIR": "run",
}


SERVERS = "HUDHUD_TEST_SERVERS"


def _remember_the_real_servers() -> None:
    """They are unpacked once, by `packaging/dev.py`; HOME is about to change."""
    ours = Path(__file__).parents[1] / ".venv" / "servers"
    elsewhere = Path.home() / ".cache" / "hudhud-test-servers"
    os.environ.setdefault(SERVERS, str(ours if ours.is_dir() else elsewhere))


def _set_aside_the_person() -> None:
    home = Path(tempfile.mkdtemp(prefix="hudhud-tests-"))
    atexit.register(shutil.rmtree, home, ignore_errors=True)
    for name, folder in FOLDERS.items():
        (home / folder).mkdir(mode=0o700, parents=True, exist_ok=True)
        os.environ[name] = str(home / folder)
    # Without these the suite would find, and could unlock, the person's keyring.
    os.environ.pop("DBUS_SESSION_BUS_ADDRESS", None)
    os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"


def _make_every_machine_alike() -> None:
    # Without a display Qt's own choice of platform ends the whole process.
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["LC_ALL"] = "C.UTF-8"
    os.environ.pop("LANGUAGE", None)


_remember_the_real_servers()
_set_aside_the_person()
_make_every_machine_alike()

settings.register_profile("workbench", deadline=None)
settings.register_profile(
    "ci",
    deadline=None,
    derandomize=True,
    max_examples=50,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("ci" if os.environ.get("CI") else "workbench")
