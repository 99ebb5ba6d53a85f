"""popa3d: an mbox, no CAPA, no TLS."""

from pathlib import Path

from support.real.place import MAIL_GROUP_ID, USER, USER_ID, Place, Service, listener
from support.real.seeds import as_quoted, seeds, write_mbox
from support.real.server import RealServer, served

PROGRAM = "/mnt/unpacked/usr/sbin/popa3d"


def start(folder: Path, count: int, unpacked: Path) -> RealServer:
    place = Place(folder, unpacked / "popa3d")
    (folder / "lib" / "popa3d").mkdir()
    messages = tuple(as_quoted(octets) for octets in seeds(count))
    write_mbox(folder / "mail" / USER, messages)
    place.own(f"mail/{USER}", USER_ID, MAIL_GROUP_ID)
    plain = listener()
    port: int = plain.getsockname()[1]
    running = place.run_services([Service(plain, (PROGRAM,), {})])
    running.wait_for_greeting(port)
    return RealServer(
        name="popa3d",
        port=port,
        messages=served(messages),
        stop=running.stop,
        log=place.log,
    )
