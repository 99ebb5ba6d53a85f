"""Where the window is put together: every part is built here, once, and handed down.

The order matters: settings and lock before anything is shown, threads ended before
the archive is closed, and no thread left running at exit.
"""

import logging
import os
import sys
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from hudhud import __version__
from hudhud.archive.archive import open_archive
from hudhud.archive.errors import ArchiveError, ArchiveInUse
from hudhud.archive.lock import acquire_lock
from hudhud.archive.rows import View
from hudhud.config.errors import ConfigBroken, ConfigError
from hudhud.config.logs import start_logging, stop_logging
from hudhud.config.paths import Profile, profile_at
from hudhud.config.settings import Settings, load_settings
from hudhud.credentials.keyring_store import KeyringStore
from hudhud.credentials.secrets import SecretStore
from hudhud.domain.failures import Failure, FailureKind
from hudhud.ui.assembly import Ground, assembled
from hudhud.ui.controllers.appearance import apply_appearance
from hudhud.ui.demo_account import demo_account
from hudhud.ui.end_signals import EndSignals
from hudhud.ui.phrases import Phrases
from hudhud.ui.unexpected import Unexpected
from hudhud.ui.web.engine import prepare_engine
from hudhud.ui.window_state import WindowMemory, load_window_state
from hudhud.ui.wiring import Parts, connect

log = logging.getLogger("hudhud.ui")

# The window answers within 100 ms while two threads read mail.
SWITCH_INTERVAL_S = 0.0005
PATIENCE_MS = 1500
CANNOT_START = 1


def run_window(folder: Path | None, demo: bool = False) -> int:
    """Show the window until it is closed; gives the exit code of the process."""
    sys.setswitchinterval(SWITCH_INTERVAL_S)
    if QApplication.instance() is None:
        prepare_engine()
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setApplicationName("hudhud")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("hudhud")
    try:
        if demo:
            with demo_account("Noor") as sample:
                return _run(app, sample.profile, sample.secrets, demo)
        return _run(app, profile_at(folder), KeyringStore(), demo)
    except ArchiveInUse as error:
        told = Phrases().failure(Failure(FailureKind.ARCHIVE_IN_USE, detail=str(error)))
        _say(f"{told.happened} {told.safe} {told.advice}")
    except (ArchiveError, ConfigError, OSError) as error:
        _say(str(error))
    return CANNOT_START


def _run(app: QApplication, profile: Profile, secrets: SecretStore, demo: bool) -> int:
    with ExitStack() as stack:
        stack.callback(stop_logging, start_logging(profile))
        settings = _settings(profile)
        apply_appearance(app, settings)
        stack.callback(acquire_lock(profile.archive_folder).release)
        # A writer makes the archive, or brings it up to date, before others read it.
        open_archive(profile.archive_folder).close()
        archive = open_archive(profile.archive_folder, read_only=True)
        stack.callback(archive.close)
        ground = Ground(app, profile, settings, secrets, archive, utc_now)
        parts = assembled(ground)
        connect(parts)
        stack.callback(_installed(parts, app).uninstall)
        stack.callback(_ended_by_signals(parts, app).uninstall)
        show(parts, profile)
        if demo:
            QTimer.singleShot(0, parts.commands.check_all)
        code = app.exec()
        if not parts.threads.shut_down(PATIENCE_MS):
            # A thread that hangs in the system must not meet the end of Python.
            log.warning("a thread did not end in time")
            stack.close()
            os._exit(code)
        return code


def utc_now() -> datetime:
    return datetime.now(UTC)


def _settings(profile: Profile) -> Settings:
    """A broken file is left as it is, and costs no more than one's own settings."""
    try:
        return load_settings(profile)
    except ConfigBroken as error:
        log.warning("%s", error)
        return Settings()


def _installed(parts: Parts, app: QApplication) -> Unexpected:
    unexpected = Unexpected(app)
    unexpected.happened.connect(parts.notices.show_unexpected)
    unexpected.install()
    return unexpected


def _ended_by_signals(parts: Parts, app: QApplication) -> EndSignals:
    ends = EndSignals(app)
    ends.heard.connect(parts.quitting.leave_at_once)
    ends.install()
    return ends


def show(parts: Parts, profile: Profile) -> None:
    """Dress the window, ask for what it lists, and put it on the screen."""
    window = parts.window
    direction = window.layoutDirection()
    window.set_actions(parts.actions)
    window.restore_layout(load_window_state(profile, direction))
    window.message_list.set_density(parts.appearance.settings.density)
    remember = WindowMemory(profile, window)
    parts.quitting.leaving.connect(remember.save)
    parts.quitting.leaving.connect(parts.threads.sync.stop)
    parts.commands.allow_undo(False)
    parts.overview.show_accounts()
    parts.overview.ask_sizes()
    parts.messages.show_view(View())
    parts.threads.writer.wake()
    window.show()


def _say(text: str) -> None:
    """The only window of a program that cannot start."""
    log.warning("the window cannot be opened: %s", text)
    box = QMessageBox()
    box.setIcon(QMessageBox.Icon.Information)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle(QCoreApplication.translate("Box", "Hudhud"))
    box.setText(text)
    close = QCoreApplication.translate("Box", "Close")
    box.addButton(close, QMessageBox.ButtonRole.AcceptRole)
    box.exec()
