"""Remote pictures after the person agreed: exactly those, in both views."""

from support.listening import listening
from support.web_program import run_program


def letter(place: str) -> str:
    return (
        f"<img src={place}/one.png alt=one><img src={place}/two.png?a=1&amp;b=2>"
        f"<img src={place}/one.png><img src=cid:inside>"
        f"<table background={place}/back.png><tr><td>x</td></tr></table>"
        f"<p style='background:url({place}/style.png)'>x</p>"
        f"<img src={place}/tracker.gif width=1 height=1>"
        f"<div style='display:none'><img src={place}/hidden.png></div>"
        f"<script src={place}/script.js></script><iframe src={place}/frame></iframe>"
        f"<link rel=preconnect href={place}>"
    )


def test_exactly_the_pictures_are_fetched_and_trackers_never() -> None:
    with listening() as listener:
        told = run_program("consent", letter=letter(listener.place))
        paths = sorted(listener.paths)
    assert paths == ["/back.png", "/one.png", "/style.png", "/two.png?a=1&b=2"]
    assert listener.connections == 4
    assert told["loaded"] == 4
    assert told["before"] == "0,0,0,0"
    assert told["after"] == "8,8,8,0"


def test_the_simple_view_gets_the_same_pictures_through_its_own_door() -> None:
    with listening() as listener:
        told = run_program("consent", letter=letter(listener.place))
        assert listener.connections == 4
    assert dict(told["simple"])["ext:0"]
    assert dict(told["simple"])["ext:1"]
    assert not dict(told["simple"])["inside"]


def test_the_server_learns_nothing_but_the_address() -> None:
    with listening() as listener:
        run_program("consent", letter=f"<img src={listener.place}/one.png>")
    names = [
        line.partition(":")[0].lower()
        for line in listener.requests[0].strip().split("\r\n")[1:]
    ]
    assert sorted(names) == [
        "accept",
        "accept-encoding",
        "connection",
        "host",
        "user-agent",
    ]
