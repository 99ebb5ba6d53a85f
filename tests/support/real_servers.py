"""The six POP3 servers of the system, started on loopback for tests. Needs root.

    @pytest.fixture(scope="module")
    def dovecot(tmp_path_factory):
        require_real_servers()
        folder = tmp_path_factory.mktemp("real") / "dovecot"
        with start("dovecot", folder, 20) as server:
            yield server

What must be installed, and how the rest is unpacked, is in `support.real.packages`.
"""

import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest

from support.real import courier, cyrus, dovecot, mailutils, popa3d, solid_pop3d
from support.real.packages import cache, missing
from support.real.server import RealServer

STARTERS: Mapping[str, Callable[[Path, int, Path], RealServer]] = {
    "dovecot": dovecot.start,
    "courier": courier.start,
    "cyrus": cyrus.start,
    "mailutils": mailutils.start,
    "popa3d": popa3d.start,
    "solid-pop3d": solid_pop3d.start,
}
NAMES = tuple(STARTERS)


def start(name: str, folder: Path, count: int = 20) -> RealServer:
    """Start one in a `folder` that is not there yet, holding `count` messages.

    Raises DidNotStart with its log. Stop it with `stop`, or use it in `with`.
    """
    return STARTERS[name](folder, count, cache())


def require_real_servers() -> None:
    """Without them: a failure where CI is set, elsewhere a skip that is seen."""
    require(missing(), in_ci=bool(os.environ.get("CI")))


def require(absent: Sequence[str], in_ci: bool) -> None:
    if not absent:
        return
    reason = f"the real servers need {', '.join(absent)}"
    if in_ci:
        pytest.fail(reason)
    pytest.skip(reason)
