"""Pictures arrive on the window's thread, each once, and the rest is given up."""

from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from hudhud.ui.panes.remote_pictures import for_simple_view, with_remote
from hudhud.ui.web.fetching import Fetching
from hudhud.ui.web.network import NotFetched
from hudhud.ui.web.remote import RemotePictures


def fetch(address: str, fetching: Fetching) -> bytes:
    if address == "bad":
        raise NotFetched("no")
    return address.encode()


def test_each_picture_is_settled_and_then_all(qtbot: QtBot) -> None:
    remote = RemotePictures(("a", "bad", "c"), fetch=fetch)
    settled: list[int] = []
    remote.settled.connect(settled.append)
    with qtbot.waitSignal(remote.finished, timeout=5000):
        remote.start()
    assert sorted(settled) == [0, 1, 2]
    assert [remote.octets(number) for number in range(4)] == [b"a", None, b"c", None]
    assert remote.loaded == 2
    assert remote.is_settled(7)


def test_a_stop_settles_what_is_still_on_its_way(qtbot: QtBot) -> None:
    may_end = Event()

    def slow(address: str, fetching: Fetching) -> bytes:
        may_end.wait(10)
        return b"late"

    remote = RemotePictures(("a", "b"), fetch=slow)
    remote.start()
    with qtbot.waitSignal(remote.finished, timeout=1000):
        remote.stop()
    may_end.set()
    assert remote.is_finished
    assert remote.loaded == 0


@pytest.fixture
def remote(qtbot: QtBot) -> RemotePictures:
    made = RemotePictures(("a",), fetch=fetch)
    with qtbot.waitSignal(made.finished, timeout=5000):
        made.start()
    return made


def test_the_simple_view_asks_for_both_kinds_at_one_door(
    remote: RemotePictures,
) -> None:
    picture = with_remote({"logo": b"inside"}.get, remote)
    asked = ("logo", "ext:0", "ext:9", "ext:x", "ext:", "none")
    assert [picture(name) for name in asked] == [b"inside", b"a", *([None] * 4)]


def test_the_simple_view_knows_inside_pictures_only() -> None:
    numbered = '<img src="ext:0"><p style="background-image:url(&quot;ext:1&quot;)">'
    assert for_simple_view(numbered) == (
        '<img src="cid:ext:0"><p style="background-image:url(&quot;cid:ext:1&quot;)">'
    )
    plain = '<p title="ext:1">ext:1</p>'
    assert for_simple_view(plain) == plain
