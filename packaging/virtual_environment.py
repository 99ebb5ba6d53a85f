"""The checkout's own `.venv`: made, mended, and left alone while nothing changed."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import system_packages

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
STAMP = VENV / "hudhud-stamp"

OLDEST = (3, 11)
OLDEST_TEXT = "3.11"
# The first pip that can install into an environment that has none.
OLDEST_PIP = (22, 3)


def provide() -> None:
    """Make `PYTHON` one that has the program and its tools, or exit with the way to."""
    if _is_current():
        return
    try:
        if os.path.lexists(VENV) and not _is_whole():
            print("The folder .venv is broken or of another place: made anew.")
            _remove()
        if not VENV.exists():
            _create(_base_python())
        _install()
        STAMP.write_text(_stamp(), encoding="utf-8")
    except PermissionError as error:
        sys.exit(
            f"{error.filename} belongs to another user: remove .venv as that user."
        )


def _stamp() -> str:
    """Changes with what is asked for, and with the place: scripts hold their path."""
    asked = hashlib.sha256((ROOT / "pyproject.toml").read_bytes()).hexdigest()
    return f"{asked}\n{VENV}\n"


def _is_current() -> bool:
    try:
        current = STAMP.read_text(encoding="utf-8") == _stamp()
    except OSError:
        return False
    return current and _answers(PYTHON, "import hudhud")


def _is_whole() -> bool:
    """An environment, made in this very place, of a Python that runs and is new."""
    activate = BIN / "activate"
    try:
        here = str(VENV) in activate.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False
    question = f"import sys; sys.exit(sys.version_info < {OLDEST})"
    return here and (VENV / "pyvenv.cfg").is_file() and _answers(PYTHON, question)


def _answers(python: Path, question: str) -> bool:
    """True where this Python runs the words without an error."""
    try:
        done = subprocess.run(
            [str(python), "-c", question],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            check=False,
        )
    except OSError:
        return False
    return done.returncode == 0


def _remove() -> None:
    if VENV.is_symlink() or VENV.is_file():
        VENV.unlink()
    else:
        shutil.rmtree(VENV)


def _base_python() -> Path:
    """The Python this runs on, never one of an environment that may go; or a newer."""
    running = Path(getattr(sys, "_base_executable", None) or sys.executable)
    question = f"import sys; sys.exit(sys.version_info < {OLDEST})"
    names = ("python3.13", "python3.12", "python3.11")
    others = [Path(found) for name in names if (found := shutil.which(name))]
    for python in (running, *others):
        if _answers(python, question):
            return python
    sys.exit(f"Hudhud needs Python {OLDEST_TEXT} or newer; none was found.")


def _create(base: Path) -> None:
    print("Making .venv; this takes a minute or two, once.", flush=True)
    if not _can_make_pip(base) and _is_of_debian(base) and system_packages.is_root():
        system_packages.install([_venv_package(base)])
    if _can_make_pip(base):
        _run_or_exit([str(base), "-m", "venv", str(VENV)], "making .venv")
    elif _has_new_pip(base):
        command = [str(base), "-m", "venv", "--without-pip", str(VENV)]
        _run_or_exit(command, "making .venv")
    else:
        _say_what_is_missing(base)


def _can_make_pip(base: Path) -> bool:
    return _answers(base, "import venv, ensurepip")


def _has_new_pip(base: Path) -> bool:
    version = "tuple(int(part) for part in pip.__version__.split('.')[:2])"
    question = f"import sys, venv, pip; sys.exit({version} < {OLDEST_PIP})"
    return _answers(base, question)


def _is_of_debian(base: Path) -> bool:
    return system_packages.has_apt() and str(base.parent) in ("/usr/bin", "/bin")


def _venv_package(base: Path) -> str:
    """Debian keeps ensurepip apart, in a package of the same version."""
    found = subprocess.run(
        [str(base), "-c", "import sys; print('%d.%d' % sys.version_info[:2])"],
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return f"python{found.stdout.strip()}-venv"


def _say_what_is_missing(base: Path) -> None:
    if _is_of_debian(base):
        line = f"sudo apt-get install {_venv_package(base)}"
        sys.exit(
            f"This Python cannot make an environment. Install what it lacks:\n"
            f"    {line}"
        )
    sys.exit(f"{base} has neither ensurepip nor a pip of 22.3 or newer.")


def _install() -> None:
    print("Installing Hudhud and its tools into .venv ...", flush=True)
    command = [*_pip(), "install", "--quiet", "--disable-pip-version-check"]
    _run_or_exit([*command, "--editable", f"{ROOT}[dev]"], "pip", tries=2)


def _pip() -> list[str]:
    if _answers(PYTHON, "import pip"):
        return [str(PYTHON), "-m", "pip"]
    base = _base_python()
    if not _has_new_pip(base):
        _say_what_is_missing(base)
    return [str(base), "-m", "pip", "--python", str(PYTHON)]


def _run_or_exit(command: list[str], what: str, tries: int = 1) -> None:
    for _ in range(tries):
        done = subprocess.run(
            command,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            check=False,
        )
        if done.returncode == 0:
            return
    sys.exit(f"{what} failed:\n{system_packages.last_words(done.stdout, 20)}")
