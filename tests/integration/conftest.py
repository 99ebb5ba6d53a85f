"""What the tests of the engine share."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from support.quick_folder import quick_folder


@pytest.fixture
def quick_path() -> Iterator[Path]:
    with quick_folder() as folder:
        yield folder
