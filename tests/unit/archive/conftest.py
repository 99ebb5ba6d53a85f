"""An archive of its own for each test."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from hudhud.archive.archive import Archive, open_archive


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "archive"


@pytest.fixture
def archive(folder: Path) -> Iterator[Archive]:
    with closing(open_archive(folder)) as opened:
        yield opened
        assert not opened.in_transaction
