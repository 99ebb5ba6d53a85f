"""`hudhud open FILE.eml`: windows without archive, account or profile."""

import subprocess
from pathlib import Path

from support.letters import letter
from support.program import Program, environment, running

STILL_OPEN_S = 4


def offscreen() -> dict[str, str]:
    return {**environment(), "QT_QPA_PLATFORM": "offscreen"}


def open_letters(program: Program, *files: Path) -> subprocess.Popen[bytes]:
    words = program.command("open", *map(str, files))
    return subprocess.Popen(words, env=offscreen(), stderr=subprocess.PIPE)


def ended(process: subprocess.Popen[bytes]) -> tuple[int | None, str]:
    """None while its windows are open."""
    with running(process):
        try:
            _, said = process.communicate(timeout=STILL_OPEN_S)
        except subprocess.TimeoutExpired:
            return None, ""
        return process.returncode, said.decode()


def test_a_letter_is_shown_and_no_file_is_made(tmp_path: Path) -> None:
    file = tmp_path / "a.eml"
    file.write_bytes(letter())
    program = Program(tmp_path / "profile")
    status, _ = ended(open_letters(program, file))
    assert status is None
    assert not program.profile.exists()
    assert [one.name for one in tmp_path.iterdir()] == ["a.eml"]


def test_what_is_no_letter_costs_one_calm_sentence(tmp_path: Path) -> None:
    program = Program(tmp_path / "profile")
    status, said = ended(open_letters(program, tmp_path / "nowhere.eml"))
    assert status == 3
    lines = [line for line in said.splitlines() if line.startswith("hudhud: ")]
    assert len(lines) == 1
    assert "There is no file" in lines[0]
    assert "Traceback" not in said
