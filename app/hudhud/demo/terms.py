"""What the server asks of its clients."""

import ssl
from dataclasses import dataclass

from hudhud.domain.servers import Security


@dataclass(frozen=True, slots=True)
class Terms:
    """`tls` is needed unless `security` is NONE.

    With STARTTLS a sign-in on the plain line is refused unless `clear_sign_in`.
    `idle_limit_s`: a session that is silent for so long ends without UPDATE
    (RFC 1939 section 3).
    """

    user: str = "demo"
    password: str = "demo"
    security: Security = Security.NONE
    tls: ssl.SSLContext | None = None
    clear_sign_in: bool = False
    idle_limit_s: float = 600.0

    def __post_init__(self) -> None:
        if (self.security is Security.NONE) != (self.tls is None):
            raise ValueError("a TLS context goes with TLS or STARTTLS, and only there")

    def permits_sign_in(self, in_tls: bool) -> bool:
        return in_tls or self.clear_sign_in or self.security is Security.NONE
