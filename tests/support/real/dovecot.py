"""Dovecot: Maildir, STLS and TLS, SASL with SCRAM."""

from pathlib import Path

from support.certificates import Certificates
from support.real.place import PASSWORD, USER_ID, Place, free_port
from support.real.seeds import seeds, write_maildir
from support.real.server import RealServer, served


def start(folder: Path, count: int, unpacked: Path) -> RealServer:
    place = Place(folder)
    certificates = Certificates(folder)
    certificates.write_pair(folder)
    port, tls_port = free_port(), free_port()
    messages = seeds(count)
    write_maildir(folder / "home" / "Maildir", messages)
    place.own("home", USER_ID, USER_ID)
    place.write_template(
        "dovecot.conf", "dovecot.conf", port=port, tls_port=tls_port, password=PASSWORD
    )
    running = place.run(["dovecot", "-F", "-c", "/mnt/dovecot.conf"])
    running.wait_for_greeting(port)
    return RealServer(
        name="dovecot",
        port=port,
        messages=served(messages),
        stop=running.stop,
        log=place.log,
        has_stls=True,
        tls_port=tls_port,
        ca_file=certificates.ca_file,
    )
