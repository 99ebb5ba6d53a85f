"""Address headers as people and programs really write them."""

import pytest

from hudhud.domain.messages import Correspondent
from hudhud.mime.addresses import parse_addresses


def pairs(value: bytes) -> list[tuple[str, str]]:
    return [(who.name, who.address) for who in parse_addresses(value)]


@pytest.mark.parametrize(
    ("value", "found"),
    [
        (b"a@b.c", [("", "a@b.c")]),
        (b"<a@b.c>", [("", "a@b.c")]),
        (b"Ann <a@b.c>", [("Ann", "a@b.c")]),
        (b"<a@b.c> Ann", [("Ann", "a@b.c")]),
        (b'"Doe, John" <j@x.y>, b@c.d', [("Doe, John", "j@x.y"), ("", "b@c.d")]),
        (b"Doe, John <j@x.y>", [("Doe, John", "j@x.y")]),
        (b"Smith, J., Jones <j@x.y>", [("Smith, J., Jones", "j@x.y")]),
        (b"A <a@x>,\r\n\tB <b@x>", [("A", "a@x"), ("B", "b@x")]),
        (b"John [Sales] <j@x.y>", [("John [Sales]", "j@x.y")]),
        (b"Foo <Bar> <f@x.y>", [("Foo <Bar>", "f@x.y")]),
        (b"John (the boss) <j@x.y>", [("John", "j@x.y")]),
        (b"john@x.y (John (jr) Doe)", [("John (jr) Doe", "john@x.y")]),
        (b"John Doe john@x.y", [("John Doe", "john@x.y")]),
        (b"a@b.c, d@e.f,", [("", "a@b.c"), ("", "d@e.f")]),
        (b"a@b.c; d@e.f", [("", "a@b.c"), ("", "d@e.f")]),
        (b"undisclosed-recipients:;", []),
        (b"Team: A <a@x>, b@y; c@z", [("A", "a@x"), ("", "b@y"), ("", "c@z")]),
        (b"'a@b.c' <a@b.c>", [("", "a@b.c")]),
        (b'"A@B.c" <a@b.c>', [("", "a@b.c")]),
        (b"\"'Ann'\" <a@b.c>", [("Ann", "a@b.c")]),
        (b"O'Neil <o@x>", [("O'Neil", "o@x")]),
        (b'"John \\"Jack\\" Doe" <j@x>', [('John "Jack" Doe', "j@x")]),
        (b'"unterminated <a@b.c>', [("unterminated", "a@b.c")]),
        (b'"A" "B" <a@b.c>', [("A B", "a@b.c")]),
        (b'"john doe"@x.y', [("", '"john doe"@x.y')]),
        (b"<@relay,@other:u@h.x>", [("", "u@h.x")]),
        (b"user @ host . com", [("", "user@host.com")]),
        (b"a@b@c", [("", "a@b@c")]),
        (b"mailto:a@b.c", [("", "a@b.c")]),
        (b"root, admin@x.y", [("", "root"), ("", "admin@x.y")]),
        (b"Mail Subsystem <MAILER-DAEMON>", [("Mail Subsystem", "MAILER-DAEMON")]),
        (b"Somebody Nameless", [("Somebody Nameless", "")]),
        (b"", []),
        (b",;,", []),
        (b"<>", []),
    ],
)
def test_lists_are_split_as_their_writers_meant(
    value: bytes, found: list[tuple[str, str]]
) -> None:
    assert pairs(value) == found


@pytest.mark.parametrize(
    ("value", "name"),
    [
        ("محمد العلي <m@x.sa>".encode(), "محمد العلي"),
        ("العلي, محمد <m@x.sa>".encode(), "العلي, محمد"),
        (b"=?utf-8?B?2YXYrdmF2K8=?= <m@x.sa>", "محمد"),
        (b'"=?utf-8?B?2YXYrdmF2K8=?=" <m@x.sa>', "محمد"),
        (b"=?utf-8?Q?Doe,_John?= <m@x.sa>", "Doe, John"),
        (b"=?utf-8?Q?Doe=2C_John?= <m@x.sa>", "Doe, John"),
        (b"=?utf-8?Q?Ann_=3Cm=40x.sa=3E?=", "Ann"),
        (b"m@x.sa (=?utf-8?B?2YXYrdmF2K8=?=)", "محمد"),
    ],
)
def test_names_are_decoded_after_the_list_is_split(value: bytes, name: str) -> None:
    assert parse_addresses(value) == (Correspondent(name, "m@x.sa"),)


@pytest.mark.parametrize(
    ("value", "address"),
    [
        (b"=?utf-8?b?cG90dXNAd2hpdGVob3VzZS5nb3Y=?=@evil.example", "@evil.example"),
        (b"=?utf-8?Q?potus=40wh.gov=00?= <e@evil.example>", "e@evil.example"),
        (b'"potus@wh.gov" <e@evil.example>', "e@evil.example"),
        (b"potus@wh.gov <e@evil.example>", "e@evil.example"),
        (b"=?utf-8?Q?x=0A=00potus=40wh.gov?= <e@evil.example>", "e@evil.example"),
    ],
)
def test_the_true_address_is_never_hidden_by_a_name(value: bytes, address: str) -> None:
    (found,) = parse_addresses(value)
    assert found.address.endswith(address)
    assert found.name.isprintable()


def test_a_name_of_bidi_overrides_loses_them() -> None:
    (found,) = parse_addresses("\u202emoc.elpmaxe <a@b.c>".encode())
    assert found.name == "moc.elpmaxe"


def test_a_list_of_thousands_is_split_in_time() -> None:
    value = b", ".join(b'"Name, %d" <a%d@example.org>' % (n, n) for n in range(2_000))
    assert len(parse_addresses(value)) > 1_900
