"""What a server says it can do (CAPA, RFC 2449): a value, read case-blind."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Capabilities:
    """Without an answer to CAPA (`known` is False) nothing is ruled out but pipelining.

    `mechanisms` are SASL names in upper case. `expire_days` is how long retrieved mail
    stays, 0 meaning until QUIT; None means for ever or not said.
    """

    known: bool = False
    has_top: bool = True
    has_uidl: bool = True
    has_user: bool = True
    has_stls: bool = True
    has_pipelining: bool = False
    mechanisms: frozenset[str] = frozenset()
    expire_days: int | None = None
    login_delay_s: int | None = None
    implementation: str = ""


UNKNOWN = Capabilities()


def parse_capabilities(octets: bytes) -> Capabilities:
    """Read the lines of CAPA; words that mean nothing here are left alone."""
    listed: dict[str, list[str]] = {}
    for line in octets.decode("utf-8", "backslashreplace").splitlines():
        words = line.split()
        if words:
            listed.setdefault(words[0].upper(), []).extend(words[1:])
    return Capabilities(
        known=True,
        has_top="TOP" in listed,
        has_uidl="UIDL" in listed,
        has_user="USER" in listed,
        has_stls="STLS" in listed,
        has_pipelining="PIPELINING" in listed,
        mechanisms=frozenset(name.upper() for name in listed.get("SASL", ())),
        expire_days=_number(listed, "EXPIRE"),
        login_delay_s=_number(listed, "LOGIN-DELAY"),
        implementation=" ".join(listed.get("IMPLEMENTATION", ())),
    )


def _number(listed: Mapping[str, list[str]], name: str) -> int | None:
    first = next(iter(listed.get(name, ())), "")
    return (
        int(first) if first.isascii() and first.isdigit() and len(first) < 10 else None
    )
