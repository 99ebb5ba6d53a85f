"""Where the window is put together: every part is built here, once, and handed down.

The order matters: settings and lock before anything is shown, threads ended before
the archive is closed, and no thread left running at exit.
"""

import logging
import os
import sys
from collections.abc import Callable
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from hudhud import __version__
from hudhud.archive.archive import open_archive
from hudhud.archive.errors import ArchiveError
from hudhud.archive.lock import acquire_lock
from hudhud.config.errors import ConfigBroken, ConfigError
from hudhud.config.logs import start_logging, stop_logging
from hudhud.config.paths import Profile, profile_at
from hudhud.config.settings import Settings, load_settings
from hudhud.credentials.keyring_store import KeyringStore
from hudhud.credentials.secrets import SecretStore
from hudhud.ui.assembly import Assembly, assembled
from hudhud.ui.controllers.appearance import apply_appearance
from hudhud.ui.demo_account import demo_account
from hudhud.ui.unexpected import Unexpected
from hudhud.ui.window_state import load_window_state, save_window_state
from hudhud.ui.wiring import Parts, connect

log = logging.getLogger("hudhud.ui")

# The window answers within 100 ms while two threads read mail.
SWITCH_INTERVAL_S = 0.0005
PATIENCE_MS = 1500
CANNOT_START = 1


def run_window(folder: Path | None, demo: bool = False) -> int:
    """Show the window until it is closed; gives the exit code of the process."""
    sys.setswitchinterval(SWITCH_INTERVAL_S)
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setApplicationName("hudhud")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("hudhud")
    with ExitStack() as stack:
        try:
            if demo:
                sample = stack.enter_context(demo_account("Layla"))
                return _run(app, sample.profile, sample.secrets, stack, demo)
            return _run(app, profile_at(folder), KeyringStore(), stack, demo)
        except (ArchiveError, ConfigError, OSError) as error:
            log.warning("the window cannot be opened: %s", error)
            _say(app.translate("Application", "Hudhud"), str(error))
            return CANNOT_START


def _run(
    app: QApplication,
    profile: Profile,
    secrets: SecretStore,
    stack: ExitStack,
    demo: bool,
) -> int:
    stack.callback(stop_logging, start_logging(profile))
    settings = _settings(profile)
    apply_appearance(app, settings)
    stack.callback(acquire_lock(profile.archive_folder).release)
    # A writer makes the archive, or brings it up to date, before others read it.
    open_archive(profile.archive_folder).close()
    archive = open_archive(profile.archive_folder, read_only=True)
    stack.callback(archive.close)
    parts = assembled(Assembly(app, profile, settings, secrets, archive, utc_now))
    connect(parts)
    unexpected = Unexpected(app)
    unexpected.happened.connect(parts.notices.show_unexpected)
    unexpected.install()
    stack.callback(unexpected.uninstall)
    _show(parts, profile, check=demo)
    code = app.exec()
    _end(parts, stack, code)
    return code
