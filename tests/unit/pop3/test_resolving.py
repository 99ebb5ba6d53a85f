"""Names to addresses; none of these asks a name server."""

from collections.abc import Iterator
from threading import Event
from time import monotonic

import pytest

from hudhud.pop3.errors import Stopped, TimedOut, Unreachable
from hudhud.pop3.resolving import Endpoints, Resolver, endpoints


@pytest.fixture
def hanging() -> Iterator[Resolver]:
    """A resolver that answers when the test is over."""
    is_over = Event()

    def resolve(host: str, port: int) -> Endpoints:
        is_over.wait()
        return ()

    yield resolve
    is_over.set()


def soon() -> float:
    return monotonic() + 5


def test_an_address_is_its_own_name() -> None:
    [endpoint] = endpoints("127.0.0.1", 110, soon(), lambda: False)
    assert endpoint.address == ("127.0.0.1", 110)


@pytest.mark.parametrize("host", ["x" * 64 + ".example", "two..dots"])
def test_what_cannot_be_a_name_is_unreachable(host: str) -> None:
    with pytest.raises(Unreachable) as caught:
        endpoints(host, 110, soon(), lambda: False)
    assert caught.value.step == "connect"


def test_a_name_that_nobody_knows_is_unreachable() -> None:
    def unknown(host: str, port: int) -> Endpoints:
        raise OSError(-2, "Name or service not known")

    with pytest.raises(Unreachable, match=r"mail\.example: Name or service not known"):
        endpoints("mail.example", 110, soon(), lambda: False, unknown)


def test_a_resolver_that_hangs_does_not_keep_anyone_from_stopping(
    hanging: Resolver,
) -> None:
    with pytest.raises(Stopped):
        endpoints("mail.example", 110, soon(), lambda: True, hanging)


def test_a_resolver_that_hangs_is_not_waited_for_beyond_the_deadline(
    hanging: Resolver,
) -> None:
    with pytest.raises(TimedOut, match="looking up"):
        endpoints("mail.example", 110, monotonic(), lambda: False, hanging)
