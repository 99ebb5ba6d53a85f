"""Everything a developer does, each with one command, on a machine that has nothing.

    python3 packaging/dev.py setup    make .venv, install what is missing
    python3 packaging/dev.py run      start Hudhud; without a display, as text
    python3 packaging/dev.py test     run the tests; arguments go to pytest
    python3 packaging/dev.py check    layout, habits, types, layers, translations
    python3 packaging/dev.py bench    measure; arguments choose among tests/bench
    python3 packaging/dev.py shots    take pictures of the window

The first time takes minutes, as root with the system's packages too; then nothing is
done twice. Only the standard library is used here, and Python 3.8 can still read it.
"""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import system_packages
import virtual_environment
from virtual_environment import PYTHON, ROOT, VENV

if TYPE_CHECKING:
    from pathlib import Path

REAL_SERVERS = "from support.real.packages import PACKAGES, cache, prepare; "
REAL_SERVERS_FOLDER = VENV / "servers"


def setup(arguments: list[str]) -> int:
    _provide_for_tests(system_packages.PEERS)
    print("Ready.")
    return 0


def run(arguments: list[str]) -> int:
    virtual_environment.provide()
    if not _has_display():
        print("There is no display: Hudhud shows itself as text.\n", flush=True)
        return _become([str(PYTHON), str(ROOT / "packaging" / "text_demo.py")])
    system_packages.provide([system_packages.WINDOW, system_packages.WEB])
    return _become([str(PYTHON), "-m", "hudhud", *arguments])


def test(arguments: list[str]) -> int:
    _provide_for_tests()
    spread = ["-n", "auto", "--dist", "loadfile"]
    command = [str(PYTHON), "-m", "pytest", *spread, *arguments]
    os.chdir(ROOT)
    return _become(command, _environment(QT_QPA_PLATFORM="offscreen"))


def check(arguments: list[str]) -> int:
    virtual_environment.provide()
    system_packages.provide([system_packages.WINDOW, system_packages.WEB])
    failed = [name for name, command in _checks() if not _passes(name, command)]
    print(
        f"Failed: {', '.join(failed)}" if failed else "All checks passed.", flush=True
    )
    return 1 if failed else 0


def bench(arguments: list[str]) -> int:
    """Every tests/bench/bench_*.py whose name holds one of the arguments."""
    _provide_for_tests(system_packages.PEERS)
    scripts = sorted((ROOT / "tests" / "bench").glob("bench_*.py"))
    chosen = [script for script in scripts if _is_chosen(script, arguments)]
    if not chosen:
        print("No benchmark has such a name.")
        return 1
    failed = [each.stem for each in chosen if not _passes(each.stem, _script(each))]
    if failed:
        print(f"Failed: {', '.join(failed)}")
    return 1 if failed else 0


def shots(arguments: list[str]) -> int:
    _provide_for_tests()
    return _become([*_script(ROOT / "packaging" / "shots.py"), *arguments])


VERBS = {
    "setup": setup,
    "run": run,
    "test": test,
    "check": check,
    "bench": bench,
    "shots": shots,
}


def _checks() -> list[tuple[str, list[str]]]:
    module = [str(PYTHON), "-m"]
    checks = [
        ("ruff format", [*module, "ruff", "format", "--check", "."]),
        ("ruff check", [*module, "ruff", "check", "."]),
        ("mypy", [*module, "mypy"]),
        ("lint-imports", [str(PYTHON.with_name("lint-imports"))]),
    ]
    translations = ROOT / "packaging" / "translations.py"
    if translations.exists():
        checks.append(("translations", [*_script(translations), "check"]))
    return checks


def _passes(name: str, command: list[str]) -> bool:
    print(f"-- {name}", flush=True)
    done = subprocess.run(command, cwd=ROOT, env=_environment(), check=False)
    return done.returncode == 0


def _provide_for_tests(*more: system_packages.Group) -> None:
    virtual_environment.provide()
    groups = [
        system_packages.WINDOW,
        system_packages.WEB,
        system_packages.SCREEN,
        system_packages.KEYRING,
        *more,
    ]
    # They change user and mount, so without root their tests are skipped in any case.
    with_servers = system_packages.has_apt() and system_packages.is_root()
    if with_servers:
        listed = _ask(REAL_SERVERS + "print(*PACKAGES)") or ""
        groups.append(system_packages.servers(listed.split()))
    system_packages.provide(groups)
    if with_servers:
        _unpack_servers()


def _unpack_servers() -> None:
    prepare = REAL_SERVERS + "prepare(cache())"
    if _ask(prepare) is None and system_packages.update():
        print("Once more, with fresh package lists.", flush=True)
        _ask(prepare)


def _ask(words: str) -> str | None:
    """What our own Python prints; None, and a word about it, where it fails."""
    done = subprocess.run(
        [str(PYTHON), "-c", words],
        env=_environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode == 0:
        return done.stdout
    said = system_packages.last_words(done.stdout, 3)
    print(f"The real mail servers are not ready:\n{said}", flush=True)
    return None


def _environment(**more: str) -> dict[str, str]:
    """With our folders in front, so that neither a tool nor a script has to know."""
    folders = os.pathsep.join((str(ROOT / "app"), str(ROOT / "tests")))
    return {
        **os.environ,
        "PYTHONPATH": folders,
        "MYPYPATH": str(ROOT / "packaging"),
        "HUDHUD_TEST_SERVERS": str(REAL_SERVERS_FOLDER),
        **more,
    }


def _script(path: Path) -> list[str]:
    return [str(PYTHON), str(path)]


def _is_chosen(script: Path, words: list[str]) -> bool:
    return not words or any(word in script.stem for word in words)


def _has_display() -> bool:
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _become(command: list[str], environment: dict[str, str] | None = None) -> int:
    """Leave the process to it: its signals, its exit status, its last line."""
    environment = environment or _environment()
    if os.name == "nt":
        return subprocess.call(command, env=environment)
    sys.stdout.flush()
    os.execve(command[0], command, environment)


def main() -> int:
    verb, arguments = (sys.argv[1] if len(sys.argv) > 1 else ""), sys.argv[2:]
    if verb not in VERBS:
        print(__doc__)
        return 0 if verb in ("-h", "--help", "help") else 2
    try:
        return VERBS[verb](arguments)
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
