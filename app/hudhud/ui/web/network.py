"""Which addresses of the network a letter may make us connect to, and the connecting.

A name is resolved once, and what it gave is both checked and connected to: a second
look-up could give the address of a machine at home.
"""

import ipaddress
import socket
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

CONNECT_S = 5.0
PORTS = frozenset({80, 443})
# Names and numbers of the system's own services end here (RFC 6335 section 6).
LAST_SYSTEM_PORT = 1023

_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
# RFC 4291 section 2.4: all that is given out for the open internet.
_GLOBAL_UNICAST = ipaddress.IPv6Network("2000::/3")
Address = ipaddress.IPv4Address | ipaddress.IPv6Address
MayConnect = Callable[[str, int], bool]


class NotFetched(Exception):
    """A picture that could not, or must not, be fetched; the text says why."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """`at` is a time of the monotonic clock."""

    at: float

    @property
    def left_s(self) -> float:
        left = self.at - time.monotonic()
        if left <= 0:
            raise NotFetched("too slow")
        return left


class Halt:
    """Ends what other threads are doing on their sockets, at once."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._sockets: set[socket.socket] = set()
        self._is_set = False

    def is_set(self) -> bool:
        return self._is_set

    def set(self) -> None:
        with self._lock:
            self._is_set = True
            for each in self._sockets:
                _shut(each)

    def watch(self, connected: socket.socket) -> None:
        with self._lock:
            self._sockets.add(connected)
            if self._is_set:
                _shut(connected)

    def forget(self, connected: socket.socket) -> None:
        with self._lock:
            self._sockets.discard(connected)


def is_public(address: str, port: int) -> bool:
    """Whether it lies in the open internet, and is not a service of another kind."""
    if port <= LAST_SYSTEM_PORT and port not in PORTS:
        return False
    try:
        parsed = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    return all(_is_global(each) for each in (parsed, *_embedded(parsed)))


def connect(
    host: str, port: int, deadline: Deadline, may_connect: MayConnect
) -> socket.socket:
    """A socket to the first address that answers. Raises NotFetched."""
    allowed = [each for each in _addresses(host, port) if may_connect(each[1][0], port)]
    if not allowed:
        raise NotFetched("not an address of the open internet")
    for family, place in allowed:
        made = socket.socket(family, socket.SOCK_STREAM)
        try:
            made.settimeout(min(CONNECT_S, deadline.left_s))
            made.connect(place)
        except OSError:
            made.close()
        except NotFetched:
            made.close()
            raise
        else:
            return made
    raise NotFetched("no answer")


def _addresses(host: str, port: int) -> list[tuple[int, tuple[str, int]]]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise NotFetched("no such name") from error
    return [(family, (str(place[0]), port)) for family, _, _, _, place in found]


def _embedded(address: Address) -> list[Address]:
    """The IPv4 addresses that a translator on the way would make of an IPv6 one."""
    if isinstance(address, ipaddress.IPv4Address):
        return []
    inner: list[Address | None] = [address.ipv4_mapped, address.sixtofour]
    inner.extend(address.teredo or ())
    if address in _NAT64:
        inner.append(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
    return [each for each in inner if each is not None]


def _is_global(address: Address) -> bool:
    if isinstance(address, ipaddress.IPv4Address):
        return address.is_global and not address.is_multicast
    if address.ipv4_mapped is not None or address in _NAT64:
        return True
    return address in _GLOBAL_UNICAST and address.is_global


def _shut(connected: socket.socket) -> None:
    try:
        connected.shutdown(socket.SHUT_RDWR)
    except OSError:
        connected.close()
