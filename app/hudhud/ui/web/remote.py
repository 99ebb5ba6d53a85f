"""Remote pictures of the letter on show, fetched once the person has agreed.

Threads fetch, and leave what they got in a queue; the window's thread empties it. So
nothing of Qt is touched by a thread that may still hang in the network at the exit.
"""

import threading
from collections.abc import Callable, Sequence
from queue import Empty, SimpleQueue

from PySide6.QtCore import QObject, QTimer, Slot

from hudhud.ui.panes.remote_pictures import RemoteSource
from hudhud.ui.web.fetching import Fetching, fetch_picture
from hudhud.ui.web.network import NotFetched

AT_ONCE = 4
LOOK_MS = 40
ALL_S = 60
Fetch = Callable[[str, Fetching], bytes]
_Got = tuple[int, bytes | None]


class RemotePictures(RemoteSource):
    """Pictures by their number in `addresses`."""

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
