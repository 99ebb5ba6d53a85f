"""Whether letters can be drawn by the browser engine, and the view that does it.

The engine is an optional part of Qt. It is imported when the first letter needs it, so
that a start without such a letter costs nothing, and an install without it works.
"""

import importlib
import importlib.util
import logging
import os
from collections.abc import Mapping
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from hudhud.ui.web.sandbox import has_sandbox

if TYPE_CHECKING:
    from hudhud.ui.web.body import WebBody

log = logging.getLogger("hudhud.ui")

ENGINE = "PySide6.QtWebEngineWidgets"
BODY = "hudhud.ui.web.body"
FLAGS = "QTWEBENGINE_CHROMIUM_FLAGS"
NO_SANDBOX = "QTWEBENGINE_DISABLE_SANDBOX"
DEBUGGING = "QTWEBENGINE_REMOTE_DEBUGGING"
# `preconnect` and `dns-prefetch` pass every setting, policy and interceptor of the
# engine; that no name and no address can be resolved is what stops them.
NO_NETWORK = '--host-resolver-rules="MAP * ~NOTFOUND"'
CHROMIUM_FLAGS = (
    NO_NETWORK,
    # A proxy would resolve names for us.
    "--no-proxy-server",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-domain-reliability",
    "--disable-breakpad",
    "--disable-remote-fonts",
    "--no-pings",
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
    # Scripts are off; were one to run, it would find no compiler to attack.
    "--js-flags=--jitless",
)


class Refusal(Enum):
    """Why letters are drawn by the simple view."""

    CHOSEN = "chosen"
    NOT_INSTALLED = "not-installed"
    NO_SANDBOX = "no-sandbox"
    NOT_PREPARED = "not-prepared"


def prepare_engine() -> None:
    """What must be said before there is a QApplication; harmless without the engine."""
    if importlib.util.find_spec(ENGINE) is None:
        return
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
    # It would open a port that reads every letter.
    os.environ.pop(DEBUGGING, None)
    before = os.environ.get(FLAGS, "")
    if NO_NETWORK not in before:
        # The last of two flags counts.
        os.environ[FLAGS] = " ".join((before, *CHROMIUM_FLAGS)).strip()


def engine_refusal(
    *, simple_view: bool = False, environment: Mapping[str, str] = os.environ
) -> Refusal | None:
    """Why not to use the engine, or None. `simple_view` is the person's own choice.

    Without its sandbox Chromium ends the whole process, so that is asked beforehand.
    Tests that run as root switch the sandbox off by Qt's own variable.
    """
    if simple_view:
        return Refusal.CHOSEN
    if importlib.util.find_spec(ENGINE) is None:
        return Refusal.NOT_INSTALLED
    if NO_NETWORK not in environment.get(FLAGS, "") or not _shares_contexts():
        return Refusal.NOT_PREPARED
    if not environment.get(NO_SANDBOX) and not has_sandbox():
        return Refusal.NO_SANDBOX
    return None


def web_body_or_none(
    parent: QWidget | None = None, *, simple_view: bool = False
) -> "WebBody | None":
    """The view, or None where the caller has to use the simple one."""
    refusal = engine_refusal(simple_view=simple_view)
    if refusal is not None:
        log.info("letters are drawn by the simple view: %s", refusal.value)
        return None
    try:
        module = importlib.import_module(BODY)
    except ImportError as error:
        # A library of the system that the engine needs.
        log.warning("the browser engine cannot be loaded: %s", error)
        return None
    made: WebBody = module.WebBody(parent)
    return made


def _shares_contexts() -> bool:
    return QCoreApplication.testAttribute(
        Qt.ApplicationAttribute.AA_ShareOpenGLContexts
    )
