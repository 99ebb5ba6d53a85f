"""Cyrus: its own store, filled over LMTP; STLS and TLS; SASL with SCRAM."""

import os
import pwd
import shutil
import socket
import subprocess
from collections.abc import Callable, Iterable
from pathlib import Path

from hudhud.demo.maildrop import as_served
from hudhud.demo.transaction import stuffed
from support.certificates import Certificates
from support.real.place import LOOPBACK, PASSWORD, USER, Place, free_port
from support.real.seeds import seeds
from support.real.server import RealServer, served

Read = Callable[[], bytes]
"""Returns the next line of the server."""

TRACE_FIELDS = frozenset(
    {b"return-path", b"received", b"x-cyrus-session-id", b"x-sieve"}
)


def start(folder: Path, count: int, unpacked: Path) -> RealServer:
    place = Place(folder, unpacked / "cyrus-pop3d")
    certificates = Certificates(folder)
    certificates.write_pair(folder)
    port, tls_port = free_port(), free_port()
    place.write_template("cyrus-imapd.conf", "imapd.conf")
    place.write_template("cyrus.conf", "cyrus.conf", port=port, tls_port=tls_port)
    make_store(place)
    running = place.run(
        ["/usr/lib/cyrus/bin/master", "-C", "/mnt/imapd.conf", "-M", "/mnt/cyrus.conf"]
        + ["-p", "/mnt/run/master.pid"]
    )
    running.wait_for_greeting(port)
    messages = seeds(count)
    make_mailbox(port)
    deliver(folder / "run", messages)
    return RealServer(
        name="cyrus",
        port=port,
        messages=served(messages),
        stop=running.stop,
        log=place.log,
        has_stls=True,
        tls_port=tls_port,
        ca_file=certificates.ca_file,
        own_fields=TRACE_FIELDS,
    )


def make_store(place: Place) -> None:
    """Folders and the password, belonging to the user that Cyrus runs as."""
    for name in ("conf", "spool", "sieve"):
        (place.folder / name).mkdir()
    subprocess.run(
        [str(shutil.which("saslpasswd2")), "-p", "-c", "-u", "localhost"]
        + ["-f", str(place.folder / "conf" / "sasldb2"), USER],
        input=PASSWORD.encode("ascii"),
        check=True,
    )
    cyrus = pwd.getpwnam("cyrus")
    for name in ("conf", "spool", "sieve", "run", "key.pem", "cert.pem"):
        place.own(name, cyrus.pw_uid, cyrus.pw_gid)


def make_mailbox(port: int) -> None:
    """The first sign-in makes the mailbox."""
    line = socket.create_connection((LOOPBACK, port), timeout=20.0)
    with line, line.makefile("rb") as replies:
        replies.readline()
        for command in (f"USER {USER}", f"PASS {PASSWORD}", "QUIT"):
            line.sendall(f"{command}\r\n".encode("ascii"))
            replies.readline()


def deliver(run_folder: Path, messages: Iterable[bytes]) -> None:
    """Over LMTP (RFC 2033). Raises AssertionError where it is refused."""
    # Through its folder's descriptor: the path itself may be too long for a socket.
    folder = os.open(run_folder, os.O_RDONLY)
    try:
        with socket.socket(socket.AF_UNIX) as line:
            line.settimeout(20.0)
            line.connect(f"/proc/self/fd/{folder}/lmtp")
            with line.makefile("rb") as replies:
                expect(replies.readline, b"220")
                converse(line, replies.readline, messages)
    finally:
        os.close(folder)


def converse(line: socket.socket, read: Read, messages: Iterable[bytes]) -> None:
    line.sendall(b"LHLO localhost\r\n")
    expect(read, b"250")
    for octets in messages:
        line.sendall(b"MAIL FROM:<>\r\n")
        expect(read, b"250")
        line.sendall(f"RCPT TO:<{USER}>\r\n".encode("ascii"))
        expect(read, b"250")
        line.sendall(b"DATA\r\n")
        expect(read, b"354")
        line.sendall(stuffed(as_served(octets)) + b".\r\n")
        expect(read, b"250")


def expect(read: Read, code: bytes) -> None:
    reply = read()
    while reply[3:4] == b"-":
        reply = read()
    if not reply.startswith(code):
        raise AssertionError(f"LMTP said {reply!r} and not {code!r}")
