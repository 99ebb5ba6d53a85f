"""solid-pop3d: an mbox, no CAPA, no TLS, closes after a few bad commands.

It counts the empty line between messages of an mbox as the last line of each.
"""

from pathlib import Path

from support.real.place import MAIL_GROUP_ID, USER, USER_ID, Place, Service, listener
from support.real.seeds import as_quoted, seeds, write_mbox
from support.real.server import RealServer, served

PROGRAM = "/mnt/unpacked/usr/sbin/solid-pop3d"


def start(folder: Path, count: int, unpacked: Path) -> RealServer:
    place = Place(folder, unpacked / "solid-pop3d")
    # Without this folder every right password is answered -ERR.
    (folder / "lib" / "solid-pop3d" / "bulletins").mkdir(parents=True)
    messages = tuple(as_quoted(octets) for octets in seeds(count))
    write_mbox(folder / "mail" / USER, messages)
    place.own(f"mail/{USER}", USER_ID, MAIL_GROUP_ID)
    place.write_template("spop3d.conf", "etc/spop3d.conf")
    plain = listener()
    port: int = plain.getsockname()[1]
    running = place.run_services([Service(plain, (PROGRAM,), {})])
    running.wait_for_greeting(port)
    return RealServer(
        name="solid-pop3d",
        port=port,
        messages=tuple(octets + b"\r\n" for octets in served(messages)),
        stop=running.stop,
        log=place.log,
    )
