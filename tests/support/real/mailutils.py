"""GNU Mailutils: an mbox, STLS and TLS.

It undoes the ">From " of the mbox, writes fields into the messages, and from the
second session on gives a message without a body an empty line.
"""

from pathlib import Path

from support.certificates import Certificates
from support.real.place import MAIL_GROUP_ID, USER, USER_ID, Place, free_port
from support.real.seeds import seeds, write_mbox
from support.real.server import RealServer, served

WRITTEN_FIELDS = frozenset(
    {b"x-uid", b"x-uidl", b"status", b"x-status", b"x-imapbase", b"x-keywords"}
)


def start(folder: Path, count: int, unpacked: Path) -> RealServer:
    place = Place(folder, unpacked / "mailutils-pop3d")
    certificates = Certificates(folder)
    certificates.write_pair(folder)
    port, tls_port = free_port(), free_port()
    messages = seeds(count)
    write_mbox(folder / "mail" / USER, messages)
    place.own(f"mail/{USER}", USER_ID, MAIL_GROUP_ID)
    place.write_template("mailutils.conf", "pop3d.conf", port=port, tls_port=tls_port)
    running = place.run(
        ["/mnt/unpacked/usr/sbin/pop3d", "--no-site-config", "--foreground"]
        + ["--config-file=/mnt/pop3d.conf", "--daemon"]
    )
    running.wait_for_greeting(port)
    return RealServer(
        name="mailutils",
        port=port,
        messages=served(messages),
        stop=running.stop,
        log=place.log,
        has_stls=True,
        tls_port=tls_port,
        ca_file=certificates.ca_file,
        own_fields=WRITTEN_FIELDS,
        own_end=True,
    )
