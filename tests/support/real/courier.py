"""Courier: Maildir, STLS and TLS through couriertls, one virtual user."""

import re
from pathlib import Path

from support.certificates import Certificates
from support.real.place import (
    MD5_HASH,
    TEMPLATES,
    USER,
    USER_ID,
    Place,
    Service,
    listener,
)
from support.real.seeds import seeds, write_maildir
from support.real.server import RealServer, served

PROGRAMS = "/mnt/unpacked/usr/lib/courier/courier"
SIGN_IN = (f"{PROGRAMS}/courierpop3login", f"{PROGRAMS}/courierpop3d", "Maildir")
ENVIRONMENT = {
    "POP3AUTH": "PLAIN LOGIN",
    "POP3AUTH_TLS": "PLAIN LOGIN",
    "COURIERTLS": "/usr/bin/couriertls",
    "TLS_CERTFILE": "/mnt/pair.pem",
    "TLS_PROTOCOL": "TLSv1.2+",
    "TLS_STARTTLS_PROTOCOL": "TLSv1.2+",
    "TLS_VERIFYPEER": "NONE",
    "MAILDIRPATH": "Maildir",
    "TCPREMOTEIP": "127.0.0.1",
}
USER_DATABASE = (
    f"{USER}\tuid={USER_ID}|gid={USER_ID}|home=/mnt/home|mail=/mnt/home/Maildir"
    f"|systempw={MD5_HASH}|pop3pw={MD5_HASH}\n"
)


def start(folder: Path, count: int, unpacked: Path) -> RealServer:
    place = Place(folder, unpacked / "courier-pop")
    certificates = Certificates(folder)
    certificate, key = certificates.write_pair(folder)
    # Read by the user whose mail it is: couriertls runs after the sign-in as well.
    (folder / "pair.pem").write_bytes(key.read_bytes() + certificate.read_bytes())
    configure(folder / "etc" / "courier")
    messages = seeds(count)
    write_maildir(folder / "home" / "Maildir", messages)
    place.own("home", USER_ID, USER_ID)
    plain, tls = listener(), listener()
    port, tls_port = plain.getsockname()[1], tls.getsockname()[1]
    place.copy(TEMPLATES / "courier.sh")
    running = place.run_services(
        [
            Service(plain, SIGN_IN, service(port, STLS_OFFERED)),
            Service(tls, TLS_FIRST + SIGN_IN, service(tls_port, TLS_ACTIVE)),
        ],
        before=["/bin/sh", "/mnt/courier.sh"],
    )
    running.wait_for_greeting(port)
    return RealServer(
        name="courier",
        port=port,
        messages=served(messages),
        stop=running.stop,
        log=place.log,
        has_stls=True,
        tls_port=tls_port,
        ca_file=certificates.ca_file,
    )


STLS_OFFERED = {"POP3_STARTTLS": "YES", "POP3_TLS": "0"}
TLS_ACTIVE = {"POP3_STARTTLS": "NO", "POP3_TLS": "1"}
TLS_FIRST = ("/usr/bin/couriertls", "-server", "-tcpd")


def service(port: int, security: dict[str, str]) -> dict[str, str]:
    return ENVIRONMENT | security | {"TCPLOCALPORT": str(port)}


def configure(folder: Path) -> None:
    """One module that signs in, two daemons, and the user."""
    rc = folder / "authdaemonrc"
    text = rc.read_text(encoding="utf-8")
    for name, value in (("authmodulelist", '"authuserdb"'), ("daemons", "2")):
        text = re.sub(rf"(?m)^{name}=.*$", f"{name}={value}", text)
    rc.write_text(text, encoding="utf-8")
    (folder / "userdb").write_text(USER_DATABASE, encoding="utf-8")
    (folder / "userdb").chmod(0o600)
