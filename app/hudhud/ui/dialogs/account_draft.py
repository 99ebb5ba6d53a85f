"""What the account editor makes of what is typed. Pure: no widget, no network."""

from dataclasses import dataclass

from hudhud.domain.accounts import Account, hands_out_in_rounds
from hudhud.domain.identifiers import AccountId
from hudhud.domain.servers import Security, ServerAddress


class Field:
    """Names of fields that may be wrong."""

    ADDRESS = "address"
    HOST = "host"
    USER = "user"


@dataclass(frozen=True, slots=True)
class Guess:
    """What an address suggests, before anybody was asked."""

    host: str
    user: str
    name: str


def guess_from(address: str) -> Guess | None:
    """None while the address is not whole yet."""
    _, at, domain = address.strip().rpartition("@")
    domain = domain.rstrip(".").lower()
    labels = domain.split(".")
    if not at or len(labels) < 2 or not all(labels):
        return None
    return Guess(f"pop.{domain}", address.strip(), labels[-2].capitalize())


def wrong_fields(account: Account) -> tuple[str, ...]:
    """Fields that no server could be reached with, in the order they are shown."""
    wrong: list[str] = []
    local, at, domain = account.address.rpartition("@")
    if not (local and at and domain) or _has_space(account.address):
        wrong.append(Field.ADDRESS)
    host = account.server.host
    if not host or _has_space(host) or "/" in host or "@" in host:
        wrong.append(Field.HOST)
    if not account.user or not account.user.isprintable():
        wrong.append(Field.USER)
    return tuple(wrong)


def empty_account(account: AccountId) -> Account:
    """An account with everything to be filled in."""
    return Account(
        id=account,
        name="",
        address="",
        server=ServerAddress("", Security.TLS.usual_port, Security.TLS),
        user="",
    )


def in_rounds(host: str, before: Account) -> bool:
    """Follow the host where it changed; otherwise leave what was chosen."""
    if host == before.server.host:
        return before.in_rounds
    return hands_out_in_rounds(host)


def _has_space(text: str) -> bool:
    return any(character.isspace() for character in text)
