"""Remote pictures of a letter, as its views know them: by number, there or not yet."""

import re
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

# How the simple view is asked for a remote picture: it knows none but inside ones.
SIMPLE_PREFIX = "ext:"

# Where the cleaning leaves numbers, in the way that it writes attributes.
_NUMBERED = re.compile(r"(src=\"|url\(&quot;)ext:")

Pictures = Callable[[str], bytes | None]


class RemoteSource(QObject):
    """`settled` tells of each one that it is there, or will never be; `finished` of
    all.
    """

    settled = Signal(int)
    finished = Signal()

    def is_settled(self, number: int) -> bool:
        raise NotImplementedError

    def octets(self, number: int) -> bytes | None:
        raise NotImplementedError


def for_simple_view(html: str) -> str:
    """The letter with its remote pictures under names that the simple view asks for."""
    return _NUMBERED.sub(r"\1cid:ext:", html)


def with_remote(pictures: Pictures, remote: RemoteSource) -> Pictures:
    """What the simple view gets its pictures from, once the person has agreed."""

    def picture(content_id: str) -> bytes | None:
        number = content_id.removeprefix(SIMPLE_PREFIX)
        if number == content_id or not (number.isascii() and number.isdecimal()):
            return pictures(content_id)
        return remote.octets(int(number[:9]))

    return picture
