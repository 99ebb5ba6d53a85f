"""The peers a benchmark runs beside Hudhud, and the limit of the line itself."""

import poplib
import shutil
import socket
import subprocess
import time
from pathlib import Path
from threading import Thread

LOOPBACK = "127.0.0.1"


def mpop(port: int, user: str, password: str, folder: Path) -> float | None:
    """Seconds mpop needs to fetch all into a Maildir; None where it is absent."""
    if shutil.which("mpop") is None:
        return None
    if folder.exists():
        shutil.rmtree(folder)
    for name in ("cur", "new", "tmp"):
        (folder / "Maildir" / name).mkdir(parents=True)
    settings = folder / "mpoprc"
    settings.write_text(
        f"account bench\nhost {LOOPBACK}\nport {port}\nuser {user}\n"
        f"password {password}\ntls off\nauth user\nkeep on\n"
        f"delivery maildir {folder / 'Maildir'}\nuidls_file {folder / 'uidls'}\n"
    )
    settings.chmod(0o600)
    began = time.perf_counter()
    subprocess.run(
        ["mpop", "-q", "-C", str(settings), "bench"], check=True, timeout=900
    )
    return time.perf_counter() - began


def poplib_loop(port: int, user: str, password: str, count: int, total: int) -> float:
    """Seconds of one command at a time for `total`, reckoned from `count` messages."""
    # Its limit of 2,048 octets a line breaks real mail; getmail6 lifts it as well.
    vars(poplib)["_MAXLINE"] = 1 << 20
    client = poplib.POP3(LOOPBACK, port, timeout=120)
    client.user(user)
    client.pass_(password)
    began = time.perf_counter()
    for number in range(1, count + 1):
        client.retr(number)
    taken = time.perf_counter() - began
    client.quit()
    return taken * total / count


def bare_socket(port: int, user: str, password: str, count: int) -> float:
    """Seconds in which the same octets come when nothing is done with them."""
    with socket.create_connection((LOOPBACK, port)) as line:
        reader = line.makefile("rb")
        reader.readline()
        for said in (f"USER {user}", f"PASS {password}"):
            line.sendall(said.encode() + b"\r\n")
            reader.readline()
        began = time.perf_counter()
        numbers = range(1, count + 1)
        commands = b"".join(b"RETR %d\r\n" % number for number in numbers)
        sending = Thread(target=line.sendall, args=(commands + b"QUIT\r\n",))
        sending.start()
        # The server hangs up after QUIT.
        while line.recv(1 << 20):
            pass
        sending.join()
        return time.perf_counter() - began
