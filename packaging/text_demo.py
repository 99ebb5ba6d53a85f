"""The main job as text, for a machine without a display.

Starts the sample mailbox on loopback and plays, with the real command line, what the
window would do: see what waits, save, delete one, search, read, verify.
"""

import json
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

HUDHUD = [sys.executable, "-m", "hudhud"]
NAME = "sample"


def hudhud(profile: Path, *words: str, shown: bool = True) -> str:
    """Run one verb as a person would type it; its words go to the screen."""
    told = " ".join(shlex.quote(word) for word in words)
    if shown:
        print(f"\n$ hudhud --profile {profile} {told}", flush=True)
    done = subprocess.run(
        [*HUDHUD, "--profile", str(profile), *words],
        check=False,
        stdout=subprocess.PIPE,
        text=True,
    )
    if shown:
        print(done.stdout, end="", flush=True)
    return done.stdout


def waiting(profile: Path) -> list[dict[str, object]]:
    document = hudhud(
        profile, "--json", "list", NAME, "--newest", "5", "--lines", "3", shown=False
    )
    messages: list[dict[str, object]] = json.loads(document)["messages"]
    return messages


def play(profile: Path, port: str, user: str, password: str) -> None:
    hudhud(
        profile, "account", "add", user, "--name", NAME, "--host", "127.0.0.1",
        "--port", port, "--security", "none", "--user", user,
        "--password-command", f"echo {password}", "--policy", "ask",
    )  # fmt: skip
    hudhud(profile, "check")
    hudhud(profile, "list", NAME, "--newest", "5", "--lines", "3")
    first, second, third, *_ = [str(one["uid"]) for one in waiting(profile)]
    hudhud(profile, "decide", NAME, "save", first, second)
    hudhud(profile, "decide", NAME, "save-delete", third)
    hudhud(profile, "fetch", NAME, "--dry-run")
    hudhud(profile, "fetch", NAME)
    hudhud(profile, "archive", "list")
    found = json.loads(hudhud(profile, "--json", "archive", "list", shown=False))
    word = str(found["messages"][0]["subject"]).split()[0]
    hudhud(profile, "archive", "search", word)
    hudhud(profile, "archive", "show", str(found["messages"][0]["id"]), "--text")
    hudhud(profile, "archive", "verify")


def main() -> int:
    print("There is no display here, so this is the main job as text, on a sample")
    print("mailbox of this machine's own. Nothing leaves this computer.")
    with tempfile.TemporaryDirectory(prefix="hudhud-demo-") as folder:
        profile = Path(folder)
        server = subprocess.Popen(
            [*HUDHUD, "--profile", folder, "demo-server"],
            stdout=subprocess.PIPE,
            text=True,
        )
        try:
            assert server.stdout is not None
            told = server.stdout.readline() + server.stdout.readline()
            if "PORT" not in told:
                print("The sample mailbox did not start; the lines above say why.")
                return 1
            _, port, _, user, password = told.split()
            play(profile, port, user, password)
        finally:
            server.terminate()
            server.wait()
    print("\nTo open the window, run this on a desktop: python3 packaging/dev.py run")
    print("With your own mail: hudhud account add YOU@EXAMPLE.ORG --host HOST")
    return 0


if __name__ == "__main__":
    sys.exit(main())
