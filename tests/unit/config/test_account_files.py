"""accounts.toml as people write it, and break it."""

from pathlib import Path

import pytest

from hudhud.config.accounts import AccountBook
from hudhud.config.errors import ConfigBroken
from hudhud.config.paths import Profile, profile_at
from hudhud.domain.accounts import Account
from hudhud.domain.identifiers import AccountId
from hudhud.domain.servers import Security, ServerAddress

SMALLEST = """\
[[account]]
id = "1"
name = "Home"
address = "sana@example.org"
host = "pop.example.org"
user = "sana"
"""
READ = Account(
    id=AccountId("1"),
    name="Home",
    address="sana@example.org",
    server=ServerAddress("pop.example.org", 995, Security.TLS),
    user="sana",
)


@pytest.fixture
def profile(tmp_path: Path) -> Profile:
    return profile_at(tmp_path)


def test_a_short_account_has_the_safe_defaults(profile: Profile) -> None:
    profile.accounts_file.write_text(SMALLEST)
    assert AccountBook(profile).all() == (READ,)


@pytest.mark.parametrize(
    "octets",
    [
        b"\xef\xbb\xbf" + SMALLEST.encode(),
        SMALLEST.replace("\n", "\r\n").encode(),
        f"# mine\n{SMALLEST}\n\n".encode(),
    ],
    ids=["byte-order mark", "CRLF", "comment"],
)
def test_what_text_editors_do_is_harmless(profile: Profile, octets: bytes) -> None:
    profile.accounts_file.write_bytes(octets)
    assert AccountBook(profile).all() == (READ,)


def test_the_usual_port_goes_with_the_security(profile: Profile) -> None:
    profile.accounts_file.write_text(SMALLEST + 'security = "starttls"\n')
    assert AccountBook(profile).all()[0].server.port == 110


BROKEN = [
    (SMALLEST.replace('"Home"', '"Home'), "line 3"),
    (SMALLEST.replace('user = "sana"\n', ""), "user is missing"),
    (SMALLEST.replace('"sana"', "5"), "user must be text"),
    (SMALLEST + "port = '995'\n", "port must be a whole number"),
    (SMALLEST + "port = true\n", "port must be a whole number"),
    (SMALLEST + "port = 70000\n", "port must be from 1 to 65535"),
    (SMALLEST + "security = 'ssl'\n", "security must be one of tls, starttls, none"),
    (SMALLEST + "policy = 'delete-after:0'\n", "days must be from 1"),
    (SMALLEST + "policy = 'burn'\n", "not a policy"),
    (SMALLEST + "timeout_s = 'long'\n", "timeout_s must be a number"),
    (SMALLEST + "timeout_s = nan\n", "timeout_s must be from"),
    (SMALLEST + "in_rounds = 1\n", "in_rounds must be true or false"),
    (SMALLEST + "prot = 995\n", "prot is not a setting"),
    (SMALLEST + "password = 'x'\n", "passwords belong in"),
    (SMALLEST + SMALLEST, "in account 2, id 1 is that of an account above"),
    (SMALLEST + SMALLEST.replace('"1"', '"2"'), "name 'Home' is that of"),
    ("account = 5\n", r"\[\[account\]\]"),
    ("[account]\nid = '1'\n", r"\[\[account\]\]"),
    ("accounts = []\n", "accounts is not known"),
]


@pytest.mark.parametrize(("text", "fault"), BROKEN)
def test_a_broken_file_is_named_with_its_fault(
    profile: Profile, text: str, fault: str
) -> None:
    profile.accounts_file.write_text(text)
    with pytest.raises(ConfigBroken, match=fault) as raised:
        AccountBook(profile).all()
    assert str(profile.accounts_file) in str(raised.value)


@pytest.mark.parametrize(("text", "fault"), BROKEN)
def test_a_broken_file_is_never_overwritten(
    profile: Profile, text: str, fault: str
) -> None:
    profile.accounts_file.write_text(text)
    book = AccountBook(profile)
    with pytest.raises(ConfigBroken, match=fault):
        book.add(READ)
    with pytest.raises(ConfigBroken, match=fault):
        book.remove(READ.id)
    assert profile.accounts_file.read_text() == text


def test_octets_that_are_no_text_are_a_broken_file(profile: Profile) -> None:
    profile.accounts_file.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ConfigBroken, match="not UTF-8"):
        AccountBook(profile).all()


def test_a_file_that_cannot_be_read_is_not_taken_for_an_empty_one(
    profile: Profile,
) -> None:
    profile.accounts_file.mkdir()
    with pytest.raises(ConfigBroken):
        AccountBook(profile).add(READ)


def test_the_fault_does_not_repeat_a_password_that_stands_in_the_file(
    profile: Profile,
) -> None:
    profile.accounts_file.write_text(SMALLEST + "password = 'open sesame'\n")
    with pytest.raises(ConfigBroken) as raised:
        AccountBook(profile).all()
    assert "sesame" not in str(raised.value)
