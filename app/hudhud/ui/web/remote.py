"""Remote pictures of the letter on show, fetched once the person has agreed.

Threads fetch, and leave what they got in a queue; the window's thread empties it. So
nothing of Qt is touched by a thread that may still hang in the network at the exit.
"""

import re
import threading
from collections.abc import Callable, Sequence
from queue import Empty, SimpleQueue

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from hudhud.ui.panes.letter_body import Pictures
from hudhud.ui.web.fetching import Fetching, fetch_picture
from hudhud.ui.web.network import NotFetched

AT_ONCE = 4
LOOK_MS = 40
ALL_S = 60
# How the simple view is asked for a remote picture: it knows none but inside ones.
SIMPLE_PREFIX = "ext:"

# Where the cleaning leaves numbers, in the way that it writes attributes.
_NUMBERED = re.compile(r"(src=\"|url\(&quot;)ext:")

Fetch = Callable[[str, Fetching], bytes]
_Got = tuple[int, bytes | None]


class RemotePictures(QObject):
    """Pictures by their number in `addresses`.

    `settled` tells of each one that it is there, or will never be; `finished` of all.
    """

    settled = Signal(int)
    finished = Signal()

    def __init__(
        self,
        addresses: Sequence[str],
        parent: QObject | None = None,
        *,
        fetching: Fetching | None = None,
        fetch: Fetch = fetch_picture,
    ) -> None:
        super().__init__(parent)
        self._addresses = tuple(addresses)
        self._fetching = fetching or Fetching()
        self._fetch = fetch
        self._pictures: dict[int, bytes | None] = {}
        self._got: SimpleQueue[_Got] = SimpleQueue()
        self._looking = QTimer(self, interval=LOOK_MS)
        self._looking.timeout.connect(self._look)
        self._enough = QTimer(self, singleShot=True, interval=ALL_S * 1000)
        self._enough.timeout.connect(self.stop)

    @property
    def loaded(self) -> int:
        return sum(octets is not None for octets in self._pictures.values())

    @property
    def is_finished(self) -> bool:
        return len(self._pictures) == len(self._addresses)

    def start(self) -> None:
        wanted: SimpleQueue[tuple[int, str]] = SimpleQueue()
        for numbered in enumerate(self._addresses):
            wanted.put(numbered)
        for _ in range(min(AT_ONCE, len(self._addresses))):
            threading.Thread(
                target=fetch_all,
                args=(wanted, self._got, self._fetching, self._fetch),
                name="pictures",
                daemon=True,
            ).start()
        self._looking.start()
        self._enough.start()

    def is_settled(self, number: int) -> bool:
        """Also true of a number that no address has."""
        return number in self._pictures or number >= len(self._addresses)

    def octets(self, number: int) -> bytes | None:
        return self._pictures.get(number)

    @Slot()
    def stop(self) -> None:
        """Leave it at what is there; what is still on its way does not come."""
        self._fetching.halt.set()
        for number in range(len(self._addresses)):
            self._settle(number, None)
        self._finish()

    @Slot()
    def _look(self) -> None:
        while True:
            try:
                number, octets = self._got.get_nowait()
            except Empty:
                break
            self._settle(number, octets)
        if self.is_finished:
            self._finish()

    def _settle(self, number: int, octets: bytes | None) -> None:
        if number not in self._pictures:
            self._pictures[number] = octets
            self.settled.emit(number)

    def _finish(self) -> None:
        if self._looking.isActive():
            self._looking.stop()
            self._enough.stop()
            self.finished.emit()


def fetch_all(
    wanted: SimpleQueue[tuple[int, str]],
    got: SimpleQueue[_Got],
    fetching: Fetching,
    fetch: Fetch,
) -> None:
    """The work of one thread."""
    while True:
        try:
            number, address = wanted.get_nowait()
        except Empty:
            return
        octets = None
        try:
            octets = fetch(address, fetching)
        except NotFetched:
            pass
        finally:
            got.put((number, octets))


def for_simple_view(html: str) -> str:
    """The letter with its remote pictures under names that the simple view asks for."""
    return _NUMBERED.sub(r"\1cid:ext:", html)


def with_remote(pictures: Pictures, remote: RemotePictures) -> Pictures:
    """What the simple view gets its pictures from, once the person has agreed."""

    def picture(content_id: str) -> bytes | None:
        number = content_id.removeprefix(SIMPLE_PREFIX)
        if number == content_id or not (number.isascii() and number.isdecimal()):
            return pictures(content_id)
        return remote.octets(int(number[:9]))

    return picture
