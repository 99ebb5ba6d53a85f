"""One remote picture, fetched over HTTP with as few words as can be.

No cookie, no referrer, no language, no name of the program; every redirect is looked
at like the first address, and never leads from https to http.
"""

import socket
import ssl
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException, HTTPResponse
from urllib.parse import SplitResult, quote, urljoin, urlsplit

import truststore

from hudhud.ui.picture_kind import showable_type
from hudhud.ui.web.network import (
    Deadline,
    Halt,
    MayConnect,
    NotFetched,
    connect,
    is_public,
)

PICTURE_OCTETS = 10 * 1024 * 1024
LETTER_OCTETS = 40 * 1024 * 1024
PICTURE_S = 20.0
REDIRECTS = 4
PIECE = 64 * 1024
ADDRESS_CHARACTERS = 4_096
DEFAULT_PORTS = {"http": 80, "https": 443}
REDIRECTING = frozenset({301, 302, 303, 307, 308})
HEADERS = {
    "User-Agent": "Mozilla/5.0",
    "Accept": "image/webp,image/png,image/jpeg,image/gif,image/bmp",
    "Accept-Encoding": "identity",
    "Connection": "close",
}
_KEPT = "%/:?@!$&'()*+,;=-._~"


class Allowance:
    """How many octets all pictures of one letter may still take together."""

    def __init__(self, octets: int = LETTER_OCTETS) -> None:
        self._left = octets
        self._lock = threading.Lock()

    def take(self, octets: int) -> None:
        with self._lock:
            self._left -= octets
            if self._left < 0:
                raise NotFetched("the pictures of this letter are too large")


def verifying_context() -> ssl.SSLContext:
    """Trusts what the system trusts."""
    context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return context


@dataclass(frozen=True, slots=True)
class Fetching:
    """What all pictures of one letter share; `may_connect` is asked each time."""

    may_connect: MayConnect = is_public
    allowance: Allowance = field(default_factory=Allowance)
    halt: Halt = field(default_factory=Halt)
    make_context: Callable[[], ssl.SSLContext] = verifying_context
    picture_octets: int = PICTURE_OCTETS
    picture_s: float = PICTURE_S


def fetch_picture(address: str, fetching: Fetching) -> bytes:
    """The octets of a picture that may be shown. Raises NotFetched."""
    deadline = Deadline(time.monotonic() + fetching.picture_s)
    try:
        for _ in range(REDIRECTS + 1):
            found = _ask(parsed(address), fetching, deadline)
            if isinstance(found, bytes):
                return found
            address = redirected(address, found)
    except (OSError, HTTPException, ValueError) as error:
        raise NotFetched(type(error).__name__) from error
    raise NotFetched("too many redirects")


def parsed(address: str) -> SplitResult:
    """Taken apart, with nothing in it that could be read as more than an address."""
    if len(address) > ADDRESS_CHARACTERS:
        raise NotFetched("the address is too long")
    parts = urlsplit(address.strip())
    if parts.scheme not in DEFAULT_PORTS or not parts.hostname:
        raise NotFetched("not an address of the web")
    if parts.username is not None or parts.password is not None:
        raise NotFetched("the address holds a name or a password")
    return parts._replace(
        path=quote(parts.path, safe=_KEPT), query=quote(parts.query, safe=_KEPT)
    )


def redirected(address: str, location: str) -> str:
    target = urljoin(address, location)
    if address.startswith("https:") and not target.startswith("https:"):
        raise NotFetched("redirected to a line that is not encrypted")
    return target


def _ask(place: SplitResult, fetching: Fetching, deadline: Deadline) -> bytes | str:
    """The picture, or where it has gone to."""
    if fetching.halt.is_set():
        raise NotFetched("stopped")
    connection = _Connection(place, fetching, deadline)
    try:
        path = place.path or "/"
        query = f"?{place.query}" if place.query else ""
        connection.request("GET", path + query, headers=HEADERS)
        with connection.getresponse() as response:
            if response.status in REDIRECTING:
                return response.headers.get("Location") or ""
            if response.status != 200:
                raise NotFetched(f"HTTP {response.status}")
            return _picture(response, connection, fetching)
    finally:
        connection.finish()


def _picture(
    response: HTTPResponse, connection: "_Connection", fetching: Fetching
) -> bytes:
    if (response.headers.get("Content-Encoding") or "identity") != "identity":
        raise NotFetched("packed")
    if (response.length or 0) > fetching.picture_octets:
        raise NotFetched("too large")
    octets = bytearray()
    while True:
        connection.keep_to_deadline()
        piece = response.read1(PIECE)
        if not piece:
            break
        fetching.allowance.take(len(piece))
        octets += piece
        if len(octets) > fetching.picture_octets:
            raise NotFetched("too large")
    if showable_type(bytes(octets)) is None:
        raise NotFetched("not a picture")
    return bytes(octets)


class _Connection(HTTPConnection):
    """Connects to what was checked, and can be ended from another thread."""

    def __init__(
        self, place: SplitResult, fetching: Fetching, deadline: Deadline
    ) -> None:
        default = DEFAULT_PORTS[place.scheme]
        super().__init__(_ascii(place.hostname or ""), place.port or default)
        # What `Host` leaves out.
        self.default_port = default
        self._is_secure = place.scheme == "https"
        self._fetching = fetching
        self._deadline = deadline
        # The base class lets go of its socket while the answer is still read.
        self._line: socket.socket | None = None

    def connect(self) -> None:
        line = connect(self.host, self.port, self._deadline, self._fetching.may_connect)
        self._use(line)
        if self._is_secure:
            context = self._fetching.make_context()
            secured = context.wrap_socket(line, server_hostname=self.host)
            self._fetching.halt.forget(line)
            self._use(secured)

    def keep_to_deadline(self) -> None:
        if self._line is not None:
            self._line.settimeout(self._deadline.left_s)

    def finish(self) -> None:
        if self._line is not None:
            self._fetching.halt.forget(self._line)
            self._line.close()
        self.close()

    def _use(self, line: socket.socket) -> None:
        self._line = self.sock = line
        self._fetching.halt.watch(line)
        self.keep_to_deadline()


def _ascii(host: str) -> str:
    """IDNA, for names in other scripts; addresses stay."""
    return host if host.isascii() else host.encode("idna").decode("ascii")
