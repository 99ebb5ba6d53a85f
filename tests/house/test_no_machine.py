"""Nothing that is kept speaks of the machine it was made on."""

import os
import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from house.tree import ROOT, files

# Registries are chosen by the person's own configuration; parts, for this very file.
REGISTRIES = (
    "py" + "pi.org",
    "python" + "hosted.org",
    "npm" + "js.org",
    "deb.deb" + "ian.org",
    "security.deb" + "ian.org",
)
# Home folders of real people, and where this project has been built.
PLACES = (
    r"/ho" + r"me/(?!you\b|sana\b)\w+/",
    r"/Us" + r"ers/\w+/",
    r"/ro" + r"ot/",
    r"/wo" + r"rk/(?:main|shared)",
    r"[A-Z]:\\Us" + r"ers\\",
    r"\.py" + r"env/",
)

LARGEST_TEXT = 1_000_000


def texts() -> list[tuple[Path, str]]:
    """Every kept file that is UTF-8; the licence names its own publisher's places."""
    found: list[tuple[Path, str]] = []
    for path in files():
        octets = (ROOT / path).read_bytes()[:LARGEST_TEXT]
        if b"\0" not in octets and path.name != "LICENSE":
            found.append((path, octets.decode("utf-8", "replace")))
    return found


def configured_hosts() -> set[str]:
    """Hosts of package indexes that this machine is set up with."""
    named = [value for name, value in os.environ.items() if name.startswith("PIP_")]
    for file in (Path("/etc/pip.conf"), Path("/etc/xdg/pip/pip.conf")):
        named += file.read_text().split() if file.is_file() else []
    hosts = {urlsplit(each).hostname for value in named for each in value.split()}
    # A number, such as the loopback address, is nobody's name.
    return {host for host in hosts if host and re.search(r"\.[a-z]", host)}


def files_that_say(pattern: str) -> list[str]:
    wanted = re.compile(pattern)
    return [str(path) for path, text in texts() if wanted.search(text)]


@pytest.mark.parametrize("place", PLACES)
def test_no_file_names_a_place_of_one_machine(place: str) -> None:
    assert files_that_say(rf"(?<![\w.])(?:{place})") == []


def test_no_file_names_this_checkout() -> None:
    assert files_that_say(rf"(?<![\w./-]){re.escape(str(ROOT))}(?=[/\"'\s])") == []


def test_no_file_names_a_package_registry() -> None:
    hosts = {*REGISTRIES, *configured_hosts()}
    assert files_that_say("|".join(re.escape(host) for host in hosts)) == []


def test_the_licence_is_there_whole() -> None:
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert "GNU GENERAL PUBLIC LICENSE" in text
    assert "Version 3, 29 June 2007" in text
    assert "END OF TERMS AND CONDITIONS" in text


def test_only_the_top_level_that_was_agreed_is_there() -> None:
    top = {path.parts[0] for path in files() if not path.parts[0].startswith(".")}
    agreed = {"pyproject.toml", "README.md", "LICENSE"}
    assert top <= agreed | {"app", "resources", "tests", "packaging"}
