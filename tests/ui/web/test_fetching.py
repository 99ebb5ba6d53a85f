"""A remote picture is fetched from the open internet, or not at all."""

import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace

import pytest
import trustme

from hudhud.ui.web.fetching import Allowance, Fetching, fetch_picture
from hudhud.ui.web.network import Halt, NotFetched, is_public
from support.listening import Listener, listening, moved, ok, png

PICTURE = png(3, 2)
PUBLIC_NAME = "pictures.example"


def anywhere(address: str, port: int) -> bool:
    return True


def fetching() -> Fetching:
    return Fetching(may_connect=anywhere, picture_s=5.0)


def refusal(address: str, how: Fetching) -> str:
    with pytest.raises(NotFetched) as caught:
        fetch_picture(address, how)
    return str(caught.value)


def answered(answer: bytes, how: Fetching) -> str:
    with listening(lambda path: answer) as listener:
        return refusal(f"{listener.place}/x", how)


@contextmanager
def tls_server(authority: trustme.CA, answer: bytes = b"") -> Iterator[int]:
    """Takes one connection, for the name `localhost`."""
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert("localhost").configure_cert(context)

    def serve() -> None:
        with suppress(OSError):
            connected = context.wrap_socket(listener.accept()[0], server_side=True)
            with connected:
                connected.recv(4096)
                connected.sendall(answer or ok(PICTURE))

    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield listener.getsockname()[1]
        thread.join(5)


def trusting(authority: trustme.CA) -> Fetching:
    def make_context() -> ssl.SSLContext:
        context = ssl.create_default_context()
        authority.configure_trust(context)
        return context

    return replace(fetching(), make_context=make_context)


@pytest.fixture
def server() -> Iterator[Listener]:
    with listening(lambda path: ok(PICTURE)) as listener:
        yield listener


def test_a_picture_is_fetched(server: Listener) -> None:
    assert fetch_picture(f"{server.place}/a b?c=ü", fetching()) == PICTURE
    assert server.paths == ["/a%20b?c=%C3%BC"]


def test_this_machine_is_not_the_internet(server: Listener) -> None:
    assert "open internet" in refusal(f"{server.place}/x", Fetching())
    assert server.connections == 0


@pytest.mark.parametrize("host", ["localhost", "127.1", "2130706433", "[::1]", "0"])
def test_this_machine_by_another_name_is_not_either(
    server: Listener, host: str
) -> None:
    with pytest.raises(NotFetched):
        fetch_picture(f"http://{host}:{server.port}/x", Fetching())
    assert server.connections == 0


def test_a_name_is_looked_up_once_and_what_was_checked_is_connected_to(
    server: Listener, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else a second answer could lead home: DNS rebinding."""
    asked: list[str] = []
    checked: list[str] = []

    def look_up(host: str, port: int, **_: object) -> list[object]:
        asked.append(host)
        place = ("127.0.0.1", port)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", place)]

    def remember(address: str, port: int) -> bool:
        checked.append(address)
        return True

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    how = replace(fetching(), may_connect=remember)
    assert fetch_picture(f"http://{PUBLIC_NAME}:{server.port}/x", how) == PICTURE
    assert asked == [PUBLIC_NAME]
    assert checked == ["127.0.0.1"]


@pytest.mark.parametrize(
    "address",
    [
        *("10.0.0.1", "172.16.0.1", "192.168.1.1", "127.0.0.1", "0.0.0.0"),
        *("169.254.169.254", "100.64.0.1", "224.0.0.1", "255.255.255.255", "::", "::1"),
        *("fe80::1%eth0", "fc00::1", "fec0::1", "ff02::1", "::ffff:10.0.0.1"),
        *("64:ff9b::a00:1", "2002:a00:1::1", "2001:db8::1", "not an address"),
    ],
)
def test_addresses_at_home_are_refused(address: str) -> None:
    assert not is_public(address, 443)


@pytest.mark.parametrize(
    "address", ["93.184.216.34", "2606:2800:220:1::1", "64:ff9b::5db8:d822"]
)
def test_addresses_of_the_open_internet_are_not(address: str) -> None:
    assert is_public(address, 443)
    assert is_public(address, 8080)


@pytest.mark.parametrize("port", [22, 25, 110, 445, 993])
def test_ports_of_other_services_are_refused(port: int) -> None:
    assert not is_public("93.184.216.34", port)


@pytest.mark.parametrize(
    "address",
    [
        *("ftp://example.org/x", "file:///etc/passwd", "data:,x", "//example.org/x"),
        *("http://", "http:///x", "http://user:word@example.org/x", "http://[::1"),
        *("http://example.org:99999/x", "http://exa mple.org/x", "x" * 5_000),
        *("http://example.org\r\nX: y/", "http://" + "ü" * 300 + ".example/x"),
    ],
)
def test_what_is_no_plain_web_address_is_refused(address: str) -> None:
    refusal(address, replace(fetching(), may_connect=lambda *_: False))


def test_redirects_are_followed_a_few_times(server: Listener) -> None:
    target = f"{server.place}/there"
    with listening(lambda path: moved(target)) as first:
        assert fetch_picture(f"{first.place}/x", fetching()) == PICTURE


def test_endless_redirects_end() -> None:
    with listening(lambda path: moved(f"{path}x")) as listener:
        assert "redirects" in refusal(f"{listener.place}/x", fetching())
        assert listener.connections == 5


@pytest.mark.parametrize("target", ["file:///etc/passwd", "ftp://example.org/", ""])
def test_a_redirect_leads_only_to_the_web(target: str) -> None:
    assert answered(moved(target), fetching())


def test_a_redirect_home_is_refused(server: Listener) -> None:
    """Each address on the way is asked about, not only the first."""
    with listening(lambda path: moved(f"{server.place}/x")) as first:
        how = replace(fetching(), may_connect=lambda _, port: port == first.port)
        assert "open internet" in refusal(f"{first.place}/x", how)
    assert server.connections == 0


@pytest.mark.parametrize(
    "body",
    [b"<html><script>x</script>", b"<svg xmlns='http://www.w3.org/2000/svg'/>", b""],
)
def test_what_is_no_picture_is_refused_whatever_it_is_called(body: bytes) -> None:
    assert answered(ok(body, "image/png"), fetching()) == "not a picture"


def test_a_picture_of_too_many_pixels_is_refused() -> None:
    bomb = png(1, 1, stated=(100_000, 100_000))
    assert answered(ok(bomb), fetching()) == "not a picture"


def test_a_picture_that_says_it_is_too_large_is_refused() -> None:
    how = replace(fetching(), picture_octets=10)
    assert answered(ok(PICTURE), how) == "too large"


def test_a_picture_that_does_not_say_it_is_too_large_is_refused_too() -> None:
    answer = b"HTTP/1.1 200 OK\r\n\r\n" + PICTURE
    assert answered(answer, replace(fetching(), picture_octets=10)) == "too large"


def test_all_pictures_of_a_letter_have_one_allowance(server: Listener) -> None:
    how = replace(fetching(), allowance=Allowance(len(PICTURE) + 1))
    assert fetch_picture(f"{server.place}/1", how) == PICTURE
    assert "too large" in refusal(f"{server.place}/2", how)


def test_a_packed_answer_is_refused() -> None:
    answer = ok(PICTURE, more="Content-Encoding: gzip\r\n")
    assert answered(answer, fetching()) == "packed"


@pytest.mark.parametrize("answer", [b"", b"220 mail\r\n", b"HTTP/1.1 404 No\r\n\r\n"])
def test_no_answer_and_a_bad_one_are_refused(answer: bytes) -> None:
    assert answered(answer, fetching())


def test_a_slow_answer_is_given_up() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        how = replace(fetching(), picture_s=0.2)
        assert refusal(f"http://127.0.0.1:{silent.getsockname()[1]}/x", how)


def test_a_halt_ends_what_is_on_its_way() -> None:
    halt = Halt()

    def halting(path: str) -> bytes:
        halt.set()
        return b""

    with listening(halting) as listener:
        assert refusal(f"{listener.place}/x", replace(fetching(), halt=halt))
        assert refusal(f"{listener.place}/x", replace(fetching(), halt=halt))
        assert listener.connections == 1


def test_a_certificate_nobody_vouches_for_is_refused() -> None:
    with tls_server(trustme.CA()) as port:
        refusal(f"https://localhost:{port}/x", fetching())


def test_over_tls_the_name_is_verified() -> None:
    authority = trustme.CA()
    with tls_server(authority) as port:
        how = trusting(authority)
        assert fetch_picture(f"https://localhost:{port}/x", how) == PICTURE
    with tls_server(authority) as port:
        refusal(f"https://127.0.0.1:{port}/x", trusting(authority))


def test_a_redirect_from_tls_to_none_is_refused() -> None:
    authority = trustme.CA()
    with tls_server(authority, moved("http://localhost/x")) as port:
        how = trusting(authority)
        assert "not encrypted" in refusal(f"https://localhost:{port}/x", how)
