"""What was built to cost time or memory ends soon, and never in an exception."""

from collections.abc import Callable
from time import process_time

import pytest

from hudhud.mime.letter import read_letter
from hudhud.mime.searchable import searchable
from support.mime_bombs import BOMBS

SECONDS = 4.0


@pytest.mark.parametrize("build", BOMBS.values(), ids=BOMBS.keys())
def test_a_bomb_ends_soon(build: Callable[[], bytes]) -> None:
    octets = build()
    started = process_time()
    read_letter(octets)
    searchable(octets)
    assert process_time() - started < SECONDS
