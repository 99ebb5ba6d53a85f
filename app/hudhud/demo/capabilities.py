"""The CAPA replies (RFC 2449, RFC 3206, RFC 2595, RFC 5034)."""

from hudhud.demo.terms import Terms
from hudhud.domain.servers import Security

ALWAYS = (
    "TOP",
    "UIDL",
    "RESP-CODES",
    "AUTH-RESP-CODE",
    "PIPELINING",
    "IMPLEMENTATION Hudhud-demo",
)


def before_sign_in(terms: Terms, in_tls: bool) -> bytes:
    """What is offered in AUTHORIZATION; mechanisms only where they would work."""
    offered = list(ALWAYS)
    if terms.permits_sign_in(in_tls):
        offered += ["USER", "SASL PLAIN"]
    if terms.security is Security.STARTTLS and not in_tls:
        offered.append("STLS")
    return listed(offered)


def after_sign_in() -> bytes:
    return listed(ALWAYS)


def listed(offered: list[str] | tuple[str, ...]) -> bytes:
    lines = "\r\n".join(offered)
    return f"+OK what is offered\r\n{lines}\r\n.\r\n".encode("ascii")
