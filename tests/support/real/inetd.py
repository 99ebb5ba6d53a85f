"""A little inetd: runs a program for every connection. Started as a script.

usage: inetd.py SERVICES, a JSON list of {"fd", "command", "environment"}; the
listening sockets are inherited. The standard library alone, for it runs apart.
"""

import json
import os
import selectors
import signal
import socket
import sys
from pathlib import Path


def serve(listener: socket.socket, command: list[str], added: dict[str, str]) -> None:
    connection, _ = listener.accept()
    if os.fork() == 0:
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        for descriptor in (0, 1):
            os.dup2(connection.fileno(), descriptor)
        listener.close()
        os.execve(command[0], command, {**os.environ, **added})
    connection.close()


def main(services_file: str) -> None:
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    ready = selectors.DefaultSelector()
    for service in json.loads(Path(services_file).read_text(encoding="utf-8")):
        listener = socket.socket(fileno=service["fd"])
        ready.register(
            listener,
            selectors.EVENT_READ,
            (listener, service["command"], service["environment"]),
        )
    while True:
        for key, _ in ready.select():
            serve(*key.data)


if __name__ == "__main__":
    main(sys.argv[1])
