"""The command line as scripts use it, against the sample mailbox on a real socket."""

import hashlib
import signal
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from support.program import Program, environment, running


@pytest.fixture
def port(tmp_path: Path) -> Iterator[int]:
    server = Program(tmp_path / "server")
    with running(server.start("demo-server")) as process:
        assert process.stdout is not None
        word, number = process.stdout.readline().split()
        assert word == b"PORT"
        yield int(number)


@pytest.fixture
def hudhud(tmp_path: Path, port: int) -> Program:
    program = Program(tmp_path / "profile")
    added = program.add_account(port, user="demo", password="demo")
    assert added.status == 0, added.err
    return program


def test_check_says_by_its_status_whether_new_mail_has_come(hudhud: Program) -> None:
    first = hudhud("check")
    assert first.status == 0
    assert "new" in first.text
    hudhud("fetch")
    assert hudhud("check").status == 1


def test_list_shows_what_waits_and_changes_nothing(hudhud: Program) -> None:
    document = hudhud.json("list", "work", "--newest", "5", "--lines", "3")
    assert len(document["messages"]) == 5
    newest = document["messages"][-1]
    assert newest["state"] == "on-server"
    assert newest["subject"]
    assert newest["from"]
    assert newest["octets"] > 0
    assert newest["first_lines"]
    again = hudhud.json("list", "work")
    numbers = [message["number"] for message in again["messages"]]
    assert numbers == list(range(1, len(numbers) + 1))


def test_fetch_keeps_reports_and_sets_one_bad_message_aside(hudhud: Program) -> None:
    ended = hudhud("--json", "fetch", "work")
    (report,) = ended.document["accounts"]
    assert report["set_aside"] == 1
    assert report["deleted"] == 0
    assert report["saved"] == len(report["unique_ids"]["saved"]) > 25
    assert ended.status == 3
    (second,) = hudhud.json("fetch")["accounts"]
    assert second["saved"] == 0


def test_the_archive_reads_searches_shows_and_verifies(
    hudhud: Program, tmp_path: Path
) -> None:
    hudhud("fetch")
    listed = hudhud.json("archive", "list", "--limit", "100")["messages"]
    one = listed[0]
    raw = hudhud("archive", "show", str(one["id"]), "--raw").out
    assert hashlib.sha256(raw).hexdigest() == one["sha256"]
    assert len(raw) == one["octets"]
    file = tmp_path / "letter.eml"
    assert hudhud("archive", "export", str(one["id"]), str(file)).status == 0
    assert file.read_bytes() == raw
    assert hudhud("archive", "export", str(one["id"]), str(file)).status == 3
    assert hudhud("archive", "verify").status == 0
    found = hudhud.json("archive", "search", "invoice")["messages"]
    assert found
    assert hudhud("archive", "search", "zzqqxx").status == 1
    assert hudhud("archive", "show", str(one["id"]), "--headers").status == 0


def test_decisions_are_carried_out_by_the_next_fetch(hudhud: Program) -> None:
    waiting = hudhud.json("list", "work")["messages"]
    good = [message["uid"] for message in waiting[:6]]
    hudhud("decide", "work", "save", good[0])
    hudhud("decide", "work", "save-delete", good[1])
    hudhud("decide", "work", "delete", good[2])
    hudhud("decide", "work", "keep", good[3])
    hudhud("decide", "work", "delete", good[4])
    assert hudhud("decide", "work", "--clear", good[4]).status == 0
    (dry,) = hudhud.json("fetch", "--policy", "ask", "--dry-run")["accounts"]
    assert dry["unique_ids"]["saved"] == [good[0], good[1]]
    (report,) = hudhud.json("fetch", "--policy", "ask")["accounts"]
    assert report["unique_ids"]["saved"] == [good[0], good[1]]
    assert sorted(report["unique_ids"]["deleted"]) == sorted([good[1], good[2]])
    left = [message["uid"] for message in hudhud.json("list", "work")["messages"]]
    assert good[1] not in left
    assert good[2] not in left
    assert good[4] in left


def test_only_and_limit_bound_what_is_saved(hudhud: Program) -> None:
    uid = hudhud.json("list", "work")["messages"][2]["uid"]
    (only,) = hudhud.json("fetch", "work", "--only", uid)["accounts"]
    assert only["unique_ids"]["saved"] == [uid]
    (limited,) = hudhud.json("fetch", "work", "--limit", "2")["accounts"]
    assert limited["saved"] == 2


def test_everything_reads_offline(hudhud: Program, port: int) -> None:
    hudhud("fetch")
    with socket.create_connection(("127.0.0.1", port)):
        pass
    listed = hudhud("archive", "list")
    assert listed.status == 0


def test_a_wrong_password_asks_for_the_person(tmp_path: Path, port: int) -> None:
    program = Program(tmp_path / "profile")
    program.add_account(port, user="demo", password="wrong")
    ended = program("fetch")
    assert ended.status == 4
    assert "refused the login name or password" in ended.err
    assert "Traceback" not in ended.err
    assert "wrong" not in ended.err.replace("wrong usage", "")


def test_a_server_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]
    program = Program(tmp_path / "profile")
    program.add_account(port)
    ended = program("--json", "fetch")
    assert ended.status == 3
    assert "could not reach 127.0.0.1" in ended.err
    assert ended.document["accounts"][0]["errors"]


@pytest.mark.parametrize(
    "words",
    [
        ["fetch", "--policy", "sometimes"],
        ["list", "nobody"],
        ["fetch", "nobody"],
        ["decide", "work", "perhaps", "u1"],
        ["decide", "work", "save"],
        ["archive", "show", "x"],
        ["no-such-verb"],
        ["account", "add", "a@b", "--host", "h", "--password-command", "x",
         "--policy", "delete-after:0"],
    ],
)  # fmt: skip
def test_wrong_usage_is_status_2(hudhud: Program, words: list[str]) -> None:
    ended = hudhud(*words)
    assert ended.status == 2
    assert ended.err
    assert "Traceback" not in ended.err


def test_accounts_are_added_listed_tested_and_removed(hudhud: Program) -> None:
    (account,) = hudhud.json("account", "list")["accounts"]
    assert account["name"] == "work"
    assert account["policy"] == "keep"
    tested = hudhud("account", "test", "work")
    assert tested.status == 0
    assert "NOT encrypted" in tested.text
    again = hudhud.add_account(1)
    assert again.status == 2
    assert hudhud("account", "remove", "work").status == 0
    assert hudhud("account", "list").status == 1


def test_stopping_ends_with_130_and_loses_nothing(hudhud: Program) -> None:
    process = hudhud.start("fetch")
    try:
        process.wait(timeout=0.9)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGINT)
    process.communicate(timeout=20)
    assert process.returncode in (130, 3)
    assert hudhud("archive", "verify").status == 0
    (report,) = hudhud.json("fetch")["accounts"]
    assert report["errors"] == []


def test_a_second_program_on_the_archive_is_refused_kindly(
    hudhud: Program, tmp_path: Path
) -> None:
    holder = (
        "from pathlib import Path; from hudhud.archive.lock import acquire_lock;"
        "from hudhud.config.paths import profile_at;"
        f"profile = profile_at(Path({str(hudhud.profile)!r}));"
        "lock = acquire_lock(profile.archive_folder);"
        "print('held', flush=True); input()"
    )
    command = [hudhud.command()[0], "-c", holder]
    process = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=None
    )
    with running(process):
        assert process.stdout is not None
        assert process.stdout.readline() == b"held\n"
        ended = hudhud("fetch")
        assert ended.status == 3
        assert "already open" in ended.err


def test_the_command_line_never_imports_qt(hudhud: Program) -> None:
    code = (
        "import sys; from hudhud.cli.main import main; main(['account', 'list']);"
        "sys.exit(any(name.startswith('PySide6') for name in sys.modules))"
    )
    done = subprocess.run([hudhud.command()[0], "-c", code], check=False)
    assert done.returncode == 0


def test_without_a_display_the_window_says_so_kindly(tmp_path: Path) -> None:
    bare = {
        name: value
        for name, value in environment().items()
        if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }
    command = Program(tmp_path).command()
    done = subprocess.run(command, env=bare, capture_output=True, check=False)
    assert done.returncode == 3
    assert b"no display" in done.stderr
