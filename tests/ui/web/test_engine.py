"""When letters are drawn by the engine, and when by the simple view."""

import importlib
import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest

from hudhud.ui.web import engine, sandbox
from hudhud.ui.web.engine import Refusal, engine_refusal, web_body_or_none

PREPARED = {engine.FLAGS: engine.NO_NETWORK}


@pytest.fixture
def shared(monkeypatch: pytest.MonkeyPatch) -> None:
    """As after `prepare_engine`, which would be too late here."""
    monkeypatch.setattr(engine, "_shares_contexts", lambda: True)


@pytest.fixture
def no_sandbox(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "has_sandbox", lambda: False)


def test_the_person_may_choose_the_simple_view() -> None:
    assert engine_refusal(simple_view=True) is Refusal.CHOSEN
    assert web_body_or_none(simple_view=True) is None


def test_without_the_engine_installed_there_is_only_the_simple_view(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    assert engine_refusal() is Refusal.NOT_INSTALLED
    before = dict(os.environ)
    engine.prepare_engine()
    assert dict(os.environ) == before


def test_without_its_flags_the_engine_is_not_used() -> None:
    assert engine_refusal(environment={}) is Refusal.NOT_PREPARED


@pytest.mark.usefixtures("shared", "no_sandbox")
def test_without_a_sandbox_the_engine_is_not_used() -> None:
    assert engine_refusal(environment=PREPARED) is Refusal.NO_SANDBOX


@pytest.mark.usefixtures("shared", "no_sandbox")
def test_a_test_may_do_without_a_sandbox() -> None:
    environment = {**PREPARED, engine.NO_SANDBOX: "1"}
    assert engine_refusal(environment=environment) is None


@pytest.mark.usefixtures("shared")
def test_an_engine_that_cannot_be_loaded_is_no_failure(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """As where a library of the system is missing."""

    def fail(name: str) -> object:
        raise ImportError("libnss3.so: cannot open shared object file")

    monkeypatch.setattr(engine, "engine_refusal", lambda **_: None)
    monkeypatch.setattr(importlib, "import_module", fail)
    assert web_body_or_none() is None


def test_preparing_loads_nothing_of_the_engine_and_can_be_done_twice() -> None:
    program = (
        "import os, sys\n"
        "os.environ['QTWEBENGINE_REMOTE_DEBUGGING'] = '9222'\n"
        "from hudhud.ui.web.engine import FLAGS, engine_refusal, prepare_engine\n"
        "prepare_engine(); prepare_engine()\n"
        "assert not [name for name in sys.modules if 'WebEngine' in name]\n"
        "assert 'QTWEBENGINE_REMOTE_DEBUGGING' not in os.environ\n"
        "assert os.environ[FLAGS].count('host-resolver-rules') == 1\n"
        "assert os.environ[FLAGS].startswith('--mine')\n"
    )
    app = Path(__file__).parents[3] / "app"
    environment = {**os.environ, engine.FLAGS: "--mine", "PYTHONPATH": str(app)}
    subprocess.run([sys.executable, "-c", program], env=environment, check=True)


needs_linux = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="elsewhere the sandbox is always there"
)


@pytest.fixture
def system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An ordinary person on a system where namespaces can be made."""
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setattr(sandbox, "SYSTEM", tmp_path)
    monkeypatch.setattr(sandbox, "CONFINEMENT", tmp_path / "confinement")
    monkeypatch.setattr(sandbox, "TRIAL", ("--version",))
    (tmp_path / "kernel").mkdir()
    (tmp_path / "user").mkdir()
    return tmp_path


@needs_linux
def test_root_has_no_sandbox(system: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert sandbox.has_sandbox()
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    assert not sandbox.has_sandbox()


@needs_linux
@pytest.mark.parametrize(("name", "forbidding"), sandbox.FORBIDDING)
def test_a_system_may_forbid_it(system: Path, name: str, forbidding: str) -> None:
    (system / name).write_text("1\n", encoding="utf-8")
    assert sandbox.has_sandbox()
    (system / name).write_text(f"{forbidding}\n", encoding="utf-8")
    assert not sandbox.has_sandbox()


@needs_linux
def test_a_system_may_allow_it_to_known_programs_only(system: Path) -> None:
    (system / sandbox.RESTRICTING).write_text("1\n", encoding="utf-8")
    (system / "confinement").write_text("unconfined\n", encoding="utf-8")
    assert not sandbox.has_sandbox()
    (system / "confinement").write_text("hudhud (enforce)\n", encoding="utf-8")
    assert sandbox.has_sandbox()


@needs_linux
def test_a_container_may_forbid_it_without_a_word(
    system: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sandbox, "TRIAL", ("--no-such-word",))
    assert not sandbox.has_sandbox()
