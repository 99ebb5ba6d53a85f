"""The wish to stop."""

from hudhud.pop3.transport import Stop


def test_it_stays_set() -> None:
    stop = Stop()
    assert not stop.is_set()
    stop.set()
    stop.set()
    assert stop.is_set()


def test_setting_it_wakes_every_line_that_is_registered() -> None:
    stop, woken = Stop(), []
    stop.register(lambda: woken.append("first"))
    stop.register(lambda: woken.append("second"))
    stop.set()
    assert woken == ["first", "second"]


def test_a_line_that_is_gone_is_not_woken() -> None:
    stop, woken = Stop(), []

    def wake() -> None:
        woken.append("gone")

    stop.register(wake)
    stop.unregister(wake)
    stop.set()
    assert woken == []


def test_waiting_ends_at_once_when_it_is_set() -> None:
    stop = Stop()
    assert not stop.wait(0)
    stop.set()
    assert stop.wait(3600)
